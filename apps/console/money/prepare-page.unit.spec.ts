import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { prepareView } from "./prepare-page.ts";

const STATE = { action: "/money/runs/new", token: "t", key: "k", typed: {}, faults: [] };
const grant = {
  ...{ journey: "100001-primary", urn: "100001", school: "Hillside School", stage: "development" },
  ...{ academicYear: "2024/25", amountPence: 100_000, releasedAt: "2024-10-03T09:00:00Z" },
};
const NOTHING = {
  ...{ cutOff: "2024-11-05", goesIn: [], grossPence: 0, keptBackPence: 0, netPence: 0 },
  ...{ staysOut: [], more: false, gathering: null },
};
const FOUND = {
  ...NOTHING,
  goesIn: [{ ...grant, keptBackPence: 30_000, netPence: 70_000 }],
  ...{ grossPence: 100_000, keptBackPence: 30_000, netPence: 70_000 },
  staysOut: [
    { ...grant, school: null, because: { why: "one-approval" as const } },
    { ...grant, because: { why: "asks" as const, cause: "paused" as const, paid: false } },
  ],
};
const shown = (view: object): string => inOneLine(filledIn("money/prepare.njk", strictView(view)).text);

it("before a run is prepared it is said what goes in, what is kept back of it and what it comes to", () => {
  const page = shown(prepareView(FOUND, STATE));
  expect(page).toMatch(/Up to 5 November 2024 the run has 1 payment: £700 to be paid/u);
  expect(page).toMatch(/Hillside School.*Development 2024\/25.*3 October 2024.*£1,000.*£300.*£700.*Together/u);
  expect(page).toMatch(/<form[^>]*action="\/money\/runs\/new".*name="cutOff" value="2024-11-05".*Prepare the run/u);
});

it("what stays out is said with why, and what is to be decided has the way there", () => {
  const page = shown(prepareView(FOUND, STATE));
  expect(page).toMatch(/2 grants stay out: £2,000.*School 100001.*One person has approved it, and a second has to/u);
  expect(page).toMatch(/The school paused before the grant was paid[^<]*<a class="govuk-link" href="\/tasks"/u);
});

it("nothing can be prepared where nothing goes in, where a run is taking grants, or of a day that is none", () => {
  const button = ">\\s*Prepare the run\\s*<";
  expect(shown(prepareView(FOUND, STATE))).toMatch(new RegExp(button, "u"));
  expect(shown(prepareView(NOTHING, STATE))).toMatch(/No grant that was released up to 5 November 2024 waits/u);
  for (const one of [NOTHING, { ...FOUND, gathering: "r1" }, null])
    expect(shown(prepareView(one, STATE))).not.toMatch(new RegExp(button, "u"));
});
