import { describe, expect, it } from "@jest/globals";
import { HubWorld } from "../../test/support/hub-world.ts";
import { application, schoolFor, text } from "../../test/support/journey.ts";

const PROGRAMME = "2024-25/primary-development";
const JOURNEY = "100001-primary";
const reason = text(3);

/** One school of a group is in its year. */
function underWay(): HubWorld {
  const lead = { lead: "lead-1", leadRole: "mastery-specialist" };
  const school = schoolFor(PROGRAMME, { urn: "100001" });
  return new HubWorld()
    .doGroup("north", "2024-05-07T09:00", "FormWorkGroup", { hub: "great-north", prospectus: PROGRAMME, ...lead })
    .do(JOURNEY, "2024-05-08T09:00", "SubmitApplication", application(PROGRAMME, { school }))
    .do(JOURNEY, "2024-05-09T09:00", "OfferPlace", { workGroup: "north" })
    .do(JOURNEY, "2024-05-09T09:00", "AcceptOffer", {})
    .do(JOURNEY, "2024-05-09T09:00", "NominateParticipant", { participant: "t-1", role: "lead-teacher" })
    .do(JOURNEY, "2024-05-09T09:00", "NominateParticipant", { participant: "t-2", role: "lead-teacher" })
    .do(JOURNEY, "2024-06-03T09:00", "PlaceInWorkGroup", {})
    .until("2024-09-02");
}

describe("The headteachers’ meeting of a group", () => {
  it("is on the day the group was formed with, and goes where it is moved, beside the teachers’ sessions", () => {
    const world = underWay();
    const days = (journey: string) =>
      ["headteachers-session", "headteachers-meeting"].map(
        (code) => world.year(journey).commitments.find((one) => one.code === code)?.dueOn,
      );
    const on = world.group("north").sessions.find(({ code }) => code === "headteachers-session")?.on;
    expect(days(JOURNEY)).toEqual([on, on]);
    const session = { session: "headteachers-session", on: "2025-01-22", reason };
    world.doGroup("north", "2024-10-07T09:00", "MoveSession", session);
    expect(days(JOURNEY)).toEqual(["2025-01-22", "2025-01-22"]);
  });
});
