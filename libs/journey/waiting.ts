// Nobody waits for ever: until when a school that has no place yet waits, and from when that is somebody's task. Dates
// alone: a school calendar is asked when something falls due (decide/time.ts).

import { isAcademicYear, lastDay, startYear, yearBegins, type AcademicYear } from "../calendar/academic-years.ts";
import { addDays, weekday } from "../calendar/dates.ts";
import { endOfDay, instantAt, localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import type { Application, Interested, Journey } from "./state.ts";

/** The hub is asked four weeks before a wait ends; who is asked for information has at least as long to answer. */
const WEEKS_BEFORE = 28;

/**
 * A wait on the way in. `endsOn`: its last day; null where it does not end by itself. `askHubAt`: when it becomes the
 * hub's task; null where it is one, or was.
 */
export interface Wait {
  endsOn: LocalDate | null;
  askHubAt: Instant | null;
}

/** The academic year of a prospectus, by its id; null for an id that names none. */
export function yearOfProspectus(id: string): AcademicYear | null {
  const year = (id.split("/")[0] ?? "").replace("-", "/");
  return isAcademicYear(year) ? year : null;
}

/** The id of the hub's task about a school that waits. */
export const waitingTask = (academicYear: AcademicYear): string => `${academicYear}/waiting`;

/**
 * Until when a school waits that has applied, or accepted, and is not placed; null for any other. On the waitlist, or
 * asked for information: until 31 October of the year applied for; later in the year, until its end. A place that was
 * accepted ends with its year. An application that the hub has not answered does not end by itself: it stays the hub's
 * task until the hub answers, or the school applies for a later year.
 */
export function waitOf(state: Journey): Wait | null {
  if (!("application" in state) || state.status === "offered") return null;
  const { application } = state;
  const year = yearOfProspectus(application.prospectus);
  if (year === null) return null;
  const endsOn = endOf(state.status, application, year);
  const asks =
    state.status === "accepted"
      ? (state.offer.askHubAt ?? yearBegins(year))
      : instantAt(weekdayOf(addDays(endsOn ?? answerOf(application, year), -WEEKS_BEFORE)), "09:00");
  const had = state.tasks.some(
    (task) => task.id === waitingTask(year) && (task.status === "open" || task.openedAt >= application.since),
  );
  return { endsOn, askHubAt: had ? null : asks };
}

type Waiting = "applied" | "information-requested" | "waitlisted" | "accepted";

function endOf(status: Waiting, { since }: Application, year: AcademicYear): LocalDate | null {
  const last = lastDay(year);
  if (status === "applied") return null;
  if (status === "accepted") return last;
  const from = localDate(since);
  const meant = from <= endOfOctober(year) ? endOfOctober(year) : last;
  const fair = status === "information-requested" ? addDays(from, WEEKS_BEFORE) : meant;
  const day = fair > meant ? fair : meant;
  return day < last ? day : last;
}

/** An application that nobody has answered is asked about as early as one that waits; a later one after four weeks. */
function answerOf({ since }: Application, year: AcademicYear): LocalDate {
  const from = addDays(localDate(since), 2 * WEEKS_BEFORE);
  return from > endOfOctober(year) ? from : endOfOctober(year);
}

/**
 * When an interest ends that no window serves any more: on the first 31 October four weeks after its last window closed
 * (or it was expressed) that is not before that of its year. Null while a window is still to open.
 */
export function interestEnds({ prospectus, coming, invited, since }: Interested): Instant | null {
  const year = yearOfProspectus(invited?.prospectus ?? prospectus);
  if (coming.length > 0 || year === null) return null;
  const from = addDays(invited?.closesOn ?? localDate(since), WEEKS_BEFORE);
  const next = `${from.slice(0, 4)}-10-31`;
  const after = from <= next ? next : `${Number(from.slice(0, 4)) + 1}-10-31`;
  return endOfDay(after > endOfOctober(year) ? after : endOfOctober(year));
}

/** The day itself, or the Friday before it: a task opens when somebody is there to see it. */
const weekdayOf = (day: LocalDate): LocalDate => addDays(day, -Math.max(0, weekday(day) - 5));
const endOfOctober = (year: AcademicYear): LocalDate => `${startYear(year)}-10-31`;
