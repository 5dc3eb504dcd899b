// What a hub may decide of a programme, and what other hubs' pages are to it.

import { describe, expect, it } from "@jest/globals";
import { loadCatalogue } from "../config/load-catalogue.ts";
import { leadRoleOf } from "../work-group/decide/form.ts";
import { catalogueOfHub, figureFaults, withFigures, type HubFigures, type SessionWeek } from "./hub-figures.ts";
import type { Prospectus } from "./prospectus.ts";

const catalogue = loadCatalogue();
function get(id: string, from = catalogue): Prospectus {
  const prospectus = from.get(id);
  if (!prospectus) throw new Error(`no ${id}`);
  return prospectus;
}
const faults = (id: string, figures: HubFigures): string[] =>
  figureFaults(get(id), figures).map(({ figure, code }) => `${figure}: ${code}`);
const week = (term: SessionWeek["term"], number: number): SessionWeek => ({ term, week: number });
const SIX = [
  week("autumn", 3),
  week("autumn", 9),
  week("spring", 2),
  week("spring", 8),
  week("summer", 2),
  week("summer", 8),
];

describe("a hub’s own figures", () => {
  it("stand in the place of assumptions, and say whose they are", () => {
    const own = withFigures(get("2027-28/primary-readiness"), "far-south", {
      offerDays: 15,
      groupMost: 6,
      graceDays: 3,
    });
    const hub = { source: "hub", hub: "far-south" };
    expect(own.offerDays).toEqual({ value: 15, ...hub });
    expect(own.groupSize?.most).toEqual({ value: 6, ...hub });
    expect(own.escalation.graceDays).toEqual({ value: 3, ...hub });
    expect(own.escalation.toHubLeadDays).toBe(get("2027-28/primary-readiness").escalation.toHubLeadDays);
  });

  it("make six sessions of three where the page only says that they are regular, with a gap task between each", () => {
    const { meetings, gapTasks } = withFigures(get("2027-28/primary-readiness"), "x", { sessions: SIX }).commitments;
    expect([meetings.count.value, meetings.due.value]).toEqual([6, SIX]);
    expect([gapTasks?.count.value, gapTasks?.due.value.length]).toEqual([5, 5]);
    expect(faults("2027-28/primary-readiness", { sessions: SIX })).toEqual([]);
  });

  it("lead where the hub says, beside where the page leads, which stays", () => {
    const own = { kind: "website" as const, text: "What we offer", address: "https://hub.example.org" };
    const id = "2024-25/primary-development";
    const { links } = withFigures(get(id), "far-south", { links: [own] });
    expect(links).toMatchObject({ source: "hub", hub: "far-south" });
    expect(links?.value).toEqual([own, ...(get(id).links?.value ?? [])]);
    expect(get(id).links?.value.length).toBeGreaterThan(0);
    expect(faults(id, { links: [own] })).toEqual([]);
    const wrong = [
      { ...own, address: "http://hub.example.org" },
      { ...own, address: "javascript:alert(1)" },
      { ...own, address: "https://user@hub.example.org" },
      { ...own, kind: "email" as const, address: "office" },
      { ...own, text: " " },
    ];
    for (const link of wrong) expect(faults(id, { links: [link] })).toEqual(["links: invalid"]);
    expect(faults(id, { links: [own, own] })).toEqual(["links: invalid"]);
  });

  it("change nothing that a page states, in the page’s own year", () => {
    expect(faults("2024-25/primary-development", { groupLeast: 4, groupMost: 7, offerDays: 10 })).toEqual([
      "groupLeast: stated-by-page",
      "groupMost: stated-by-page",
    ]);
    expect(faults("2024-25/secondary-sustaining", { themes: [{ code: "a", text: "A" }] })).toEqual([
      "themes: stated-by-page",
    ]);
    expect(faults("2020-21/secondary-development", { sessions: SIX })).toEqual(["sessions: stated-by-page"]);
    const early = [week("autumn", 4), ...SIX.slice(2, 5)];
    expect(faults("2020-21/secondary-development", { sessions: early })).toEqual(["sessions: stated-by-page"]);
  });

  it("must fit: numbers in reason, sessions in their terms and in order, themes in a Sustaining year", () => {
    const id = "2027-28/primary-readiness";
    expect(faults(id, { offerDays: 0, chasersATerm: 1.5 })).toEqual(["offerDays: invalid", "chasersATerm: invalid"]);
    expect(faults(id, { groupLeast: 5, groupMost: 4 })).toEqual(["groupMost: invalid"]);
    expect(faults(id, { sessions: [week("spring", 3), week("autumn", 3)] })).toEqual(["sessions: invalid"]);
    expect(faults(id, { sessions: [week("autumn", 40)] })).toEqual(["sessions: invalid"]);
    expect(faults(id, { themes: [{ code: "a", text: "A" }] })).toEqual(["themes: invalid"]);
    expect(faults("2027-28/secondary-sustaining", { themes: [] })).toEqual(["themes: invalid"]);
  });

  it("are themes of a hub’s own in a Sustaining year that no page covers", () => {
    const themes = [{ code: "proof", text: "Proof and reasoning." }];
    const own = withFigures(get("2027-28/secondary-sustaining"), "far-south", { themes });
    expect(own.themes).toEqual({ value: themes, source: "hub", hub: "far-south" });
    expect(withFigures(get("2027-28/primary-sustaining"), "x", { themes }).commitments.theme).not.toBeNull();
  });

  it("are reasons for an absence beside those there are, each once", () => {
    const absence = [{ code: "inspection", text: "An inspection in school" }];
    const own = withFigures(get("2027-28/primary-readiness"), "x", { absence }).commitments.meetings.absence;
    expect(own.value.map(({ code }) => code)).toEqual(["unavoidable", "cover", "clash", "inspection"]);
    expect(faults("2027-28/primary-readiness", { absence: [{ code: "cover", text: "Again" }] })).toEqual([
      "absence: invalid",
    ]);
  });

  it("are one hub’s: another has the programme as it was", () => {
    const figures = new Map([["2027-28/primary-readiness", { offerDays: 15 }]]);
    const own = catalogueOfHub(catalogue, "far-south", figures);
    expect(own.of("2027/28", "primary", "readiness")?.offerDays.value).toBe(15);
    expect(catalogueOfHub(catalogue, "great-north", new Map()).get("2027-28/primary-readiness")).toBe(
      get("2027-28/primary-readiness"),
    );
  });
});

describe("a page that is one hub’s own", () => {
  const ID = "2020-21/secondary-development";
  const there = get(ID, catalogue.forHub("great-north"));
  const elsewhere = get(ID, catalogue.forHub("far-south"));

  it("is that hub’s fact: its window, its grant", () => {
    expect(there).toBe(get(ID));
    expect(there.grant?.amountPence.value).toBe(200_000);
  });

  it("is offered elsewhere with its figures as assumptions: the usual window, and no money", () => {
    expect([elsewhere.hub, elsewhere.grant, elsewhere.window.closesOn.value]).toEqual(["any", null, "2020-08-31"]);
    expect(elsewhere.commitments.meetings.count).toMatchObject({ value: 4, source: "assumption", statedIn: ID });
    expect(JSON.stringify(elsewhere)).not.toMatch(/"seed"|£/);
    expect(elsewhere.academicYear).toBe("2020/21");
  });

  it("closes its themes there alone", () => {
    const closed = (hub: string): unknown =>
      get("2024-25/secondary-sustaining", catalogue.forHub(hub)).themes?.value.map((one) => one.closed !== undefined);
    expect(closed("east-midlands-south")).toEqual([true, false, false]);
    expect(closed("great-north")).toEqual([false, false, false]);
  });

  it("leaves every hub’s pages as they are", () => {
    expect(get("2020-21/primary-readiness", catalogue.forHub("far-south"))).toBe(get("2020-21/primary-readiness"));
  });
});

describe("who leads a Work Group", () => {
  it("is as fit in a year rolled forward as in the page’s; where the page names nobody, nobody is asked for", () => {
    expect(leadRoleOf(get("2020-21/primary-readiness"))).toBe("mastery-readiness-lead");
    expect(leadRoleOf(get("2027-28/primary-readiness"))).toBe("mastery-readiness-lead");
    expect(leadRoleOf(get("2027-28/secondary-development"))).toBe("secondary-mastery-specialist");
    expect(leadRoleOf(get("2027-28/secondary-sustaining"))).toBeNull();
  });
});
