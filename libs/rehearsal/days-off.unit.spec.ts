// Over random years, phases and stages, schools and hubs: no day that the service sets for a person is a day off, and
// no letter that time brings goes out on one.

import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { ENGLAND, isSchoolDay } from "../calendar/terms.ts";
import { addDays } from "../calendar/dates.ts";
import { localDate, type LocalDate } from "../calendar/instants.ts";
import { RULES } from "../../test/support/journey.ts";
import { reportWith } from "../../test/support/rehearsing.ts";
import type { Report } from "./report.ts";

const PROGRAMMES = RULES.catalogue.all();
/** What time brings to people. */
const BROUGHT = [
  "ReminderDue",
  "ChaserDue",
  "CommitmentEscalated",
  "OfferReminderDue",
  "OfferLapsed",
  "ApplicationEndTold",
  "InvitationReminderDue",
];

/** The days in an event by which somebody is to have done something, or on which somebody is written to. */
function daysIn({ events }: Report): { what: string; day: LocalDate }[] {
  return events.flatMap((event) => {
    const { type, at, dueOn, respondBy, placeBy, commitments } = event as typeof event &
      Partial<Record<string, unknown>>;
    const promised = type === "StageStarted" ? (commitments as { code: string; dueOn: LocalDate }[]) : [];
    return [
      ...[dueOn, respondBy, placeBy].flatMap((day) => (typeof day === "string" ? [{ what: type, day }] : [])),
      ...promised.map((one) => ({ what: `${type} ${one.code}`, day: one.dueOn })),
      ...(BROUGHT.includes(type) ? [{ what: `${type} sent`, day: localDate(at) }] : []),
    ];
  });
}

it("no day that the service sets for a person is a day off", () => {
  fc.assert(
    fc.property(
      fc.record({
        of: fc.integer({ min: 0, max: PROGRAMMES.length - 1 }),
        behaviour: fc.constantFrom("exemplary", "silent"),
        hub: fc.constantFrom("attentive", "attentive", "absent"),
        later: fc.integer({ min: 0, max: 120 }),
        away: fc.option(fc.tuple(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 1, max: 120 }))),
      }),
      ({ of, behaviour, hub, later, away }) => {
        const prospectus = PROGRAMMES[of];
        if (!prospectus) throw new Error(`no programme ${of}`);
        const { id, phase, window, academicYear } = prospectus;
        const start = addDays(window.opensOn.value, later);
        const begins = `${academicYear.slice(0, 4)}-09-01`;
        const script = away
          ? [
              `- {at: ${addDays(begins, away[0])}T10:00, command: PauseJourney, with: {reason: x}}`,
              `- {at: ${addDays(begins, away[0] + away[1])}T10:00, command: ReturnToProgramme}`,
            ].join("\n")
          : "";
        const history = [{ stage: "development", academicYear: "2015/16" }];
        const school = { urn: 100001, phase, funding: "state", history: id.includes("readiness") ? [] : history };
        const until = addDays(begins, 430);
        const report = reportWith({ prospectus: id, school, start, until, behaviour, hub }, script);
        const off = daysIn(report).filter(({ day }) => !isSchoolDay(ENGLAND, day));
        expect(off.map(({ what, day }) => `${what} ${day}`)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
