// Promises were missed: to the headteacher, at level 2, and at level 1 what is the headteacher’s own.

import { dayAndMonth } from "../calendar/long-dates.ts";
import { isHeadteachers } from "../journey/event-words.ts";
import { type Envelope, type Letter, letter, paragraph, programmeOf } from "./letter.ts";
import { answerBefore, type EscalationFacts, history, inShort, whatIsOwed, whatToDo, whoseOf } from "./missed.ts";
import { whatIsMissing } from "./words.ts";

/** What is missing, who has been told before, by when to answer, and who is asked next. */
export function toHeadteacher(envelope: Envelope, all: readonly [EscalationFacts, ...EscalationFacts[]]): Letter {
  const [first, ...others] = all;
  const { commitment } = first;
  const whose = whoseOf(envelope);
  const agreed = `When your school took its place in ${programmeOf(envelope)}, it agreed to certain things.`;
  return letter(envelope, subjectOf(all, envelope), [
    ...answerBefore(all),
    paragraph(
      others.length === 0
        ? `${agreed} One of them is missing. ${whatIsMissing(commitment, whose)}`
        : `${agreed} We have no record yet of ${all.length} of them.`,
    ),
    ...(others.length === 0 ? [] : whatIsOwed(all, whose)),
    ...whatToDo(all, whose),
    paragraph("If the reason is time or staffing, tell us. The hub can often help, or agree another date."),
    ...history(all, envelope.reader),
  ]);
}

function subjectOf(all: readonly [EscalationFacts, ...EscalationFacts[]], envelope: Envelope): string {
  const [{ commitment, level }] = all;
  const [what, day] = [inShort(all, whoseOf(envelope)), dayAndMonth(commitment.dueOn)];
  // What was held without them is not overdue: they say how they catch up on it.
  if (all.length === 1 && commitment.kind !== "headteacher-meeting" && isHeadteachers(commitment))
    return level === 2 ? `Once more: ${what} on ${day}` : `${what} on ${day}: please tell us`;
  if (isHeadteachers(commitment)) return `${level === 2 ? "Still overdue" : "Overdue"} since ${day}: ${what}`;
  return `For the headteacher: ${commitment.kind === "meeting" ? "missed on" : "overdue since"} ${day}: ${what}`;
}
