// A session or a visit is near: when and where it is, what to bring, and what to have done.

import type { LocalDate } from "../calendar/instants.ts";
import { dateWithWeekday, timesOfDay } from "../calendar/long-dates.ts";
import type { Times } from "../journey/arranged.ts";
import type { Promised } from "../journey/sentences.ts";
import { type Envelope, type Letter, letter, notice, paragraph, steps } from "./letter.ts";
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
  /** What is due by that day and has not come in. */
  before: readonly Promised[];
}

/** Announces a meeting to those who are to come. */
export function announced(envelope: Envelope, facts: MeetingFacts): Letter {
  const { name, visit, on, times, place, link, online, before } = facts;
  const where = online ? (link === null ? ["It is held online."] : []) : place === null ? [] : [`Where: ${place}`];
  const unknown = !visit && !online && (place === null || times.startsAt === undefined);
  return letter(envelope, `${name}: ${dateWithWeekday(on)}`, [
    ...(online && link !== null ? [{ kind: "link" as const, text: "Join it here", href: link }] : []),
    notice(`${name}: ${[dateWithWeekday(on), timesOfDay(times)].filter((one) => one !== "").join(", ")}.`),
    ...where.map(paragraph),
    ...(unknown ? [paragraph("Your Work Group lead tells you the place and time, where they do not stand here.")] : []),
    ...steps("Before that day", visit ? beforeVisit(facts) : beforeSession(facts)),
    ...table("Please have this done by then", "By", before, { todo: true }),
    paragraph(
      visit
        ? "If that day does not suit, reply as soon as you can, so that another can be found."
        : "If somebody cannot come, reply as soon as you can, and agree with the Work Group lead how to catch up.",
    ),
  ]);
}

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
