// What a record has to be for it to be kept as evidence: of a day that holds it, in the months that the page names, by
// codes that the programme has.

import { firstDay } from "../../calendar/academic-years.ts";
import { addDays } from "../../calendar/dates.ts";
import { localDate, type LocalDate } from "../../calendar/instants.ts";
import { schoolDaysFrom, type SchoolCalendar } from "../../calendar/terms.ts";
import type { Absence, Attended } from "../commands.ts";
import { isTeachers } from "../group-dates.ts";
import { inField, reject, type Rejection } from "../rejection.ts";
import type { Rules } from "../rules.ts";
import { otherSessions, takenUp } from "../settle-evidence.ts";
import type { StageYear } from "../state.ts";
import { invalid } from "../wire.ts";

type Fault = { rejection: Rejection } | null;

/** The half-days that a day has. */
const OF_A_DAY = 2;

/** `stated-by-page` for a session outside the months that the page of the year names. */
export function inMonths({ meetings }: Pick<StageYear, "meetings">, on: LocalDate): Fault {
  const within = meetings?.within;
  return within && (on < within.from || on > within.to) ? reject("stated-by-page", "months", within) : null;
}

/** `too-much-for-a-day` for a session on the day of another, where each is to be on a day of its own. */
export function onItsOwnDay(year: StageYear, session: string, on: LocalDate): Fault {
  // The headteachers meet beside the teachers' sessions.
  if (!year.meetings?.separate || !isTeachers(session)) return null;
  const dated = [
    ...year.commitments.flatMap((one) =>
      one.kind === "session" && one.status !== "waived" && one.status !== "met" && !year.calledOff.includes(one.code)
        ? [{ code: one.code, on: one.dueOn }]
        : [],
    ),
    ...year.extras,
  ].find((one) => one.code !== session && one.on === on);
  const held = otherSessions(year, on, session)[0];
  const other = dated?.code ?? held;
  return other === undefined ? null : reject("too-much-for-a-day", "sessions", { on, session: other });
}

/**
 * A register that a day can hold: a second session on one day only where the lead says that a full day stood for two
 * half-days, and why. What was made up, or was after school, takes up no day.
 */
export function sessionFitsDay(
  year: StageYear,
  session: string,
  { on, present, headteacher = false, equivalent }: Attended,
): Fault {
  if (equivalent === "twilight" || (present.length === 0 && !headteacher)) return null;
  const other = otherSessions(year, on, session)[0];
  if (other !== undefined && year.meetings?.separate && equivalent !== "full-day")
    return reject("too-much-for-a-day", "sessions", { on, session: other });
  const had = takenUp(year, on, session);
  return had + year.halfDaysPerMeeting > OF_A_DAY ? reject("too-much-for-a-day", "meeting", { on, had }) : null;
}

/** A visit that its day can hold, beside what else is recorded of that day. */
export function visitFitsDay(year: StageYear, { on, halfDays }: { on: LocalDate; halfDays: number }): Fault {
  if (halfDays > OF_A_DAY) return reject("too-much-for-a-day", "visit");
  const had = takenUp(year, on);
  return had + halfDays > OF_A_DAY ? reject("too-much-for-a-day", "visits", { on, had }) : null;
}

/**
 * Days of release of one teacher up to a day: no more than there were school days since the record before it, or since
 * the year began; and no later record becomes more than there were.
 */
export function releaseFitsDays(
  year: StageYear,
  { participant, days, on }: { participant: string; days: number; on: LocalDate },
  calendar: SchoolCalendar,
): Fault {
  const began = localDate(year.startedAt);
  const first = began > firstDay(year.academicYear) ? began : firstDay(year.academicYear);
  const others = year.evidence.flatMap((one) =>
    one.kind === "release-days" && one.participant === participant ? [{ on: one.on, days: one.days }] : [],
  );
  const before = others.filter((one) => one.on <= on).map((one) => addDays(one.on, 1));
  const from = [first, ...before].sort().at(-1) ?? first;
  const could = schoolDaysFrom(calendar, from, on);
  if (days > could) return reject("too-much-for-a-day", "release", { days: could, from });
  const sum = (to: LocalDate): number => days + others.reduce((all, one) => (one.on <= to ? all + one.days : all), 0);
  const over = others.find((one) => one.on > on && sum(one.on) > schoolDaysFrom(calendar, first, one.on));
  return over ? reject("too-much-for-a-day", "release-before", { on: over.on }) : null;
}

/** `invalid` for a reason of an absence that the programme does not have among its codes. */
export function absenceFits(year: StageYear, absent: readonly Absence[], { catalogue }: Rules): Fault {
  const codes = catalogue.get(year.prospectus)?.commitments.meetings.absence.value.map((one) => one.code);
  return codes === undefined ? null : absenceCodesFit(codes, absent, "/absent");
}

/** The same of a list that stands at `at`. */
export function absenceCodesFit(codes: readonly string[], absent: readonly Absence[], at: string): Fault {
  const faults = absent.flatMap(({ reasonCode }, index) =>
    reasonCode === undefined || codes.includes(reasonCode)
      ? []
      : [inField(`${at}/${index}/reasonCode`, "absence-code", { codes })],
  );
  return faults.length > 0 ? invalid(faults) : null;
}

/** `invalid` for something a visit did that is not among the codes of the programme. */
export function visitDid(year: StageYear, did: readonly string[], { catalogue }: Rules): Fault {
  const codes = catalogue.get(year.prospectus)?.visitDoes.value.map((one) => one.code);
  if (codes === undefined || did.every((one) => codes.includes(one))) return null;
  return invalid([inField("/did", "visit-did", { codes })]);
}
