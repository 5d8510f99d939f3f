/** Builds the page's notices and icons from script, with the same classes and sprite as the templates. */
import { make } from "../dom.ts";

const SVG = "http://www.w3.org/2000/svg";

/** An icon of the sprite. Decoration only. */
export function icon(name: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  for (const [key, value] of Object.entries({ class: "i", "aria-hidden": "true", focusable: "false" })) svg.setAttribute(key, value);
  svg.append(use);
  return svg;
}

const ICONS = { ok: "check", fault: "alert", due: "clock" } as const;

/** A notice; plain strings become paragraphs. */
export function notice(kind: keyof typeof ICONS, ...content: (Node | string)[]): HTMLElement {
  const words = content.map((part) => (typeof part === "string" ? make("p", {}, part) : part));
  return make("div", { class: `notice notice-${kind}` }, icon(ICONS[kind]), make("div", {}, ...words));
}
