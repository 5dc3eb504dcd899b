import { expect, it } from "@jest/globals";
import { begun } from "../../test/support/journey.ts";

it("a hub is asked about the next stage as long as there is one to invite to: not after 2027/28", () => {
  const asked = (id: string, at: string) =>
    begun(id)
      .until(at)
      .all("TaskOpened")
      .filter((event) => "about" in event && event.about === "invitation").length;
  expect(asked("2026-27/primary-sustaining", "2027-06-30")).toBe(1);
  expect(asked("2027-28/primary-sustaining", "2028-06-30")).toBe(0);
});
