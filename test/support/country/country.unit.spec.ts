import { describe, expect, it } from "@jest/globals";
import { ENGLAND } from "../../../libs/calendar/terms.ts";
import { fold } from "../../../libs/journey/evolve.ts";
import { due } from "../../../libs/journey/due.ts";
import { fold as foldGroup } from "../../../libs/work-group/evolve.ts";
import { catalogueOfTests } from "../catalogue.ts";
import { COUNTRY_DAY, rehearseCohort, whichCohorts } from "./cohorts.ts";
import { countryOf, hubsOf } from "./country.ts";

const rules = { catalogue: catalogueOfTests(), calendar: ENGLAND };
/** One of a year's standing: the shortest. */
const no = whichCohorts().findIndex(({ year }) => year === "2026/27");
const rehearsed = [JSON.stringify(rehearseCohort(no, rules))];
const country = [...countryOf(rehearsed, 20)];
const schools = country.flatMap((cohort) => cohort.schools);

describe("a country of schools", () => {
  it("has as many as are asked for, each with a URN and a journey of its own", () => {
    expect(schools.map(({ journey }) => journey)).toEqual(
      schools.map(({ phase }, index) => `${200_000 + index}-${phase}`),
    );
    expect(schools).toHaveLength(20);
  });

  it("has no hub that is larger than the largest", () => {
    expect(hubsOf(20)).toHaveLength(1);
    expect(new Set(hubsOf(10_636)).size).toBe(40);
    expect(new Set(hubsOf(20_000)).size).toBe(76);
  });

  it("names in a school’s life nobody and nothing of another’s", () => {
    for (const { urn, hub, events } of schools) {
      const text = JSON.stringify(events);
      const others = schools.filter((other) => other.urn !== urn && text.includes(other.urn));
      expect([others, /"(teacher|person|text)-\d/u.test(text), text.includes('"rehearsal"')]).toEqual([
        [],
        false,
        false,
      ]);
      expect(text).toContain(`"hub":"${hub}"`);
    }
  });

  it("owes nothing on its day, and is reminded on the Monday after", () => {
    for (const { events } of schools) {
      const state = fold(events);
      expect([state.status, state.status !== "none" && state.effects, due(state)]).toEqual([
        "participating",
        [],
        "2027-01-11T09:00:00Z",
      ]);
      expect(events.every(({ at }) => at <= COUNTRY_DAY)).toBe(true);
    }
  });

  it("has Work Groups that hold who takes part in them, with the registers of their sessions", () => {
    const [{ groups, schools: members } = { groups: new Map(), schools: [] }] = country;
    const [[id, events] = ["", []]] = [...groups];
    const group = foldGroup(events);
    if (group.status !== "formed") throw new Error(`${id} is ${group.status}`);
    expect(group.taken.map(({ journey }) => journey).sort()).toEqual(members.map(({ journey }) => journey).sort());
    const [register] = events.flatMap((event) => (event.type === "RegisterTaken" ? [event] : []));
    const [school] = register?.schools ?? [];
    expect(school?.present.every((person) => person.startsWith(school.journey.slice(0, 6)))).toBe(true);
  });
});
