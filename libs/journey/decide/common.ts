// What several rule files ask of a state.

import { firstDay } from "../../calendar/academic-years.ts";
import { addDays } from "../../calendar/dates.ts";
import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import { nextSchoolDay, type SchoolCalendar } from "../../calendar/terms.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import type { REASONS } from "../../words/reasons/all.ts";
import type { With } from "../../words/reasons/reason.ts";
import type { TextRef } from "../commands.ts";
import type { Decision, Rules } from "../rules.ts";
import { inField, reject, type Given, type Rejection } from "../rejection.ts";
import type { TaskAbout } from "../event-words.ts";
import { currentYear, yearUnderWay, type Begun, type Commitment, type Journey, type StageYear } from "../state.ts";
import { invalid } from "../wire.ts";

interface Because {
  reason?: TextRef;
  reasonCode?: string;
}

/** The reason as an event keeps it: an id of a text, a code where there is a list. */
export function because(data: Because): { reasonId?: string; reasonCode?: string } {
  return {
    ...(data.reason && { reasonId: data.reason.id }),
    ...(data.reasonCode !== undefined && { reasonCode: data.reasonCode }),
  };
}

/** `reason-required` where no words are given. */
export function needsReason(data: Because): { rejection: Rejection } | null {
  return data.reason ? null : reject("reason-required", "reason");
}

/** What comes after a meeting is recorded before it with a reason alone. */
export function beforeItsTime(data: Because): { rejection: Rejection } | null {
  return data.reason ? null : reject("reason-required", "before-its-time");
}

/** The command does not belong to where the journey stands. */
export function notNow<W extends NotNow>(state: Journey, why: W, ...given: Beside<W>): { rejection: Rejection } {
  const [more] = given as readonly [With?];
  return { rejection: { code: "not-in-this-state", why, with: { status: statusInWords(state), ...more } } };
}

type NotNow = keyof (typeof REASONS)["not-in-this-state"];
/** What its sentence asks for beside the status. */
type Beside<W extends NotNow> =
  Given<"not-in-this-state", W> extends [infer G]
    ? Record<never, never> extends Omit<G, "status">
      ? []
      : [given: Omit<G, "status">]
    : [];

/** Where a journey stands, as a rejection says it. */
export function statusInWords(state: Journey): string {
  return state.status === "none" ? "not begun" : state.status;
}

/** Answers with the stage-year under way, or `not-participating`. */
export function needsYear(
  state: Journey,
): { year: StageYear; state: Extract<Begun, { status: "participating" }> } | { rejection: Rejection } {
  const year = yearUnderWay(state);
  if (year && state.status === "participating") return { year, state };
  return state.status === "participating"
    ? reject("not-participating", "between-years")
    : reject("not-participating", "not-at-present");
}

/** The commitment with this code in the stage-year, or `unknown-commitment`. */
export function needsCommitment(year: StageYear, code: string): { commitment: Commitment } | { rejection: Rejection } {
  const commitment = year.commitments.find((one) => one.code === code);
  if (commitment) return { commitment };
  return reject("unknown-commitment", "stage-year", { codes: year.commitments.map((one) => one.code) });
}

/**
 * `in-the-future` where a record says it happened after today (Europe/London); `invalid` where it is of an earlier
 * year.
 */
export function misdated(on: LocalDate, at: Instant, year: StageYear): { rejection: Rejection } | null {
  if (on > localDate(at)) return reject("in-the-future", "record", { on });
  const first = firstDay(year.academicYear);
  return on < first ? invalid([inField("/on", "before-the-year", { first })]) : null;
}

/** The prospectus that rules the journey now: of the year under way, of the one to come, or applied for. */
export function rulingProspectus(state: Journey, rules: Rules): Prospectus | null {
  const id = currentYear(state)?.prospectus ?? comingProspectus(state);
  return id === null ? null : rules.catalogue.get(id);
}

/** The id of the prospectus of the stage-year to come, where there is one. */
export function comingProspectus(state: Journey): string | null {
  switch (state.status) {
    case "participating":
    case "paused":
      return state.next?.prospectus ?? state.past.at(-1)?.prospectus ?? null;
    case "accepted":
    case "offered":
    case "applied":
    case "information-requested":
    case "waitlisted":
      return state.application.prospectus;
    default:
      return null;
  }
}

/** Days in which a task is to be decided (assumption: no page says). */
const DAYS_TO_DECIDE = 7;

/** What the ladder's last level asks about: the teachers that are lacking, or a promise that was missed. */
export const aboutOf = ({ kind }: Pick<Commitment, "kind">): TaskAbout =>
  kind === "teachers" ? "teachers" : "missed-commitment";

/** By when a task that opens `at` is to be decided: a week on, or the next school day. */
export function dayToDecide(calendar: SchoolCalendar, at: Instant): LocalDate {
  return nextSchoolDay(calendar, addDays(localDate(at), DAYS_TO_DECIDE));
}

/** A decision of these events. */
export function decided(...events: Extract<Decision, { events: unknown }>["events"]): Decision {
  return { events };
}
