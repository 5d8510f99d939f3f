// Trusted Types: our own code never writes HTML strings; only Turbo parses the server's pages.
// The default policy lets HTML through (scripts in it never run: CSP allows 'self' files only) and refuses
// script text; script addresses must be our own origin. Turbo copies the script elements of an error page, text and all;
// ours have none, so the empty text passes and the page's behaviour (quick exit first) starts there too.

interface Policies {
  createPolicy(name: string, rules: Record<string, (text: string) => string | null>): unknown;
}

/** Registers the default policy. Does nothing where the browser has no Trusted Types. */
export function allowTurbo(): void {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  policies?.createPolicy("default", {
    createHTML: (text) => text,
    createScript: (text) => (text === "" ? text : null),
    createScriptURL: (text) => (new URL(text, location.href).origin === location.origin ? text : null),
  });
}
