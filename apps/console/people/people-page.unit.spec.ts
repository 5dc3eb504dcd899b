import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { SchoolPersonSeen } from "../../../libs/service/people/school-people.ts";
import { filledIn } from "../look/templates.ts";
import { calledOf, peopleView, waysToPutRight } from "./people-page.ts";

const ADA: SchoolPersonSeen = {
  person: "p-ada",
  firstName: "Ada",
  lastName: "Example",
  email: "ada@example.org",
  journey: "100001-primary",
  urn: "100001",
  school: "Hillside School",
  role: "maths-lead",
  lettersComeBack: false,
};
const HEAD = { ...ADA, person: "p-head", firstName: "", lastName: "Head", role: "headteacher", lettersComeBack: true };
const INBOX = { ...ADA, person: "p-box", firstName: "", lastName: "", role: "applicant", journey: "100002-primary" };

it("each person stands with their address, and with the ways to correct and to replace them", () => {
  const look = { journey: "100001-primary", school: "Hillside School", done: null };
  const page = inOneLine(filledIn("people/people.njk", strictView(peopleView([ADA, HEAD], look))).text);
  expect(page).toMatch(
    /Ada Example.*Maths lead.*href="mailto:ada@example\.org".*correct-person\?person=p-ada&amp;then=people/u,
  );
  expect(page).toContain("/replace-participant?participant=p-ada&amp;then=people");
  expect(page).toMatch(/Letters come back.*name-headteacher\?then=people/u);
  expect(inOneLine(filledIn("people/people.njk", strictView(peopleView([], look))).text)).toContain(
    "Nobody is known here.",
  );
});

it("who shares an inbox has no name, and an applicant is corrected, not replaced", () => {
  expect(calledOf(INBOX)).toBe("A shared inbox");
  expect(waysToPutRight(INBOX, "contacts").map(({ words, href }) => [words, href])).toEqual([
    ["Correct", "/journeys/100002-primary/correct-person?person=p-box&then=contacts"],
  ]);
});
