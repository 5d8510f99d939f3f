/** Whether somebody is writing in a part of the page; such a part is left alone until they are done. */
import { isChanged } from "./choices.ts";

export function isBeingWritten(part: HTMLElement): boolean {
  const typed = [...part.querySelectorAll("textarea")].some((area) => area.value !== area.defaultValue);
  const chose = [...part.querySelectorAll<HTMLFieldSetElement>("fieldset[data-choices]")].some(isChanged);
  const ticked = [...part.querySelectorAll<HTMLInputElement>("input[type=radio]")].some((one) => one.checked !== one.defaultChecked);
  return typed || chose || ticked;
}
