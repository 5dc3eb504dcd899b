import { expect, it } from "@jest/globals";
import { RETENTION } from "../../../libs/people/retention.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { linksOf } from "../navigation.ts";
import { aboutView, moreView, type AboutView } from "./about-page.ts";

const shown = (name: string, view: AboutView): string => filledIn(`about/${name}.njk`, strictView(view)).text;
const HOME = aboutView({ secure: false, support: null });
const ELSEWHERE = aboutView({ secure: true, support: "help@journeys.example" });

it("each page of what a service has asks its view for what that has, and has text", () => {
  for (const name of ["accessibility", "privacy", "cookies", "contact"])
    for (const view of [HOME, ELSEWHERE]) expect(shown(name, view)).toMatch(/<p class="govuk-body">[^<]{40}/u);
  expect(filledIn("about/more.njk", strictView(moreView(linksOf("hub-lead")))).text).toContain('href="/turn"');
});

it("cookies are called as a browser has them", () => {
  expect(shown("cookies", HOME)).toContain(">school-journeys-session<");
  expect(shown("cookies", ELSEWHERE)).toContain(">__Host-school-journeys-session<");
});

it("people write to the address that an operator has set, else to their hub", () => {
  expect(shown("contact", ELSEWHERE)).toContain('href="mailto:help@journeys.example"');
  expect(shown("contact", HOME)).not.toContain("mailto:");
});

it("what it says of how long things are kept is so", () => {
  expect([RETENTION.years, RETENTION.unclaimedDays]).toEqual([6, 90]);
  expect(shown("privacy", HOME)).toMatch(/six years after the last thing[\s\S]*ninety days/u);
});

it("a view lets nobody ask for what it lacks", () => {
  const { support: _, ...without } = HOME;
  // `{% if view.support %}` alone would pass over it.
  expect(() => shown("contact", without as AboutView)).toThrow("view has no support");
});
