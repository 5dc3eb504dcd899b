// Letters of a stage-year: placed, invited to the next stage, grant released.

import type { LocalDate } from "../calendar/instants.ts";
import type { Commitment } from "../journey/state.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import {
  heading,
  letter,
  notice,
  paragraph,
  schoolName,
  section,
  steps,
  type Block,
  type Envelope,
  type Letter,
  type Row,
} from "./letter.ts";
import { pounds } from "../journey/sentences.ts";
import { commitmentName, commitmentTodo, hubName, longDate, stageName, type Promised } from "./words.ts";

/** Commitments as rows, earliest first; the hub's own are marked. A session and being there are one row. */
export function rowsOf(commitments: readonly Promised[], options: { todo: boolean }): Row[] {
  const attended = new Set(commitments.map((each) => each.kind === "meeting" && each.dueOn));
  return commitments
    .filter((each) => each.kind !== "session" || !attended.has(each.dueOn))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .map((each) => ({
      what: commitmentName(each),
      when: longDate(each.dueOn),
      ...(options.todo && each.by === "school" ? { todo: commitmentTodo(each) } : {}),
      ...(each.by === "hub" ? { todo: "Your hub arranges this." } : {}),
    }));
}

/** Placed in a Work Group: the dates of the year, as far as they are set. */
export function placed(
  envelope: Envelope,
  facts: { stage: Stage; academicYear: string; commitments: readonly Promised[]; participants: boolean },
): Letter {
  const year = `${stageName(facts.stage)} year ${facts.academicYear}`;
  return letter(envelope, `Your school has a place: ${envelope.programme ?? year}`, [
    paragraph(`${hubName(envelope.hub)} has placed ${schoolName(envelope)} in a Work Group for the ${year}. Welcome.`),
    ...steps("What happens next", [
      ...(facts.participants
        ? []
        : ["Tell us which teachers will take part: reply with their names, roles and e-mail addresses."]),
      "Your Work Group lead tells you the place and time of each session.",
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
      { todo: false },
    ).map(({ what, when, todo }) => `${what}, due ${when}${todo ? " (for the hub to arrange)" : ""}`);
  return letter(
    envelope,
    `To decide: is the school Mastery Ready? Mastery Readiness ${facts.academicYear} (URN ${envelope.school.urn})`,
    [
      paragraph(
        `The Mastery Readiness year ${facts.academicYear} of ${school} has ended. Nobody has recorded ` +
          `whether the school is Mastery Ready, so it does not go on to Development by itself.`,
      ),
      ...section("Done", named("met")),
      ...section("Not done", named("open", "missed")),
      ...section("Not asked of the school any more", named("waived")),
      heading("Your decision"),
      paragraph(
        `You are asked to decide for ${hubName(envelope.hub)}. Record it in School Journeys with “Confirm ` +
          `readiness” (ConfirmReadiness):`,
      ),
      {
        kind: "list",
        items: [
          "Ready: the school can be invited to Development",
          "Not ready: the school’s journey ends here, and your reason is recorded with it",
        ],
      },
      paragraph("Until you decide, the school waits."),
    ],
  );
}

/**
 * The next stage is open to the school; it takes part only if it says yes. `keptUntil`: the last day on which a place
 * in a Work Group is kept for it.
 */
export function nextStageInvited(
  envelope: Envelope,
  facts: {
    stage: Stage;
    academicYear: string;
    about: string | null;
    expectations: readonly string[];
    keptUntil?: LocalDate | null;
  },
): Letter {
  const stage = `the ${stageName(facts.stage)} stage in ${facts.academicYear}`;
  return letter(envelope, `Please tell us: will your school go on to ${stage}?`, [
    paragraph(`${hubName(envelope.hub)} invites ${schoolName(envelope)} to go on to ${stage}.`),
    ...(facts.about ? [paragraph(facts.about)] : []),
    notice(
      `Please reply before 1 September ${facts.academicYear.slice(0, 4)} to say whether your school will take part.`,
    ),
    ...(facts.keptUntil
      ? [
          paragraph(
            `A place in a Work Group is kept for your school until the end of ` +
              `${longDate(facts.keptUntil)}. After that day it may go to another school.`,
          ),
        ]
      : []),
    ...section("What is expected of your school", facts.expectations),
  ]);
}

/** The grant has been approved and goes out with the next payment run. */
export function grantReleased(
  envelope: Envelope,
  facts: { amountPence: number; stage: Stage; academicYear: string; purpose: string | null; releasedOn: LocalDate },
): Letter {
  const amount = pounds(facts.amountPence);
  return letter(envelope, `Your school’s grant of ${amount} has been released`, [
    paragraph(
      `The grant of ${amount} for ${schoolName(envelope)}, for the ${stageName(facts.stage)} year ` +
        `${facts.academicYear}, was released on ${longDate(facts.releasedOn)}.`,
    ),
    ...(facts.purpose ? [paragraph(`What it is for: ${facts.purpose}`)] : []),
    ...steps("What happens next", [
      `${hubName(envelope.hub)} pays it to your school with its next payment run. You do not need to do anything.`,
      "Tell your school business manager to expect it. If it has not come within two months, reply to this e-mail.",
    ]),
  ]);
}
