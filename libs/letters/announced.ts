// A session or a visit is near: when and where it is, what to bring, and what to have done.

import type { LocalDate } from "../calendar/instants.ts";
import { dateWithWeekday, timesOfDay } from "../calendar/long-dates.ts";
import type { Times } from "../journey/arranged.ts";
import type { Promised } from "../journey/sentences.ts";
import { type Envelope, type Letter, letter, notice, paragraph, schoolName, steps } from "./letter.ts";
import { table } from "./promises.ts";

export interface MeetingFacts {
  /** What it is called: `Work Group meeting 1`. */
  name: string;
  visit: boolean;
  on: LocalDate;
  times: Times;
  place: string | null;
  /** Where it is joined, if it is online. */
  link: string | null;
  online: boolean;
  /** Who reads this is expected there as the headteacher. */
  headteacher: boolean;
  /** The school has not said whether it goes on: until when its place is kept. */
  keptUntil?: LocalDate;
  /** What is due by that day and has not come in. */
  before: readonly Promised[];
}

const OTHER_DAY = "If that day does not suit, reply as soon as you can, so that another can be found.";
const AWAY = "If somebody cannot come, reply as soon as you can, and agree with the Work Group lead how to catch up.";

/** Announces a meeting to those who are to come. */
export function announced(envelope: Envelope, facts: MeetingFacts): Letter {
  const { name, visit, on, times, place, link, online, keptUntil, before } = facts;
  const where = online ? (link === null ? ["It is held online."] : []) : place === null ? [] : [`Where: ${place}`];
  const unknown = !visit && !online && (place === null || times.startsAt === undefined);
  return letter(envelope, `${name}: ${dateWithWeekday(on)}`, [
    ...(online && link !== null ? [{ kind: "link" as const, text: "Join it here", href: link }] : []),
    notice(`${name}: ${[dateWithWeekday(on), timesOfDay(times)].filter((one) => one !== "").join(", ")}.`),
    ...where.map(paragraph),
    ...(unknown ? [paragraph("Your Work Group lead tells you the place and time, where they do not stand here.")] : []),
    ...(keptUntil === undefined
      ? steps("Before that day", visit ? beforeVisit(facts) : beforeSession(facts))
      : stillToAnswer(envelope, keptUntil)),
    ...table("Please have this done by then", "By", before, { todo: true }),
    ...(keptUntil === undefined ? [paragraph(visit ? OTHER_DAY : AWAY)] : []),
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

const beforeSession = ({ headteacher }: MeetingFacts): string[] => [
  headteacher
    ? "The headteacher comes to this one with the teachers who take part."
    : "All teachers who take part come; make sure that they are released.",
  "Bring your notes and pupils’ work from the last task, if there was one.",
];

const beforeVisit = ({ headteacher }: MeetingFacts): string[] => [
  headteacher
    ? "The headteacher meets the Work Group lead during the visit: please keep time for it."
    : "Make sure that the teachers who take part are free that day.",
];
