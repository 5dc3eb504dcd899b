import { describe, expect, it } from "@jest/globals";
import { application, because, begun, nothing, SUSTAINING } from "../../test/support/journey.ts";
import { evidentOutcome } from "./outcome.ts";

it("a hub is asked about the next stage as long as there is one to invite to: not after 2027/28", () => {
  const asked = (id: string, at: string) =>
    begun(id)
      .until(at)
      .all("TaskOpened")
      .filter((event) => "about" in event && event.about === "invitation").length;
  expect(asked("2026-27/primary-sustaining", "2027-06-30")).toBe(1);
  expect(asked("2027-28/primary-sustaining", "2028-06-30")).toBe(0);
});

describe("A school that comes late in the year", () => {
  it("is told how many of the places were at meetings before it came; its hub lead says otherwise in one step", () => {
    const late = nothing
      .on("2025-03-20T09:00", "SubmitApplication", application(SUSTAINING))
      .on("2025-03-21T09:00", "OfferPlace", {})
      .on("2025-03-24T09:00", "AcceptOffer", {})
      .on("2025-03-25T09:00", "PlaceInWorkGroup", {});
    const { places, before, filled, outcome } = evidentOutcome(late.year, []);
    expect({ places, before, filled }).toEqual({ places: 3, before: 2, filled: 0 });
    expect(outcome).not.toBe("completed");
    const said = late.on("2025-07-02T09:00", "ConfirmCompletion", { completed: true, ...because });
    expect(said.until("2025-09-01").all("StageCompleted")).toMatchObject([{ outcome: "completed" }]);
  });
});
