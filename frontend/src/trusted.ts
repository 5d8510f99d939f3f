// Trusted Types: our own code never writes HTML strings; only Turbo parses the server's pages.
// The default policy lets HTML through (scripts in it never run: CSP allows 'self' files only) and refuses
// script text; script addresses must be our own origin.

interface Policies {
  createPolicy(name: string, rules: Record<string, (text: string) => string | null>): unknown;
}

/** Registers the default policy. Does nothing where the browser has no Trusted Types. */
export function allowTurbo(): void {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  policies?.createPolicy("default", {
    createHTML: (text) => text,
    createScriptURL: (text) => (new URL(text, location.href).origin === location.origin ? text : null),
  });
}
