// A school's history: who did each thing, what it is narrowed to, and its pages.

import { describe, expect, it } from "@jest/globals";
import { parseWhen } from "../../../libs/calendar/instants.ts";
import { EVENTS, type EventType, type Recorded } from "../../../libs/journey/events.ts";
import type { Doer } from "../../../libs/service/journeys/who-did.ts";
import { factsOf } from "../../../test/support/journey-facts.ts";
import { begun } from "../../../test/support/journey.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { HISTORY_KINDS, isOfKind, type HistoryKind } from "./history-kinds.ts";
import { historyView, type HistoryLook } from "./history-page.ts";

const FACTS = factsOf(begun(), "2020-10-01T09:00");
const LOOK: HistoryLook = { query: {}, ours: false, texts: new Map(), takesBack: [] };
const NOBODY: Doer = { role: "hub-lead", name: null, own: false, fromLetter: false };

/** What happened on a day, by somebody; `more`: what else the event carries. */
interface Past {
  type: EventType;
  on: string;
  by?: Partial<Doer>;
  more?: object;
}
const gapTask = (on: string, by: Partial<Doer> = {}): Past => ({
  type: "GapTaskCompleted",
  on,
  by,
  more: { commitment: "gap-task-1", on },
});

function seen(past: readonly Past[], look: Partial<HistoryLook> = {}) {
  const events = past.map(
    ({ type, on, more }, index) => ({ ...more, type, at: parseWhen(`${on}T09:00`), seq: index + 1 }) as Recorded,
  );
  const doers = new Map(past.map(({ by }, index): [number, Doer] => [index + 1, { ...NOBODY, ...by }]));
  return historyView({ ...FACTS, events, doers }, { ...LOOK, ...look });
}
const byOf = (by: Partial<Doer>, type: EventType = "JourneyPaused", ours = false) =>
  seen([{ type, on: "2020-10-01", by, more: { until: null, commitment: "gap-task-1", on: "2020-10-01" } }], { ours })
    .entries[0]?.by;

describe("who did it", () => {
  it("is said by name and role where this person reads the name, else by role alone", () => {
    expect(byOf({ role: "hub-lead", name: "Jo Example" })).toBe("Jo Example, the hub lead");
    expect(byOf({ role: "hub-coordinator" })).toBe("a hub coordinator");
    expect(byOf({ role: "school-contact", name: "Grace Example" })).toBe("Grace Example, at the school");
    expect(byOf({ role: "school-contact" })).toBe("somebody at the school");
    expect(byOf({ role: "hub-lead", name: "Jo Example (you)", own: true })).toBe("you");
  });

  it("is the service where time brought it", () => {
    expect(byOf({ role: "service" })).toBe("the service");
    expect(byOf({ role: "service" }, "NextStageDeclined")).toBe("the service");
  });

  it("says so where somebody else gave the school’s own word", () => {
    const lead = { role: "hub-lead", name: "Jo Example" } as const;
    expect(byOf(lead, "GapTaskCompleted")).toBe("Jo Example, the hub lead, on the school’s behalf");
    expect(byOf(lead, "GapTaskCompleted", true)).toBe("Jo Example, the hub lead, on your school’s behalf");
    expect(byOf({ own: true }, "GapTaskCompleted")).toBe("you, on the school’s behalf");
    expect(byOf({ role: "school-contact" }, "GapTaskCompleted")).toBe("somebody at the school");
  });

  it("and that they answered from a letter", () => {
    expect(seen([gapTask("2020-10-01", { role: "school-contact", fromLetter: true })]).entries[0]?.tags).toEqual([
      "From a letter",
    ]);
  });
});

describe("what it is narrowed to", () => {
  const YEARS = [
    gapTask("2020-10-01"),
    { type: "JourneyPaused", on: "2021-08-31", more: { until: null } },
    { type: "GrantPayable", on: "2021-09-01" },
    { type: "OfferReminderDue", on: "2021-09-02", more: { respondBy: "2021-09-09", to: [] } },
  ] as const satisfies Past[];
  const says = (query: HistoryLook["query"]) => seen(YEARS, { query }).entries.map((one) => one.says);

  it("is one kind, in plain words, or one school year, which begins on 1 September; the latest comes first", () => {
    expect(says({})).toHaveLength(4);
    expect(says({})[3]).toBe("Gap task 1 was done on 1 October 2020");
    expect(says({ kind: "evidence" })).toEqual(["Gap task 1 was done on 1 October 2020"]);
    expect(says({ year: "2020-21" })).toEqual(["The journey was paused", "Gap task 1 was done on 1 October 2020"]);
    expect(says({ kind: "money", year: "2021-22" })).toEqual(["The grant became payable"]);
  });

  it("leaves everything where the address asks for what there is not", () => {
    expect(says({ kind: "nonsense", year: "1066-67" })).toHaveLength(4);
  });

  it("says that nothing fits where nothing does, with the way back to all of it", () => {
    const view = seen(YEARS, { query: { kind: "people" } });
    expect([view.empty, view.clear]).toEqual(["No entry fits all of this.", "/journeys/100001-primary#part-history"]);
  });

  it("has among letters whatever a letter went out for", () => {
    const view = seen([...YEARS, { type: "ApplicationDeclined", on: "2021-10-01", more: { tellAt: null } }], {
      query: { kind: "letters" },
    });
    expect(view.entries.map((one) => one.tags.length > 0)).toEqual(view.entries.map(() => true));
    expect(view.entries.map((one) => one.says)).toContain(
      "The school was reminded of its offer, to be answered by 9 September 2021",
    );
  });

  it("knows every thing that happens to a school, each as one kind", () => {
    const kinds = Object.keys(HISTORY_KINDS) as HistoryKind[];
    for (const type of Object.keys(EVENTS) as EventType[])
      expect([type, kinds.filter((kind) => isOfKind(kind, { type, letter: null })).length]).toEqual([type, 1]);
  });
});

describe("its pages", () => {
  const LONG = Array.from({ length: 60 }, (_, index) => gapTask(index < 20 ? "2020-10-01" : "2021-10-01"));

  it("have 25 entries; what is asked and the part of the page stay in the address", () => {
    const view = seen(LONG, { query: { page: "2", year: "2021-22", kind: "evidence" } });
    expect(view.says).toBe("40 entries fit: 26 to 40 are shown.");
    expect(view.entries).toHaveLength(15);
    expect(view.pagination?.previous?.href).toBe("/journeys/100001-primary?kind=evidence&year=2021-22#part-history");
    expect(seen(LONG).pagination?.next?.href).toBe("/journeys/100001-primary?page=2#part-history");
    expect(view.filter?.action).toBe("/journeys/100001-primary#part-history");
  });

  it("can be had as one, to print", () => {
    expect(seen(LONG, { query: { all: "yes" } }).entries).toHaveLength(60);
  });
});

it("of a record, what was written with it is shown, why it came, and how to take it back, each to who may", () => {
  const past: Past[] = [
    { type: "GapTaskCompleted", on: "2020-10-01", more: { commitment: "gap-task-1", on: "2020-10-01", reasonId: "t" } },
    {
      type: "CommitmentEscalated",
      on: "2020-12-10",
      more: { commitment: "gap-task-1", level: 1, to: [], nextAt: null },
    },
  ];
  const [escalated, done] = seen(past, { texts: new Map([["t", "<b>Late"]]), takesBack: [1] }).entries;
  expect(escalated?.links.map(({ words, href }) => [words, href])).toEqual([
    ["Why?", "/journeys/100001-primary/why/2"],
  ]);
  expect(done?.links.map(({ words, href }) => [words, href])).toEqual([
    ["Take back", "/journeys/100001-primary/correct-record?event=1"],
  ]);
  expect(done?.words).toEqual(["<b>Late"]);
  expect(seen(past).entries.flatMap((one) => one.words)).toEqual([]);
});

it("its template asks for what its view has, and shows what people wrote as text", () => {
  const past = Array.from({ length: 60 }, () => gapTask("2020-10-01", { role: "school-contact", name: "<i>Ada" }));
  const view = seen(past, { query: { kind: "evidence", page: "2" }, takesBack: [10] });
  const { text } = filledIn("journeys/history.njk", strictView(view));
  expect(text).toContain("by &lt;i&gt;Ada, at the school");
  expect(text).toContain("Narrowed to");
  expect(text).toContain('aria-label="Pages of entries"');
  expect(filledIn("journeys/history.njk", strictView(seen([]))).text).toContain("Nothing has happened yet.");
});
