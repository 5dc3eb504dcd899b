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
  const next = all(state).reduce<Next | null>(
    (first, one) => (first === null || one.at < first.at ? one : first),
    null,
  );
  NEXT.set(state, next);
  return next;
}

/** All that time will bring as things stand, in order. */
export function upcoming(state: Journey): Next[] {
  return all(state).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The same in the order in which it comes at one instant. */
function all(state: Journey): Next[] {
  return [
    ...candidates(state),
    ...ofInvitation(state),
    ...ofMove(state),
    ...ofWait(state),
    ...ofGrants(state),
    // Last of one instant: all that it brings is told together.
    ...ofLetters(state),
  ];
}

function candidates(state: Journey): Next[] {
  switch (state.status) {
    case "interested": {
      const next = comingNext(state);
      return next ? [{ at: startOfDay(next.opensOn), what: "window-opens", prospectus: next.prospectus }] : [];
    }
    case "offered":
      return ofOffer(state);
    case "participating":
      if (state.year) return [...ofYear(state.year), ...hubInvites(state)];
      if (state.waitsUntil !== null)
        return [...hubInvites(state), { at: dayAfter(state.waitsUntil), what: "settling-ends" }];
      return state.next ? [{ at: yearBegins(state.next.academicYear), what: "stage-starts" }] : [];
    case "paused": {
      const next: Next[] = state.year ? [{ at: state.year.endsAt, what: "year-interrupted" }] : settledPlace(state);
      return [
        ...next,
        state.until === null ? pauseAsked(state) : [{ at: dayAfter(state.until), what: "pause-ends" as const }],
      ].flat();
    }
    case "none":
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
      return [];
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

function ofOffer({ offer: { lapsesAt, remindAt } }: Offered): Next[] {
  const lapses: Next = { at: lapsesAt, what: "offer-lapses" };
  return remindAt === null ? [lapses] : [{ at: remindAt, what: "offer-reminder" }, lapses];
}

/**
 * A place is kept for a school that is invited, wherever it stands, until the last day to answer; one that takes part,
 * or did, is reminded meanwhile.
 */
function ofInvitation(state: Journey): Next[] {
  const kept = keptPlace(state);
  const lapses: Next[] = kept === null ? [] : [{ at: dayAfter(kept.respondBy), what: "kept-place-lapses" }];
  const invited = state.status === "participating" || state.status === "completed" ? state.invitation : null;
  const reminder = invited?.reminders[0];
  const near = state.status === "participating" && state.year === null ? (state.invitation?.announces ?? []) : [];
  return [
    ...(reminder ? [{ at: reminder.at, what: "invitation-reminder" as const }] : []),
    ...near.map((meeting): Next => ({ at: meeting.at, what: "meeting-near", meeting })),
    ...lapses,
  ];
}

/** Once, where the hub has not invited a school by the day on which it would have. */
function hubInvites({ year, past, next, invitation, stopsBefore, tasks }: Participating): Next[] {
  const of = year ?? past.at(-1);
  const at = of?.closing?.inviteBy ?? null;
  if (!of || at === null || next !== null || invitation !== null || stopsBefore !== null) return [];
  return tasks.some(({ id }) => id === `${of.academicYear}/invitation`) ? [] : [{ at, what: "hub-invites" }];
}

/** The place that a school had in the year to come is kept through its pause until 31 October of that year. */
function settledPlace({ next }: Paused): Next[] {
  if (next === null || next.workGroup === null) return [];
  return [{ at: dayAfter(settledBy(next.academicYear)), what: "settled-place-lapses" }];
}

/** The id of the task about a pause without an end: one for each pause. */
export const pauseTask = ({ pausedAt }: Pick<Paused, "pausedAt">): string => `${localDate(pausedAt)}/pause`;

/**
 * A pause without an end is somebody's to decide once no place is kept any more: after 31 October of the academic year
 * that follows.
 */
function pauseAsked(state: Paused): Next[] {
  if (state.tasks.some(({ id }) => id === pauseTask(state))) return [];
  const into = nextAcademicYear(academicYearOf(localDate(state.pausedAt)));
  return [{ at: dayAfter(settledBy(into)), what: "pause-asked" }];
}

/** Its hub has so long to answer another that asks for the school; then an operator does. */
function ofMove(state: Journey): Next[] {
  const move = state.status === "none" ? null : state.move;
  return move?.waitsFor === "hub" ? [{ at: dayAfter(move.until), what: "move-waits" }] : [];
}

/** Nobody waits for ever: the hub is asked in good time, the wait ends, and the school is told. */
function ofWait(state: Journey): Next[] {
  if (state.status === "none") return [];
  const told: Next[] = state.toTell === null ? [] : [{ at: state.toTell.at, what: "end-told" }];
  if (state.status === "interested") {
    const ends = interestEnds(state);
    return ends === null ? told : [...told, { at: ends, what: "wait-ends" }];
  }
  const wait = waitOf(state);
  if (wait === null) return told;
  const asked: Next[] = wait.askHubAt === null ? [] : [{ at: wait.askHubAt, what: "hub-asked" }];
  const ends: Next[] = wait.endsOn === null ? [] : [{ at: endOfDay(wait.endsOn), what: "wait-ends" }];
  return [...told, ...asked, ...ends];
}

/** A grant that waits for a person has a task at once. */
function ofGrants(state: Journey): Next[] {
  if (state.status === "none") return [];
  return state.grants.flatMap((grant): Next[] => {
    const asks = questionOf(state, grant);
    if (asks === null || state.tasks.some((task) => task.status === "open" && task.id === grantTask(asks))) return [];
    return [{ at: state.lastAt, what: "grant-asks", asks }];
  });
}

function ofLetters(state: Journey): Next[] {
  const at = state.status === "none" ? null : nextToTell(state);
  return at === null ? [] : [{ at, what: "letters" }];
}

function ofYear(year: StageYear): Next[] {
  const missed = year.commitments
    .filter((one) => one.status === "open" && chaseable(year, one))
    .map((commitment): Next => ({ at: dayAfter(missedFrom(year, commitment)), what: "commitment-missed", commitment }));
  const escalations = year.commitments.flatMap((commitment): Next[] =>
    commitment.next ? [{ at: commitment.next.at, what: "escalation", commitment, level: commitment.next.level }] : [],
  );
  const reminders = year.reminders
    .filter((one) => !one.done)
    .map((reminder): Next => ({ at: reminder.at, what: "reminder", reminder }));
  const near = year.announces.map((meeting): Next => ({ at: meeting.at, what: "meeting-near", meeting }));
  return [...missed, ...escalations, ...reminders, ...chasersOf(year), ...near, { at: year.endsAt, what: "year-ends" }];
}

/** While its group meets in another way nothing is missed: that is said once it has settled. */
function missedFrom({ restsUntil }: StageYear, { dueOn }: Commitment): LocalDate {
  return restsUntil !== null && restsUntil > dueOn ? restsUntil : dueOn;
}

/** One letter for all that is chased on a day; as many a term as are allowed, the earliest. */
function chasersOf(year: StageYear): Next[] {
  const most = year.reminding?.chasersATerm ?? 0;
  const wanted = year.commitments.filter((one) => one.status === "open" && one.chaseAt !== null);
  const days = [...new Set(wanted.map((one) => one.chaseAt ?? ""))].sort();
  const had = [...year.chased];
  return days.flatMap((at): Next[] => {
    const term = termOf(year, at);
    if (term === null) return [];
    const then = wanted.filter((one) => one.chaseAt === at);
    const [own, heads] = [then.filter((one) => !isHeadteachers(one)), then.filter(isHeadteachers)];
    const some = own.length > 0 && had.filter((one) => one === term).length < most;
    if (some) had.push(term);
    // The headteacher has a letter of their own, and is spared none for those that the teachers had.
    return [some ? own : [], heads].flatMap((commitments): Next[] =>
      commitments.length === 0 ? [] : [{ at, what: "chaser", term, commitments }],
    );
  });
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
