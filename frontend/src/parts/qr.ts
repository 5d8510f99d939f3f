/** Draws a QR code as an SVG, black on white in light and dark: cameras need it so. */
import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";

const QUIET = 2;
const SVG = "http://www.w3.org/2000/svg";

/** A QR code of `text`; `label` says to a screen reader what it is of. */
export function drawQr(text: string, label: string): SVGElement {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const svg = document.createElementNS(SVG, "svg");
  const side = code.size + 2 * QUIET;
  svg.setAttribute("class", "qr");
  svg.setAttribute("viewBox", `${-QUIET} ${-QUIET} ${side} ${side}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", toSvgPath(code));
  path.setAttribute("fill", "#16211d");
  svg.append(path);
  return svg;
}
