// A year of a Work Group of special schools, told as a hub lead would: four schools of both phases, two that embed and
// two that sustain, meet together; one is away once; in spring the hub plans their next year. Schools are made up.

import { describe, expect, it } from "@jest/globals";
import { codeOf, HubWorld } from "../../test/support/hub-world.ts";
import { application, because, schoolFor } from "../../test/support/journey.ts";
import { planOf } from "../../test/support/turning.ts";
import type { CommandData } from "../journey/commands.ts";
import type { ParticipantRole } from "../prospectus/prospectus.ts";

const SCHOOLS = [
  ["100001-primary", "2024-25/primary-embedding", "lead-teacher"],
  ["100002-primary", "2024-25/primary-sustaining", "lead-teacher"],
  ["100003-secondary", "2024-25/secondary-embedding", "mastery-advocate"],
  ["100004-secondary", "2024-25/secondary-sustaining", "mastery-advocate"],
] as const satisfies readonly (readonly [journey: string, prospectus: string, role: ParticipantRole])[];
const JOURNEYS = SCHOOLS.map(([journey]) => journey);
const DAYS = { "session-1": "2024-10-16", "session-2": "2025-02-05", "session-3": "2025-05-14" };

const urnOf = (journey: string): string => journey.slice(0, 6);
const teachersOf = (journey: string): string[] => [`${urnOf(journey)}-1`, `${urnOf(journey)}-2`];

function placedIn(world: HubWorld, journey: string, prospectus: string, role: ParticipantRole): void {
  const school = { ...schoolFor(prospectus, { urn: urnOf(journey) }), special: true };
  const named = (participant: string): CommandData["NominateParticipant"] => ({
    participant,
    role,
    experienced: true,
    authority: true,
  });
  world
    .do(journey, "2024-05-08T09:00", "SubmitApplication", application(prospectus, { school }))
    .do(journey, "2024-05-09T09:00", "OfferPlace", { workGroup: "special" })
    .do(journey, "2024-05-10T09:00", "AcceptOffer", {});
  for (const teacher of teachersOf(journey))
    world.do(journey, "2024-05-13T09:00", "NominateParticipant", named(teacher));
  world.do(journey, "2024-06-03T09:00", "PlaceInWorkGroup", {});
}

function september(): HubWorld {
  const [own = "", ...also] = SCHOOLS.map(([, prospectus]) => prospectus);
  const world = new HubWorld().doGroup("special", "2024-05-07T09:00", "FormWorkGroup", {
    hub: "great-north",
    prospectus: own,
    also,
    special: true,
    lead: "lead-1",
    leadRole: "mastery-specialist",
    sessions: Object.entries(DAYS).map(([session, on]) => ({ session, on })),
  });
  for (const [journey, prospectus, role] of SCHOOLS) placedIn(world, journey, prospectus, role);
  return world.until("2024-09-02");
}

/** The register of a session, in which every school had both teachers but those that are named. */
function heldWithout(world: HubWorld, session: keyof typeof DAYS, away: readonly string[] = []): HubWorld {
  const on = DAYS[session];
  const schools = JOURNEYS.map((journey) => ({ journey, present: away.includes(journey) ? [] : teachersOf(journey) }));
  return world.until(`${on}T12:00`).doGroup("special", `${on}T17:00`, "TakeRegister", { session, on, schools });
}

const standing = (world: HubWorld, code: string) =>
  JOURNEYS.map((journey) => world.year(journey).commitments.find((one) => one.code === code)?.status);

describe("A group of special schools of both phases, Embedding and Sustaining together", () => {
  it("is whole with four: no page says how many special schools make a group", () => {
    const world = september();
    expect(world.group("special")).toMatchObject({ places: null, task: null });
    expect(world.group("special").taken.map(({ journey }) => journey)).toEqual(JOURNEYS);
  });

  it("meets on the days of the group, whatever the programme of each has; one register is for all four", () => {
    const world = september();
    const days = JOURNEYS.map((journey) =>
      world.year(journey).commitments.flatMap(({ kind, dueOn }) => (kind === "session" ? [dueOn] : [])),
    );
    expect(days).toEqual(JOURNEYS.map(() => Object.values(DAYS)));
    heldWithout(world, "session-1");
    expect(standing(world, "session-1")).toEqual(["met", "met", "met", "met"]);
    expect(standing(world, "meeting-1")).toEqual(["met", "met", "met", "met"]);
  });

  it("one that was away misses that meeting, alone; three meetings of it make its year completed all the same", () => {
    const world = heldWithout(september(), "session-1");
    heldWithout(world, "session-2", ["100003-secondary"]).until("2025-02-06T12:00");
    expect(standing(world, "meeting-2")).toEqual(["met", "met", "missed", "met"]);
    heldWithout(world, "session-3").until("2025-08-31T23:59:59");
    const outcomes = JOURNEYS.map((journey) => {
      const { state } = world.journey(journey);
      return state.status === "none" ? null : state.past.at(-1)?.outcome;
    });
    expect(outcomes).toEqual(["completed", "completed", "completed", "completed"]);
  });

  it("is proposed as one group for the next year, of special schools, under the same lead", () => {
    const world = heldWithout(september(), "session-1");
    const plan = planOf(world, "2025/26", "2025-03-10T09:00");
    expect(plan.groups).toMatchObject([
      {
        from: "special",
        prospectus: "2025-26/primary-sustaining",
        also: ["2025-26/secondary-sustaining"],
        special: true,
        lead: "lead-1",
        why: null,
        places: null,
        belowLeast: false,
        schools: expect.arrayContaining(JOURNEYS),
      },
    ]);
    expect(plan.schools.map(({ withoutPlace }) => withoutPlace)).toEqual([null, null, null, null]);
  });

  it("takes in no school that the register has as another one, but by the hub lead with a reason", () => {
    const world = september();
    const ordinary = { ...schoolFor("2024-25/primary-embedding", { urn: "100005" }), special: false };
    world.do(
      "100005-primary",
      "2024-05-08T09:00",
      "SubmitApplication",
      application("2024-25/primary-embedding", { school: ordinary }),
    );
    const offer = (data: object) => codeOf(world.ask("100005-primary", "2024-09-03T09:00", "OfferPlace", data));
    expect(offer({ workGroup: "special" })).toBe("wrong-group");
    expect(offer({ workGroup: "special", ...because })).toBeNull();
  });
});
