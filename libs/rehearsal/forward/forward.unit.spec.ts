import { describe, expect, it } from "@jest/globals";
import { parseWhen } from "../../calendar/instants.ts";
import {
  accepted,
  applied,
  because,
  begun,
  nothing,
  offered,
  placed,
  register,
  RULES,
  SECONDARY_DEVELOPMENT,
  type Past,
} from "../../../test/support/journey.ts";
import { forward, timeAlone, timeAloneUntold, type Foreseen } from "./forward.ts";
import { UNLESS } from "./unless.ts";

const ahead = (past: Past, from: string, until: string): Foreseen[] =>
  forward(past.state, RULES, { from: parseWhen(from), until: parseWhen(until, "end") });
const inWords = (items: readonly Foreseen[]) =>
  items.map(({ on, what, commitment }) => [on, what, commitment].filter((part) => part !== null).join(" "));

it("a commitment that is met or waived lies ahead no more", () => {
  const owed = (past: Past) =>
    ahead(past, "2020-10-02", "2021-01-31").filter(({ commitment }) => commitment === "gap-task-1").length;
  const year = begun();
  expect(owed(year)).toBeGreaterThan(0);
  const waived = year.on("2020-10-01T09:00", "WaiveCommitment", { commitment: "gap-task-1", ...because });
  const met = year.on("2020-10-01T09:00", "CompleteGapTask", { commitment: "gap-task-1" });
  expect([waived, met].map(owed)).toEqual([0, 0]);
});

describe("The forward calendar of a journey", () => {
  it.each([
    ["an offer nobody answers", offered(), "2020-06-10", "2020-09-30"],
    ["a placed school before its year", placed(), "2020-07-01", "2021-01-31"],
    ["a silent Readiness year", begun(), "2020-09-01", "2021-09-30"],
    [
      "a Development year with sessions held",
      begun(SECONDARY_DEVELOPMENT).on("2020-11-04T16:00", "RecordAttendance", register("session-1", "2020-11-04")),
      "2020-11-05",
      "2021-09-30",
    ],
    [
      "a pause",
      begun().on("2020-10-01T09:00", "PauseJourney", { ...because, until: "2021-01-31" }),
      "2020-10-02",
      "2021-09-30",
    ],
    ["a pause without end", begun().on("2020-10-01T09:00", "PauseJourney", because), "2020-10-02", "2021-09-30"],
  ])("is what happens if nobody does anything: %s", (_name, past, from, until) => {
    const happened = past
      .until(until)
      .events.slice(past.events.length)
      .filter(({ type }) => UNLESS[type] !== undefined);
    const foreseen = ahead(past, from, until).filter(({ kind }) => kind === "by-itself");
    expect(foreseen.map(({ at, what, commitment }) => [at, what, commitment])).toEqual(
      happened.map((event) => [event.at, event.type, "commitment" in event ? event.commitment : null]),
    );
  });
  it("names what would cancel each entry", () => {
    for (const { unless } of ahead(begun(), "2020-09-01", "2021-09-30")) expect(unless).toMatch(/^.{12,}[^.]$/u);
  });
  it("lists what falls due on its day, before it counts as missed", () => {
    const items = inWords(ahead(begun(), "2020-12-01", "2020-12-31")).filter((line) => line.includes("gap-task-1"));
    expect(items).toEqual([
      "2020-12-08 CommitmentDue gap-task-1",
      "2020-12-09 CommitmentMissed gap-task-1",
      "2020-12-15 CommitmentEscalated gap-task-1",
    ]);
  });
  it("what is done is not on it any more", () => {
    const done = begun().on("2020-11-02T09:00", "CompleteGapTask", { commitment: "gap-task-1" });
    expect(inWords(ahead(done, "2020-12-01", "2021-08-31")).filter((line) => line.includes("gap-task-1"))).toEqual([]);
  });
  it("nobody is chased for a session that was not held: being there is only on it as a day", () => {
    const items = ahead(begun(), "2020-09-01", "2021-08-31").filter(({ commitment }) => commitment === "meeting-1");
    expect(items.map(({ what }) => what)).toEqual(["CommitmentDue"]);
    expect(items[0]?.says).toContain("once session-1 has been held");
  });
  it("goes on into the year to come, with its own promises", () => {
    const items = inWords(ahead(placed(), "2020-07-01", "2020-12-31"));
    expect(items[0]).toBe("2020-09-01 StageStarted");
    expect(items).toContain("2020-12-08 CommitmentDue gap-task-1");
  });
  it("what is overdue comes first, dated today", () => {
    const [first] = ahead(offered(), "2020-08-01T10:00", "2020-08-31");
    expect(first).toMatchObject({ what: "OfferLapsed", at: "2020-08-01T09:00:00Z" });
  });
  it("a journey that waits for a person has only that ahead by which its wait is seen to, and ends", () => {
    expect(ahead(nothing, "2020-06-02", "2021-08-31")).toEqual([]);
    expect(inWords(ahead(applied(), "2020-06-02", "2021-08-31"))).toEqual(["2020-10-02 TaskOpened"]);
    expect(inWords(ahead(accepted(), "2020-06-02", "2021-08-31"))).toEqual([
      "2020-09-02 TaskOpened",
      "2021-08-31 ApplicationEnded",
    ]);
  });
  it("ends with the day asked for", () => {
    const all = ahead(begun(), "2020-09-01", "2021-09-30");
    const until = ahead(begun(), "2020-09-01", "2020-12-15");
    expect(until).toEqual(all.filter(({ on }) => on <= "2020-12-15"));
    expect(until.length).toBeGreaterThan(3);
  });
});

// What counts for many journeys is found without letters: that is sound only while no rule goes by one.
it.each([
  ["an offer nobody answers", offered(), "2020-06-10"],
  ["a placed school", placed(SECONDARY_DEVELOPMENT), "2020-07-01"],
  ["a silent year", begun(), "2020-09-01"],
  ["a year whose letters wait", begun().until("2020-12-16T08:00"), "2020-12-16"],
  ["a pause", begun().on("2020-10-01T09:00", "PauseJourney", { ...because, until: "2021-01-31" }), "2020-10-02"],
])("time brings the same whether people are told of it or not: %s", (_name, { state }, day) => {
  const stretch = { from: parseWhen(day), until: parseWhen("2022-08-31", "end") };
  const all = timeAlone(state, RULES, stretch);
  const silently = all.flatMap(({ tellAt: _tellAt, ...event }) => (event.type === "LettersDue" ? [] : [event]));
  expect(all.length).toBeGreaterThan(silently.length);
  expect(timeAloneUntold(state, RULES, stretch)).toEqual(silently);
});
