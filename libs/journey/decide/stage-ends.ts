// How a stage-year ends, and what comes of what it leaves open: nobody's silence ends a journey on 31 August.

import { nextAcademicYear } from "../../calendar/academic-years.ts";
import { type Instant, type LocalDate } from "../../calendar/instants.ts";
import { previousSchoolDay } from "../../calendar/terms.ts";
import type { JourneyEvent, TaskAbout } from "../events.ts";
import { AFTER, isBeyond, meetsAfter, outcomeNow } from "../outcome.ts";
import { keptMeetings } from "../kept-meetings.ts";
import { keptPlace } from "../places.ts";
import type { AtHand, Rules } from "../rules.ts";
import type { Commitment, Participating, Paused, StageYear } from "../state.ts";
import { aboutOf, dayToDecide } from "./common.ts";

type Ended = Extract<JourneyEvent, { type: "StageCompleted" }>;

/** The stage-year ends on its last day. One that began before there were outcomes ends as it did then. */
export function yearEnds(state: Participating, at: Instant, rules: Rules, atHand: AtHand): JourneyEvent[] {
  const { year } = state;
  if (!year) return [];
  if (year.closing === null) return endsAsBefore(year, state.next !== null, at, rules);
  return [...undecidedOn(year, at, rules), ...howItGoesOn(state, year, at, rules, atHand)];
}

/** What is missed, and has not reached the hub lead, is before them now: no rung is left to climb. */
function undecidedOn(year: StageYear, at: Instant, rules: Rules): JourneyEvent[] {
  return year.commitments
    .filter(({ status, level, next }) => status === "missed" && level < 3 && next !== null)
    .map((one) => task(year, aboutOf(one), at, dayToDecide(rules.calendar, at), one.code));
}

function howItGoesOn(state: Participating, year: StageYear, at: Instant, rules: Rules, atHand: AtHand): JourneyEvent[] {
  const { next, invitation } = state;
  const { stage, academicYear } = year;
  const outcome = outcomeNow(year, state.participants);
  const done = outcome === "completed" || year.counts;
  const barred = (to: StageYear["stage"]): boolean => !done && isBeyond(to, stage);
  // A school that may go on, and has not said yet, hears when its group meets while its place is kept.
  const asked = next === null && invitation !== null && !barred(invitation.stage) ? invitation : null;
  const announces = asked === null ? {} : keptMeetings(asked, rules, atHand, at);
  const ends = (then: Ended["then"], waits?: LocalDate): Ended => ({
    type: "StageCompleted",
    at,
    stage,
    academicYear,
    outcome,
    then,
    ...(waits !== undefined && { waitsUntil: waits, ...announces }),
  });
  const waits = year.closing?.settledBy ?? "";
  const waitsWith = (about: TaskAbout): JourneyEvent[] => [
    task(year, about, at, lastDayToDecide(waits, rules)),
    ends("waits", waits),
  ];
  const undecided = year.readinessAsked && year.ready === null;
  if (undecided) return waitsWith("readiness");
  if (next !== null && !barred(next.stage)) return [ends("next-stage")];
  if (year.readinessAsked && !done) {
    // Somebody decided: it goes through Readiness again if it is asked to, and no other stage follows.
    if (invitation !== null) return waitsWith("invitation");
    return next === null ? [ends("ends")] : [lapses(state, year, "not-ready", at), ends("ends")];
  }
  if (next !== null) return waitsWith("outcome");
  if (invitation !== null) return waitsWith(barred(invitation.stage) ? "outcome" : "invitation");
  if (!done) return year.completed === null ? waitsWith("outcome") : [ends("ends")];
  const into = nextAcademicYear(academicYear);
  const follows = rules.catalogue.of(into, state.school.phase, AFTER[stage]) !== null;
  return follows && state.stopsBefore !== into ? waitsWith("invitation") : [ends("ends")];
}

/** As stage-years ended before their outcome was pinned: completed, unless it is a Readiness year. */
function endsAsBefore(year: StageYear, goesOn: boolean, at: Instant, { calendar }: Rules): JourneyEvent[] {
  const { stage, academicYear, readinessAsked, ready } = year;
  const ended = { type: "StageCompleted" as const, at, stage, academicYear };
  if (!readinessAsked || ready === true)
    return [{ ...ended, outcome: "completed", then: goesOn ? "next-stage" : "ends" }];
  if (ready === false) return [{ ...ended, outcome: "not-ready", then: "ends" }];
  return [task(year, "readiness", at, dayToDecide(calendar, at)), { ...ended, outcome: "not-ready", then: "waits" }];
}

/** A pause outlasts its stage-year: it is interrupted, unless its outcome was earned before. */
export function pausedYearEnds(state: Paused, year: StageYear, at: Instant): JourneyEvent[] {
  const { stage, academicYear, closing } = year;
  const outcome = outcomeNow(year, state.participants);
  const decided = !year.readinessAsked || year.ready !== null;
  const earned = closing !== null && decided && outcome !== "interrupted" && !meetsAfter(year, state.pausedAt);
  if (earned) return [{ type: "StageCompleted", at, stage, academicYear, outcome, then: "waits" }];
  return [{ type: "StageInterrupted", at, stage, academicYear, ...(closing !== null && { keepsNext: true }) }];
}

/** 31 October has passed: what nobody settled ends, with a letter, and the school may come back. */
export function waitEnds(state: Participating, at: Instant): JourneyEvent[] {
  const last = state.past.at(-1);
  if (!last) return [];
  const undecided = last.readinessAsked && last.ready === null;
  const asked = state.invitation ?? state.next;
  const short = last.outcome !== "completed" && !last.counts && (asked === null || isBeyond(asked.stage, last.stage));
  const silent = state.invitation === null ? "not-invited" : "not-answered";
  return [lapses(state, last, undecided ? "undecided" : short ? "not-completed" : silent, at)];
}

/** What was kept for the school in the year to come is free again. */
export function lapses(
  state: Participating | Paused,
  last: Pick<StageYear, "academicYear">,
  why: Extract<JourneyEvent, { type: "NextStageLapsed" }>["why"],
  at: Instant,
): JourneyEvent {
  const into = state.next?.academicYear ?? state.invitation?.academicYear ?? nextAcademicYear(last.academicYear);
  const workGroup = state.next?.workGroup ?? keptPlace(state)?.workGroup ?? null;
  return { type: "NextStageLapsed", at, into, workGroup, why };
}

/** The hub has not invited the school by the day on which it would have: whether it does is its lead's to say. */
export function hubIsAsked(state: Participating, at: Instant, { calendar }: Rules): JourneyEvent[] {
  const year = state.year ?? state.past.at(-1);
  return year ? [task(year, "invitation", at, dayToDecide(calendar, at))] : [];
}

/** The task that a stage-year leaves: one a year and cause. */
export function task(
  year: Pick<StageYear, "academicYear">,
  about: TaskAbout,
  at: Instant,
  dueOn: LocalDate,
  commitment: Commitment["code"] | null = null,
): JourneyEvent {
  const code = about === "readiness" ? "mastery-ready" : about === "waiting" ? "place" : (commitment ?? about);
  return { type: "TaskOpened", at, task: `${year.academicYear}/${code}`, about, commitment, dueOn };
}

/** The last school day on which somebody can still settle it. */
function lastDayToDecide(last: LocalDate, { calendar }: Rules): LocalDate {
  return previousSchoolDay(calendar, last);
}
