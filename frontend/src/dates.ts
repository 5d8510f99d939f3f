// Dates as the server writes them: day before month and 24 hours in English too.

/** The locale to format with on this page. */
export function pageLocale(): string {
  const { lang } = document.documentElement;
  return lang === "en" ? "en-GB" : lang;
}
