// What happens next by itself. One answer serves the workflow's timer, the tick that does it, and the forward calendar.

import { academicYearOf, nextAcademicYear, settledBy, yearBegins } from "../calendar/academic-years.ts";
import { remember } from "../calendar/memo.ts";
import { addSeconds, endOfDay, localDate, startOfDay, type Instant, type LocalDate } from "../calendar/instants.ts";
import type { Term } from "../calendar/terms.ts";
import type { ComingWindow } from "./commands.ts";
import { isHeadteachers, type AskedOfGrant } from "./event-words.ts";
import { nextToTell } from "./gather.ts";
import { grantTask, questionOf } from "./grant-questions.ts";
import { keptPlace } from "./places.ts";
import { interestEnds, waitOf } from "./waiting.ts";
import {
  currentYear,
  type Begun,
  type Commitment,
  type Interested,
  type Journey,
  type Offered,
  type Participating,
  type Paused,
  type StageYear,
} from "./state.ts";

export type Next =
  | { at: Instant; what: "window-opens"; prospectus: string }
  | { at: Instant; what: "offer-reminder" }
  | { at: Instant; what: "offer-lapses" }
  | { at: Instant; what: "commitment-missed"; commitment: Commitment }
  | { at: Instant; what: "escalation"; commitment: Commitment; level: 1 | 2 | 3 }
  | { at: Instant; what: "reminder"; reminder: StageYear["reminders"][number] }
  | { at: Instant; what: "chaser"; term: Term; commitments: readonly Commitment[] }
  | { at: Instant; what: "year-ends" }
  | { at: Instant; what: "year-interrupted" }
  | { at: Instant; what: "pause-asked" }
  | { at: Instant; what: "pause-ends" }
  | { at: Instant; what: "stage-starts" }
  | { at: Instant; what: "kept-place-lapses" }
  | { at: Instant; what: "invitation-reminder" }
  | { at: Instant; what: "hub-invites" }
  | { at: Instant; what: "settling-ends" }
  | { at: Instant; what: "settled-place-lapses" }
  | { at: Instant; what: "move-waits" }
  | { at: Instant; what: "hub-asked" }
  | { at: Instant; what: "wait-ends" }
  | { at: Instant; what: "end-told" }
  | { at: Instant; what: "grant-asks"; asks: AskedOfGrant }
  | { at: Instant; what: "meeting-near"; meeting: StageYear["announces"][number] }
  | { at: Instant; what: "letters" };

/** When something next happens by itself (UTC); null where nothing does. May lie in the past: then it is overdue. */
export function due(state: Journey): Instant | null {
  return nextUp(state)?.at ?? null;
}

/** What time brings next, if anything. `promised`: in the stage-year, for the names of what it speaks of. */
export interface Coming {
  next: Next | null;
  promised: readonly Commitment[];
}

/** What comes next by itself, with what its sentence needs. */
export function comingOf(state: Journey): Coming {
  const year = state.status === "none" ? null : currentYear(state);
  return { next: nextUp(state), promised: year?.commitments ?? [] };
}

/** Of each state what comes next: one round asks for it eight times, of two states. A state is never changed. */
const NEXT = new WeakMap<Journey, Next | null>();

/**
 * The next thing that time brings, and when. At one instant: missed, escalated, reminded, chased, and the year's end
 * last.
 */
export function nextUp(state: Journey): Next | null {
  const known = NEXT.get(state);
  if (known !== undefined) return known;
  const first: { next: Next | null } = { next: null };
  each(state, (one) => {
    if (first.next === null || one.at < first.next.at) first.next = one;
  });
  NEXT.set(state, first.next);
  return first.next;
}

/** All that time will bring as things stand, in order. */
export function upcoming(state: Journey): Next[] {
  const all: Next[] = [];
  each(state, (one) => all.push(one));
  return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Who hears of what time will bring. Lists of it, made for the one that comes first, took longer than finding that. */
type Told = (next: Next) => void;

/** The same in the order in which it comes at one instant. */
function each(state: Journey, told: Told): void {
  if (state.status === "none") return;
  ofStatus(state, told);
  ofInvitation(state, told);
  ofMove(state, told);
  ofWait(state, told);
  ofGrants(state, told);
  // Last of one instant: all that it brings is told together.
  const at = nextToTell(state);
  if (at !== null) told({ at, what: "letters" });
}

function ofStatus(state: Begun, told: Told): void {
  switch (state.status) {
    case "interested": {
      const next = comingNext(state);
      if (next) told({ at: startOfDay(next.opensOn), what: "window-opens", prospectus: next.prospectus });
      return;
    }
    case "offered":
      return ofOffer(state, told);
    case "participating":
      if (state.year) ofYear(state.year, told);
      if (state.year || state.waitsUntil !== null) hubInvites(state, told);
      else if (state.next) told({ at: yearBegins(state.next.academicYear), what: "stage-starts" });
      if (!state.year && state.waitsUntil !== null) told({ at: dayAfter(state.waitsUntil), what: "settling-ends" });
      return;
    case "paused":
      if (state.year) told({ at: state.year.endsAt, what: "year-interrupted" });
      else settledPlace(state, told);
      if (state.until === null) pauseAsked(state, told);
      else told({ at: dayAfter(state.until), what: "pause-ends" });
      return;
    case "applied":
    case "information-requested":
    case "waitlisted":
    case "accepted":
    case "completed":
    case "not-selected":
    case "redirected":
    case "declined":
    case "lapsed":
    case "withdrawn":
    case "ineligible":
      return;
    default:
      return state satisfies never;
  }
}

/**
 * The window on which an interested school waits: the one that opens first; null where none is known, or it was
 * invited.
 */
export function comingNext({ coming }: Interested): ComingWindow | null {
  return coming.reduce<ComingWindow | null>(
    (first, one) => (first === null || one.opensOn < first.opensOn ? one : first),
    null,
  );
}

function ofOffer({ offer: { lapsesAt, remindAt } }: Offered, told: Told): void {
  if (remindAt !== null) told({ at: remindAt, what: "offer-reminder" });
  told({ at: lapsesAt, what: "offer-lapses" });
}

/**
 * A place is kept for a school that is invited, wherever it stands, until the last day to answer; one that takes part,
 * or did, is reminded meanwhile.
 */
function ofInvitation(state: Begun, told: Told): void {
  const invited = state.status === "participating" || state.status === "completed" ? state.invitation : null;
  const reminder = invited?.reminders[0];
  if (reminder) told({ at: reminder.at, what: "invitation-reminder" });
  if (state.status === "participating" && state.year === null)
    for (const meeting of state.invitation?.announces ?? []) told({ at: meeting.at, what: "meeting-near", meeting });
  const kept = keptPlace(state);
  if (kept !== null) told({ at: dayAfter(kept.respondBy), what: "kept-place-lapses" });
}

/** Once, where the hub has not invited a school by the day on which it would have. */
function hubInvites({ year, past, next, invitation, stopsBefore, tasks }: Participating, told: Told): void {
  const of = year ?? past.at(-1);
  const at = of?.closing?.inviteBy ?? null;
  if (!of || at === null || next !== null || invitation !== null || stopsBefore !== null) return;
  if (!tasks.some(({ id }) => id === `${of.academicYear}/invitation`)) told({ at, what: "hub-invites" });
}

/** The place that a school had in the year to come is kept through its pause until 31 October of that year. */
function settledPlace({ next }: Paused, told: Told): void {
  if (next === null || next.workGroup === null) return;
  told({ at: dayAfter(settledBy(next.academicYear)), what: "settled-place-lapses" });
}

/** The id of the task about a pause without an end: one for each pause. */
export const pauseTask = ({ pausedAt }: Pick<Paused, "pausedAt">): string => `${localDate(pausedAt)}/pause`;

/**
 * A pause without an end is somebody's to decide once no place is kept any more: after 31 October of the academic year
 * that follows.
 */
function pauseAsked(state: Paused, told: Told): void {
  if (state.tasks.some(({ id }) => id === pauseTask(state))) return;
  const into = nextAcademicYear(academicYearOf(localDate(state.pausedAt)));
  told({ at: dayAfter(settledBy(into)), what: "pause-asked" });
}

/** Its hub has so long to answer another that asks for the school; then an operator does. */
function ofMove({ move }: Begun, told: Told): void {
  if (move?.waitsFor === "hub") told({ at: dayAfter(move.until), what: "move-waits" });
}

/** Nobody waits for ever: the hub is asked in good time, the wait ends, and the school is told. */
function ofWait(state: Begun, told: Told): void {
  if (state.toTell !== null) told({ at: state.toTell.at, what: "end-told" });
  if (state.status === "interested") {
    const ends = interestEnds(state);
    if (ends !== null) told({ at: ends, what: "wait-ends" });
    return;
  }
  const wait = waitOf(state);
  if (wait === null) return;
  if (wait.askHubAt !== null) told({ at: wait.askHubAt, what: "hub-asked" });
  if (wait.endsOn !== null) told({ at: endOfDay(wait.endsOn), what: "wait-ends" });
}

/** A grant that waits for a person has a task at once. */
function ofGrants(state: Begun, told: Told): void {
  for (const grant of state.grants) {
    const asks = questionOf(state, grant);
    if (asks === null) continue;
    const hasTask = state.tasks.some((task) => task.status === "open" && task.id === grantTask(asks));
    if (!hasTask) told({ at: state.lastAt, what: "grant-asks", asks });
  }
}

function ofYear(year: StageYear, told: Told): void {
  for (const commitment of year.commitments)
    if (commitment.status === "open" && chaseable(year, commitment))
      told({ at: dayAfter(missedFrom(year, commitment)), what: "commitment-missed", commitment });
  for (const commitment of year.commitments)
    if (commitment.next) told({ at: commitment.next.at, what: "escalation", commitment, level: commitment.next.level });
  for (const reminder of year.reminders) if (!reminder.done) told({ at: reminder.at, what: "reminder", reminder });
  chasersOf(year, told);
  for (const meeting of year.announces) told({ at: meeting.at, what: "meeting-near", meeting });
  told({ at: year.endsAt, what: "year-ends" });
}

/** While its group meets in another way nothing is missed: that is said once it has settled. */
function missedFrom({ restsUntil }: StageYear, { dueOn }: Commitment): LocalDate {
  return restsUntil !== null && restsUntil > dueOn ? restsUntil : dueOn;
}

/** One letter for all that is chased on a day; as many a term as are allowed, the earliest. */
function chasersOf(year: StageYear, told: Told): void {
  const wanted = year.commitments.filter((one) => one.status === "open" && one.chaseAt !== null);
  if (wanted.length === 0) return;
  const most = year.reminding?.chasersATerm ?? 0;
  const had = [...year.chased];
  const days = [...new Set(wanted.map((one) => one.chaseAt ?? ""))].sort();
  for (const at of days) {
    const term = termOf(year, at);
    if (term === null) continue;
    const then = wanted.filter((one) => one.chaseAt === at);
    const own = then.filter((one) => !isHeadteachers(one));
    if (own.length > 0 && had.filter((one) => one === term).length < most) {
      had.push(term);
      told({ at, what: "chaser", term, commitments: own });
    }
    // The headteacher has a letter of their own, and is spared none for those that the teachers had.
    if (own.length < then.length) told({ at, what: "chaser", term, commitments: then.filter(isHeadteachers) });
  }
}

/** The term under way at an instant, or the one that comes. */
function termOf({ reminders }: StageYear, at: Instant): Term | null {
  const day = localDate(at);
  return reminders.find(({ termEndsOn }) => day <= termEndsOn)?.term ?? reminders.at(-1)?.term ?? null;
}

/**
 * Nobody is chased for a session that was not held, nor for what hangs on a visit that did not happen.
 */
export function chaseable(year: StageYear, commitment: Commitment): boolean {
  if (commitment.after === null) return true;
  return year.commitments.some((one) => one.code === commitment.after && one.status === "met");
}

/** The first instant after a day in London. */
function dayAfter(date: string): Instant {
  return remember(AFTER, date, () => addSeconds(endOfDay(date), 1));
}
const AFTER = new Map<string, Instant>();
