// An import of the register on real PostgreSQL.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { knownSchool, putSchools, registerIsKnown } from "../../store/schools/schools.ts";
import { Imports } from "../../../test/support/imports.ts";
import { CLOSED, link, school, writeExtract } from "../../../test/support/register.ts";
import { freshStore, type TestStore } from "../../../test/support/store.ts";
import { reportJson, reportText } from "./report.ts";

let store: TestStore;
const imports = new Imports(() => store);
afterAll(() => imports.remove());

const counts = (read: number, news: number, changed: number, unchanged: number, bad: number) => ({
  read,
  new: news,
  changed,
  unchanged,
  bad,
});

describe("an import", () => {
  beforeAll(async () => {
    store = await freshStore();
  }, 60_000);
  afterAll(() => store.close());

  it("takes in what is sound, once: the same files again write nothing", async () => {
    expect(await registerIsKnown(store.app)).toBe(false);
    const bad = school("100003", { EstablishmentName: " " });
    const file = await imports.extract(
      school("100001"),
      school("100002", { ...CLOSED, EstablishmentName: "St Mary’s" }),
      bad,
      school("100004", { "PhaseOfEducation (name)": "All-through" }),
    );
    const linkFile = await imports.links(
      link("100002", "Successor", "100001"),
      link("100001", "Predecessor", "100002"),
      link("100001", "Other", "900000"),
      link("", "Other", "100001"),
    );
    const first = await imports.take(file, linkFile);
    expect(first.schools).toEqual({
      counts: counts(4, 3, 0, 0, 1),
      bad: [{ line: 4, code: "name-missing", column: "EstablishmentName" }],
      unread: [],
    });
    expect(first.links).toEqual({
      counts: { ...counts(4, 3, 0, 0, 1), removed: 0 },
      bad: [{ line: 5, code: "urn-malformed", column: "URN" }],
      unread: [],
    });
    expect(first.review).toMatchObject({
      moves: [],
      questions: [],
      loops: [],
      unresolved: [{ urn: "100001", linkUrn: "900000", type: "Other" }],
    });
    expect(await registerIsKnown(store.app)).toBe(true);
    expect(await knownSchool(store.app, "100002")).toMatchObject({
      name: "St Mary’s",
      open: false,
      closedOn: "2021-08-31",
      phases: ["primary"],
      funding: "state",
      source: "register",
    });
    expect(await knownSchool(store.app, "100004")).toMatchObject({ phases: ["primary", "secondary"] });
    const before = await imports.written();
    const again = await imports.take(file, linkFile);
    expect([again.schools.counts, again.links?.counts]).toEqual([
      counts(4, 0, 0, 3, 1),
      { ...counts(4, 0, 0, 3, 1), removed: 0 },
    ]);
    expect(await imports.written()).toEqual(before);
    expect(reportText(again)).toMatch(
      /^Schools: 4 read, 0 new, 0 changed, 3 unchanged, 1 bad\.\nLinks: {3}4 read[^]*line 4: name-missing \(EstablishmentName\)[^]*100001 Other 900000/u,
    );
    expect(JSON.parse(reportJson(again))).toMatchObject({
      schools: { unchanged: 3 },
      badRows: [{ line: 4 }, { line: 5 }],
      questions: [],
    });
  });

  it("writes what has changed alone, and says more of a school than an application did", async () => {
    await putSchools(store.app, [
      {
        urn: "100005",
        name: "Exemple",
        phase: "primary",
        funding: "state",
        open: true,
        address: null,
        postcode: null,
        source: "application",
      },
    ]);
    const report = await imports.take(
      await imports.extract(
        school("100001", { "EstablishmentStatus (name)": "Open, but proposed to close" }),
        school("100002", { ...CLOSED, EstablishmentName: "St Mary’s" }),
        school("100005"),
      ),
    );
    expect(report.schools.counts).toEqual(counts(3, 0, 2, 1, 0));
    expect(await knownSchool(store.app, "100005")).toMatchObject({
      name: "Example School 100005",
      source: "register",
      la: "391",
    });
    await putSchools(store.app, [
      {
        urn: "100005",
        name: "Exemple",
        phase: "secondary",
        funding: null,
        open: true,
        address: null,
        postcode: null,
        source: "application",
      },
    ]);
    expect(await knownSchool(store.app, "100005")).toMatchObject({
      name: "Example School 100005",
      phases: ["primary"],
    });
  });

  it("changes nothing by a column that an extract lacks, nor by a cell that cannot be read", async () => {
    const before = await knownSchool(store.app, "100005");
    const few = ["URN", "EstablishmentName", "EstablishmentStatus (name)", "PhaseOfEducation (name)"];
    const cut = await writeExtract(
      imports.path(),
      [school("100005", { EstablishmentName: "Renamed" })],
      [...few, "TypeOfEstablishment (name)"],
    );
    expect((await imports.take(cut)).schools.counts).toEqual(counts(1, 0, 1, 0, 0));
    expect(await knownSchool(store.app, "100005")).toEqual({ ...before, name: "Renamed" });
    expect((await imports.take(cut)).schools.counts).toEqual(counts(1, 0, 0, 1, 0));
    const report = await imports.take(
      await imports.extract(school("100005", { EstablishmentName: "Renamed", OpenDate: "31-02-1998" })),
    );
    expect(report.schools.unread).toEqual([{ line: 2, code: "date-malformed", column: "OpenDate" }]);
    expect(await knownSchool(store.app, "100005")).toEqual({ ...before, name: "Renamed" });
  });

  it("makes a school’s links what they are now, and leaves those of others", async () => {
    const file = await imports.extract(school("100001"));
    const counted = (
      await imports.take(file, await imports.links(link("100001", "Predecessor", "100002", "02-09-2021")))
    ).links?.counts;
    expect(counted).toEqual({ ...counts(1, 0, 1, 0, 0), removed: 1 });
    expect(
      await store.owner.query("select urn, link_urn, type, established_on::text from school_links order by urn"),
    ).toEqual([
      { urn: "100001", link_urn: "100002", type: "Predecessor", established_on: "2021-09-02" },
      { urn: "100002", link_urn: "100001", type: "Successor", established_on: "2021-09-01" },
    ]);
  });

  it("takes in nothing of either file where one of them lacks a column", async () => {
    const before = await imports.written();
    const without = await writeExtract(
      imports.path(),
      [link("100001", "Successor", "100002")],
      ["URN", "LinkURN", "LinkName"],
    );
    await expect(imports.take(await imports.extract(school("100099")), without)).rejects.toThrow(
      "“LinkType” is missing",
    );
    await expect(imports.take(without)).rejects.toThrow("“EstablishmentName”");
    expect(await imports.written()).toEqual(before);
  });
});
