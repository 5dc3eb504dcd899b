import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { redactionView } from "./redaction-page.ts";

const BEFORE = {
  ...{
    id: "1",
    at: "2024-03-04T08:00:00Z",
    by: { who: "p-1", role: "hub-lead" },
    reason: null,
    events: [4, 7],
    notes: 1,
  },
};
const shown = (before: Parameters<typeof redactionView>[1], done: boolean): string => {
  const place = { keptIn: "work-groups", back: "/groups/g-1" } as const;
  const state = { action: "/groups/g-1/redactions", token: "t", key: "k.1", typed: {}, faults: [] };
  return inOneLine(filledIn("redactions/redaction.njk", strictView(redactionView(place, before, state, done))).text);
};

it("a name is taken out of all that was written in a place; it says which, and leads back there", () => {
  const page = shown([], false);
  expect(page).toMatch(/every text of this Work Group.*name="words".*govuk-button--warning.*Take it out/u);
  expect(page).toMatch(/href="\/groups\/g-1">Back to the Work Group/u);
  expect(page).not.toMatch(/What was taken out before|Nobody can read it/u);
});

it("what was taken out is said, with what was before: when, by whom, and of how many texts", () => {
  const page = shown([BEFORE], true);
  expect(page).toMatch(/Taken out\. Nobody can read it any more/u);
  expect(page).toMatch(/What was taken out before.*4 March 2024.*Hub lead.*–.*3 texts/u);
});
