// A promise was missed, level 2: the headteacher.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import { type Envelope, type Letter, letter, notice, paragraph } from "./letter.ts";
import { type EscalationFacts, history, whatToDo } from "./missed.ts";
import { commitmentName, whatIsMissing } from "./words.ts";

/** Level 2: who has been told before, and when the hub lead is asked. */
export function toHeadteacher(envelope: Envelope, { commitment, level, nextOn, told }: EscalationFacts): Letter {
  const due = dateWithWeekday(commitment.dueOn);
  return letter(envelope, `For the headteacher: ${commitmentName(commitment)} was due on ${due}`, [
    paragraph(
      `When your school took its place in ${envelope.programme ?? "the programme"}, it agreed to certain ` +
        `things. One of them is missing. ${whatIsMissing(commitment)}`,
    ),
    ...(told.length > 0 ? history(told) : []),
    ...whatToDo(commitment),
    paragraph("If the reason is time or staffing, tell us. The hub can often help, or agree another date."),
    ...(nextOn
      ? [
          notice(
            level === 1
              ? `If we hear nothing, we will write to you once more on ${dateWithWeekday(nextOn)}.`
              : `If we hear nothing, the hub lead will be asked on ${dateWithWeekday(nextOn)} to decide what ` +
                  "happens next.",
          ),
        ]
      : []),
  ]);
}
