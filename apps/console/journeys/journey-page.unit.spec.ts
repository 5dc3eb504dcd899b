// A journey's page: what is first, what stands apart, and that its template asks for nothing that its view has not.

import { describe, expect, it } from "@jest/globals";
import type { Role } from "../../../libs/service/access/principal.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { accepted, applied, begun, offered, type Past } from "../../../test/support/journey.ts";
import { factsOf } from "../../../test/support/journey-facts.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { actionsNow } from "./actions-now.ts";
import { actionsView } from "./actions-view.ts";
import { journeyPage, journeyView } from "./journey-page.ts";

function view(past: Past, when: string, role: Role, change: Partial<Facts> = {}) {
  const facts = { ...factsOf(past, when), ...change };
  const principal = { who: "somebody", role, hub: "great-north", urns: [], workGroups: [] };
  return journeyView(facts, {
    principal,
    now: actionsNow(facts, principal),
    texts: new Map(),
    schools: new Map(),
    done: "Done so.",
    query: {},
    watch: null,
    people: null,
    notes: null,
  });
}

describe("what is first on a journey's page", () => {
  it("for a school is its own word that is waited for", () => {
    expect(view(offered(), "2020-06-04T09:00", "school-contact").main).toEqual({
      words: "Accept the place",
      href: "/journeys/100001-primary/accept-offer",
    });
    expect(view(applied(), "2020-06-03T09:00", "school-contact").main).toBeNull();
  });

  it("for the hub is the next step of the school's way", () => {
    expect(view(applied(), "2020-06-03T09:00", "hub-lead").main?.words).toBe("Offer a place");
    expect(view(applied(), "2020-06-03T09:00", "auditor").main).toBeNull();
  });

  it("is not its place, once it has one: that another group would suit it better is seldom", () => {
    const mainIn = (workGroup: string | null) => {
      const journey = { id: "100001-primary", tasks: [], status: "participating" as const, workGroup, commitments: [] };
      return actionsView(journey, ["PlaceInWorkGroup", "NominateParticipant"], "hub-coordinator").main?.words;
    };
    expect(mainIn(null)).toBe("Place the school in its Work Group");
    expect(mainIn("wg-1")).toBe("Name a teacher who takes part");
  });

  it("is not how the year ended, while the school still has something to do in it", () => {
    const mainWith = (status: "open" | "met") => {
      const commitments = [{ yearNo: 1, by: "school", status }] as unknown as Facts["journey"]["commitments"];
      const journey = { id: "100001-primary", tasks: [], status: "participating" as const, workGroup: "wg-1" };
      return actionsView({ ...journey, commitments }, ["ConfirmReadiness"], "hub-lead").main?.words ?? null;
    };
    expect([mainWith("open"), mainWith("met")]).toEqual([null, "Is the school Mastery Ready?"]);
  });
});

describe("what is read first of a school", () => {
  const partsOf = (past: Past, when: string, role: Role = "hub-lead") => view(past, when, role).parts;

  it("while it waits for an answer is what it has applied with, unfolded", () => {
    const [first, second] = partsOf(applied(), "2020-06-03T09:00");
    expect([first?.label, second?.label]).toEqual(["Application and letters", "This year"]);
    expect(first?.panel.html).toMatch(
      /<details class="govuk-details" open>[\s\S]*The application: Readiness 2020\/21/u,
    );
  });

  it("once it takes part is its year, and the application is folded away", () => {
    const parts = partsOf(begun(), "2020-10-01T09:00");
    expect(parts[0]?.label).toBe("This year");
    const { panel } = parts.find(({ label }) => label === "Application and letters") ?? {};
    expect(panel?.html).toContain('<details class="govuk-details">');
  });
});

describe("what can be done", () => {
  it("stands once, and what ends something stands apart", () => {
    const { groups, ends } = view(applied(), "2020-06-03T09:00", "hub-lead");
    const words = groups.flatMap(({ links }) => links.map((link) => link.words));
    expect(words).toContain("Offer a place");
    expect(ends.map((link) => link.words)).toContain("Do not select the school");
    expect(words).not.toContain("Do not select the school");
    const all = [...words, ...ends.map((link) => link.words)];
    expect(new Set(all).size).toBe(all.length);
  });

  it("in a school's place is said to be so, to the hub alone", () => {
    const more = (role: Role) =>
      view(accepted(), "2020-06-05T09:00", role)
        .groups.flatMap(({ links }) => links)
        .find(({ words }) => words === "Name a teacher who takes part")?.more;
    expect([more("hub-lead"), more("school-contact")]).toEqual(["for the school", ""]);
  });
});

it("the template asks for what its view has, wherever the journey stands, and shows each part once", () => {
  const past: [Past, string][] = [
    [applied(), "2020-06-03T09:00"],
    [offered(), "2020-06-04T09:00"],
    [begun(), "2020-10-01T09:00"],
  ];
  for (const [before, when] of past)
    for (const role of ["hub-lead", "school-contact", "auditor"] as const) {
      const shown = filledIn("journeys/journey.njk", strictView(view(before, when, role))).text;
      const ids = [...shown.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(shown).toContain("Done so.");
    }
});

it("of a school that is at another hub, what happened while it was here is all there is", () => {
  const facts = { ...factsOf(applied(), "2020-06-03T09:00"), here: false };
  const principal = { who: "somebody", role: "hub-lead", hub: "far-south", urns: [], workGroups: [] } as const;
  const { text } = journeyPage(facts, {
    principal,
    now: [],
    texts: new Map(),
    schools: new Map(),
    done: null,
    query: {},
    watch: { on: true, token: "t" },
    people: null,
    notes: null,
  });
  expect(text).toMatch(/action="\/journeys\/100001-primary\/watch"[\s\S]*value="no"[\s\S]*Take off your watch list/u);
  expect(text).toContain("This school is at another hub.");
  expect(text).toContain("What happened");
  expect(text).not.toContain("Teachers");
});
