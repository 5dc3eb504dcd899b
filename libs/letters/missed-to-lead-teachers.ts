// A promise was missed, level 1: the lead teachers.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import { type Envelope, type Letter, letter, notice, paragraph, schoolName } from "./letter.ts";
import { type EscalationFacts, whatToDo } from "./missed.ts";
import { commitmentName, whatIsMissing } from "./words.ts";

/** Level 1: what is missing, and when the headteacher is written to. */
export function toLeadTeachers(envelope: Envelope, facts: EscalationFacts): Letter {
  const { commitment, nextOn, excused = false, missedBefore = false } = facts;
  if (excused) return catchUp(envelope, facts);
  const due = dateWithWeekday(commitment.dueOn);
  const name = commitmentName(commitment);
  const meeting = commitment.kind === "meeting";
  return letter(envelope, meeting ? `Missed on ${due}: ${name}` : `Overdue since ${due}: ${name}`, [
    paragraph(`This is about something that ${schoolName(envelope)} agreed to. ${whatIsMissing(commitment)}`),
    ...(meeting && missedBefore
      ? [paragraph("It is not the first meeting of this year that was missed, so it matters to catch up soon.")]
      : []),
    ...whatToDo(commitment),
    ...(nextOn ? [notice(`If we hear nothing, we will write to your headteacher on ${dateWithWeekday(nextOn)}.`)] : []),
  ]);
}

/** Who was away had a reason, for the first time this year: how to catch up, and nothing else comes of it. */
function catchUp(envelope: Envelope, { commitment }: EscalationFacts): Letter {
  const name = commitmentName(commitment);
  return letter(envelope, `How to catch up on ${name}`, [
    paragraph(
      `Not everyone from ${schoolName(envelope)} was at ${name} on ${dateWithWeekday(commitment.dueOn)}, and we have ` +
        "the reason. Thank you for telling us.",
    ),
    ...whatToDo(commitment),
    paragraph("Nobody else is written to about this meeting."),
  ]);
}
