import { describe, expect, it } from "@jest/globals";
import { strictView } from "../../../test/support/strict-view.ts";
import type { Found } from "../../../libs/service/search/search.ts";
import { filledIn } from "../look/templates.ts";
import { searchView } from "./search-page.ts";

const SCHOOL = {
  ...{ journey: "100041-primary", urn: "100041", aliases: [], phase: "primary", hub: "great-north", status: "applied" },
  ...{ stage: null, academicYear: null, school: "Hill <b>", postcode: "AB1 2CD", address: null },
};
const PERSON = {
  ...{ person: "p-1", journey: "100041-primary", urn: "100041", school: "Hill", role: "applicant" },
  ...{ firstName: "Ada", lastName: "Example", email: "ada@example.org", lettersComeBack: true },
};
const NONE = { items: [], total: 0 };
const ASKS = { token: "t", typed: "hill", withPeople: true, withHub: false };
const found = (more: Partial<Found> = {}): Found => ({ schools: NONE, groups: NONE, people: null, ...more });

describe("what a search found", () => {
  it("is shown by kind, each with what tells it from others, and how many more there are", () => {
    const view = searchView(
      found({ schools: { items: [SCHOOL], total: 25 }, people: { items: [PERSON], total: 1 } }),
      ASKS,
    );
    expect(view.found).toEqual([
      {
        id: "schools",
        title: "Schools",
        lines: [
          { href: "/journeys/100041-primary", words: "Hill <b>", more: "URN 100041 · primary · AB1 2CD · applied" },
        ],
        beside: "24 more: say more of the name to find them.",
      },
      {
        id: "people",
        title: "People at schools",
        lines: [
          {
            href: "/journeys/100041-primary/people",
            words: "Ada Example",
            more: "applicant · Hill · ada@example.org · letters come back",
          },
        ],
        beside: null,
      },
    ]);
    expect(view.nothing).toBeNull();
    const { text } = filledIn("search/search.njk", strictView(view));
    expect(text).toContain("Hill &lt;b&gt;");
    expect(text).toMatch(/<form action="\/search" method="post">[\s\S]*name="token" value="t"/u);
  });

  it("is said to be nothing where it is, and nothing is said before anything was asked for", () => {
    expect(searchView(found(), ASKS).nothing).toMatch(/^Nothing of that name is found\./u);
    expect(searchView(null, ASKS)).toMatchObject({ found: null, nothing: null });
  });

  it("tells who may look for people that it is on record, and nobody else of people", () => {
    expect(searchView(null, ASKS).box.text).toContain("is on record");
    expect(searchView(null, { ...ASKS, withPeople: false }).box.text).not.toMatch(/on record|e-mail/u);
  });
});
