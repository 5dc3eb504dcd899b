// A visit to the school has its day, or another one.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import { whenHeld } from "./held.ts";
import { type Envelope, type Letter, letter, notice, steps } from "./letter.ts";

/** `from`: the day that was agreed before; `support`: it is one of the days that a specialist works with the school. */
export function visitBooked(
  envelope: Envelope,
  facts: {
    held: { on: LocalDate; startsAt?: string; endsAt?: string };
    from: LocalDate | null;
    support: boolean;
    withHeadteacher: boolean;
  },
): Letter {
  const { held, from, support, withHeadteacher } = facts;
  const day = dateWithWeekday(held.on);
  const what = support ? "In-school support" : "Support visit";
  const was = from === null ? "" : ` It was to be on ${dateWithWeekday(from)}.`;
  return letter(envelope, from === null ? `${what} on ${day}` : `Moved to ${day}: ${what.toLowerCase()}`, [
    notice(
      support
        ? `The specialist works with your department on ${whenHeld(held)}.${was}`
        : `The Work Group lead visits your school on ${whenHeld(held)}.${was}`,
    ),
    ...steps("What to do", [
      "Put it in your calendar, and make sure that the teachers who take part are free.",
      ...(withHeadteacher
        ? [
            `${envelope.reader.role === "headteacher" ? "You meet" : "Your headteacher meets"} the Work Group lead ` +
              "during the visit: please find a time.",
          ]
        : []),
      "If the day does not suit your school, reply to this e-mail and suggest another.",
    ]),
  ]);
}
