// Months, and the academic and financial years that they lie in, as a page narrows money to them: `2024-10`,
// `academic-2024-25` (September to August), `financial-2024-25` (April to March).

import { addDays } from "../../../libs/calendar/dates.ts";
import type { LocalDate } from "../../../libs/calendar/instants.ts";
import { longDate } from "../../../libs/calendar/long-dates.ts";
import type { Choice } from "../form-fields.ts";

/** A month as the service tells it, `2024-10`. */
export type Month = string;
/** What months can be taken together by. */
export const YEARS = ["academic", "financial"] as const;
export type YearKind = (typeof YEARS)[number];

const BEGINS: Readonly<Record<YearKind, string>> = { academic: "09", financial: "04" };
const CALLED: Readonly<Record<YearKind, string>> = { academic: "Academic year", financial: "Financial year" };
const PERIOD = /^(?:(\d{4}-(?:0[1-9]|1[0-2]))|(academic|financial)-(\d{4})-(\d{2}))$/u;

/** The year of a kind in which a month lies. */
export function yearOf(month: Month, kind: YearKind): string {
  const year = Number(month.slice(0, 4));
  const begins = month.slice(5) >= BEGINS[kind] ? year : year - 1;
  return `${kind}-${begins}-${String((begins + 1) % 100).padStart(2, "0")}`;
}

/** Does a month lie in a period? All lie in none. */
export function isIn(month: Month, period: string): boolean {
  return period === "" || month === period || YEARS.some((kind) => yearOf(month, kind) === period);
}

/** `October 2024`, `Academic year 2024/25`; what is no period stays. */
export function periodInWords(period: string): string {
  const [, month, kind, from, to] = PERIOD.exec(period) ?? [];
  if (month !== undefined) return longDate(`${month}-01`).slice(2);
  return kind === undefined ? period : `${CALLED[kind as YearKind]} ${from}/${to}`;
}

/** Its first and last day; null for what is no period. */
export function daysOf(period: string): { from: LocalDate; to: LocalDate } | null {
  const [, month, kind, from] = PERIOD.exec(period) ?? [];
  const first = month ?? (kind === undefined ? undefined : `${from}-${BEGINS[kind as YearKind]}`);
  if (first === undefined) return null;
  const next = later(first, month === undefined ? 12 : 1);
  return { from: `${first}-01`, to: addDays(`${next}-01`, -1) };
}

/** The years and months in which anything lies, the latest first, to choose from. */
export function periodChoices(months: readonly Month[]): Choice[] {
  const latestFirst = [...new Set(months)].sort().reverse();
  const years = YEARS.flatMap((kind) => [...new Set(latestFirst.map((month) => yearOf(month, kind)))]);
  return [...years, ...latestFirst].map((value) => ({ value, words: periodInWords(value) }));
}

function later(month: Month, by: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}
