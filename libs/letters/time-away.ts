// A school pauses, comes back, or leaves.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import { pounds } from "../journey/sentences.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import { type Dated, datesOfYear } from "./dates-of-group.ts";
import {
  type Block,
  type Envelope,
  type Letter,
  letter,
  notice,
  paragraph,
  programmeOf,
  schoolName,
  section,
  steps,
} from "./letter.ts";
import { hubName, stageName } from "./words.ts";

/** `until`: the last day of the pause; null where nobody has said. `yearEndsOn`: of the year under way, if one is. */
export function paused(
  envelope: Envelope,
  { until, yearEndsOn }: { until: LocalDate | null; yearEndsOn: LocalDate | null },
): Letter {
  const school = schoolName(envelope);
  const back =
    until === null
      ? "It goes on when your school tells us that it is back."
      : `The last day of the pause is ${dateWithWeekday(until)}.`;
  const outlasts = yearEndsOn !== null && (until === null || until >= yearEndsOn);
  return letter(
    envelope,
    until === null ? "Your school pauses" : `Your school pauses until ${dateWithWeekday(until)}`,
    [
      notice(`${school} pauses in ${programmeOf(envelope)}. ${back}`),
      ...section("What rests", [
        "Nobody from your school has to come to sessions, and nobody visits your school.",
        "Nothing that your school promised falls due, and we send no reminders.",
        "Your school keeps its place.",
      ]),
      ...steps("When your school comes back", [
        until === null
          ? "Reply to this e-mail to say that it is back."
          : "You do not need to do anything: the day after, your school takes part again. To come back sooner, reply.",
        "We then write to you about what it goes on with.",
        ...(outlasts
          ? [
              `If it is still away on ${dateWithWeekday(yearEndsOn)}, this year ends unfinished for it, and it ` +
                "goes on in a later one.",
            ]
          : []),
      ]),
    ],
  );
}

/**
 * Back from a pause. `dates`: of the year with which it goes on; `stage`: of the year that it enters, where it is not
 * the one it left; `hasGroup`: it is known in which Work Group.
 */
export function returned(
  envelope: Envelope,
  facts: {
    enters: { stage: Stage; academicYear: string; begun: boolean; hasGroup: boolean } | null;
    asksTeachers: LocalDate | null;
    dates: readonly Dated[];
  },
): Letter {
  const { enters, asksTeachers, dates } = facts;
  const school = schoolName(envelope);
  const withWhat =
    enters === null
      ? "It goes on with the year that it left."
      : enters.begun
        ? `It goes on with the ${stageName(enters.stage)} year ${enters.academicYear}.`
        : `The ${stageName(enters.stage)} year ${enters.academicYear} is its next: it begins on 1 September ` +
          `${enters.academicYear.slice(0, 4)}.`;
  return letter(envelope, "Welcome back", [
    notice(`${school} takes part again. ${withWhat}`),
    ...(enters !== null && !enters.hasGroup
      ? [paragraph(`${hubName(envelope.hub)} writes to you when it has placed your school in a Work Group.`)]
      : []),
    ...(enters === null
      ? [
          paragraph(
            "Sessions and visits of the time in which your school was away are not owed. What else fell due has a " +
              "new date.",
          ),
        ]
      : []),
    ...(asksTeachers === null
      ? []
      : steps("What to do", [
          `Tell us by ${dateWithWeekday(asksTeachers)} which teachers take part, also if they are the same as before.`,
        ])),
    ...datesOfYear(dates, envelope, "What comes next"),
  ]);
}

/** A grant, and what is known of it when its school has left. */
export interface GrantLeft {
  amountPence: number;
  stage: Stage;
  academicYear: string;
  becomes: "not-paid" | "to-decide" | "on-its-way" | "paid";
}

/** `ineligible`: it may not take part any more; `on`: since when. */
export function withdrawn(
  envelope: Envelope,
  { ineligible, on, grants }: { ineligible: boolean; on: LocalDate; grants: readonly GrantLeft[] },
): Letter {
  const [school, programme, hub] = [schoolName(envelope), programmeOf(envelope), hubName(envelope.hub)];
  return letter(envelope, "Your school no longer takes part", [
    notice(
      ineligible
        ? `${school} can no longer take part in ${programme}: it is not a school that the programme is open to now.`
        : `${hub} has recorded that ${school} has left ${programme}, on ${dateWithWeekday(on)}.`,
    ),
    paragraph("Your school owes nothing more, and we send no more reminders. Its place is free for another school."),
    ...grants.map(ofGrant),
    ...steps("What you can do", [
      "If this is a mistake, reply to this e-mail at once: it can be put right.",
      ...(ineligible ? [] : ["Your school may come back: apply for a later year as soon as applications are open."]),
    ]),
    paragraph("Thank you for the work that your school has put into it."),
  ]);
}

function ofGrant({ amountPence, stage, academicYear, becomes }: GrantLeft): Block {
  const grant = `The grant of ${pounds(amountPence)} for the ${stageName(stage)} year ${academicYear}`;
  switch (becomes) {
    case "not-paid":
      return paragraph(`${grant} is not paid.`);
    case "to-decide":
      return paragraph(`${grant} has not been paid. Your hub decides what becomes of it, and writes to you.`);
    case "on-its-way":
      return paragraph(`${grant} had been released. Your hub decides whether it is still paid, and writes to you.`);
    case "paid":
      return paragraph(`${grant} has been paid. If anything of it is to come back, your hub writes to you.`);
    default:
      return becomes satisfies never;
  }
}
