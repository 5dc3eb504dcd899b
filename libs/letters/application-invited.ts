// Applications are taken now.

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
import { hubName } from "./words.ts";

/** Applications are taken now, and the school had said that it is interested. `until`: the last day, in London. */
export function applicationInvited(envelope: Envelope, facts: { until: LocalDate }): Letter {
  const hub = hubName(envelope.hub);
  const until = dateWithWeekday(facts.until);
  return letter(envelope, withProgramme(envelope, "You can apply now"), [
    paragraph(
      `You told ${hub} that ${schoolName(envelope)} is interested in this programme. Applications for ` +
        `${programmeOf(envelope)} are open now.`,
    ),
    notice(`Please apply by the end of ${until}. We do not write about this again.`),
    ...steps("What to do", [
      `Sign in to School Journeys, choose ${programmeOf(envelope)} at ${hub} and fill in the application.`,
      `If you cannot sign in, reply to this e-mail: ${hub} will take your application.`,
    ]),
    paragraph("If your school is no longer interested you do not need to do anything."),
  ]);
}
