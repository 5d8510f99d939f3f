/**
 * Fetches a page and puts its changed parts in place of the old ones: elements with `data-part` and an id.
 * Everything else (typed text, focus, unlocked keys) stays. Decides nothing about what a part shows.
 */

/** Fetches a page of our own as a document. Rejects when there is no network or the answer is no page. */
export async function fetchPage(url: string, init: RequestInit = {}): Promise<Document> {
  const answer = await fetch(url, { credentials: "same-origin", ...init, headers: { Accept: "text/html" } });
  const text = await answer.text();
  if (!answer.headers.get("Content-Type")?.startsWith("text/html")) throw new Error("not a page");
  return new DOMParser().parseFromString(text, "text/html");
}

/** Takes over every part of `page` whose old version `keep` does not hold on to, and lets modules bind. */
export function takeParts(page: Document, keep: (old: HTMLElement) => boolean = () => false): void {
  for (const old of document.querySelectorAll<HTMLElement>("[data-part][id]")) {
    const fresh = page.getElementById(old.id);
    if (!fresh) {
      old.remove();
    } else if (!keep(old) && !old.isEqualNode(fresh)) {
      old.replaceWith(document.importNode(fresh, true));
    }
  }
  document.dispatchEvent(new Event("intersession:bind"));
}

/** Reads this page again and takes over its parts. */
export async function renewPage(keep?: (old: HTMLElement) => boolean): Promise<void> {
  takeParts(await fetchPage(location.href), keep);
}
