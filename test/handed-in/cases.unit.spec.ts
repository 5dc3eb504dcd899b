// The rehearsals and files that were handed in with what should come of them, run where they lie beside the repository;
// a clone elsewhere has them as the stories of libs/rehearsal. What each shows is in its own first lines.

import { createReadStream, existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { outcomeOf, refusalsIn, stagesIn, statusOf } from "../support/rehearsing.ts";
import { readBulk, soundRow } from "../../libs/service/bulk/bulk-file.ts";
import type { Report } from "../../libs/rehearsal/report.ts";

const CASES = fileURLToPath(new URL("../../../shared/cases/", import.meta.url));
/** A test of files that may not be there: a clone elsewhere has nothing to run. */
const story = (says: string, work: () => void | Promise<void>): void =>
  it(says, () => (existsSync(CASES) ? work() : undefined));

const run = (name: string): Report => outcomeOf(parse(readFileSync(`${CASES}${name}.yaml`, "utf8"))).report;

describe("A rehearsal that was handed in", () => {
  story("h01: one novice alone meets nothing, and has no grant; the school is asked before the first meeting", () => {
    const report = run("h01-one-advocate");
    const meetings = report.commitments.filter(({ code }) => code.startsWith("meeting-"));
    expect(meetings.map(({ status }) => status)).toEqual(["missed", "missed", "missed", "missed"]);
    expect(report.grants).toMatchObject([{ status: "due", releasedAt: null }]);
    const [asked] = report.letters.filter(({ about }) => about.includes("teachers"));
    expect(asked && asked.at < "2020-11-04").toBe(true);
  });
  story("h05: a pause in August costs a year that was done nothing", () => {
    const report = run("h05-ready-then-august-pause");
    expect(stagesIn(report).slice(0, 2)).toEqual(["readiness 2020/21 completed", "development 2021/22 completed"]);
    const [began] = report.events.filter((event) => event.type === "StageStarted" && event.at > "2021-09-01");
    expect(began && began.at <= "2021-09-20T23:59:59Z").toBe(true);
    expect(report.grants).toMatchObject([{ academicYear: "2021/22", amount: 1000 }]);
  });
  story("h11: not ready, and through Readiness again by invitation", () => {
    expect(stagesIn(run("h11-not-ready-again"))).toContain("readiness 2021/22 completed");
  });
  story("h13: two representatives, of whom one came: a miss each time; a third is one too many", () => {
    const report = run("h13-second-representative");
    expect([statusOf(report, "2024/25", "meeting-1"), statusOf(report, "2024/25", "meeting-2")]).toEqual([
      "missed",
      "missed",
    ]);
    expect(refusalsIn(report)).toContain("NominateParticipant too-many-participants");
  });
  story("h16: the headteacher of a late joiner comes to the first workshop that there is", () => {
    const { commitments } = run("h16-late-joiner-head");
    expect(commitments.find(({ code }) => code === "headteacher-first-workshop")?.dueOn).toBe("2021-01-20");
  });
  story("h20: no session before November or after July; a fifth whenever it comes", () => {
    const report = run("h20-november-to-july");
    expect(refusalsIn(report)).toEqual(["ScheduleSession stated-by-page", "ScheduleSession stated-by-page"]);
    expect(report.events.some((event) => Object(event).session === "session-5")).toBe(true);
  });
  story("a decline by mistake is taken back, and the school is offered its place", () => {
    expect(run("decline-by-mistake").events.map(({ type }) => type)).toContain("PlaceOffered");
  });
  story("an offer before Christmas is answered, and reminded of, on school days", () => {
    const [offer] = run("offer-over-christmas").events.filter(({ type }) => type === "PlaceOffered");
    expect(offer).toMatchObject({ respondBy: "2021-01-06" });
  });
});

describe("A file of applications that was handed in", () => {
  const read = async (name: string) => (await readBulk(createReadStream(`${CASES}${name}.csv`), "great-north")).rows;

  story("has its rows on the lines on which they stand, and the wrong address is told of its own", async () => {
    const rows = await read("bulk-bare-cr-line");
    expect(rows.map(({ line, urn }) => [line, urn])).toEqual([
      [2, "910050"],
      [5, "910051"],
    ]);
    expect(rows[0]?.body["reasons"]).toBe("one\ntwo\nthree");
    expect(() => soundRow(rows[0] ?? never())).not.toThrow();
  });
  for (const name of ["bulk-blank-rows", "bulk-zero-width-header", "bulk-zero-width-urn"])
    story(`${name}: one sound row`, async () => {
      const rows = await read(name);
      expect(rows.map(({ line, urn }) => [line, urn])).toEqual([[2, "910050"]]);
      expect(() => soundRow(rows[0] ?? never())).not.toThrow();
    });
});

function never(): never {
  throw new Error("The file has no such row.");
}
