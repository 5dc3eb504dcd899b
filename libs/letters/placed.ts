// Placed in a Work Group.

import type { Stage } from "../prospectus/prospectus.ts";
import { type Block, type Envelope, heading, type Letter, letter, paragraph, schoolName, steps } from "./letter.ts";
import { rowsOf } from "./promises.ts";
import type { Promised } from "../journey/sentences.ts";
import { hubName, stageName } from "./words.ts";

/** Placed in a Work Group: the dates of the year, as far as they are set. */
export function placed(
  envelope: Envelope,
  facts: {
    stage: Stage;
    academicYear: string;
    commitments: readonly Promised[];
    participants: boolean;
    /** With the schools that it named; null where it named none. Never who of them has no place, or why. */
    together?: boolean | null;
    support?: string;
  },
): Letter {
  const year = `${stageName(facts.stage)} year ${facts.academicYear}`;
  return letter(envelope, `Your school has a place: ${envelope.programme ?? year}`, [
    paragraph(`${hubName(envelope.hub)} has placed ${schoolName(envelope)} in a Work Group for the ${year}. Welcome.`),
    ...(facts.together === true
      ? [paragraph("You are placed together with the schools that you named in your application.")]
      : facts.together === false
        ? [paragraph("You are not placed together with all the schools that you named in your application.")]
        : []),
    ...steps("What happens next", [
      ...(facts.participants
        ? []
        : ["Tell us which teachers will take part: reply with their names, roles and e-mail addresses."]),
      "Your Work Group lead tells you the place and time of each session.",
      ...(facts.support === undefined
        ? []
        : [`Your school is supported by a ${facts.support} as well: your Maths Hub tells you who it is.`]),
      "At the start of each term we write to say what is still to do and what comes next.",
    ]),
    ...datesOf(facts.commitments),
  ]);
}

function datesOf(commitments: readonly Promised[]): Block[] {
  if (commitments.length === 0) return [paragraph("We will send the dates of the year at the start of term.")];
  return [
    heading("The dates of the year"),
    { kind: "table", columns: ["What", "By"], rows: rowsOf(commitments, { todo: false }) },
  ];
}
