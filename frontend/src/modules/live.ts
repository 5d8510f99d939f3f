// Live updates: the server's hint that something moved, a look every minute, and a slower look when hints do not come.
import { SIGNED_OUT } from "../conversation/events.ts";
import { refreshPage } from "../conversation/refresh.ts";
import { signInUrl } from "../conversation/show.ts";
import { make } from "../dom.ts";
import { say } from "../say.ts";

const LOOK_MS = 60_000;
const WITHOUT_HINTS_MS = 20_000;

/** Binds to a page with live parts. Hints carry no content; the page asks for itself. */
export default function live(el: HTMLElement): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  let looked = Date.now();

  const look = async (): Promise<void> => {
    looked = Date.now();
    clearTimeout(timer);
    const result = await refreshPage();
    if (over) return;
    if (result === "signed-out") return out();
    plan();
  };
  const plan = (): void => {
    clearTimeout(timer);
    const hinted = source?.readyState === EventSource.OPEN;
    timer = setTimeout(visibleLook, hinted ? LOOK_MS : WITHOUT_HINTS_MS);
  };
  const visibleLook = (): void => void (document.visibilityState === "visible" ? look() : plan());
  const back = (): void => {
    if (document.visibilityState !== "visible") return;
    if (source?.readyState === EventSource.CLOSED) listen();
    if (Date.now() - looked > WITHOUT_HINTS_MS) void look();
  };
  const listen = (): void => {
    source?.close();
    source = new EventSource("/live");
    source.addEventListener("moved", () => void look());
    source.addEventListener("error", plan);
  };
  const online = (): void => (listen(), void look());
  const end = (): void => {
    over = true;
    clearTimeout(timer);
    source?.close();
    document.removeEventListener("visibilitychange", back);
    document.removeEventListener(SIGNED_OUT, out);
    removeEventListener("online", online);
  };
  document.addEventListener("visibilitychange", back);
  const out = (): void => signedOut(el, end);
  document.addEventListener(SIGNED_OUT, out);
  addEventListener("online", online);
  listen();
  plan();
  return end;
}

/** The log-in has ended: say so once; what is being written stays where it is. */
function signedOut(el: HTMLElement, end: () => void): void {
  end();
  if (el.querySelector("[data-signed-out]")) return;
  const link = make("a", { class: "btn btn-small", href: signInUrl() }, say("compose-sign-in"));
  const words = make("div", {}, make("p", {}, say("compose-signed-out")), make("p", {}, link));
  el.firstElementChild?.prepend(make("div", { class: "notice notice-due", role: "status", "data-signed-out": "" }, make("span"), words));
}
