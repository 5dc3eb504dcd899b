// No place yet.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import {
  type Envelope,
  type Letter,
  letter,
  notice,
  paragraph,
  programmeOf,
  schoolName,
  steps,
  withProgramme,
} from "./letter.ts";
import { count, hubName } from "./words.ts";

/**
 * No place yet: the school waits in order. `together`: with the schools it is to be placed with, for whom there is not
 * room for all; `position`: its place in the order, from 1; null where the hub keeps it waiting without one; `until`:
 * the last day of the waiting list.
 */
export function waitlisted(
  envelope: Envelope,
  {
    together = false,
    position = null,
    until = null,
  }: { together?: boolean; position?: number | null; until?: LocalDate | null } = {},
): Letter {
  const last = until === null ? "31 October of the year you applied for" : dateWithWeekday(until);
  const why = together
    ? [
        paragraph(
          "Your school is to be placed together with other schools. The Work Group does not have a place " +
            "for each of you now, so none of you is offered one without the others.",
        ),
      ]
    : [];
  return letter(envelope, withProgramme(envelope, "Your school is on the waiting list"), [
    paragraph(
      `There ${together ? "are not enough free places" : "is no free place"} in ${programmeOf(envelope)} ` +
        `now. ${hubName(envelope.hub)} has put ${schoolName(envelope)} on the waiting list.`,
    ),
    ...(position === null ? [] : [notice(inTheOrder(position, together))]),
    ...why,
    ...steps("What happens next", [
      `${together ? "If places become free for all of you" : "If a place becomes free"} we will write to ` +
        `offer ${together ? "them" : "it"} to you. You do not need to do anything now.`,
      `If ${together ? "there are not places for all of you" : "no place has become free"} by ${last}, the waiting ` +
        "list ends and we write to you.",
      "If you no longer want a place, reply and tell us.",
    ]),
  ]);
}

function inTheOrder(position: number, together: boolean): string {
  const before =
    position === 1
      ? `no school is before yours${together ? "" : ", so the next place that becomes free is offered to you"}`
      : `${count(position - 1, "school")} ${position === 2 ? "is" : "are"} before yours`;
  return `Your school is number ${position} on the list: ${before}.`;
}
