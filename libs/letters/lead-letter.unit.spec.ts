// What leads of Work Groups hear at once, in words.

import { describe, expect, it } from "@jest/globals";
import type { HubWorld } from "../../test/support/hub-world.ts";
import { A, AT, HUB, LEAD, reason, Told, inShort, envelope, lettersOf, said } from "../../test/support/lead-told.ts";
import { leadLetter } from "./lead-letter.ts";
import type { Printed } from "./letter.ts";
import { renderText } from "./render.ts";

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
      "When or where Work Group meeting 2 takes place has changed. It is now on Wednesday 22 January 2025, 1:30pm " +
        "to 4pm.",
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
