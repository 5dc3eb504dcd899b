import { describe, expect, it } from "@jest/globals";
import { HubWorld } from "../../../test/support/hub-world.ts";
import { application, RULES, schoolFor } from "../../../test/support/journey.ts";
import { parseWhen } from "../../calendar/instants.ts";
import type { Rules } from "../../journey/rules.ts";
import { withPolicy } from "../../prospectus/catalogue.ts";
import { byName } from "../../words/naming.ts";
import type { Supposal, World } from "./suppose.ts";
import { tryYear, type Of, type Tried } from "./try-year.ts";

const PROGRAMME = "2024-25/primary-development";
const [A, B, C] = ["100001-primary", "100002-primary", "100003-primary"] as const;
const FROM = "2024-08-20T09:00";

/** So many schools with two teachers each are placed in June; their year begins in September. */
function placed(schools = 3): HubWorld {
  const world = new HubWorld().doGroup("north", "2024-05-07T09:00", "FormWorkGroup", {
    hub: "great-north",
    prospectus: PROGRAMME,
    lead: "lead-1",
    leadRole: "mastery-specialist",
  });
  for (let no = 1; no <= schools; no += 1) {
    const urn = String(100_000 + no);
    const journey = `${urn}-primary`;
    world
      .do(
        journey,
        "2024-05-08T09:00",
        "SubmitApplication",
        application(PROGRAMME, { school: schoolFor(PROGRAMME, { urn }) }),
      )
      .do(journey, "2024-05-09T09:00", "OfferPlace", { workGroup: "north" })
      .do(journey, "2024-05-09T09:00", "AcceptOffer", {});
    for (const participant of [`${urn}-1`, `${urn}-2`])
      world.do(journey, "2024-05-09T09:00", "NominateParticipant", { participant, role: "lead-teacher" });
    world.do(journey, "2024-06-03T09:00", "PlaceInWorkGroup", {});
  }
  return world.until(FROM);
}

const worldOf = ({ journeys, groups }: HubWorld): World => ({
  journeys,
  groups: new Map([...groups].map(([id, { state }]) => [id, state])),
});

function tried(supposed: readonly Supposal[], then: Rules = RULES, hub = placed()): Tried {
  const found = tryYear(worldOf(hub), RULES, {
    ...{ supposed, then, by: { who: "hub-1", role: "hub-lead" } },
    ...{ from: parseWhen(FROM), until: parseWhen("2025-08-31", "end") },
    ...{ namingOf: byName("the"), schoolName: () => "Example Primary School" },
  });
  if ("rejection" in found) throw new Error(found.rejection.code);
  return found;
}
const of = ({ differences }: Tried, what: Of, journey: string = A) =>
  differences.filter((one) => one.of === what && one.journey === journey);

describe("A year tried out", () => {
  it("with nothing supposed is the year that comes", () => {
    const { now, then, differences, schools } = tried([]);
    expect(schools).toBe(3);
    expect(now.letters).toBeGreaterThan(0);
    expect(now.promises).toBeGreaterThan(0);
    expect(then).toEqual(now);
    expect(differences).toEqual([]);
  });

  it("without a school: its letters, promises and grant do not come, and the others’ stay", () => {
    const found = tried([{ what: "withdrawal", journey: A }]);
    expect([found.now.grants, found.then.grants]).toEqual([3, 2]);
    expect(found.now.grantsPence - found.then.grantsPence).toBe(found.now.grantsPence / 3);
    expect(found.then.promises).toBeLessThan(found.now.promises);
    expect(of(found, "grant")).toMatchObject([{ now: "2024-09-01", then: null }]);
    expect(of(found, "news").map(({ says }) => says)).toContain("The school is withdrawn.");
    expect(found.differences.filter(({ journey }) => journey !== A)).toEqual([]);
  });

  it("without a school too many the Work Group says that somebody is to decide", () => {
    const hub = placed(RULES.catalogue.get(PROGRAMME)?.groupSize?.least.value ?? 0);
    const { ofGroups } = tried([{ what: "withdrawal", journey: A }], RULES, hub);
    expect(ofGroups.map(({ event }) => event.type)).toEqual(expect.arrayContaining(["PlaceFreed", "GroupFellBelow"]));
  });

  it("with a session on another day: what hangs on it moves in every school, and they hear of it", () => {
    const before = placed()
      .group("north")
      .sessions.find(({ code }) => code === "session-1")?.on;
    const found = tried([{ what: "session", workGroup: "north", session: "session-1", on: "2024-11-20" }]);
    expect(found.then.promises).toBe(found.now.promises);
    for (const journey of [A, B, C]) {
      const day = of(found, "promise", journey).find(({ then }) => then === "2024-11-20");
      expect(day).toMatchObject({ now: before, then: "2024-11-20" });
      expect(of(found, "letter", journey).length).toBeGreaterThan(0);
    }
  });

  it("by another grant: the money alone is another", () => {
    const found = tried([], { ...RULES, catalogue: withPolicy(RULES.catalogue, { [PROGRAMME]: { grant: 1500 } }) });
    expect(found.then.grantsPence).toBe(3 * 150_000);
    expect([found.then.tasks, found.then.promises]).toEqual([found.now.tasks, found.now.promises]);
    expect(of(found, "promise")).toEqual([]);
  });

  it("leaves what is at hand as it was", () => {
    const hub = placed();
    const was = structuredClone(worldOf(hub));
    tried([{ what: "withdrawal", journey: A }], RULES, hub);
    expect(worldOf(hub)).toEqual(was);
  });

  it("says which of the things supposed the rules turn down", () => {
    const twice: Supposal = { what: "withdrawal", journey: B };
    const trying = { supposed: [{ what: "withdrawal", journey: A } as const, twice, twice], then: RULES };
    const found = tryYear(worldOf(placed()), RULES, {
      ...{ ...trying, by: { who: "hub-1", role: "hub-lead" } as const, from: parseWhen(FROM) },
      ...{ until: parseWhen("2025-08-31"), namingOf: byName("the"), schoolName: () => null },
    });
    expect(found).toMatchObject({ no: 2, rejection: { code: "not-in-this-state" } });
  });
});
