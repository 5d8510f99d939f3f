// The two modules that build.mjs makes.
declare module "virtual:modules" {
  type Start = (el: HTMLElement) => void | (() => void);
  export const modules: Record<string, () => Promise<{ default: Start }>>;
}
declare module "virtual:texts" {
  export const catalogues: Record<string, () => Promise<{ default: string }>>;
}
