// What a school has said, as a receipt: who did not say it themselves hears of it too.

import { settledBy } from "../calendar/academic-years.ts";
import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { Stage } from "../prospectus/prospectus.ts";
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
import { hubName, stageName } from "./words.ts";

const MISTAKE = "If this is a mistake, reply to this e-mail at once.";

/** The school has accepted its place. `placeBy`: by when its hub places it; `named`: its teachers are known. */
export function offerAccepted(
  envelope: Envelope,
  { placeBy, named }: { placeBy: LocalDate | null; named: boolean },
): Letter {
  const by = placeBy === null ? "" : ` by ${dateWithWeekday(placeBy)}`;
  return letter(envelope, withProgramme(envelope, "Your school has accepted its place"), [
    notice(`${schoolName(envelope)} has accepted the place in ${programmeOf(envelope)}. Thank you.`),
    ...steps("What happens next", [
      ...(named ? [] : ["Tell us which teachers will take part: reply with their names, roles and e-mail addresses."]),
      `${hubName(envelope.hub)} places your school in a Work Group${by}. We then write to you with its dates.`,
      MISTAKE,
    ]),
  ]);
}

/** The school has said no to its place. */
export function offerDeclined(envelope: Envelope): Letter {
  return letter(envelope, withProgramme(envelope, "Your school has declined its place"), [
    notice(`${schoolName(envelope)} does not take the place in ${programmeOf(envelope)}. Thank you for telling us.`),
    ...steps("What happens next", [
      "The place is free for another school. You do not need to do anything.",
      MISTAKE,
      "Your school may apply again for a later year.",
    ]),
  ]);
}

/** An application, or an interest, was taken back. */
export function applicationWithdrawn(envelope: Envelope): Letter {
  return letter(envelope, withProgramme(envelope, "Your application is withdrawn"), [
    notice(
      `${schoolName(envelope)} no longer seeks a place in ${programmeOf(envelope)}: what you sent us has been ` +
        "withdrawn.",
    ),
    ...steps("What happens next", [
      "We write to you about it no more. You do not need to do anything.",
      MISTAKE,
      "Your school may apply again for a later year.",
    ]),
  ]);
}

/** The school goes on. `kept`: in the Work Group in which its place was kept; `held`: once its last year counts. */
export function nextStageConfirmed(
  envelope: Envelope,
  facts: { stage: Stage; academicYear: string; kept: boolean; held: boolean; teachers: boolean },
): Letter {
  const { stage, academicYear, kept, held, teachers } = facts;
  const year = `the ${stageName(stage)} year ${academicYear}`;
  return letter(envelope, `Your school goes on: ${stageName(stage)} in ${academicYear}`, [
    notice(`${schoolName(envelope)} has said that it takes part in ${year}. Thank you.`),
    ...(held
      ? [paragraph(`It begins once ${hubName(envelope.hub)} has settled that your school’s last year counts.`)]
      : []),
    ...steps("What happens next", [
      kept
        ? "The place that was kept for your school is now its own."
        : `${hubName(envelope.hub)} tells you in which Work Group your school goes on.`,
      ...(teachers ? [] : ["Tell us which teachers will take part. If they are the same as now, say so."]),
      "We write to you with the dates of the year.",
      MISTAKE,
    ]),
  ]);
}

/** The school does not go on. */
export function nextStageDeclined(envelope: Envelope, { yearGoesOn }: { yearGoesOn: boolean }): Letter {
  return letter(envelope, "Your school does not go on to the next year", [
    notice(`${schoolName(envelope)} has said that it does not take part in the next year. Thank you for telling us.`),
    ...steps("What happens next", [
      ...(yearGoesOn ? ["The year under way goes on to its end: what is still to do stays as it is."] : []),
      "If your school changes its mind, or this is a mistake, reply to this e-mail.",
    ]),
  ]);
}

/** The day to which a place was kept is over; the invitation stands. */
export function placeNotKept(
  envelope: Envelope,
  { respondBy, academicYear }: { respondBy: LocalDate; academicYear: string },
): Letter {
  const last = dateWithWeekday(settledBy(academicYear));
  return letter(envelope, `Please tell us by ${last} whether your school goes on`, [
    notice(`Your school can still say until the end of ${last} that it takes part in ${academicYear}.`),
    paragraph(
      `A place in a Work Group was kept for ${schoolName(envelope)} until ${dateWithWeekday(respondBy)}. We had no ` +
        "answer, so another school may have that place now. If your school says yes, your hub looks for a place.",
    ),
  ]);
}
