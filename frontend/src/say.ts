// The browser's sentences: the same Fluent catalogues as the server's (locale/<lang>/browser*.ftl).
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { catalogues } from "virtual:texts";

let bundle: FluentBundle | undefined;

/** Loads the catalogue of a language, English when there is none. Call once before `say`. */
export async function loadTexts(lang: string): Promise<void> {
  const load = catalogues[lang] ?? catalogues["en"];
  if (!load) return;
  bundle = new FluentBundle(lang, { useIsolating: false });
  bundle.addResource(new FluentResource((await load()).default));
}

/** Returns the sentence `id` with its named values. Throws for an unknown id: a bug, found by the habit tests. */
export function say(id: string, values: Record<string, FluentVariable> = {}): string {
  const pattern = bundle?.getMessage(id)?.value;
  if (!bundle || !pattern) throw new Error(`no text: ${id}`);
  return bundle.formatPattern(pattern, values);
}
