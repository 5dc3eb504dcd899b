// Before something is due.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import { isHeadteachers } from "../journey/event-words.ts";
import { type Envelope, type Letter, letter, meantFor, paragraph } from "./letter.ts";
import { table, whatToDo } from "./promises.ts";
import type { Promised } from "../journey/sentences.ts";
import { commitmentName, listOf } from "./words.ts";

/** Before something is due and nothing has come in: one letter for all that is due soon. */
export function dueSoon(envelope: Envelope, facts: { commitments: readonly Promised[] }): Letter {
  const { commitments } = facts;
  const first = [...commitments].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  const names = listOf(commitments.map((one) => commitmentName(one)));
  const whose = commitments.length > 0 && commitments.every(isHeadteachers) ? "headteacher" : "lead-teacher";
  return letter(meantFor(whose, envelope), `Due ${first ? `by ${dateWithWeekday(first.dueOn)}` : "soon"}: ${names}`, [
    paragraph("We have no record yet of what is due soon. If you are about to do it, you do not need to reply."),
    ...table("Due soon", "By", commitments, { todo: true }),
    ...whatToDo({ outstanding: commitments, comingUp: [] }),
  ]);
}
