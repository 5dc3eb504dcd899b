// A session or a visit is near: when and where it is, what to bring, and what to have done.

import type { LocalDate } from "../calendar/instants.ts";
import { dateWithWeekday, dayWithWeekday, timesOfDay } from "../calendar/long-dates.ts";
import type { Times } from "../journey/arranged.ts";
import type { Promised } from "../journey/sentences.ts";
import { type Envelope, type Letter, letter, notice, paragraph, schoolName, steps } from "./letter.ts";
import { table } from "./promises.ts";
import { listOf } from "./words.ts";

export interface MeetingFacts {
  /** What it is called: `Work Group meeting 1`. */
  name: string;
  visit: boolean;
  /** The day of the letter. */
  today: LocalDate;
  on: LocalDate;
  times: Times;
  place: string | null;
  /** Where it is joined, if it is online. */
  link: string | null;
  online: boolean;
  /** Who comes: the headteachers alone, or the teachers, with the headteacher or without. */
  comes: "headteachers" | "teachers" | "teachers-and-headteacher";
  /** A task between sessions was due since the session before: what came of it is looked at. */
  afterTask: boolean;
  /** The school has not said whether it goes on: until when its place is kept. */
  keptUntil?: LocalDate;
  /** What is due by that day and has not come in. */
  before: readonly Promised[];
}

const OTHER_DAY = "If that day does not suit, reply as soon as you can, so that another can be found.";
const AWAY_ALONE = "If you cannot come, reply as soon as you can.";
const AWAY = "If somebody cannot come, reply as soon as you can, and agree with the Work Group lead how to catch up.";

/** Announces a meeting to those who are to come. */
export function announced(envelope: Envelope, facts: MeetingFacts): Letter {
  const { name, visit, today, on, times, place, link, online, comes, keptUntil, before } = facts;
  const where = online
    ? link === null
      ? ["It is held online. Your Work Group lead sends you the link."]
      : []
    : place === null
      ? []
      : [`Where: ${place}`];
  const lacks = [
    ...(times.startsAt === undefined ? ["the time"] : []),
    ...(!online && place === null ? ["the place"] : []),
  ];
  const [late, ahead] = [before.filter(({ dueOn }) => dueOn < today), before.filter(({ dueOn }) => dueOn >= today)];
  return letter(envelope, `${dayWithWeekday(on)}: ${name}`, [
    ...(online && link !== null ? [{ kind: "link" as const, text: "Join it here", href: link }] : []),
    notice(`${name}: ${[dateWithWeekday(on), timesOfDay(times)].filter((one) => one !== "").join(", ")}.`),
    ...where.map(paragraph),
    ...(visit || lacks.length === 0 ? [] : [paragraph(`Your Work Group lead tells you ${listOf(lacks)}.`)]),
    ...(keptUntil === undefined
      ? steps("Before that day", visit ? beforeVisit(envelope, facts) : beforeSession(envelope, facts))
      : stillToAnswer(envelope, keptUntil)),
    ...table("Please have this done by then", "By", ahead, { todo: true }),
    ...table("Still to come in", "Was due by", late, { todo: true, over: true }),
    ...(keptUntil === undefined ? [paragraph(visit ? OTHER_DAY : comes === "headteachers" ? AWAY_ALONE : AWAY)] : []),
  ]);
}

/** A place is kept for a school that has not answered: it may come, if it says yes. */
const stillToAnswer = (envelope: Envelope, keptUntil: LocalDate): ReturnType<typeof steps> => [
  paragraph(
    `${schoolName(envelope)} has not told us yet whether it goes on. Its place is kept until the end of ` +
      `${dateWithWeekday(keptUntil)}, and you are welcome at this meeting.`,
  ),
  ...steps("What to do", [
    "Tell us whether your school goes on: reply to this e-mail. With a yes its year begins that day.",
    "If it does, release the teachers who will take part, so that they can come.",
  ]),
];

const isHead = ({ reader }: Envelope): boolean => reader.role === "headteacher";

function beforeSession(envelope: Envelope, { comes, afterTask }: MeetingFacts): string[] {
  if (comes === "headteachers") return ["This one is for headteachers alone: please keep the time free."];
  const released = "All your teachers who take part come: make sure that they are released.";
  return [
    ...(comes === "teachers"
      ? [released]
      : isHead(envelope)
        ? ["You are asked to come to this one, together with your teachers who take part.", released]
        : [released, "Your headteacher is asked to come to this one too."]),
    ...(afterTask ? ["Bring your notes and pupils’ work from the task."] : []),
  ];
}

function beforeVisit(envelope: Envelope, { comes }: MeetingFacts): string[] {
  const free = "Make sure that the teachers who take part are free that day.";
  if (comes === "teachers") return [free];
  return isHead(envelope)
    ? ["You meet the Work Group lead during the visit: please keep time for it.", free]
    : [free, "Your headteacher meets the Work Group lead during the visit."];
}
