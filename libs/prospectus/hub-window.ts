// A hub may take applications on other days than a page says. What it may choose is bounded by the programme's own
// year.

import { lastDay } from "../calendar/academic-years.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { Prospectus } from "./prospectus.ts";

/** Both days are part of it, in Europe/London. */
export interface Window {
  opensOn: LocalDate;
  closesOn: LocalDate;
}

/** What is wrong with a window that a hub sets for a prospectus, by JSON pointer; nothing where it fits. */
export function windowFaults(
  { academicYear }: Pick<Prospectus, "academicYear">,
  { opensOn, closesOn }: Window,
): { pointer: string; detail: string }[] {
  const last = lastDay(academicYear);
  return [
    ...(opensOn > closesOn ? [{ pointer: "/closesOn", detail: "closesOn is not before opensOn." }] : []),
    ...(closesOn > last
      ? [{ pointer: "/closesOn", detail: `closesOn is not after ${last}, the last day of ${academicYear}.` }]
      : []),
  ];
}
