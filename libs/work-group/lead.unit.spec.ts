import { expect, it } from "@jest/globals";
import { HubWorld } from "../../test/support/hub-world.ts";
import { application, schoolFor, text } from "../../test/support/journey.ts";
import type { CommandData } from "./commands.ts";

const PROGRAMME = "2024-25/primary-development";

const SEVEN: CommandData["FormWorkGroup"] = {
  hub: "great-north",
  prospectus: PROGRAMME,
  lead: "lead-1",
  leadRole: "mastery-specialist",
};

const SCHOOLS = ["100001", "100002", "100003"].map((urn) => `${urn}-primary`);

const reason = text(3);

const teachers = (journey: string) => [`${journey.slice(0, 6)}-1`, `${journey.slice(0, 6)}-2`];

/** Three schools with two teachers each are placed in June; their year is still to begin. */
function placed(): HubWorld {
  const world = new HubWorld().doGroup("north", "2024-05-07T09:00", "FormWorkGroup", SEVEN);
  for (const journey of SCHOOLS) {
    world.do(
      journey,
      "2024-05-08T09:00",
      "SubmitApplication",
      application(PROGRAMME, { school: schoolFor(PROGRAMME, { urn: journey.slice(0, 6) }) }),
    );
    world
      .do(journey, "2024-05-09T09:00", "OfferPlace", { workGroup: "north" })
      .do(journey, "2024-05-09T09:00", "AcceptOffer", {});
    for (const participant of teachers(journey))
      world.do(journey, "2024-05-09T09:00", "NominateParticipant", { participant, role: "lead-teacher" });
    world.do(journey, "2024-06-03T09:00", "PlaceInWorkGroup", {});
  }
  return world;
}

it("A change of lead is told to every school", () => {
  const world = placed().doGroup("north", "2024-06-10T09:00", "ChangeLead", {
    lead: "lead-2",
    leadRole: "mastery-specialist",
    reason,
  });
  for (const journey of SCHOOLS)
    expect(world.journey(journey).events.at(-1)).toMatchObject({ type: "LeadChanged", lead: "lead-2" });
});
