/**
 * Shows a letter's text: paragraphs, line breaks, lists, *emphasis*, **strong**. Builds nodes, never HTML; everything
 * else, links included, stays the text it is.
 */
import { make } from "../dom.ts";

const LIST_ITEM = /^\s*(?:[-*•]|\d{1,3}[.)])\s+/;
const ORDERED = /^\s*\d{1,3}[.)]\s/;
// Strong before emphasis; neither may begin or end with a space, and neither crosses a line.
const MARKS = /\*\*(?! )([^*\n]+?)(?<! )\*\*|(?<![\w*])[*_](?! )([^*_\n]+?)(?<! )[*_](?![\w*])/g;

/** The nodes of a text. */
export function letterNodes(text: string): Node[] {
  return text
    .replace(/^\n+|\s+$/g, "")
    .split(/\n[ \t]*\n+/)
    .flatMap(block);
}

/** One block: runs of list lines become lists, runs of other lines paragraphs. */
function block(text: string): Node[] {
  const nodes: Node[] = [];
  let run: string[] = [];
  const close = (): void => {
    if (run.length > 0) nodes.push(isItem(run[0]) ? list(run) : paragraph(run));
    run = [];
  };
  for (const line of text.split("\n")) {
    if (run.length > 0 && isItem(line) !== isItem(run[0])) close();
    run.push(line);
  }
  close();
  return nodes;
}

const isItem = (line: string | undefined): boolean => line !== undefined && LIST_ITEM.test(line);

function list(lines: readonly string[]): Node {
  const items = lines.map((line) => make("li", {}, ...inline(line.replace(LIST_ITEM, ""))));
  return make(ORDERED.test(lines[0] ?? "") ? "ol" : "ul", {}, ...items);
}

function paragraph(lines: readonly string[]): Node {
  const parts = lines.flatMap((line, at) => (at === 0 ? inline(line) : [make("br"), ...inline(line)]));
  return make("p", { dir: "auto" }, ...parts);
}

function inline(line: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let from = 0;
  for (const found of line.matchAll(MARKS)) {
    if (found.index > from) parts.push(line.slice(from, found.index));
    parts.push(found[1] !== undefined ? make("strong", {}, found[1]) : make("em", {}, found[2] ?? ""));
    from = found.index + found[0].length;
  }
  if (from < line.length) parts.push(line.slice(from));
  return parts;
}

/** Words as a person counts them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu)?.length ?? 0;
}
