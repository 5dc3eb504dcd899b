// What leads of Work Groups hear at once: what is one letter, and what is left out of it.

import { describe, expect, it } from "@jest/globals";
import type { HubWorld } from "../../test/support/hub-world.ts";
import {
  A,
  AT,
  B,
  C,
  HUB,
  LEAD,
  led,
  reason,
  Told,
  moves,
  inShort,
  lettersOf,
  said,
} from "../../test/support/lead-told.ts";
import { dateWithWeekday } from "../calendar/long-dates.ts";
import { currentYear } from "../journey/state.ts";
import { leadNews, type Fact } from "./lead-news.ts";
import type { Printed } from "./letter.ts";
import { renderText } from "./render.ts";

describe("what a Work Group’s lead hears at once", () => {
  it("is one letter, whatever was changed and for however many schools", () => {
    const told = new Told()
      .does(HUB, moves("2025-01-15"))
      .does(HUB, (world) => world.do(A, AT, "PauseJourney", { reason }))
      .does(HUB, (world) => world.doGroup("north", AT, "BookSupportVisit", { journey: B, on: "2024-10-15" }));
    expect(inShort(told.news())).toEqual([[LEAD, ["session", "visit", `${A} paused`]]]);
    expect(lettersOf(told)[0]?.subject).toBe("3 changes in your primary Development group");
  });

  it("is nothing where nothing changed that concerns them", () => {
    expect(new Told().news()).toEqual([]);
    const evidence = { participant: `${A}-1`, days: 1, on: "2024-09-09" };
    expect(new Told().does(HUB, (world) => world.do(A, AT, "RecordReleaseDays", evidence)).news()).toEqual([]);
    // An offer is not a place: whether it is taken or turned down, its lead hears when the school is placed.
    const offered = (world: HubWorld): unknown => world.do(C, AT, "OfferPlace", { workGroup: "north" });
    const declines = (world: HubWorld): unknown => world.do(C, AT, "DeclineOffer", { reason });
    expect(new Told().applied(C).does(HUB, offered).does("school", declines).news()).toEqual([]);
  });

  it("leaves out what they did themselves", () => {
    expect(new Told().does(LEAD, moves("2025-01-15")).news()).toEqual([]);
    const told = new Told()
      .does(LEAD, (world) => world.doGroup("north", AT, "BookSupportVisit", { journey: A, on: "2024-10-15" }))
      .does(LEAD, (world) => world.do(A, AT, "PauseJourney", { reason }))
      .does(LEAD, (world) => world.doGroup("north", AT, "AdaptDelivery", { delivery: "online", reason }));
    expect(told.news()).toEqual([]);
  });

  it("says against what they know: of what they moved and the hub moved after them, the hub’s", () => {
    const told = new Told().does(LEAD, moves("2025-01-15")).does(HUB, moves("2025-01-29"));
    expect(said(told)).toEqual([
      "Moved to Wednesday 29 January: Work Group meeting 2",
      "Work Group meeting 2 is now on Wednesday 29 January 2025. It was to be on Wednesday 15 January 2025.",
    ]);
    expect(new Told().does(HUB, moves("2025-01-15")).does(LEAD, moves("2025-01-29")).news()).toEqual([]);
  });

  it("what was changed and changed back is no news", () => {
    const told = new Told();
    const on = told.world.group("north").sessions.find(({ code }) => code === "session-2")?.on ?? "";
    told.does(HUB, moves("2025-01-15")).does(HUB, moves(on));
    told.does(HUB, (world) => world.do(A, AT, "PauseJourney", { reason }));
    told.does(HUB, (world) => world.do(A, AT, "ReturnToProgramme", {}));
    expect(told.news()).toEqual([]);
  });

  it("what was told before is what a move is told from", () => {
    const told = new Told().does(HUB, moves("2025-01-15")).toldSoFar().does(HUB, moves("2025-01-29"));
    expect(said(told)[1]).toContain("It was to be on Wednesday 15 January 2025.");
  });
});

describe("a meeting that has another day for one school alone", () => {
  const later =
    (dueOn: string, commitment = "session-2") =>
    (world: HubWorld) =>
      world.do(A, AT, "RescheduleCommitment", { commitment, dueOn, reason });
  it("is told to who leads the group, once for the session and the school’s part in it", () => {
    const told = new Told().does(HUB, later("2025-01-29"));
    const was = told.world.group("north").sessions.find(({ code }) => code === "session-2")?.on ?? "";
    expect(inShort(told.news())).toEqual([[LEAD, ["alone"]]]);
    expect(said(told)).toEqual([
      "Wednesday 29 January, for one school: Work Group meeting 2",
      "For Ash Primary School alone, Work Group meeting 2 is now on Wednesday 29 January 2025. " +
        `It was to be on ${dateWithWeekday(was)}. The other schools keep their day.`,
    ]);
  });
  it("not where the lead gave it that day, nor what is no meeting of theirs", () => {
    expect(new Told().does(LEAD, later("2025-01-29")).news()).toEqual([]);
    expect(new Told().does(HUB, later("2025-01-29", "action-plan")).news()).toEqual([]);
  });
  it("not what moves by a rule, when the whole group moves", () => {
    expect(inShort(new Told().does(HUB, moves("2025-01-15")).news())).toEqual([[LEAD, ["session"]]]);
  });
  it("a visit: by when it is to be made", () => {
    const { state } = new Told().world.journey(A);
    const year = state.status === "none" ? null : currentYear(state);
    const code = year?.commitments.find(({ kind }) => kind === "visit")?.code;
    const told = new Told().does(HUB, later("2025-02-12", code));
    expect(said(told)[1]).toMatch(
      /^Your visit to Ash Primary School is now to be made by Wednesday 12 February 2025\. /u,
    );
  });
});

describe("a school, in words", () => {
  const after = (who: string, what: (world: HubWorld) => unknown): string[] => said(new Told().does(who, what));
  it("placed, paused, back, withdrawn", () => {
    expect(said(new Told().does(HUB, () => undefined).place(C, "north", AT))).toEqual([
      "A school in your group: Beech Primary School",
      "Beech Primary School has its place in your primary Development group.",
    ]);
    const pauses = (world: HubWorld): unknown => world.do(A, AT, "PauseJourney", { reason });
    expect(after(HUB, pauses)[1]).toBe("Ash Primary School pauses. Until it is back nothing is asked of it.");
    const back = new Told().does(HUB, pauses).toldSoFar();
    expect(said(back.does(HUB, (world) => world.do(A, AT, "ReturnToProgramme", {})))[1]).toBe(
      "Ash Primary School is back from its pause.",
    );
    expect(after(HUB, (world) => world.do(A, AT, "WithdrawSchool", { reason }))[1]).toBe(
      "Ash Primary School no longer takes part in the programme.",
    );
  });
  it("gone to another group: both leads hear of it", () => {
    const told = new Told().does(HUB, (world) => world.do(A, AT, "PlaceInWorkGroup", { workGroup: "south", reason }));
    expect(inShort(told.news("north"))).toEqual([[LEAD, [`${A} to-another-group`]]]);
    expect(inShort(told.news("south"))).toEqual([[LEAD, [`${A} from-another-group`]]]);
  });
  it("placed and withdrawn before anybody was told: nothing", () => {
    const told = new Told().place(C, "north", AT).does(HUB, (world) => world.do(C, AT, "WithdrawSchool", { reason }));
    expect(told.news()).toEqual([]);
  });
  it("waits for the programmes of its hub: that is no pause of its own, nor a return", () => {
    const facts = new Told().facts("north");
    const silent = { type: "JourneyPaused", at: `${AT}:00Z`, seq: 90, until: null, reasonCode: "no-prospectus" };
    const back = { type: "SchoolReturned", at: `${AT}:01Z`, seq: 91, resumes: "this-year", chaseFrom: `${AT}:01Z` };
    const more = [
      { event: silent, by: "service", news: false },
      { event: back, by: "service", news: true },
    ] as unknown as Fact<never>[];
    const schools = new Map([...facts.schools, [A, [...(facts.schools.get(A) ?? []), ...more]]]);
    expect(leadNews({ ...facts, schools })).toEqual([]);
  });
});

describe("who leads a group", () => {
  const changes = (lead: string) => (world: HubWorld) =>
    world.doGroup("north", AT, "ChangeLead", { lead, leadRole: "mastery-specialist", reason });

  it("hears of it with all that the group has to come; who led it, that they lead it no more; nobody else", () => {
    const told = new Told().does(HUB, moves("2025-01-15")).does(HUB, changes("lead-3")).does(HUB, changes("lead-2"));
    expect(inShort(told.news())).toEqual([
      ["lead-2", ["leads"]],
      [LEAD, ["led-before"]],
    ]);
    const [now, before] = lettersOf(told);
    expect(renderText(now as Printed)).toContain("Work Group meeting 2: Wednesday 15 January 2025");
    expect(renderText(now as Printed)).toContain("- Ash Primary School\n- Beech Primary School");
    expect(before?.blocks).toEqual([
      { kind: "notice", text: "Emmy Noether leads your primary Development group from now on." },
      { kind: "paragraph", text: "You get no more letters about it. What you agreed with its schools stands." },
    ]);
  });
  it("who has left the group by then hears nothing of what else changed in it", () => {
    const told = new Told().does(HUB, moves("2025-01-15"));
    const begun = told.facts("north");
    told.toldSoFar().does(HUB, changes("lead-2"));
    const facts = told.facts("north").facts.map((one) => ({ ...one, news: begun.facts.some(sameNews(one)) }));
    expect(leadNews({ ...begun, facts })).toEqual([]);
  });
  it("who came and went before anybody was told hears nothing, who leads it as before no more than the rest", () => {
    const told = new Told().does(HUB, changes("lead-2")).does(HUB, moves("2025-01-15")).does(HUB, changes(LEAD));
    expect(inShort(told.news())).toEqual([[LEAD, ["session"]]]);
  });
  it("who took it over themselves knows it, and hears what others changed after that", () => {
    const told = new Told().does(HUB, moves("2025-01-15")).does("lead-2", changes("lead-2"));
    expect(inShort(told.news())).toEqual([[LEAD, ["led-before"]]]);
    const later = (world: HubWorld): unknown =>
      world.doGroup("north", AT, "AdaptDelivery", { delivery: "online", reason });
    expect(inShort(told.does(HUB, later).news())).toEqual([
      ["lead-2", ["delivery"]],
      [LEAD, ["led-before"]],
    ]);
  });
  it("hears of a group that was formed for them", () => {
    const told = new Told().does(HUB, (world) => world.doGroup("east", AT, "FormWorkGroup", led));
    expect(inShort(told.news("east"))).toEqual([[LEAD, ["leads"]]]);
  });
});

const sameNews =
  ({ event }: Fact<{ seq: number }>) =>
  (other: Fact<{ seq: number }>): boolean =>
    other.news && other.event.seq === event.seq;
