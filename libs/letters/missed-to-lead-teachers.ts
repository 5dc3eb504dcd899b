// Promises were missed, level 1: the lead teachers.

import { dateWithWeekday, dayAndMonth } from "../calendar/long-dates.ts";
import { type Envelope, type Letter, letter, paragraph, schoolName } from "./letter.ts";
import { answerBefore, type EscalationFacts, inShort, whatIsOwed, whatToDo } from "./missed.ts";
import { commitmentName, count, whatIsMissing } from "./words.ts";

/** Level 1: what is missing, by when to answer, and who is asked next. */
export function toLeadTeachers(envelope: Envelope, all: readonly [EscalationFacts, ...EscalationFacts[]]): Letter {
  const [{ commitment }, ...others] = all;
  const what = commitment.kind === "meeting" ? "Missed on" : "Overdue since";
  const school = schoolName(envelope);
  return letter(envelope, `${what} ${dayAndMonth(commitment.dueOn)}: ${inShort(all, "your")}`, [
    ...answerBefore(all),
    paragraph(
      others.length === 0
        ? `This is about something that ${school} agreed to. ${whatIsMissing(commitment)}`
        : `This is about ${count(all.length, "thing")} that ${school} agreed to. We have no record of them yet.`,
    ),
    ...(all.some((one) => one.missedBefore && one.commitment.kind === "meeting")
      ? [paragraph("It is not the first meeting of this year that was missed, so it matters to catch up soon.")]
      : []),
    ...(others.length === 0 ? [] : whatIsOwed(all, "your")),
    ...whatToDo(all, "your"),
  ]);
}

/** Who was away had a reason, for the first time this year: how to catch up, and nothing else comes of it. */
export function catchUp(envelope: Envelope, facts: EscalationFacts): Letter {
  const { commitment } = facts;
  const name = commitmentName(commitment);
  return letter(envelope, `How to catch up on ${name}`, [
    paragraph(
      `Not everyone from ${schoolName(envelope)} was at ${name} on ${dateWithWeekday(commitment.dueOn)}, and we have ` +
        "the reason. Thank you for telling us.",
    ),
    ...whatToDo([facts], "your"),
    paragraph("Nobody else is written to about this meeting."),
  ]);
}
