// How a stage-year comes out, and how another begins.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { Promised } from "../journey/sentences.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import { type Dated, datesOfYear } from "./dates-of-group.ts";
import {
  type Block,
  type Envelope,
  type Letter,
  letter,
  notice,
  paragraph,
  schoolAtStart,
  schoolName,
  section,
  steps,
} from "./letter.ts";
import { MEETS } from "./promises.ts";
import { commitmentName, count, hubName, stageName } from "./words.ts";

interface OfYear {
  stage: Stage;
  academicYear: string;
}
const named = ({ stage, academicYear }: OfYear): string => `${stageName(stage)} year ${academicYear}`;

/** Why a year did not come out as it might have: what was still owed, how many places at meetings were filled. */
export interface Lacking {
  owed: readonly Promised[];
  /**
   * Places at the meetings of the year, how many were filled, and how many nobody had to fill; null where that was not
   * the question.
   */
  places: { all: number; filled: number; letGo?: number } | null;
}

/** What was missing, as part of a letter; nothing where nothing was. */
function whatWasMissing({ owed, places }: Lacking): Block[] {
  const { all, filled, letGo = 0 } = places ?? { all: 0, filled: 0 };
  const rest = letGo === 0 ? "." : `; for ${letGo} more nobody had to come.`;
  const meetings =
    filled + letGo >= all ? [] : [`Your teachers filled ${filled} of ${count(all, "place")} at meetings${rest}`];
  return section("What was still missing", [
    ...meetings,
    ...owed.map(
      (one) => `${commitmentName(one)}, ${MEETS.includes(one.kind) ? "on" : "due by"} ${dateWithWeekday(one.dueOn)}`,
    ),
  ]);
}

/** The hub has decided whether the school is Mastery Ready. */
export function readinessDecided(
  envelope: Envelope,
  facts: OfYear & { ready: boolean; over: boolean; lacking: Lacking },
): Letter {
  const [school, hub] = [schoolName(envelope), hubName(envelope.hub)];
  if (facts.ready)
    return letter(envelope, "Your school is Mastery Ready", [
      notice(`${hub} has confirmed that ${school} is Mastery Ready. Congratulations, and thank you.`),
      ...steps("What happens next", [
        ...(facts.over ? [] : [`The ${named(facts)} goes on to its end: what is still to do stays as it is.`]),
        "Your hub invites your school to the Development stage. That letter says by when to answer.",
      ]),
    ]);
  return letter(envelope, "Your school is not confirmed as Mastery Ready", [
    notice(`${hub} has decided that ${school} is not Mastery Ready yet.`),
    ...whatWasMissing(facts.lacking),
    ...steps("What happens next", [
      ...(facts.over ? [] : [`The ${named(facts)} goes on to its end: what is still to do can still be done.`]),
      "Your school does not go on to the Development stage now. Your hub may invite it to another Readiness year.",
      "If you would like to talk about the decision, reply to this e-mail.",
    ]),
  ]);
}

/** The hub has said whether a year was completed. `counts`: not completed, but taken for it all the same. */
export function completionDecided(
  envelope: Envelope,
  facts: OfYear & { completed: boolean; counts: boolean; over: boolean; lacking: Lacking },
): Letter {
  const [school, hub, year] = [schoolName(envelope), hubName(envelope.hub), named(facts)];
  if (facts.completed)
    return letter(envelope, `Your school has completed the ${year}`, [
      notice(`${hub} has confirmed that ${school} has completed the ${year}. Thank you for your work.`),
    ]);
  if (facts.counts)
    return letter(envelope, `Your school goes on from the ${year}`, [
      notice(`${school} has not completed the ${year}, but ${hub} counts it: your school can go on to the next stage.`),
      ...whatWasMissing(facts.lacking),
    ]);
  return letter(envelope, `The ${year} is not completed`, [
    notice(`${hub} has decided that ${school} ${facts.over ? "did not complete" : "will not complete"} the ${year}.`),
    ...whatWasMissing(facts.lacking),
    ...steps("What happens next", [
      ...(facts.over ? [] : ["The year goes on to its end, and your teachers are welcome at its meetings."]),
      "The next stage builds on this one. Your hub may invite your school to go through it once more.",
      "If you would like to talk about the decision, reply to this e-mail.",
    ]),
  ]);
}

/** Of these a school is told what was missing; that its hub held nothing is not its doing. */
const WITH_REASONS: readonly HowEnded[] = ["not-completed", "not-ready"];

/** How a year ended. `undecided`: whether the school is Mastery Ready is still the hub’s to say. */
export type HowEnded = "completed" | "not-completed" | "not-ready" | "interrupted" | "undecided";

/** A year has ended. `then`: with what the school goes on; `waitsUntil`: by when the rest is settled. */
export function yearEnded(
  envelope: Envelope,
  facts: OfYear & {
    how: HowEnded;
    then: (OfYear & { begun: boolean }) | "ends" | "waits";
    waitsUntil: LocalDate | null;
    invited: boolean;
    lacking: Lacking;
    /** On which day before this the school was told of it, and what was missing then. */
    toldOn: LocalDate | null;
  },
): Letter {
  const [subject, said] = endingOf(envelope, facts);
  const missing = !WITH_REASONS.includes(facts.how)
    ? []
    : facts.toldOn === null
      ? whatWasMissing(facts.lacking)
      : [paragraph(`We wrote to you about it on ${dateWithWeekday(facts.toldOn)}.`)];
  return letter(envelope, subject, [notice(said), ...missing, ...whatComesNext(envelope, facts)]);
}

function endingOf(
  envelope: Envelope,
  facts: OfYear & { how: HowEnded; toldOn: LocalDate | null },
): [subject: string, said: string] {
  const [school, year] = [schoolName(envelope), named(facts)];
  switch (facts.how) {
    case "completed":
      return [
        `Thank you: the ${year} is completed`,
        `${school} has completed the ${year}. Thank you for all the work.`,
      ];
    case "not-completed":
      return [
        `The ${year} has ended`, // Unless somebody has decided so, it is what the evidence says.
        facts.toldOn === null
          ? `The ${year} has ended. By our records, ${school} has not completed it. If you see it otherwise, reply.`
          : `The ${year} has ended, and ${school} has not completed it.`,
      ];
    case "not-ready":
      return [`The ${year} has ended`, `The ${year} has ended. ${school} was not confirmed as Mastery Ready.`];
    case "interrupted":
      return [
        `The ${year} has ended unfinished`,
        `The ${year} has ended without meetings for ${school}. That is not held against your school.`,
      ];
    case "undecided":
      return [
        `The ${year} has ended`,
        `The ${year} has ended. ${hubName(envelope.hub)} has still to say whether ${school} is Mastery Ready.`,
      ];
    default:
      return facts.how satisfies never;
  }
}

function whatComesNext(
  envelope: Envelope,
  { how, then, waitsUntil, invited }: Parameters<typeof yearEnded>[1],
): Block[] {
  if (typeof then === "object")
    return [
      paragraph(
        then.begun
          ? `Your school goes on with the ${named(then)}.`
          : `Your school goes on with the ${named(then)}. It begins on 1 September ${then.academicYear.slice(0, 4)}.`,
      ),
    ];
  if (then === "ends")
    return [
      paragraph(
        "With this year your school’s part in the programme ends for now. It may come back: reply to this e-mail, " +
          "or apply for a year to come.",
      ),
    ];
  const by = waitsUntil === null ? "" : ` by ${dateWithWeekday(waitsUntil)}`;
  if (invited && how !== "undecided")
    return steps("What to do", [
      `Your school is invited to another year and has not answered yet. Please say${by} whether it takes part.`,
    ]);
  return [
    paragraph(
      `How your school goes on is still to be settled${by}. ${hubName(envelope.hub)} writes to you. You do not need ` +
        "to do anything now.",
    ),
  ];
}

/** A pause has outlasted its year. */
export function yearInterrupted(envelope: Envelope, facts: OfYear & { until: LocalDate | null }): Letter {
  const { until } = facts;
  return letter(envelope, `The ${named(facts)} has ended while your school was away`, [
    notice(
      `The ${named(facts)} has ended during the pause of ${schoolName(envelope)}. It ends unfinished, and nothing of ` +
        "it is owed.",
    ),
    paragraph(
      until === null
        ? "Tell us when your school is back: reply to this e-mail. We then write to you about the year that it enters."
        : `The last day of the pause is ${dateWithWeekday(until)}. We then write to you about the year that your ` +
            "school enters.",
    ),
  ]);
}

/** Another year has begun for a school that goes on. */
export function yearBegun(
  envelope: Envelope,
  facts: OfYear & {
    asksTeachers: LocalDate | null;
    group: readonly Block[];
    dates: readonly Dated[];
    themes: readonly string[];
  },
): Letter {
  return letter(envelope, `The ${named(facts)} has begun: your dates`, [
    ...(facts.asksTeachers === null
      ? []
      : [
          notice(
            `Please tell us by ${dateWithWeekday(facts.asksTeachers)} which teachers take part this year, also if ` +
              "they are the same as before.",
          ),
        ]),
    paragraph(`${schoolAtStart(envelope)} takes part in it from now on. Welcome.`),
    ...facts.group,
    ...datesOfYear(facts.dates, envelope),
    ...section("The themes to choose from", facts.themes),
  ]);
}
