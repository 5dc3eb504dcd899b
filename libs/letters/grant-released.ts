// The grant is on its way.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import { pounds } from "../journey/sentences.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import { type Envelope, type Letter, letter, paragraph, schoolName, steps } from "./letter.ts";
import { hubName, stageName } from "./words.ts";

/** The grant has been approved and goes out with the next payment run. */
export function grantReleased(
  envelope: Envelope,
  facts: { amountPence: number; stage: Stage; academicYear: string; purpose: string | null; releasedOn: LocalDate },
): Letter {
  const amount = pounds(facts.amountPence);
  return letter(envelope, `Your school’s grant of ${amount} has been released`, [
    paragraph(
      `The grant of ${amount} for ${schoolName(envelope)}, for the ${stageName(facts.stage)} year ` +
        `${facts.academicYear}, was released on ${dateWithWeekday(facts.releasedOn)}.`,
    ),
    ...(facts.purpose ? [paragraph(`What it is for: ${facts.purpose}`)] : []),
    ...steps("What happens next", [
      `${hubName(envelope.hub)} pays it to your school with its next payment run. You do not need to do anything.`,
      "Tell your school business manager to expect it. If it has not come within two months, reply to this e-mail.",
    ]),
  ]);
}
