/** Shows the secret of a code app: as a QR code to scan, and as text in groups of four to type. */
import { need } from "../dom.ts";
import { say } from "../say.ts";
import { drawQr } from "./qr.ts";

const groups = (secret: string): string => secret.match(/.{1,4}/g)?.join(" ") ?? secret;

/** Fills templates/public/part-totp.html inside `root`. The app shows the page's own neutral name and the log-in name. */
export function showSecret(root: HTMLElement, secret: string, handle: string): void {
  const issuer = need(document, ".mark-word").textContent?.trim() ?? "";
  const label = encodeURIComponent(`${issuer}:${handle}`);
  const address = `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
  need(root, "[data-part=totp-qr]").replaceChildren(drawQr(address, say("login-totp-qr")));
  need(root, "[data-part=totp-text]").textContent = groups(secret);
}

/** Takes the secret out of the page again. */
export function clearSecret(root: HTMLElement): void {
  for (const part of ["totp-qr", "totp-text"]) need(root, `[data-part=${part}]`).replaceChildren();
}

/** The field for the code that the app shows. */
export function codeField(root: HTMLElement): HTMLInputElement {
  return need<HTMLInputElement>(root, "[data-part=totp-code]");
}
