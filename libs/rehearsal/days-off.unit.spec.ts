// Over random years, phases and stages, schools and hubs: no day that the service sets for a person is a day off, and
// no letter that time brings goes out on one.

import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { ENGLAND, isSchoolDay } from "../calendar/terms.ts";
import { addDays } from "../calendar/dates.ts";
import { localDate, type LocalDate } from "../calendar/instants.ts";
import type { Prospectus } from "../prospectus/prospectus.ts";
import { isBrought } from "../../test/support/brought.ts";
import { RULES } from "../../test/support/journey.ts";
import { reportWith } from "../../test/support/rehearsing.ts";
import type { Report } from "./report.ts";
import { sampled } from "../../test/support/sampled.ts";

/** The days in an event by which somebody is to have done something, or on which somebody is written to. */
function daysIn({ events }: Report): { what: string; day: LocalDate }[] {
  return events.flatMap((event) => {
    const { type, at, dueOn, respondBy, placeBy, commitments } = event as typeof event &
      Partial<Record<string, unknown>>;
    const promised = type === "StageStarted" ? (commitments as { code: string; dueOn: LocalDate }[]) : [];
    return [
      ...[dueOn, respondBy, placeBy].flatMap((day) => (typeof day === "string" ? [{ what: type, day }] : [])),
      ...promised.map((one) => ({ what: `${type} ${one.code}`, day: one.dueOn })),
      ...(isBrought(type) ? [{ what: `${type} sent`, day: localDate(at) }] : []),
    ];
  });
}

interface Year {
  prospectus: Prospectus;
  behaviour: "exemplary" | "silent";
  hub: "attentive" | "absent";
  /** Days after its window opened: when the rehearsal starts. */
  later: number;
  /** Days into the academic year, and how many: a pause. */
  away: readonly [number, number] | null;
}

function rehearsed({ prospectus, behaviour, hub, later, away }: Year): Report {
  const { id, phase, window, academicYear } = prospectus;
  const begins = `${academicYear.slice(0, 4)}-09-01`;
  const script = away
    ? [
        `- {at: ${addDays(begins, away[0])}T10:00, command: PauseJourney, with: {reason: x}}`,
        `- {at: ${addDays(begins, away[0] + away[1])}T10:00, command: ReturnToProgramme}`,
      ].join("\n")
    : "";
  const history = [{ stage: "development", academicYear: "2015/16" }];
  const school = { urn: 100001, phase, funding: "state", history: id.includes("readiness") ? [] : history };
  const [start, until] = [addDays(window.opensOn.value, later), addDays(begins, 430)];
  return reportWith({ prospectus: id, school, start, until, behaviour, hub }, script);
}

it("no day that the service sets for a person is a day off", () => {
  fc.assert(
    fc.property(
      fc.record({
        prospectus: fc.constantFrom(...RULES.catalogue.all()),
        behaviour: fc.constantFrom("exemplary", "silent"),
        hub: fc.constantFrom("attentive", "attentive", "absent"),
        later: fc.integer({ min: 0, max: 120 }),
        away: fc.option(fc.tuple(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 1, max: 120 }))),
      }),
      (year) => {
        const off = daysIn(rehearsed(year)).filter(({ day }) => !isSchoolDay(ENGLAND, day));
        expect(off.map(({ what, day }) => `${what} ${day}`)).toEqual([]);
      },
    ),
    sampled(60),
  );
});

it("a school that comes back on the last day of a term has the rest of its support in the next", () => {
  const prospectus = RULES.catalogue.get("2020-21/secondary-development");
  if (prospectus === null) throw new Error("the page of 2020/21 is gone");
  const report = rehearsed({ prospectus, behaviour: "silent", hub: "attentive", later: 0, away: [25, 83] });
  const visits = report.events.filter(({ type }) => type === "SupportVisitRecorded");
  expect(visits.map((event) => Object(event).on)).toEqual(["2020-12-18", "2021-02-01", "2021-02-05", "2021-05-17"]);
});
