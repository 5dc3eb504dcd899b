// Codes, days and moments, as people write them.

import { localDate, localTime, type Instant } from "../calendar/instants.ts";
import { longDate } from "../calendar/long-dates.ts";

/** Those of which the words alone say it badly. */
const SAID: ReadonlyMap<string, string> = new Map([
  ["headteacher-first-workshop", "Headteacher at the first workshop"],
  ["headteacher-meeting-autumn", "Headteacher’s autumn meeting"],
  ["headteacher-meeting-spring", "Headteacher’s spring meeting"],
  ["headteacher-meeting-summer", "Headteacher’s summer meeting"],
  ["headteachers-meeting", "Headteachers’ meeting"],
  ["headteachers-session", "Headteachers’ session"],
]);

/** `support-visit-autumn` as `Support visit autumn`. */
export function inWords(code: string): string {
  const said = SAID.get(code);
  if (said !== undefined) return said;
  const text = code.replaceAll("-", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `gap-task-1` as `gap task 1`. */
export function low(code: string): string {
  return inWords(code).toLowerCase();
}

/** A stage in its academic year: `Development 2020/21`. */
export function stageYear({ stage, academicYear }: { stage: string; academicYear: string }): string {
  return `${inWords(stage)} ${academicYear}`;
}

/** A date, or the London day of an instant: `14 October 2020`. */
export function day(at: string): string {
  return longDate(at.includes("T") ? localDate(at) : at);
}

/** An instant: `14 October 2020, 09:00`, in London. */
export function moment(at: Instant): string {
  return `${day(at)}, ${localTime(at)}`;
}

/** `2020-21/primary-readiness` as `Readiness 2020/21`. */
export function programmeOfId(id: string): string {
  const [, year = "", stage = ""] = /^(\d{4}-\d\d)\/[a-z]+-(.+)$/u.exec(id) ?? [];
  return year === "" ? id : `${inWords(stage)} ${year.replace("-", "/")}`;
}

/** `2020-21/primary-readiness` as `primary`. */
export const phaseOf = (programme: string): string => /\/([a-z]+)-/u.exec(programme)?.[1] ?? "";

/** `2020-21/primary-readiness` as `Readiness 2020/21, primary`. */
export const programmeAndPhase = (id: string): string => `${programmeOfId(id)}, ${phaseOf(id)}`;
