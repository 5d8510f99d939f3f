// The choice to stay open after a reload on this device. It is kept on the device and never sent.
import { need } from "../dom.ts";
import { setStays, stays } from "../keys/session.ts";

/** Binds to the part with the tick. */
export default function settingsDevice(el: HTMLElement): void {
  const tick = need<HTMLInputElement>(el, "[data-part=stay]");
  tick.checked = stays();
  tick.disabled = false;
  tick.addEventListener("change", () => void setStays(tick.checked));
}
