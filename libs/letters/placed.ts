// Placed in a Work Group.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { ProgrammeLink, Stage } from "../prospectus/prospectus.ts";
import { type Dated, datesOfYear } from "./dates-of-group.ts";
import { whereBlocks } from "./held.ts";
import {
  type Block,
  type Envelope,
  type Letter,
  letter,
  notice,
  paragraph,
  schoolName,
  section,
  steps,
  withProgramme,
} from "./letter.ts";
import { linkBlocks } from "./links.ts";
import { commitmentName, hubName, stageName } from "./words.ts";

/** Placed in a Work Group: which, who leads it, and the dates of the year, as far as they are set. */
export function placed(
  envelope: Envelope,
  facts: {
    stage: Stage;
    academicYear: string;
    dates: readonly Dated[];
    /** Of which the school chooses one for its year. */
    themes?: readonly string[];
    /** What is known of the group itself. */
    group: readonly Block[];
    participants: boolean;
    /** By when the school says who takes part, where it has not. */
    teachersBy?: LocalDate | null;
    /** With the schools that it named; null where it named none. Never who of them has no place, or why. */
    together?: boolean | null;
    support?: string;
    /** Who that is, by name; null while the hub has not said. */
    supportedBy?: string | null;
    /** Where the programme leads. */
    links?: readonly ProgrammeLink[];
  },
): Letter {
  const year = `${stageName(facts.stage)} year ${facts.academicYear}`;
  const by = facts.teachersBy ? ` by ${dateWithWeekday(facts.teachersBy)}` : "";
  return letter(envelope, withProgramme(envelope, "Your school has a place", year), [
    ...(facts.participants
      ? []
      : [notice(`Tell us${by} which teachers will take part: reply with their names, roles and e-mail addresses.`)]),
    paragraph(`${hubName(envelope.hub)} has placed ${schoolName(envelope)} in a Work Group for the ${year}. Welcome.`),
    ...(facts.together === true
      ? [paragraph("You are placed together with the schools that you named in your application.")]
      : facts.together === false
        ? [
            paragraph(
              "You are not placed together with all the schools that you named in your application. To talk about " +
                "it, reply to this e-mail.",
            ),
          ]
        : []),
    ...facts.group,
    ...firstTime(facts.dates),
    ...datesOfYear(facts.dates, envelope),
    ...section("The themes to choose from", facts.themes ?? []),
    ...steps("What happens next", [
      facts.dates.length === 0
        ? "We send you the dates of the year as soon as they are set."
        : "Keep the dates free: five school days before each meeting we write again, to those who are to come to it. " +
          "If a date changes, we write at once.",
      ...(facts.support === undefined
        ? []
        : facts.supportedBy
          ? [`Your school is supported by ${facts.supportedBy} as well, a ${facts.support}.`]
          : [`Your school is supported by a ${facts.support} as well: your Maths Hub tells you who it is.`]),
      "At the start of each term we write to say what is still to do and what comes next.",
    ]),
    ...linkBlocks(facts.links ?? []),
  ]);
}

/** The first time that people meet: how to get there. */
export function firstTime(dates: readonly Dated[]): Block[] {
  const meets = (of: Dated["kind"]): Dated | undefined => dates.find(({ kind, held }) => held !== null && kind === of);
  const next = meets("meeting") ?? meets("session");
  if (next === undefined || next.held === null) return [];
  return [
    paragraph(`The first date is ${commitmentName(next)}, on ${dateWithWeekday(next.dueOn)}.`),
    ...whereBlocks(next.held),
  ];
}
