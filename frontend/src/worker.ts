// Starts the service worker and tells it which help pages to keep on this device. Asks for nothing else.

/** Registers /sw.js and asks it to keep the help pages at `paths` ("/help/de"). Silent where workers are missing. */
export async function startWorker(paths: readonly string[]): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/sw.js");
    const ready = await navigator.serviceWorker.ready;
    ready.active?.postMessage({ keep: paths });
  } catch {
    // A private window or a full disk: the page works as before, only not without a network.
  }
}

/** The help page of a declared place in the page's language: "US-CO" is kept as the United States. */
export function helpPath(place: string): string[] {
  const country = place.split("-", 1)[0] ?? "";
  return /^[A-Za-z]{2}$/.test(country) ? [`/help/${country.toLowerCase()}?lang=${document.documentElement.lang}`] : [];
}
