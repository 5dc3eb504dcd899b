// Before something is due.

import { dayAndMonth } from "../calendar/long-dates.ts";
import { isHeadteachers } from "../journey/event-words.ts";
import { type Envelope, type Letter, letter, meantFor, paragraph } from "./letter.ts";
import { table, whatToDo } from "./promises.ts";
import type { Promised } from "../journey/sentences.ts";
import { commitmentInShort } from "./words.ts";

/** Before something is due and nothing has come in: one letter for all that is due soon. */
export function dueSoon(envelope: Envelope, facts: { commitments: readonly Promised[] }): Letter {
  const { commitments } = facts;
  const first = [...commitments].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  const more = commitments.length > 1 ? ` (and ${commitments.length - 1} more)` : "";
  const whose = commitments.length > 0 && commitments.every(isHeadteachers) ? "headteacher" : "lead-teacher";
  const subject = first ? `Due by ${dayAndMonth(first.dueOn)}: ${commitmentInShort(first)}${more}` : "Due soon";
  return letter(meantFor(whose, envelope), subject, [
    paragraph("We have no record yet of what is due soon. If you are about to do it, you do not need to reply."),
    ...table("Due soon", "By", commitments, { todo: true }),
    ...whatToDo({ outstanding: commitments, comingUp: [] }),
  ]);
}
