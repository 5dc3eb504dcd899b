// A session or a visit is near: when and where it is, what to bring, and what to have done.

import type { LocalDate } from "../calendar/instants.ts";
import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { Promised } from "../journey/sentences.ts";
import { type Envelope, type Letter, letter, notice, paragraph, section, steps } from "./letter.ts";
import { table } from "./promises.ts";
import { commitmentName } from "./words.ts";

export interface MeetingFacts {
  /** The session or the visit; null for a session beyond those that were promised. */
  meeting: Promised | null;
  on: LocalDate;
  /** `09:30 to 12:30`; null where no time is known. */
  time: string | null;
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
  const { meeting, on, time, place, link, online, before } = facts;
  const visit = meeting?.kind === "visit" || meeting?.kind === "in-school-support";
  const name = meeting === null ? "A further session of your Work Group" : nameOf(meeting);
  const day = dateWithWeekday(on);
  const where = [
    place === null ? [] : [`Where: ${place}`],
    online && link === null ? ["It is held online."] : [],
  ].flat();
  return letter(envelope, `${name}: ${day}`, [
    ...(link === null ? [] : [{ kind: "link" as const, text: "Join the session here", href: link }]),
    notice(`${name} is on ${day}${time === null ? "" : `, ${time}`}.`),
    ...where.map(paragraph),
    ...(place === null && !online && !visit
      ? [paragraph("Your Work Group lead tells you the place and time, where you do not have them yet.")]
      : []),
    ...steps("Before you come", visit ? beforeVisit(facts) : beforeSession(facts)),
    ...table("Please have this done by then", "By", before, { todo: true }),
    ...section("If you cannot come", [
      visit
        ? "Reply as soon as you can, so that another day can be found."
        : "Reply as soon as you can, and agree with the Work Group lead how to catch up.",
    ]),
  ]);
}

/** A session is told as the meeting it is: the number of both is the same. */
function nameOf(meeting: Promised): string {
  return meeting.kind === "session"
    ? `Work Group session${/-(\d+)$/.exec(meeting.code)?.[0].replace("-", " ") ?? ""}`
    : commitmentName(meeting);
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
