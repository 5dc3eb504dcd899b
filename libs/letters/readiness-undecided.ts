// The Readiness year is over, and nobody has decided on it.

import type { Commitment } from "../journey/state.ts";
import { type Envelope, heading, type Letter, letter, paragraph, schoolName, section } from "./letter.ts";
import { rowsOf } from "./promises.ts";
import type { Promised } from "../journey/sentences.ts";
import { hubName } from "./words.ts";

/** A commitment as it stood when its year ended. */
export type Kept = Promised & Pick<Commitment, "status">;

/** The Readiness year is over and nobody has said whether the school is Mastery Ready: the hub lead decides. */
export function readinessUndecided(
  envelope: Envelope,
  facts: { academicYear: string; commitments: readonly Kept[] },
): Letter {
  const school = schoolName(envelope);
  const named = (...statuses: Kept["status"][]): string[] =>
    rowsOf(
      facts.commitments.filter(({ status }) => statuses.includes(status)),
      { todo: false, whose: "the" },
    ).map(({ what, when, todo }) => `${what}, due ${when}${todo ? " (for the hub to arrange)" : ""}`);
  return letter(envelope, "To decide: is the school Mastery Ready?", [
    paragraph(
      `The Mastery Readiness year ${facts.academicYear} of ${school} has ended. Nobody has recorded ` +
        `whether the school is Mastery Ready, so it does not go on to Development by itself.`,
    ),
    ...section("Done", named("met")),
    ...section("Not done", named("open", "missed")),
    ...section("Not asked of the school any more", named("waived")),
    heading("Your decision"),
    paragraph(
      `You are asked to decide for ${hubName(envelope.hub)}. Record it in School Journeys, on the page of the school:`,
    ),
    {
      kind: "list",
      items: [
        "Ready: the school can be invited to Development",
        "Not ready: the school’s journey ends here, and your reason is recorded with it",
      ],
    },
    paragraph("Until you decide, the school waits."),
  ]);
}
