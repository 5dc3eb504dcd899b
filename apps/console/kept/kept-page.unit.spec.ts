import { describe, expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { PersonKept } from "../../../libs/service/people/persons.ts";
import { filledIn } from "../look/templates.ts";
import { calledIn, eraseView, keptView } from "./kept-page.ts";

const ADA: PersonKept = {
  person: "p-ada",
  keptSince: "2020-06-02T08:00:00Z",
  erasedAt: null,
  contact: { firstName: "Ada", lastName: "Example", email: "ada@example.org" },
  roles: [
    { journey: "100001-primary", role: "maths-lead", left: true },
    { journey: "hub/great-north", role: "staff/work-group-lead", left: false },
    { journey: "work-group/north-1", role: "lead", left: false },
  ],
  texts: [{ id: "t", at: "2020-06-02T08:00:00Z", text: "Secret words" }],
  drafts: [],
  letters: [],
  events: [],
};
const look = { schools: new Map([["100001-primary", "Hillside School"]]), groups: () => "North 1" };
const state = { action: "/people/p-ada/erase", token: "t", key: "k.1", typed: { reason: "Asked" }, faults: [] };
const shown = (template: string, view: object): string => inOneLine(filledIn(template, strictView(view)).text);

describe("what is kept of somebody", () => {
  it("is said in words: who, where they stand, and how much there is, not what it says", () => {
    const page = shown("kept/kept.njk", keptView(ADA, look));
    expect(page).toMatch(
      /Ada Example.*ada@example\.org.*2 June 2020.*Maths lead, Hillside School \(has left\).*Work group lead, Great North.*Lead, North 1.*1 text.*None/u,
    );
    expect(page).toMatch(/href="\/people\/p-ada\/kept\.json".*href="\/people\/p-ada\/erase"/u);
    expect(page).not.toContain("Secret words");
  });

  it("of who was erased is said since when, and nothing can be erased again", () => {
    const gone = { ...ADA, contact: null, erasedAt: "2024-03-04T08:00:00Z", texts: [] };
    const page = shown("kept/kept.njk", keptView(gone, look));
    expect(page).toMatch(/Erased on 4 March 2024/u);
    expect(page).not.toMatch(/Erase this person|Ada/u);
    expect([
      calledIn(gone),
      calledIn({ ...ADA, contact: { firstName: "", lastName: "", email: "x@y.example" } }),
    ]).toEqual(["Somebody who was erased", "A shared inbox"]);
  });
});

it("an erasure asks why, then shows what would go before it is confirmed", () => {
  const asks = shown("kept/erase.njk", eraseView("Ada Example", [], state, null));
  expect(asks).toMatch(/cannot be taken back.*<textarea[^>]*>Asked<\/textarea>.*Continue/u);
  const looked = shown("kept/erase.njk", eraseView("Ada Example", ["Name and address go."], state, null));
  expect(looked).toMatch(
    /Nothing is erased yet.*Name and address go\..*govuk-button--warning[^>]*> Erase Ada Example/u,
  );
  expect(looked).not.toContain("<textarea");
});
