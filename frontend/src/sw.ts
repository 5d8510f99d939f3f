// The service worker: keeps the public help pages and built files on this device, and nothing else.
// No page of a signed-in reader and no answer of an API is ever stored here.
export {};

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Telling extends Lasting {
  readonly data: unknown;
}
interface Scope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", heard: (event: Lasting) => void): void;
  addEventListener(kind: "fetch", heard: (event: Fetching) => void): void;
  addEventListener(kind: "message", heard: (event: Telling) => void): void;
}

const scope = globalThis as unknown as Scope;
const HELP = "help-1";
const FILES = "files-1";
const FIRST = ["/help", "/help?lang=en", "/help?lang=de", "/about/leaving", "/offline"];
const HELP_PATH = /^\/(help(\/[a-z]{2})?|about\/leaving)$/;
const BUILT = /^\/static\/built\/(.+)-[0-9A-Za-z]{8,}\.(js|css)$/;
const PATIENCE_MS = 3000;

scope.addEventListener("install", (event) => {
  event.waitUntil(Promise.all(FIRST.map((path) => keepPage(path))).then(() => scope.skipWaiting()));
});

scope.addEventListener("activate", (event) => {
  event.waitUntil(forgetOld().then(() => scope.clients.claim()));
});

scope.addEventListener("message", (event) => {
  const { keep } = (event.data ?? {}) as { keep?: unknown };
  if (!Array.isArray(keep)) return;
  const paths = keep.filter((path): path is string => typeof path === "string" && HELP_PATH.test(pathOf(path)));
  event.waitUntil(Promise.all(paths.slice(0, 4).map((path) => keepPage(path))));
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.location.origin) return;
  if (BUILT.test(url.pathname)) event.respondWith(builtFile(request, url.pathname));
  else if (request.mode !== "navigate") return;
  else if (HELP_PATH.test(url.pathname)) event.respondWith(helpPage(event, url));
  else event.respondWith(fetch(request).catch(() => kept("/offline")));
});

const pathOf = (path: string): string => new URL(path, scope.location.href).pathname;

/** Stores a page as a stranger sees it (no cookies), with the built files that it names. Never throws. */
async function keepPage(path: string, lang = ""): Promise<void> {
  try {
    const asked = new URL(path, scope.location.href);
    if (lang) asked.searchParams.set("lang", lang);
    const answer = await fetch(asked, { credentials: "omit", redirect: "error" });
    if (!answer.ok) return;
    const files = [...(await answer.clone().text()).matchAll(/(?:href|src)="(\/static\/built\/[^"]+)"/g)];
    // Its files first: a kept page is a whole page.
    await Promise.all(files.map(([, file]) => builtFile(new Request(file as string), file as string)));
    await (await caches.open(HELP)).put(path, answer);
  } catch {
    // No network right now: what was kept before stays.
  }
}

/** Network first, at most three seconds; then what this device has; then the note that there is no connection. */
async function helpPage(event: Fetching, url: URL): Promise<Response> {
  const fresh = fetch(event.request).then((answer) => {
    const lang = answer.headers.get("Content-Language") ?? "";
    if (answer.ok) event.waitUntil(keepPage(url.pathname + url.search, lang));
    return answer;
  });
  const patience = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS));
  const first = await Promise.race([fresh, patience]).catch(() => null);
  if (first && first.status < 500) return first;
  const place = url.searchParams.get("place")?.toLowerCase();
  const stored = (place && (await find(`/help/${place}`))) || (await find(url.pathname + url.search));
  return stored || first || fresh.catch(() => kept("/offline"));
}

/** A kept page marked as such: the page's own style then shows the line "As of …, not connected". */
async function find(path: string): Promise<Response | undefined> {
  const cache = await caches.open(HELP);
  const found = (await cache.match(path)) ?? (await cache.match(path, { ignoreSearch: true }));
  if (!found) return undefined;
  const html = (await found.text()).replace("<html ", "<html data-stored ");
  const headers = new Headers(found.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  return new Response(html, { headers });
}

async function kept(path: string): Promise<Response> {
  return (await (await caches.open(HELP)).match(path)) ?? Response.error();
}

/** Names with a hash never change: this device first. An older file of the same name is dropped. */
async function builtFile(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(FILES);
  const found = await cache.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) {
    await dropOlder(cache, path);
    await cache.put(request, answer.clone());
  }
  return answer;
}

async function dropOlder(cache: Cache, path: string): Promise<void> {
  const family = familyOf(path);
  // Split parts all share one name and are told apart by their hash only.
  if (family === "part.js") return;
  const stored = (await cache.keys()).map((key) => ({ key, file: pathOf(key.url) }));
  // The same file may just have been stored by a parallel visit: it stays.
  const old = stored.filter(({ file }) => file !== path && familyOf(file) === family);
  await Promise.all(old.map(({ key }) => cache.delete(key)));
}

/** "help.css" of "/static/built/help-1bd3f1ef0d.css". */
function familyOf(path: string): string {
  const [, name, ending] = BUILT.exec(path) ?? [];
  return `${name}.${ending}`;
}

async function forgetOld(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => ![HELP, FILES].includes(name)).map((name) => caches.delete(name)));
}
