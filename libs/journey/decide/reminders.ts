// Reminders: what one says and to whom; held off by the school, sent again by an operator; and what became of an
// effect.

import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import { termAt, type SchoolCalendar } from "../../calendar/terms.ts";
import type { Bounce } from "../bounce.ts";
import type { Verbs } from "../rules.ts";
import type { JourneyEvent } from "../events.ts";
import { reject } from "../rejection.ts";
import { isOfSchool } from "../said.ts";
import { bounceTask } from "../settle.ts";
import { ENDED_STATUSES, type Begun, type Journey, type StageYear } from "../state.ts";
import { leadTeachers } from "../teachers.ts";
import { because, dayToDecide, decided, needsReason, needsYear } from "./common.ts";
import { resent } from "./people.ts";

export const REMINDERS: Verbs<
  "OptOutOfReminders" | "ResendReminder" | "ResendLetter" | "RecordEffect" | "RecordBounce"
> = {
  OptOutOfReminders: (state, { at, data }, { calendar }) => {
    const open = needsYear(state);
    if ("rejection" in open) return open;
    const { person } = data;
    if (person !== undefined && !isOfSchool(open.state, person)) return reject("unknown-participant", "nobody-here");
    const today = localDate(at);
    // It lasts to the term's end; between terms, to the end of the one that comes.
    const until =
      termAt(calendar, today)?.end ??
      open.year.reminders.find((one) => one.termEndsOn >= today)?.termEndsOn ??
      localDate(open.year.endsAt);
    return decided({ type: "RemindersOptedOut", at, until, ...(person !== undefined && { person }), ...because(data) });
  },

  ResendReminder: (state, { at, data }) => {
    const open = needsYear(state);
    if ("rejection" in open) return open;
    const fault = needsReason(data);
    if (fault) return fault;
    const told = open.year.reminders
      .filter((one) => one.seq !== null && (data.reminder === undefined || one.seq === data.reminder))
      .at(-1);
    if (!told || told.seq === null) return reject("not-found", "reminder");
    const { term } = told;
    const { academicYear } = open.year;
    return decided({
      type: "ReminderResent",
      at,
      reminder: told.seq,
      term,
      academicYear,
      to: leadTeachers(open.state),
      ...says(open.year, localDate(at), told.termEndsOn),
      ...because(data),
    });
  },

  ResendLetter: (state, { at, data }) => {
    const cameBack =
      state.status === "none"
        ? undefined
        : state.bounced.findLast(({ effect }) => data.letter === undefined || effect === data.letter);
    if (!cameBack) return reject("not-found", "letter");
    return decided({ ...resent(cameBack.effect, cameBack.addressee, at), ...because(data) });
  },

  RecordEffect: (state, { at, data }, { calendar }) => {
    const open = state.status === "none" ? undefined : state.effects.find((one) => one.seq === data.effect);
    // A second report of the same effect changes nothing: it is recorded once.
    if (!open || (data.outcome === "stalled" && open.stalled)) return { events: [] };
    if (data.outcome === "stalled")
      return decided({ type: "EffectStalled", at, effect: data.effect, code: data.code ?? "unknown" });
    const { effect, messageId = null, code, bounced = [] } = data;
    return decided(
      { type: "EffectPerformed", at, effect, messageId, ...(code !== undefined && { code }) },
      ...bounced.flatMap((one) => cameBack(state, one, effect, at, calendar)),
    );
  },

  // A receipt may come twice, and for a journey that has ended long ago.
  RecordBounce: (state, { at, data }, { calendar }) => {
    const { effect, ...bounce } = data;
    if (state.status === "none" || effect > state.seq) return reject("not-found", "letter");
    return decided(...cameBack(state, bounce, effect, at, calendar));
  },
};

/**
 * A letter came back: who it was for is passed over from now on, and the hub is to find out how to reach them. Known
 * already: nothing.
 */
function cameBack(
  state: Journey,
  bounce: Bounce,
  effect: number,
  at: Instant,
  calendar: SchoolCalendar,
): JourneyEvent[] {
  if (state.status === "none" || state.bounced.some(({ addressee }) => addressee === bounce.addressee)) return [];
  // Nobody need find out how to reach who takes part no more.
  if (state.participants.some(({ id, left }) => left && id === bounce.person)) return [];
  const task: JourneyEvent = {
    type: "TaskOpened",
    at,
    task: bounceTask(bounce.addressee),
    about: "bounced-letter",
    commitment: null,
    dueOn: dayToDecide(calendar, at),
  };
  // Nobody waits for the answer of a school whose journey has ended.
  const over = ENDED_STATUSES.some((status) => status === state.status);
  return [{ type: "LetterBounced", at, effect, ...bounce }, ...(over ? [] : [task])];
}

/**
 * What a reminder lists: what is outstanding, and what falls due from today until the term ends. Codes of the school's
 * own commitments.
 */
export function says(
  year: StageYear,
  today: LocalDate,
  termEndsOn: LocalDate,
): { outstanding: string[]; comingUp: string[] } {
  const own = year.commitments.filter((one) => one.by === "school");
  return {
    outstanding: own.filter((one) => one.status === "missed").map((one) => one.code),
    comingUp: own
      .filter((one) => one.status === "open" && today <= one.dueOn && one.dueOn <= termEndsOn)
      .map((one) => one.code),
  };
}

/** Are reminders held off on the day of this instant? */
export function optedOut(state: Begun, at: Instant): boolean {
  return state.remindersOffUntil !== null && localDate(at) <= state.remindersOffUntil;
}
