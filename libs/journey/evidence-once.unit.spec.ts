// Whatever is recorded, in whatever order: nothing counts twice.

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { begun, PRIMARY_DEVELOPMENT, SECONDARY_DEVELOPMENT, TWO, type Past } from "../../test/support/journey.ts";
import { addDays } from "../calendar/dates.ts";
import { ENGLAND, schoolDaysFrom } from "../calendar/terms.ts";
import { releasedHalfDays, supportHalfDays, takenUp, thoseWhoCame, visits } from "./settle-evidence.ts";
import { sampled } from "../../test/support/sampled.ts";

const YEARS = [SECONDARY_DEVELOPMENT, PRIMARY_DEVELOPMENT];

const drawn = fc.record({
  what: fc.constantFrom("attendance", "catch-up", "visit", "release", "extra", "again"),
  day: fc.integer({ min: 60, max: 250 }),
  session: fc.integer({ min: 1, max: 6 }),
  who: fc.subarray(TWO, { minLength: 1 }),
  size: fc.integer({ min: 1, max: 5 }),
  equivalent: fc.constantFrom(undefined, undefined, "full-day" as const, "twilight" as const),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const reason = { id: "text-1", words: 3 };

function tried(past: Past, { what, day, session, who, size, equivalent }: Drawn, last: Drawn | undefined): Past {
  const first = past.year.academicYear === "2020/21" ? "2020-09-01" : "2024-09-01";
  const on = addDays(first, day);
  const at = `${addDays(first, 330)}T12:00`;
  const code = `session-${session}`;
  const keep = (decision: ReturnType<Past["decide"]>): Past =>
    "events" in decision ? past.follow(decision.events) : past;
  const more = equivalent === undefined ? {} : { equivalent, reason };
  switch (what) {
    case "attendance":
      return keep(past.decide(at, "RecordAttendance", { session: code, on, present: who, ...more }));
    case "catch-up":
      return keep(past.decide(at, "RecordAttendance", { session: code, on, present: who, catchUp: true }));
    case "visit":
      return keep(past.decide(at, "RecordSupportVisit", { on, halfDays: size, teachers: who }));
    case "release":
      return keep(past.decide(at, "RecordReleaseDays", { participant: who[0] ?? "", days: size / 2, on }));
    case "extra":
      return keep(past.decide(at, "ScheduleSession", { session: code, on: addDays(at.slice(0, 10), size), reason }));
    default:
      return last === undefined || last.what === "again" ? past : tried(past, last, undefined);
  }
}

/** As `expect`, which is too slow for so many. */
function hold(holds: boolean, what: string, about: unknown): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(about)}`);
}

function onceOnly(past: Past): void {
  const { year } = past;
  const attended = year.evidence.flatMap((one) => (one.kind === "attendance" ? [one] : []));
  const days = new Set(year.evidence.map(({ on }) => on));
  for (const on of days) hold(takenUp(year, on) <= 2, "more than a day holds", on);
  const times = new Set(attended.flatMap(({ session, on, present }) => present.map((id) => `${session} ${on} ${id}`)));
  const filled = [...thoseWhoCame(year, () => true).values()].reduce((sum, all) => sum + all.size, 0);
  hold(filled <= times.size, "a place filled by nobody's time", { filled, times: times.size });
  const said = year.evidence.reduce((sum, one) => (one.kind === "release-days" ? sum + one.days * 2 : sum), 0);
  hold(releasedHalfDays(year) <= said + times.size * year.halfDaysPerMeeting, "release twice", year.evidence);
  const last = [...days].sort().at(-1) ?? "2020-09-01";
  const could = schoolDaysFrom(ENGLAND, year.startedAt.slice(0, 10), last) * 4;
  hold(said <= could, "more release than school days", said);
  const given = visits(year).reduce((sum, one) => sum + one.halfDays, 0);
  hold(given <= 2 * visits(year).length, "a visit longer than its day", given);
  hold(supportHalfDays(year, { between: true }) <= given * TWO.length, "support twice", given);
}

describe("Evidence", () => {
  it("never counts twice, whatever is recorded in whatever order", () => {
    let kept = 0;
    fc.assert(
      fc.property(fc.constantFrom(...YEARS), fc.array(drawn, { minLength: 5, maxLength: 40 }), (id, draws) => {
        let past = begun(id);
        // Registers come late: time goes by first.
        past = past.until(past.year.academicYear === "2020/21" ? "2021-07-20" : "2025-07-20");
        draws.forEach((draw, index) => (past = tried(past, draw, draws[index - 1])));
        kept += past.year.evidence.length;
        onceOnly(past);
      }),
      sampled(60),
    );
    // The runs go far enough to mean something.
    expect(kept).toBeGreaterThan(100);
  });
});
