// The two modules that build.mjs makes, and what we use of Turbo, which ships no types.
declare module "virtual:modules" {
  type Start = (el: HTMLElement) => void | (() => void);
  export const modules: Record<string, () => Promise<Start>>;
}
declare module "virtual:texts" {
  export const catalogues: Record<string, () => Promise<{ default: string }>>;
}
declare module "@hotwired/turbo" {
  export function start(): void;
  export function visit(url: string, options?: { action?: "advance" | "replace" }): void;
  export function morphElements(
    current: Element,
    next: Element,
    options?: { callbacks?: { beforeNodeMorphed?: (current: Node, next: Node) => boolean } },
  ): void;
}
