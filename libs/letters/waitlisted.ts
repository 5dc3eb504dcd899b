// No place yet.

import { type Envelope, type Letter, letter, paragraph, programmeOf, schoolName, steps } from "./letter.ts";
import { hubName } from "./words.ts";

/**
 * No place yet: the school waits in order. `together`: with the schools it is to be placed with, for whom there is not
 * room for all.
 */
export function waitlisted(envelope: Envelope, { together = false }: { together?: boolean } = {}): Letter {
  const why = together
    ? [
        paragraph(
          "Your school is to be placed together with other schools. The Work Group does not have a place " +
            "for each of you now, so none of you is offered one without the others.",
        ),
      ]
    : [];
  return letter(envelope, `Your school is on the waiting list: ${programmeOf(envelope)}`, [
    paragraph(
      `There ${together ? "are not enough free places" : "is no free place"} in ${programmeOf(envelope)} ` +
        `now. ${hubName(envelope.hub)} has put ${schoolName(envelope)} on the waiting list.`,
    ),
    ...why,
    ...steps("What happens next", [
      `${together ? "If places become free for all of you" : "If a place becomes free"} we will write to ` +
        `offer ${together ? "them" : "it"} to you. You do not need to do anything now.`,
      "If no place has become free by 31 October of the year you applied for, the waiting list ends and we write " +
        "to you.",
      "If you no longer want a place, reply and tell us.",
    ]),
  ]);
}
