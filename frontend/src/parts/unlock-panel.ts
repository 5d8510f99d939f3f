/** The panel that asks for the passphrase in place of the locked page. Help stays in the bar above it. */
import { make, need } from "../dom.ts";
import { say } from "../say.ts";
import { working } from "./faults.ts";

/** Why the page is locked: after how many quiet `minutes` (0: not by itself), and whether a text was being written. */
export interface Lock {
  minutes: number;
  draft: boolean;
}

/** Builds the panel. `open` throws what went wrong. */
export function unlockPanel({ minutes, draft }: Lock, open: (passphrase: string) => Promise<void>): HTMLElement {
  const why = minutes > 0 ? say(draft ? "browser-locked" : "browser-locked-only", { minutes }) : say("login-unlock-why");
  const form = make(
    "form",
    { class: "card stack" },
    make("div", { class: "stack stack-2" }, make("h1", {}, say("login-unlock-title")), make("p", { role: "status" }, why)),
    passphraseField(),
    make(
      "div",
      {},
      make(
        "div",
        { class: "row" },
        make("button", { class: "btn btn-main", type: "submit" }, say("login-unlock-open")),
        make("a", { class: "btn btn-plain", href: "/recover" }, say("login-unlock-recover")),
      ),
      make("p", { class: "hint", role: "status", "data-part": "progress" }),
    ),
  ) as HTMLFormElement;
  const input = need<HTMLInputElement>(form, "input");
  const progress = need(form, "[data-part=progress]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    progress.textContent = say("login-unlock-working");
    void working(form, input, async () => {
      await open(input.value);
      input.value = "";
    }).finally(() => (progress.textContent = ""));
  });
  return make("section", { class: "page page-narrow", role: "main", "aria-label": say("login-unlock-title"), "data-part": "unlock" }, form);
}

function passphraseField(): HTMLElement {
  const described = { "aria-describedby": "unlock-fault", required: "" };
  const fields = { id: "unlock-passphrase", class: "input", type: "password", autocomplete: "current-password" };
  return make(
    "div",
    { class: "field" },
    make("label", { class: "label", for: fields.id }, say("login-unlock-passphrase")),
    make("input", { ...fields, ...described }),
    make("p", { class: "fault", id: "unlock-fault", role: "status", hidden: "" }),
  );
}
