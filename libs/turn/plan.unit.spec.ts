import { describe, expect, it } from "@jest/globals";
import { because } from "../../test/support/journey.ts";
import {
  developers,
  inGroup,
  MARCH,
  planOf as plan,
  READINESS,
  readers,
  schoolIn as school,
} from "../../test/support/turning.ts";

describe("Which schools complete, and who is ready", () => {
  it("a Readiness school by the hub’s word; undecided it is not invited", () => {
    const world = readers(100001, 100002, 100003)
      .do("100001-primary", MARCH, "ConfirmReadiness", { ready: true })
      .do("100002-primary", MARCH, "ConfirmReadiness", { ready: false, ...because });
    const turn = plan(world);
    expect(
      turn.schools.map(({ journey, readiness, now, does, why, next }) => [
        journey,
        readiness,
        now?.completes,
        does,
        why,
        next?.stage,
      ]),
    ).toEqual([
      ["100001-primary", "ready", true, "invite", null, "development"],
      ["100002-primary", "not-ready", false, "nothing", "not-ready", undefined],
      ["100003-primary", "undecided", false, "nothing", "readiness-undecided", "development"],
    ]);
  });
  it("says what each has missed and what it still owes", () => {
    const turn = school(plan(developers(200001)), "200001-secondary");
    expect([turn.outstanding, turn.comingUp]).toEqual([
      ["teachers", "gap-task-1"],
      ["meeting-1", "meeting-2", "gap-task-2", "meeting-3", "gap-task-3", "meeting-4", "report", "evaluation"],
    ]);
    expect(turn).toMatchObject({
      now: { completes: true, outcome: "under-way" },
      readiness: null,
      does: "invite",
      next: { prospectus: "2021-22/secondary-embedding" },
    });
  });
});

describe("What comes next", () => {
  it("a school of last year’s Development group is routed to Embedding, also where it was not carried on", () => {
    const world = developers(200001)
      .do("200001-secondary", "2021-06-01T08:00", "ConfirmCompletion", { completed: true, ...because })
      .until("2021-11-10");
    expect(world.status("200001-secondary")).toBe("completed");
    expect(school(plan(world, "2021/22", "2021-11-10T09:00"), "200001-secondary")).toMatchObject({
      does: "invite",
      next: { stage: "embedding" },
    });
  });
  it("after a pause of years a school returns to Sustaining", () => {
    const world = developers(200001)
      .do("200001-secondary", "2021-06-01T08:00", "ConfirmCompletion", { completed: true, ...because })
      .do("200001-secondary", "2021-06-01T09:00", "InviteToNextStage", {})
      .do("200001-secondary", "2021-06-02T09:00", "ConfirmNextStage", {})
      .until("2021-10-01")
      .do("200001-secondary", "2021-10-01T09:00", "PauseJourney", because)
      .until("2024-03-01");
    expect(school(plan(world, "2024/25", "2024-03-15T09:00"), "200001-secondary")).toMatchObject({
      does: "nothing",
      why: "paused",
      next: { stage: "sustaining" },
      now: { outcome: "interrupted" },
    });
  });
  it("one that left years ago is welcome back to Sustaining, and is not written to unasked", () => {
    const world = developers(200001)
      .do("200001-secondary", "2021-06-01T08:00", "ConfirmCompletion", { completed: true, ...because })
      .until("2024-03-01");
    const turn = plan(world, "2024/25", "2024-03-15T09:00");
    expect(school(turn, "200001-secondary")).toMatchObject({
      does: "nothing",
      why: "left",
      next: { prospectus: "2024-25/secondary-sustaining" },
    });
    world.do("200001-secondary", "2024-03-15T09:00", "InviteToNextStage", {
      prospectus: "2024-25/secondary-sustaining",
    });
    expect(school(plan(world, "2024/25", "2024-03-16T09:00"), "200001-secondary")).toMatchObject({ why: "invited" });
  });
  it("one that was not Mastery Ready is told of in its own year, and comes back by an application", () => {
    const world = readers(100001)
      .do("100001-primary", MARCH, "ConfirmReadiness", { ready: false, ...because })
      .until("2021-09-10");
    expect(school(plan(world, "2021/22", "2021-09-10T09:00"), "100001-primary")).toMatchObject({
      does: "nothing",
      why: "not-ready",
      next: null,
      now: { completes: false },
    });
    expect(plan(world, "2022/23", "2022-03-15T09:00").schools).toEqual([]);
  });
  it("shows each theme: in March all are still open", () => {
    const world = developers(200001)
      .do("200001-secondary", "2021-06-01T08:00", "ConfirmCompletion", { completed: true, ...because })
      .do("200001-secondary", "2021-06-01T09:00", "InviteToNextStage", {})
      .do("200001-secondary", "2021-06-02T09:00", "ConfirmNextStage", {})
      .until("2022-06-01")
      .do("200001-secondary", "2022-06-01T08:00", "ConfirmCompletion", { completed: true, ...because })
      .do("200001-secondary", "2022-06-01T09:00", "InviteToNextStage", {})
      .do("200001-secondary", "2022-06-02T09:00", "ConfirmNextStage", {})
      .until("2023-06-01")
      .do("200001-secondary", "2023-06-01T08:00", "ConfirmCompletion", { completed: true, ...because })
      .do("200001-secondary", "2023-06-01T09:00", "InviteToNextStage", {})
      .do("200001-secondary", "2023-06-02T09:00", "ConfirmNextStage", {})
      .until("2024-03-01");
    const { next, themes } = school(plan(world, "2024/25", "2024-03-15T09:00"), "200001-secondary");
    expect([next?.stage, themes.map(({ theme, open, why }) => [theme, open, why])]).toEqual([
      "sustaining",
      [
        ["multiplicative-reasoning-ks3", true, null],
        ["problem-solving", true, null],
        ["relaunching", true, null],
      ],
    ]);
  });
  it("says who is invited already, who is settled, and who pauses", () => {
    const world = developers(200001, 200002, 200003)
      .do("200001-secondary", MARCH, "InviteToNextStage", {})
      .do("200002-secondary", MARCH, "InviteToNextStage", {})
      .do("200002-secondary", MARCH, "ConfirmNextStage", {})
      .do("200003-secondary", MARCH, "PauseJourney", because);
    expect(plan(world).schools.map(({ does, why }) => [does, why])).toEqual([
      ["nothing", "invited"],
      ["place", null],
      ["nothing", "paused"],
    ]);
  });
});

describe("Next year’s groups are proposed from this year’s", () => {
  it("kept together, under the same lead where the stage asks for such a lead", () => {
    expect(plan(developers(200001, 200002)).groups).toMatchObject([
      {
        id: "great-north-2021-22-secondary-embedding-1",
        from: "dev",
        lead: "lead-of-dev",
        leadRole: "secondary-mastery-specialist",
        why: null,
        schools: ["200001-secondary", "200002-secondary"],
        formed: false,
      },
    ]);
  });
  it("a Readiness Lead leads no Development group: the hub is to name a lead", () => {
    const world = readers(100001).do("100001-primary", MARCH, "ConfirmReadiness", { ready: true });
    expect(plan(world).groups).toMatchObject([
      { from: "ready", lead: null, leadRole: "mastery-specialist", why: "lead-not-fit", belowLeast: true },
    ]);
  });
  it("six or seven schools: of eight that go on one is told that it has no place", () => {
    const urns = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => 100000 + number);
    const world = readers(...urns);
    for (const urn of urns) world.do(`${urn}-primary`, MARCH, "ConfirmReadiness", { ready: true });
    const turn = plan(world);
    expect(turn.groups).toMatchObject([
      { places: { least: 6, most: 7 }, belowLeast: false, schools: urns.slice(0, 7).map((urn) => `${urn}-primary`) },
    ]);
    expect(school(turn, "100008-primary")).toMatchObject({
      does: "invite",
      workGroup: null,
      withoutPlace: "group-full",
    });
  });
  it("who is one too many finds a place in another group that has one", () => {
    const first = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => 100000 + number);
    const world = inGroup(readers(...first), "second", READINESS, "mastery-readiness-lead", [100021, 100022]).until(
      MARCH,
    );
    for (const urn of [...first, 100021, 100022])
      world.do(`${urn}-primary`, MARCH, "ConfirmReadiness", { ready: true });
    expect(plan(world).groups.map(({ from, schools }) => [from, schools.length, schools.at(-1)])).toEqual([
      ["ready", 7, "100007-primary"],
      ["second", 3, "100008-primary"],
    ]);
  });
  it("follow those who have a place in a group of that year already", () => {
    const world = developers(200001, 200002)
      .doGroup("embedding-a", MARCH, "FormWorkGroup", {
        hub: "great-north",
        prospectus: "2021-22/secondary-embedding",
        lead: "lead-9",
        leadRole: "secondary-mastery-specialist",
        secondYearDone: true,
      })
      .do("200001-secondary", MARCH, "InviteToNextStage", { workGroup: "embedding-a" });
    expect(plan(world).groups).toMatchObject([
      { id: "embedding-a", formed: true, holding: 1, schools: ["200002-secondary"] },
    ]);
  });
  it("the same inputs give the same plan", () => {
    expect(plan(developers(200002, 200001))).toEqual(plan(developers(200002, 200001)));
  });
});
