// Which year a hub turns into, and from when.

import {
  academicYearOf,
  firstDay,
  isAcademicYear,
  nextAcademicYear,
  startYear,
  type AcademicYear,
} from "../../calendar/academic-years.ts";
import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import { Refusal } from "../refusal.ts";

/** The year as an address has it, `2027-28`, as an academic year, `2027/28`. @throws Refusal `invalid` */
export function yearOf(address: string): AcademicYear {
  const year = address.replace("-", "/");
  if (/^\d{4}-\d{2}$/u.test(address) && isAcademicYear(year)) return year;
  throw new Refusal("invalid", "An academic year is written 2027-28.", {
    errors: [{ pointer: "/into", detail: "An academic year is written 2027-28." }],
  });
}

/** `2027/28` → `2027-28`. */
export function inAddress(year: AcademicYear): string {
  return year.replace("/", "-");
}

/**
 * The year into which a hub turns now: the coming one, or the one under way for those that come late. `asked`: as in an
 * address; nothing: the coming one.
 * @throws Refusal `invalid` for a year that is over or further on
 */
export function turnsInto(asked: string | undefined, at: Instant): AcademicYear {
  const now = academicYearOf(localDate(at));
  const coming = nextAcademicYear(now);
  if (asked === undefined) return coming;
  const into = yearOf(asked);
  if (into === now || into === coming) return into;
  const detail =
    `A hub turns into the coming academic year, ${inAddress(coming)}, or late into the one under way, ` +
    `${inAddress(now)}.`;
  throw new Refusal("invalid", detail, { errors: [{ pointer: "/into", detail }] });
}

/** “From spring”: 1 March before the year (an assumption: no page says when a hub begins). */
export function springOf(into: AcademicYear): LocalDate {
  return `${startYear(into)}-03-01`;
}

/** @throws Refusal `window-closed` before spring; the preview can be read all year */
export function fromSpring(into: AcademicYear, at: Instant): void {
  const spring = springOf(into);
  if (localDate(at) >= spring) return;
  throw new Refusal(
    "window-closed",
    `Schools are invited to the year that begins on ${firstDay(into)} from ${spring} on. Until then look ` +
      `at what the turn would do.`,
  );
}
