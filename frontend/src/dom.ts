// Building and finding elements without HTML strings.

/** Returns the element a selector finds inside `root`, or throws: the page and its module belong together. */
export function need<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`missing: ${selector}`);
  return found;
}

/** Makes an element with a class, attributes and children (strings become text). */
export function make(tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  el.append(...children);
  return el;
}

/** The signed-in reader as the page states it: id, role, zone, lock minutes, declared place. */
export function reader(): { id: string; role: string; zone: string; lockMinutes: number; place: string; exit: string } {
  const meta = need<HTMLMetaElement>(document, "meta[name=reader]");
  const { role = "", zone = "UTC", lock = "5", place = "", exit = "/" } = meta.dataset;
  return { id: meta.content, role, zone, lockMinutes: Number(lock) || 5, place, exit };
}
