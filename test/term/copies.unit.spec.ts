// The account that the simulated term rests on: which second copy is forgiven, and which is not.

import { describe, expect, it } from "@jest/globals";
import { copies, type Deaths } from "./copies.ts";

const none: Deaths = { workers: [[], []], postgres: [] };
const a = (at: number, slot = 0) => ({ messageId: "<a>", to: "x", slot, at });
const named = new Set(["<a>"]);
const faultsOf = (arrivals: ReturnType<typeof a>[], noted: number | null, deaths: Deaths = none, names = named) =>
  copies(arrivals, names, new Map(noted === null ? [] : [["<a>", noted]]), deaths).faults;

describe("A letter", () => {
  it("arrives once, is noted, and the events say so", () => {
    expect(faultsOf([a(100)], 110)).toEqual([]);
    expect(faultsOf([], null)).toEqual(["<a> is recorded as sent and did not arrive"]);
  });
  it("may arrive twice where its worker died between the yes and the note", () => {
    const { faults, facts } = copies([a(100), a(70_000, 1)], named, new Map([["<a>", 70_010]]), {
      ...none,
      workers: [[101], []],
    });
    expect(faults).toEqual([]);
    expect(facts).toMatchObject({ letters: 1, copies: 1, copiesOfWorkersDeath: 1 });
  });
  it("may where PostgreSQL was away for the note", () => {
    expect(faultsOf([a(100), a(9_000)], 9_010, { ...none, postgres: [{ from: 90, to: 700 }] })).toEqual([]);
  });
  it("may not where nothing died, another worker did, or it died before the yes or long after", () => {
    const twice = "<a> arrived twice, 69900 ms apart, and nothing died in between";
    expect(faultsOf([a(100), a(70_000, 1)], 70_010)).toEqual([twice]);
    expect(faultsOf([a(100), a(70_000, 1)], 70_010, { ...none, workers: [[99, 60_000], [101]] })).toEqual([twice]);
  });
  it("never goes again once it was noted, whatever died", () => {
    expect(faultsOf([a(100), a(70_000)], 110, { ...none, workers: [[120], []] })).toContain(
      "<a> was sent again after it was noted",
    );
  });
  it("is in the events if it was noted; not noted, a death tells why", () => {
    expect(faultsOf([a(100)], 110, none, new Set())).toEqual(["<a> was noted as out, and no event says so"]);
    expect(faultsOf([a(100)], null, none, new Set())).toEqual(["<a> arrived, no event says so, and nothing died"]);
    expect(faultsOf([a(100)], null, { ...none, workers: [[101], []] }, new Set())).toEqual([]);
  });
});
