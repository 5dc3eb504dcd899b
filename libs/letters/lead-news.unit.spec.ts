// What leads of Work Groups hear at once: what is one letter, what is left out of it, and in which words.

import { describe, expect, it } from "@jest/globals";
import { HubWorld } from "../../test/support/hub-world.ts";
import { application, RULES, schoolFor, text } from "../../test/support/journey.ts";
import { leadLetter, type LeadEnvelope } from "./lead-letter.ts";
import { leadNews, NEWS_OF_GROUP, NEWS_OF_SCHOOL, type Fact, type GroupNews, type LeadNews } from "./lead-news.ts";
import type { Printed } from "./letter.ts";
import { renderText } from "./render.ts";

const PROGRAMME = "2024-25/primary-development";
const A = "100001-primary";
const B = "100002-primary";
const C = "100003-primary";
const LEAD = "lead-1";
const HUB = "hub-1";
const AT = "2024-09-10T09:00";
const reason = text(3);
const led = { hub: "great-north", prospectus: PROGRAMME, lead: LEAD, leadRole: "mastery-specialist" };

/** A hub of which it is known who did what: all before `news` was told long ago. */
class Told {
  readonly world = new HubWorld();
  private readonly by = new Map<object, string>();
  private known = new Set<object>();

  constructor() {
    for (const group of ["north", "south"]) this.world.doGroup(group, "2024-05-07T09:00", "FormWorkGroup", led);
    for (const journey of [A, B]) this.place(journey, "north");
    this.world.until("2024-09-02");
    this.toldSoFar();
  }

  /** A school that has applied. */
  applied(journey: string): this {
    const school = schoolFor(PROGRAMME, { urn: journey.slice(0, 6) });
    this.world.do(journey, "2024-05-08T09:00", "SubmitApplication", application(PROGRAMME, { school }));
    return this;
  }

  place(journey: string, workGroup: string, when = "2024-05-09T09:00"): this {
    this.applied(journey).world.do(journey, when, "OfferPlace", { workGroup }).do(journey, when, "AcceptOffer", {});
    for (const participant of [`${journey}-1`, `${journey}-2`])
      this.world.do(journey, when, "NominateParticipant", { participant, role: "lead-teacher" });
    this.world.do(journey, when, "PlaceInWorkGroup", {});
    return this;
  }

  /** Somebody does something; what is not said otherwise somebody at the hub did. */
  does(who: string, what: (world: HubWorld) => unknown): this {
    const before = new Set(this.all());
    what(this.world);
    for (const event of this.all()) if (!before.has(event)) this.by.set(event, who);
    return this;
  }

  toldSoFar(): this {
    this.known = new Set(this.all());
    return this;
  }

  news(group = "north"): LeadNews[] {
    return leadNews(this.facts(group));
  }

  facts(group: string): GroupNews {
    const facts = <E extends { type: string }>(events: readonly E[], types: readonly string[]): Fact<E>[] =>
      events.map((event) => ({
        event,
        by: this.by.get(event) ?? HUB,
        news: !this.known.has(event) && types.includes(event.type),
      }));
    return {
      group,
      facts: facts(this.world.groups.get(group)?.events ?? [], NEWS_OF_GROUP),
      schools: new Map([...this.world.journeys].map(([id, { events }]) => [id, facts(events, NEWS_OF_SCHOOL)])),
    };
  }

  private all(): object[] {
    return [...this.world.groups.values(), ...this.world.journeys.values()].flatMap(({ events }) => events as object[]);
  }
}

const moves =
  (on: string, at = AT) =>
  (world: HubWorld) =>
    world.doGroup("north", at, "MoveSession", { session: "session-2", on, reason });
/** To whom, and what of it. */
const inShort = (news: readonly LeadNews[]): unknown[] =>
  news.map(({ reader, things }) => [
    reader,
    things.map((thing) => ("became" in thing ? `${thing.journey} ${thing.became}` : thing.kind)),
  ]);

const envelope: LeadEnvelope = {
  hub: "great-north",
  name: "Grace Hopper",
  called: "your primary Development group",
  page: "https://sj.example.org/groups/north",
  prospectus: RULES.catalogue.get(PROGRAMME),
  calendar: RULES.calendar,
  school: (journey) => (journey === A ? "Ash Primary School" : "Beech Primary School"),
  nameOf: (person) => (person === "lead-2" ? "Emmy Noether" : null),
  text: (id) => (id === "hall" ? "Ash Primary School, Hall Road" : "https://meet.example.org/north"),
};
const lettersOf = (told: Told): Printed[] => told.news().map(({ things }) => leadLetter(envelope, things));
/** Its subject, and what it says itself. */
const said = (told: Told): string[] =>
  lettersOf(told).flatMap((letter) => [
    letter.subject,
    ...letter.blocks.flatMap((block) =>
      block.kind === "list" ? block.items : block.kind === "notice" || block.kind === "paragraph" ? [block.text] : [],
    ),
  ]);

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

const arranged = { startsAt: "09:30", endsAt: "12:00", place: { id: "hall" } };

describe("a session, in words", () => {
  const session = "session-2";
  const after = (what: (world: HubWorld) => unknown, before?: (world: HubWorld) => unknown): string[] => {
    const told = new Told();
    if (before) told.does(HUB, before).toldSoFar();
    return said(told.does(HUB, what));
  };
  it("moved: to when and where, and from which day", () => {
    expect(
      after((world) => world.doGroup("north", AT, "MoveSession", { session, on: "2025-01-15", ...arranged, reason })),
    ).toEqual([
      "Moved to Wednesday 15 January: Work Group meeting 2",
      "Work Group meeting 2 is now on Wednesday 15 January 2025, 9:30am to midday, at Ash Primary School, Hall Road. " +
        "It was to be on Wednesday 22 January 2025.",
    ]);
  });
  it("called off, and on again", () => {
    const off = (world: HubWorld): unknown => world.doGroup("north", AT, "CancelSession", { session, reason });
    expect(after(off)).toEqual([
      "Called off, Wednesday 22 January: Work Group meeting 2",
      "Work Group meeting 2 on Wednesday 22 January 2025 does not take place.",
    ]);
    expect(after((world) => world.doGroup("north", AT, "ScheduleSession", { session, on: "2025-01-29" }), off)[1]).toBe(
      "Work Group meeting 2 had been called off, and takes place after all: on Wednesday 29 January 2025.",
    );
  });
  it("put online, with its link; and a session of its own beside those of the programme", () => {
    const told = new Told().does(HUB, (world) =>
      world.doGroup("north", AT, "MoveSession", { session, link: { id: "link" }, reason }),
    );
    expect(said(told)[1]).toBe("Work Group meeting 2 is put online. It is on Wednesday 22 January 2025.");
    expect(lettersOf(told)[0]?.blocks).toContainEqual({
      kind: "link",
      text: "Join online: Work Group meeting 2",
      href: "https://meet.example.org/north",
    });
    expect(
      after((world) => world.doGroup("north", AT, "ScheduleSession", { session: "session-9", on: "2025-02-05" })),
    ).toEqual([
      "New date, Wednesday 5 February: Work Group session 9",
      "Work Group session 9 is on Wednesday 5 February 2025.",
    ]);
  });
  it("another place, another time or another length, on the day that it has", () => {
    const more = (data: object) => (world: HubWorld) =>
      world.doGroup("north", AT, "MoveSession", { session, ...data, reason } as never);
    expect(after(more({ startsAt: "13:30", endsAt: "16:00" }))[1]).toBe(
      "When or where Work Group meeting 2 takes place has changed. It is now on Wednesday 22 January 2025, 1:30pm to 4pm.",
    );
    expect(after(more({ place: { id: "hall" } }), more({ link: { id: "link" } }))[1]).toBe(
      "Work Group meeting 2 is not online any more. It is now on Wednesday 22 January 2025, at Ash Primary School, " +
        "Hall Road.",
    );
    expect(after(more({ length: "full-day" }))[1]).toBe(
      "Work Group meeting 2 on Wednesday 22 January 2025 is now a full day.",
    );
  });
  it("all of them online: once for the group; later by weeks: each with its day", () => {
    expect(after((world) => world.doGroup("north", AT, "AdaptDelivery", { delivery: "online", reason }))).toEqual([
      "Your primary Development group meets online",
      "Your primary Development group meets online from now on.",
    ]);
    const [subject, first, ...sessions] = after((world) =>
      world.doGroup("north", AT, "AdaptDelivery", { delivery: "extended", weeks: 2, reason }),
    );
    expect(subject).toBe(`${sessions.length + 1} changes in your primary Development group`);
    expect(first).toContain("Its schools are not chased until Tuesday 24 September 2024.");
    expect(sessions[1]).toContain("Work Group meeting 2 is now on Wednesday 5 February 2025.");
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

describe("a visit, in words", () => {
  const books =
    (on: string, more = {}) =>
    (world: HubWorld) =>
      world.doGroup("north", AT, "BookSupportVisit", { journey: A, on, term: "autumn", ...more });
  it("booked, and moved", () => {
    const told = new Told().does("school", books("2024-10-15", { startsAt: "13:30" }));
    expect(said(told)).toEqual([
      "Booked, Tuesday 15 October: visit at Ash Primary School",
      "Your visit to Ash Primary School is on Tuesday 15 October 2024, from 1:30pm.",
    ]);
    expect(said(told.toldSoFar().does(HUB, books("2024-10-16")))).toEqual([
      "Moved, Wednesday 16 October: visit at Ash Primary School",
      "Your visit to Ash Primary School is on Wednesday 16 October 2024. It was to be on Tuesday 15 October 2024.",
    ]);
  });
  it("of a school that has left the group by then: nothing", () => {
    const told = new Told()
      .does(HUB, books("2024-10-15"))
      .does(HUB, (world) => world.do(A, AT, "WithdrawSchool", { reason }));
    expect(inShort(told.news())).toEqual([[LEAD, [`${A} withdrawn`]]]);
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
  it("who came and went before anybody was told hears nothing, and who leads it as before no more than the rest", () => {
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

it("a letter has its link first, names no code and no ISO date, and is not too long a subject", () => {
  const told = new Told()
    .does(HUB, (world) =>
      world.doGroup("north", AT, "MoveSession", { session: "session-2", on: "2025-01-15", ...arranged, reason }),
    )
    .does(HUB, (world) => world.do(A, AT, "WithdrawSchool", { reason }));
  const [letter] = lettersOf(told);
  expect(letter?.blocks[0]).toEqual({
    kind: "link",
    text: "Open the group’s page",
    href: "https://sj.example.org/groups/north",
  });
  const { school, ...rest } = envelope;
  const long = { ...rest, school: (journey: string) => `${school(journey)} and its Nursery, ${"Upper ".repeat(12)}` };
  expect(told.news().map(({ things }) => leadLetter(long, things).subject.length <= 78)).toEqual([true]);
  expect(renderText(letter as Printed)).not.toMatch(/session-2|\d{4}-\d\d-\d\d|primary-development/u);
});
