// What a school promised has another date, keeps the one that it has, or is not asked of it any more.

import { dateWithWeekday, longDate } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { Promised } from "../journey/sentences.ts";
import { type Envelope, type Letter, letter, notice, paragraph, schoolName } from "./letter.ts";
import { commitmentInShort, commitmentName, commitmentTodo, hubName } from "./words.ts";

/** `from`: by when it was due before, where that is known and another day. */
export function promiseMoved(
  envelope: Envelope,
  { commitment, from }: { commitment: Promised; from: LocalDate | null },
): Letter {
  const name = commitmentName(commitment);
  const day = dateWithWeekday(commitment.dueOn);
  const was = from === null || from === commitment.dueOn ? "" : ` It was ${dateWithWeekday(from)} before.`;
  const meets = commitment.kind === "meeting" || commitment.kind === "session";
  return letter(envelope, `A new date, ${longDate(commitment.dueOn)}: ${commitmentInShort(commitment)}`, [
    notice(`${name}: the new date is ${day}.${was}`),
    commitment.by === "hub"
      ? paragraph(`${hubName(envelope.hub)} arranges this. You do not need to do anything.`)
      : paragraph(meets ? "Please put it in your calendar." : `What to do by then: ${commitmentTodo(commitment)}`),
  ]);
}

/** It is not asked of the school any more. */
export function promiseWaived(envelope: Envelope, { commitment }: { commitment: Promised }): Letter {
  const name = commitmentName(commitment);
  return letter(envelope, `No longer asked of your school: ${commitmentInShort(commitment)}`, [
    notice(
      commitment.by === "hub"
        ? `${name}, due on ${dateWithWeekday(commitment.dueOn)}, does not take place.`
        : `${name}, due on ${dateWithWeekday(commitment.dueOn)}, is not asked of ${schoolName(envelope)} any more.`,
    ),
    paragraph(
      commitment.by === "hub"
        ? `${hubName(envelope.hub)} has agreed to let it go. Your school does not have to make up for it.`
        : `${hubName(envelope.hub)} has let it go. You do not need to do anything about it.`,
    ),
  ]);
}

/** Another date was asked for, and the hub keeps the one that there is. */
export function dateKept(envelope: Envelope, { commitment }: { commitment: Promised }): Letter {
  const name = commitmentName(commitment);
  const day = dateWithWeekday(commitment.dueOn);
  return letter(envelope, `The date stays: ${name}, ${day}`, [
    notice(`${hubName(envelope.hub)} was asked for another date for ${name}. It keeps the one that there is: ${day}.`),
    paragraph(`What to do: ${commitmentTodo(commitment)}`),
    paragraph("If that day cannot be met, reply to this e-mail and say why."),
  ]);
}
