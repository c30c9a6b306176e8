import type { Locale } from "./words";

const LANGUAGES: Record<Locale, string> = { en: "en-GB", uk: "uk-UA" };

/** "14:02" for a moment of today, "20 Nov 2026, 14:02" for an earlier one; a text that is no time is returned. */
export function moment(time: string, locale: Locale, now: Date = new Date()): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  const today = date.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(LANGUAGES[locale], {
    ...(today ? {} : { day: "numeric", month: "short", year: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
  }).format(date);
}

/** "3 Jan 2026" for an ISO day; a text that is no day is returned. */
export function day(date: string, locale: Locale): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(date)) return date;
  return new Intl.DateTimeFormat(LANGUAGES[locale], {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}
