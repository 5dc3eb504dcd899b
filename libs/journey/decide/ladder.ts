// What was missed climbs: lead teachers, headteacher, hub lead, each once, at nine o'clock on a school day.

import { isSession } from "../event-words.ts";
import { addDays } from "../../calendar/dates.ts";
import { instantAt, localDate, localTime, type Instant } from "../../calendar/instants.ts";
import { addSchoolDays, schoolDayAt9, type SchoolCalendar, nextNine } from "../../calendar/terms.ts";
import type { JourneyEvent } from "../events.ts";
import { sessionOf } from "../group-dates.ts";
import type { AtHand, Rules } from "../rules.ts";
import { taskId } from "../settle.ts";
import type { Commitment, Participating, StageYear } from "../state.ts";
import { aboutOf, dayToDecide } from "./common.ts";
import { levelTo } from "./to-whom.ts";

/** It is missed: when the first of its ladder is told, unless its group has it to see to. */
export function missed(
  state: Participating,
  commitment: Commitment,
  at: Instant,
  { calendar }: Rules,
  { groupOf }: AtHand,
): JourneyEvent {
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
    ...registerOf(state.year, commitment, groupOf),
  };
}

/** A session that its group has on that day, and of which nobody took the register: one task, and the group's. */
function registerOf(year: StageYear | null, commitment: Commitment, groupOf: AtHand["groupOf"]): { ofGroup?: string } {
  if (year === null || year.workGroup === null || !isSession(commitment)) return {};
  const session = sessionOf(commitment, year.prospectus, groupOf?.(year.workGroup));
  const untaken = session?.status === "scheduled" && session.on === commitment.dueOn;
  return untaken ? { ofGroup: year.workGroup } : {};
}

/** So many school days lie between two rungs of a ladder that is drawn together, if there are so many (assumption). */
const SCHOOL_DAYS_A_RUNG = 2;

/**
 * A ladder that would run past the year is drawn together, so that the last rung is reached by the day before the last
 * school day of summer. Where there are too few days left, each rung is as soon as it can be.
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
  const latest = instantAt(addSchoolDays(calendar, by, (level - 3) * SCHOOL_DAYS_A_RUNG), "09:00");
  if (meant <= latest) return meant;
  const soonest = nextNine(calendar, at);
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

/** A level of a ladder is told; the last is the hub lead, whose task it is. */
export function escalated(
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
