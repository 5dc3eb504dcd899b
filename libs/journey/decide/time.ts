// What time brings, by itself: windows open, offers remind and lapse, years begin and end, reminders fall due, missed
// commitments climb.

import { yearBegins } from "../../calendar/academic-years.ts";
import { endOfDay, localDate, type Instant } from "../../calendar/instants.ts";
import { beginYear } from "../commitments.ts";
import type { CommandOf } from "../commands.ts";
import type { AtHand, Decision, Rules } from "../rules.ts";
import { nextUp, pauseTask, type Next } from "../due.ts";
import type { JourneyEvent } from "../events.ts";
import { OPERATOR } from "../evolve-hub.ts";
import { grantTask } from "../grant-questions.ts";
import { gathered } from "../gather.ts";
import { settled, step, stepUntold, type Decided } from "../settle.ts";
import { stamped } from "../stamp.ts";
import { announced } from "./announce.ts";
import { keptPlace } from "../places.ts";
import { type Journey, type Participating, type Paused } from "../state.ts";
import { dayToDecide } from "./common.ts";
import { windowOpens } from "./interest.ts";
import { escalated, missed } from "./ladder.ts";
import { says } from "./reminders.ts";
import { chaserTo, reminderTo } from "./to-whom.ts";
import { broughtByWaiting } from "./wait.ts";
import { comeBack } from "./trouble.ts";
import { hubIsAsked, lapses, pausedYearEnds, waitEnds, yearEnds } from "./stage-ends.ts";

/** Far more than any journey can owe at once: one that does not come to rest is a defect, not a busy journey. */
const MOST_STEPS = 500;

/** Does everything that fell due at or before `command.at`, in the order in which it fell due. */
export function tick(state: Journey, command: CommandOf<"Tick">, rules: Rules, atHand: AtHand): Decision {
  return { events: passed(state, command.at, rules, atHand).events };
}

/** What time has brought by an instant, and how the journey stands then. */
export interface Passed {
  events: JourneyEvent[];
  after: Journey;
}

/**
 * The same as `tick`, with how the journey stands then; `untold`: without its letters and effects, and without saying
 * when people are told of it.
 */
export function passed(
  state: Journey,
  at: Instant,
  rules: Rules,
  atHand: AtHand,
  tell: "told" | "untold" = "told",
): Passed {
  const events: JourneyEvent[] = [];
  let now = state;
  for (let next = nextUp(now); next && next.at <= at; next = nextUp(now)) {
    const came = settled(now, bring(now, next, at, rules, atHand), tell === "told" ? step : stepUntold);
    const brought = tell === "told" ? stamped(came, rules.calendar, "time") : came.map(({ event }) => event);
    if (brought.length === 0) break;
    now = afterAll(now, came, brought);
    events.push(...brought);
    if (events.length > MOST_STEPS) throw new Error("time brings no end of events: a rule does not come to rest");
  }
  return { events, after: now };
}

/** How the journey stands after what came: as it was found, up to the first event that people are told of. */
function afterAll(state: Journey, came: readonly Decided[], brought: readonly JourneyEvent[]): Journey {
  const first = came.findIndex(({ event }, index) => event !== brought[index]);
  const same = first === -1 ? came.length : first;
  return brought.slice(same).reduce(step, came[same - 1]?.after ?? state);
}

function bring(state: Journey, next: Next, at: Instant, rules: Rules, atHand: AtHand): JourneyEvent[] {
  if (next.what === "move-waits" && state.status !== "none" && state.move !== null)
    return [
      {
        type: "TaskAssigned",
        at,
        task: state.move.task,
        assignee: OPERATOR,
        dueOn: dayToDecide(rules.calendar, at),
      },
    ];
  if (next.what === "letters") return state.status === "none" ? [] : [gathered(state, at, rules.calendar)];
  if (next.what === "grant-asks")
    return [
      {
        type: "TaskOpened",
        at,
        task: grantTask(next.asks),
        about: "grant",
        commitment: null,
        dueOn: dayToDecide(rules.calendar, at),
        grant: next.asks,
      },
    ];
  const kept = next.what === "kept-place-lapses" ? keptPlace(state) : null;
  if (kept !== null) return [{ type: "NextStagePlaceLapsed", at, ...kept }];
  if (next.what === "invitation-reminder") return invitationReminded(state, at);
  if (next.what === "hub-asked" || next.what === "wait-ends" || next.what === "end-told")
    return broughtByWaiting(state, next.what, at, rules);
  if (state.status === "interested") return windowOpens(state, at, rules);
  if (state.status === "offered") {
    const { respondBy, lapsesAt } = state.offer;
    // After an outage over the last day there is nothing left to remind of (activities/send-notice.ts).
    const reminds = next.what === "offer-reminder" && (at <= endOfDay(respondBy) || at < lapsesAt);
    return [{ type: reminds ? "OfferReminderDue" : "OfferLapsed", at, respondBy }];
  }
  if (state.status === "paused") {
    if (next.what === "year-interrupted" && state.year) {
      return pausedYearEnds(state, state.year, at);
    }
    if (next.what === "pause-asked") return [pauseIsAsked(state, at, rules)];
    const last = state.past.at(-1) ?? state.next;
    if (next.what === "settled-place-lapses" && last) return [lapses(state, last, "away", at)];
    const back = comeBack(state, at, rules, atHand, next.at);
    return "events" in back ? back.events : waitForCatalogue(at);
  }
  if (state.status !== "participating") return [];
  switch (next.what) {
    case "stage-starts":
      return stageStarts(state, at, rules, atHand);
    case "commitment-missed":
      return [missed(state, next.commitment, at, rules, atHand)];
    case "escalation":
      return escalated(state, next.commitment, next.level, at, rules);
    case "reminder":
      return [reminded(state, next.reminder, at)];
    case "chaser":
      return [chased(state, next, at)];
    case "meeting-near":
      return announced(state, next.meeting, at, rules, atHand);
    case "year-ends":
      return yearEnds(state, at, rules, atHand);
    case "hub-invites":
      return hubIsAsked(state, at, rules);
    case "settling-ends":
      return waitEnds(state, at);
    default:
      return [];
  }
}

function invitationReminded(state: Journey, at: Instant): JourneyEvent[] {
  const invitation = state.status === "none" ? null : state.invitation;
  const reminder = invitation?.reminders[0];
  if (!invitation || !reminder) return [];
  const { prospectus, academicYear } = invitation;
  return [{ type: "NextStageReminderDue", at, prospectus, academicYear, to: [reminder.to] }];
}

/** A pause without an end has gone on beyond its year: what becomes of the school is the hub's to say. */
function pauseIsAsked(state: Paused, at: Instant, { calendar }: Rules): JourneyEvent {
  const dueOn = dayToDecide(calendar, at);
  return { type: "TaskOpened", at, task: pauseTask(state), about: "pause", commitment: null, dueOn };
}

function stageStarts(state: Participating, at: Instant, rules: Rules, atHand: AtHand): JourneyEvent[] {
  const prospectus = state.next && rules.catalogue.get(state.next.prospectus);
  if (!prospectus || !state.next) return waitForCatalogue(at);
  return beginYear(
    prospectus,
    rules,
    atHand,
    at,
    state.next.workGroup,
    state,
    yearBegins(prospectus.academicYear),
    state.next.settledAt,
  );
}

/**
 * The catalogue lacks the prospectus of the year that should begin: the journey waits, with no end, until the hub
 * returns it.
 */
function waitForCatalogue(at: Instant): JourneyEvent[] {
  return [{ type: "JourneyPaused", at, until: null, reasonCode: "no-prospectus" }];
}

function reminded(
  state: Participating,
  reminder: { term: "autumn" | "spring" | "summer"; at: Instant; termEndsOn: string },
  at: Instant,
): JourneyEvent {
  const { year } = state;
  const about = { term: reminder.term, academicYear: year?.academicYear ?? "", dueAt: reminder.at };
  // What came due while the service was away is sent once if its term goes on, else it is superseded and said so.
  if (at > endOfDay(reminder.termEndsOn)) return { type: "ReminderHeldBack", at, ...about, why: "superseded" };
  const to = reminderTo(state, at);
  if (to.length === 0) return { type: "ReminderHeldBack", at, ...about, why: "opted-out" };
  const { outstanding, comingUp } = year
    ? says(year, localDate(at), reminder.termEndsOn)
    : { outstanding: [], comingUp: [] };
  const copies = (year?.reminding?.copies ?? []).filter((role) => role !== "headteacher" || state.school.headteacher);
  return {
    type: "ReminderDue",
    at,
    term: about.term,
    academicYear: about.academicYear,
    to,
    outstanding,
    comingUp,
    dueAt: reminder.at,
    ...(copies.length > 0 && { copies }),
  };
}

/** Before what is due soon: once for each commitment, and not once it is too late to be in time. */
function chased(
  state: Participating,
  { term, commitments, at: dueAt }: Extract<Next, { what: "chaser" }>,
  at: Instant,
): JourneyEvent {
  const ahead = commitments.filter(({ dueOn }) => localDate(at) <= dueOn);
  const codes = (ahead.length > 0 ? ahead : commitments).map(({ code }) => code);
  const about = { term, academicYear: state.year?.academicYear ?? "", commitments: codes, dueAt };
  if (ahead.length === 0) return { type: "ChaserHeldBack", at, ...about, why: "superseded" };
  const to = chaserTo(state, ahead, at);
  if (to.length === 0) return { type: "ChaserHeldBack", at, ...about, why: "opted-out" };
  return {
    type: "ChaserDue",
    at,
    ...about,
    to,
  };
}
