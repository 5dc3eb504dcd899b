// What time brings, by itself: windows open, offers remind and lapse, years begin and end, reminders fall due, missed
// commitments climb.

import { yearBegins } from "../../calendar/academic-years.ts";
import { addDays } from "../../calendar/dates.ts";
import { endOfDay, instantAt, localDate, localTime, type Instant } from "../../calendar/instants.ts";
import { addSchoolDays, schoolDayAt9, type SchoolCalendar } from "../../calendar/terms.ts";
import { beginYear } from "../commitments.ts";
import type { CommandOf } from "../commands.ts";
import type { AtHand, Decision, Rules } from "../rules.ts";
import { nextUp, type Next } from "../due.ts";
import type { JourneyEvent } from "../events.ts";
import { OPERATOR } from "../evolve-hub.ts";
import { grantTask } from "../grant-questions.ts";
import { gathered } from "../gather.ts";
import { settle, step, taskId } from "../settle.ts";
import { stamped } from "../stamp.ts";
import { announced } from "./announce.ts";
import { keptPlace } from "../places.ts";
import { type Commitment, type Journey, type Participating, type StageYear } from "../state.ts";
import { aboutOf, dayToDecide } from "./common.ts";
import { windowOpens } from "./interest.ts";
import { says } from "./reminders.ts";
import { chaserTo, levelTo, reminderTo } from "./to-whom.ts";
import { broughtByWaiting } from "./wait.ts";
import { comeBack } from "./trouble.ts";
import { hubIsAsked, lapses, pausedYearEnds, waitEnds, yearEnds } from "./stage-ends.ts";

/** Far more than any journey can owe at once: one that does not come to rest is a defect, not a busy journey. */
const MOST_STEPS = 500;

/** Does everything that fell due at or before `command.at`, in the order in which it fell due. */
export function tick(state: Journey, command: CommandOf<"Tick">, rules: Rules, atHand: AtHand): Decision {
  const events: JourneyEvent[] = [];
  let now = state;
  for (let next = nextUp(now); next && next.at <= command.at; next = nextUp(now)) {
    const came = settle(now, bring(now, next, command.at, rules, atHand));
    const brought = stamped(now, came, rules.calendar, "time");
    if (brought.length === 0) break;
    for (const event of brought) now = step(now, event);
    events.push(...brought);
    if (events.length > MOST_STEPS) throw new Error("time brings no end of events: a rule does not come to rest");
  }
  return { events };
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
      return [missed(state, next.commitment, at, rules)];
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

function missed(state: Participating, commitment: Commitment, at: Instant, { calendar }: Rules): JourneyEvent {
  const { graceDays } = state.year?.escalation ?? { graceDays: 0 };
  const yesterday = addDays(localDate(at), -1);
  // A register that came late starts the grace when it came.
  const from = commitment.dueOn > yesterday ? commitment.dueOn : yesterday;
  const graced = schoolDayAt9(calendar, addDays(from, graceDays));
  // Without grace it is the next nine o'clock there is.
  const escalateAt =
    graced < at ? schoolDayAt9(calendar, addDays(localDate(at), localTime(at) <= "09:00" ? 0 : 1)) : graced;
  const first = firstLevel(commitment);
  return {
    type: "CommitmentMissed",
    at,
    commitment: commitment.code,
    dueOn: commitment.dueOn,
    escalateAt: drawnTogether(state.year, first, escalateAt, at, calendar),
    firstLevel: first,
  };
}

/**
 * A ladder that would run past the year is drawn together: a rung a school day, so that the last is reached by the day
 * before the last school day of summer. Where there are not so many days left, each rung is as soon as it can be.
 */
function drawnTogether(
  year: StageYear | null,
  level: 1 | 2 | 3,
  meant: Instant,
  at: Instant,
  calendar: SchoolCalendar,
): Instant {
  const by = year?.closing?.laddersBy;
  if (by === undefined) return meant;
  const latest = instantAt(addSchoolDays(calendar, by, level - 3), "09:00");
  if (meant <= latest) return meant;
  const soonest = schoolDayAt9(calendar, addDays(localDate(at), localTime(at) < "09:00" ? 0 : 1));
  const next = soonest > latest ? soonest : latest;
  return next < meant ? next : meant;
}

/**
 * A hub's own missed promise starts with the hub lead; each level is told once, in order:
 * missed again, it goes on.
 */
function firstLevel({ by, told }: Commitment): 1 | 2 | 3 {
  if (by === "hub" || told >= 2) return 3;
  return told === 1 ? 2 : 1;
}

function escalated(
  state: Participating,
  commitment: Commitment,
  level: 1 | 2 | 3,
  at: Instant,
  { calendar }: Rules,
): JourneyEvent[] {
  const { toHeadteacherDays = 0, toHubLeadDays = 0 } = state.year?.escalation ?? {};
  const days = level === 1 ? toHeadteacherDays : toHubLeadDays;
  const meant =
    level === 3 || isExcused(state.year, commitment) ? null : schoolDayAt9(calendar, addDays(localDate(at), days));
  const nextAt = meant && drawnTogether(state.year, level === 1 ? 2 : 3, meant, at, calendar);
  const told: JourneyEvent = {
    type: "CommitmentEscalated",
    at,
    commitment: commitment.code,
    level,
    to: levelTo(state, level, commitment, at),
    nextAt,
  };
  if (level < 3 || !state.year) return [told];
  const again = commitment.told === 3;
  return [
    ...(again ? [] : [told]),
    {
      type: "TaskOpened",
      at,
      task: taskId(state.year, commitment.code),
      about: aboutOf(commitment),
      commitment: commitment.code,
      dueOn: dayToDecide(calendar, at),
    },
  ];
}

/**
 * The first absence of a year that has a reason brings one letter about catching up; the ladder is climbed after a
 * second.
 */
function isExcused(year: StageYear | null, { kind, code }: Commitment): boolean {
  if (!year || year.closing === null || kind !== "meeting") return false;
  const excused = year.commitments.filter((one) => one.kind === "meeting" && wasExcused(year, one));
  return excused[0]?.code === code;
}

/** Not everybody came, and whoever did not has a reason on the register. */
function wasExcused(year: StageYear, meeting: Commitment): boolean {
  const absent = year.evidence.flatMap((one) =>
    one.kind === "attendance" && one.session === meeting.after ? [...one.absent] : [],
  );
  return absent.length > 0 && absent.every(({ reasonCode }) => reasonCode !== undefined);
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
