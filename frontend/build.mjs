// Builds the browser's files into the Python package: hashed names, subresource integrity, one manifest.
// Run by `make assets`; the wheel ships the result, so that nobody needs Node at run time.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build, transform } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const pkg = join(here, "..", "src", "intersession");
const out = join(pkg, "static", "built");
const locale = join(pkg, "locale");

const listed = (folder, ending) => readdirSync(folder).filter((name) => name.endsWith(ending)).sort();

// On every page: part of the first file.
const everywhere = ["exit-page"];
// Modules that are used on the same pages travel in one file: one request, and it packs better. Each other module is alone.
const groups = {
  letters: ["compose", "guide", "inbox", "live", "lock", "peer-name", "thread"],
  agreement: ["agreement", "agreement-narrow", "agreement-words", "clause-answer", "clause-reply", "sign"],
  settings: ["safety-number", "settings-code", "settings-device", "settings-kit", "settings-passphrase", "sign-out"],
  desk: ["clients", "confirm-join", "invite"],
};
const groupOf = (name) => Object.keys(groups).find((group) => groups[group].includes(name)) ?? name;
const exported = (name) => `export { default as "${name}" } from "./modules/${name}.ts";`;

function moduleOf(name) {
  if (everywhere.includes(name)) return `async () => everywhere["${name}"]`;
  return `() => import("virtual:group/${groupOf(name)}").then((group) => group["${name}"])`;
}

// `virtual:modules` maps data-module names to their starts, which come with their group; `virtual:texts/<lang>` joins the
// browser's catalogues.
const virtual = {
  name: "virtual",
  setup(b) {
    const inSource = (contents) => ({ contents, resolveDir: join(here, "src"), loader: "ts" });
    b.onResolve({ filter: /^virtual:/ }, (args) => ({ path: args.path, namespace: "virtual" }));
    b.onLoad({ filter: /^virtual:modules$/, namespace: "virtual" }, () => {
      const names = listed(join(here, "src", "modules"), ".ts").map((name) => name.slice(0, -3));
      const lines = names.map((name) => `  "${name}": ${moduleOf(name)},`);
      return inSource(`import * as everywhere from "virtual:everywhere";\nexport const modules = {\n${lines.join("\n")}\n};`);
    });
    b.onLoad({ filter: /^virtual:everywhere$/, namespace: "virtual" }, () => inSource(everywhere.map(exported).join("\n")));
    b.onLoad({ filter: /^virtual:group\//, namespace: "virtual" }, (args) => {
      const group = args.path.slice("virtual:group/".length);
      return inSource((groups[group] ?? [group]).map(exported).join("\n"));
    });
    b.onLoad({ filter: /^virtual:texts$/, namespace: "virtual" }, () => {
      const lines = readdirSync(locale).sort().map((lang) => `  "${lang}": () => import("virtual:texts/${lang}"),`);
      return { contents: `export const catalogues = {\n${lines.join("\n")}\n};`, loader: "ts" };
    });
    b.onLoad({ filter: /^virtual:texts\//, namespace: "virtual" }, (args) => {
      const folder = join(locale, args.path.slice("virtual:texts/".length));
      const files = listed(folder, ".ftl").filter((name) => name.startsWith("browser"));
      const joined = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
      return { contents: `export default ${JSON.stringify(joined)};`, loader: "ts" };
    });
  },
};

mkdirSync(out, { recursive: true });
// A server that runs beside a build still hands out the files of the build before.
const stale = Date.now() - 10 * 60_000;
for (const name of readdirSync(out)) if (statSync(join(out, name)).mtimeMs < stale) rmSync(join(out, name));

const entries = { app: "src/app.ts", "kdf-worker": "src/crypto/kdf-worker.ts" };
// The help pages' script and the service worker stand alone: one file each, no shared part that could be missing.
const alone = { help: "src/help.ts", sw: "src/sw.ts" };
const shared = {
  absWorkingDir: here,
  bundle: true,
  target: "es2022",
  minify: true,
  legalComments: "linked",
  sourcemap: false,
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  outdir: out,
  metafile: true,
  plugins: [virtual],
  // The same library with its rarely used parts (old ciphers, curves browsers know by themselves) fetched on demand.
  alias: { openpgp: "openpgp/lightweight" },
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
};
const results = [
  await build({ ...shared, entryPoints: entries, splitting: true, format: "esm" }),
  await build({ ...shared, entryPoints: alone, format: "iife" }),
];
const outputs = Object.assign({}, ...results.map((result) => result.metafile.outputs));
const sources = [...Object.values(entries), ...Object.values(alone)];

const manifest = {};
const entry = (name, file) => {
  const bytes = readFileSync(join(out, file));
  manifest[name] = { file, integrity: `sha384-${createHash("sha384").update(bytes).digest("base64")}`, size: bytes.length };
};
for (const [path, meta] of Object.entries(outputs)) {
  if (!meta.entryPoint || !sources.includes(meta.entryPoint)) continue;
  entry(`${basename(meta.entryPoint, ".ts")}.js`, relative(out, join(here, path)));
}
for (const name of listed(join(pkg, "static", "css"), ".css")) {
  const source = readFileSync(join(pkg, "static", "css", name), "utf8");
  const bytes = Buffer.from((await transform(source, { loader: "css", minify: true })).code);
  const file = `${name.slice(0, -4)}-${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}.css`;
  writeFileSync(join(out, file), bytes);
  entry(name, file);
}
// The server gives a browser the packed twin of a file where it takes one; packing once here costs no request anything.
for (const name of readdirSync(out).filter((name) => /\.(js|css)$/.test(name))) {
  const bytes = readFileSync(join(out, name));
  if (bytes.length < 1024) continue;
  writeFileSync(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  writeFileSync(join(out, `${name}.br`), brotliCompressSync(bytes));
}
writeFileSync(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(Object.values(manifest).map((item) => `${item.file} ${item.size}`).join("\n"));
