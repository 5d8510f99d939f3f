// Dates as the server writes them: day before month and 24 hours in English too.

/** The locale to format with on this page. */
export function pageLocale(): string {
  const { lang } = document.documentElement;
  return lang === "en" ? "en-GB" : lang;
}

/** A clock time in a zone: "9:05", with no leading zero. */
export function clock(at: Date, zone: string): string {
  const format = { hour: "numeric", minute: "2-digit", timeZone: zone, hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat(pageLocale(), format).format(at).replace(/^0(?=\d)/, "");
}
