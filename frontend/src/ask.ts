// Asks the server: JSON in, JSON out, the CSRF token, and errors as values a person can read.

/** What the server answered when it could not do it (RFC 9457), or that there was no network (`code` "offline"). */
export class AskError extends Error {
  readonly code: string;
  readonly status: number;
  readonly values: Record<string, string | number>;

  constructor(message: string, code: string, status: number, values: Record<string, string | number> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.values = values;
  }
}

const token = (): string => document.querySelector<HTMLMetaElement>("meta[name=csrf-token]")?.content ?? "";

/** Sends `body` as JSON and returns the JSON answer. Throws AskError, with the server's sentence as its message. */
export async function ask<T = Record<string, unknown>>(method: string, url: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json", "X-CSRFToken": token() };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const init: RequestInit = { method, headers, credentials: "same-origin", redirect: "error" };
  if (body !== undefined) init.body = JSON.stringify(body);
  const answer = await fetch(url, init).catch(() => {
    throw new AskError("offline", "offline", 0);
  });
  const text = await answer.text();
  const json = text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {};
  if (answer.ok) return json as T;
  throw new AskError(
    String(json["detail"] ?? answer.statusText),
    String(json["code"] ?? "failed"),
    answer.status,
    (json["values"] as Record<string, string | number> | undefined) ?? {},
  );
}
