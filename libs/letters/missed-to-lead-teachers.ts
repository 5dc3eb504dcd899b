// A promise was missed, level 1: the lead teachers.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import { type Envelope, type Letter, letter, notice, paragraph, schoolName } from "./letter.ts";
import { type EscalationFacts, whatToDo } from "./missed.ts";
import { commitmentName, whatIsMissing } from "./words.ts";

/** Level 1: what is missing, and when the headteacher is written to. */
export function toLeadTeachers(envelope: Envelope, { commitment, nextOn }: EscalationFacts): Letter {
  const due = dateWithWeekday(commitment.dueOn);
  return letter(envelope, `Overdue since ${due}: ${commitmentName(commitment)}`, [
    paragraph(`This is about something that ${schoolName(envelope)} agreed to. ${whatIsMissing(commitment)}`),
    ...whatToDo(commitment),
    ...(nextOn ? [notice(`If we hear nothing, we will write to your headteacher on ${dateWithWeekday(nextOn)}.`)] : []),
  ]);
}
