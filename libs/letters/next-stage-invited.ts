// Invited to the next stage.

import { firstDay, settledBy } from "../calendar/academic-years.ts";
import { dateWithWeekday, longDate } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import { type Block, type Envelope, type Letter, letter, notice, paragraph, schoolName, section } from "./letter.ts";
import { hubName, stageName } from "./words.ts";

/**
 * By when to answer an invitation, and what an answer after that comes to: first the day on which it matters, then how
 * long a yes is taken. `keptUntil`: the last day on which a place in a Work Group is kept.
 */
export function answerBy({ academicYear, on, keptUntil }: AnswerBy): Block[] {
  const [begins, last] = [firstDay(academicYear), dateWithWeekday(settledBy(academicYear))];
  const late = `A yes is taken until ${last}`;
  if (keptUntil !== null && on <= keptUntil)
    return [
      notice(
        `Please reply by ${dateWithWeekday(keptUntil)}: until then a place in a Work Group is kept for your school.`,
      ),
      paragraph(`${late}, but after that day the place may go to another school.`),
    ];
  if (on < begins)
    return [
      notice(`Please reply before ${longDate(begins)}, when the year begins.`),
      paragraph(`${late}; your school then takes part from the day on which it says so.`),
    ];
  return [notice(`Please reply by ${last}. Your school takes part from the day on which it says yes.`)];
}

/** `on`: the day of the letter. */
interface AnswerBy {
  academicYear: string;
  on: LocalDate;
  keptUntil: LocalDate | null;
}

/** `same`: it is the stage of the school's last year, once more. */
interface GoesOn {
  stage: Stage;
  same: boolean;
}

/** Before the name of a stage, as a school goes on to it, or with it. */
export const goesOn = ({ same }: Pick<GoesOn, "same">): string => (same ? "go on with" : "go on to");

/** The next stage is open to the school; it takes part only if it says yes. */
export function nextStageInvited(
  envelope: Envelope,
  facts: GoesOn & AnswerBy & { about: string | null; expectations: readonly string[] },
): Letter {
  const stage = `the ${stageName(facts.stage)} stage in ${facts.academicYear}`;
  return letter(
    envelope,
    `Please tell us: does your school ${goesOn(facts)} ${stageName(facts.stage)} in ${facts.academicYear}?`,
    [
      ...answerBy(facts),
      paragraph(`${hubName(envelope.hub)} invites ${schoolName(envelope)} to ${goesOn(facts)} ${stage}.`),
      ...(facts.about ? [paragraph(facts.about)] : []),
      ...section("What is expected of your school", facts.expectations),
    ],
  );
}
