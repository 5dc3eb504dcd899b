// A session has its date, another one, or none any more.

import { dateWithWeekday, dayWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { Promised } from "../journey/sentences.ts";
import { type Held, whenHeld, whereBlocks } from "./held.ts";
import { type Block, type Envelope, type Letter, letter, notice, paragraph, section, steps } from "./letter.ts";
import { commitmentName } from "./words.ts";

/** What is known of the session that the news is about. */
export interface SessionFacts {
  /** `Work Group meeting 2`. */
  name: string;
  /** Who of the school is to come: nobody must to one beyond those that were promised. */
  comes: "teachers" | "headteacher" | "whoever-likes";
  /** The headteacher is to come to it as well. */
  withHeadteacher: boolean;
  held: Held;
  /** What falls due on another day because of it. */
  follows: readonly Promised[];
}

/** It has a date. `wasOff`: it had been called off. */
export function sessionScheduled(envelope: Envelope, facts: SessionFacts & { wasOff: boolean }): Letter {
  const { name, held, wasOff } = facts;
  return letter(envelope, `${wasOff ? "On again" : "A date for your calendar"}, ${dayWithWeekday(held.on)}: ${name}`, [
    notice(`${name} is on ${whenHeld(held)}.${wasOff ? " It had been called off, and takes place after all." : ""}`),
    ...whereBlocks(held),
    ...whatToDo(envelope, facts, "Put it in your calendar"),
    ...following(facts),
  ]);
}

/** It is on another day (`from`: the one that people know), or on that day at another time or place. */
export function sessionMoved(envelope: Envelope, facts: SessionFacts & { from: LocalDate | null }): Letter {
  const { name, held, from } = facts;
  const day = dateWithWeekday(held.on);
  if (from === held.on)
    return letter(envelope, `Changed, ${dayWithWeekday(held.on)}: ${name}`, [
      notice(`${name} stays on ${day}, but when or where it takes place has changed.`),
      paragraph(`It is now on ${whenHeld(held)}.`),
      ...whereBlocks(held),
      ...whatToDo(envelope, facts, "Please change it in your calendar"),
    ]);
  const was = from === null ? "" : ` It was to be on ${dateWithWeekday(from)}.`;
  return letter(envelope, `Moved to ${dayWithWeekday(held.on)}: ${name}`, [
    notice(`${name} is now on ${whenHeld(held)}.${was}`),
    ...whereBlocks(held),
    ...whatToDo(envelope, facts, "Please change it in your calendar"),
    ...following(facts),
  ]);
}

/** It does not take place. */
export function sessionCancelled(
  envelope: Envelope,
  facts: Omit<SessionFacts, "held" | "follows"> & {
    on: LocalDate | null;
    /** Nobody owes anything for it any more; else the hub is still to hold it, on another day. */
    letGo: boolean;
    /** To which the headteacher is asked instead. */
    headteacherNow: { name: string; on: LocalDate } | null;
    /** The one that comes next. */
    next: { name: string; held: Held } | null;
  },
): Letter {
  const { name, on, letGo, headteacherNow, next, comes } = facts;
  const which = on === null ? name : `${name} on ${dateWithWeekday(on)}`;
  return letter(envelope, on === null ? `Called off: ${name}` : `Called off, ${dayWithWeekday(on)}: ${name}`, [
    notice(`${which} does not take place. Please take it out of your calendar.`),
    ...(comes === "whoever-likes"
      ? []
      : [
          paragraph(
            letGo
              ? "Your school does not have to make up for it."
              : "It is still to be held: your hub writes to you when there is another day for it.",
          ),
        ]),
    ...(headteacherNow === null
      ? []
      : [
          paragraph(
            `${envelope.reader.role === "headteacher" ? "You are" : "Your headteacher is"} asked to come to ` +
              `${headteacherNow.name} instead, on ${dateWithWeekday(headteacherNow.on)}.`,
          ),
        ]),
    ...(next === null ? [] : [paragraph(`The next date is ${next.name}, on ${whenHeld(next.held)}.`)]),
  ]);
}

function whatToDo({ reader }: Envelope, { comes, withHeadteacher }: SessionFacts, calendar: string): Block[] {
  if (comes === "whoever-likes")
    return [
      paragraph(
        "This is an extra session: nobody has to come. Whoever missed a meeting before it can make up for it there.",
      ),
    ];
  const you = reader.role === "headteacher";
  const who = comes !== "headteacher" ? "the teachers who take part are" : you ? "you are" : "the headteacher is";
  return steps("What to do", [
    `${calendar}, and make sure that ${who} free.`,
    ...(withHeadteacher && comes === "teachers"
      ? [you ? "You are asked to come to this one too." : "Your headteacher is asked to come to this one too."]
      : []),
    "If someone cannot come, reply to this e-mail as soon as you can and tell us why.",
  ]);
}

const following = ({ follows }: Pick<SessionFacts, "follows">): Block[] =>
  section(
    "What moves with it",
    follows.map((one) => `${commitmentName(one)}: now due by ${dateWithWeekday(one.dueOn)}`),
  );
