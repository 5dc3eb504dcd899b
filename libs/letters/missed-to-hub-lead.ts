// A promise was missed, level 3: the hub lead, who has to decide.

import { dateWithWeekday, longDate } from "../calendar/long-dates.ts";
import { TASK_DECISIONS } from "../journey/commands.ts";
import { type Envelope, heading, type Letter, letter, notice, paragraph, schoolName, schoolAtStart } from "./letter.ts";
import { type EscalationFacts, history } from "./missed.ts";
import { commitmentInShort, commitmentName, decisionsInWords, hubName } from "./words.ts";

/** Level 3: the choices there are, and by when one is to be made. */
export function toHubLead(envelope: Envelope, facts: EscalationFacts): Letter {
  const { commitment, choices = TASK_DECISIONS, decideBy = null } = facts;
  const due = dateWithWeekday(commitment.dueOn);
  const ours = commitment.by === "hub";
  const name = commitmentName(commitment, "the");
  const what = ours
    ? `The hub promised ${schoolName(envelope)}: ${name}, by ${due}. There is no record of it.`
    : `${schoolAtStart(envelope)} agreed to: ${name}, by ${due}. There is no record of it.`;
  const subject = `To decide: ${commitmentInShort(commitment, "the")}, due ${longDate(commitment.dueOn)}`;
  return letter(envelope, subject, [
    ...(decideBy === null ? [] : [notice(`Please decide by ${dateWithWeekday(decideBy)}.`)]),
    paragraph(what),
    ...(ours
      ? [
          notice(
            "This is the hub’s own promise to the school. Please see that it is kept, or agree a new date " +
              "with the school.",
          ),
        ]
      : history([facts], envelope.reader)),
    heading("Your decision"),
    paragraph(
      `You are asked to decide for ${hubName(envelope.hub)}. Choose one and record it in School Journeys ` +
        `with your reason:`,
    ),
    { kind: "list", items: decisionsInWords(choices) },
    paragraph("If evidence comes in before you decide, the task closes by itself."),
  ]);
}
