// An import of the register on real PostgreSQL, and what it does to journeys that are under way on a real Temporal
// server.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import type { Instant } from "../../calendar/instants.ts";
import { getText } from "../../people/people.ts";
import { knownSchool, putSchools, registerIsKnown, schoolQuestions } from "../../store/schools/schools.ts";
import { findJourney, findJourneys, journeyIdOf } from "../../views/journeys/read-journeys.ts";
import {
  CLOSED,
  link,
  LINK_COLUMNS,
  school,
  writeExtract,
  writeRegister,
  type Row,
} from "../../../test/support/register.ts";
import { application, freshStore, HUB_LEAD, type TestStore } from "../../../test/support/store.ts";
import { devServer, type TestTemporal } from "../../../test/support/temporal.ts";
import { startService, type Service } from "../../../test/workflows/service.ts";
import { importRegister, type ImportDeps } from "./import-register.ts";
import { reportJson, reportText } from "./report.ts";

const STARTS: Instant = "2020-06-02T08:00:00Z";
const SECONDARY: Row = { "PhaseOfEducation (name)": "Secondary" };

const folder = mkdtempSync(join(tmpdir(), "import-"));
let files = 0;
const path = (): string => join(folder, `${++files}.csv`);
const extract = (...rows: Row[]): Promise<string> => writeExtract(path(), rows);
const links = (...rows: Row[]): Promise<string> => writeExtract(path(), rows, LINK_COLUMNS);

let store: TestStore;
const away = () => ({ unknown: "There is no Temporal server yet." });
const take = (file: string, linkFile: string | null = null, temporal: ImportDeps["temporal"] = away) =>
  importRegister({ dataSource: store.app, temporal, now: () => STARTS }, file, linkFile);
const written = async (): Promise<unknown> => [
  await store.owner.query("select *, xmin::text from schools order by urn"),
  await store.owner.query("select *, xmin::text from school_links order by urn, link_urn, type"),
  await store.owner.query("select *, xmin::text from school_questions order by journey"),
  await store.owner.query("select count(*) from events"),
];
const counts = (read: number, news: number, changed: number, unchanged: number, bad: number) => ({
  read,
  new: news,
  changed,
  unchanged,
  bad,
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("an import", () => {
  beforeAll(async () => {
    store = await freshStore();
  }, 60_000);
  afterAll(() => store.close());

  it("takes in what is sound, once: the same files again write nothing", async () => {
    expect(await registerIsKnown(store.app)).toBe(false);
    const bad = school("100003", { OpenDate: "1st of May" });
    const file = await extract(
      school("100001"),
      school("100002", { ...CLOSED, EstablishmentName: "St Mary’s" }),
      bad,
      school("100004", { "PhaseOfEducation (name)": "All-through" }),
    );
    const linkFile = await links(
      link("100002", "Successor", "100001"),
      link("100001", "Predecessor", "100002"),
      link("100001", "Other", "900000"),
      link("", "Other", "100001"),
    );
    const first = await take(file, linkFile);
    expect(first.schools).toEqual({
      counts: counts(4, 3, 0, 0, 1),
      bad: [{ line: 4, code: "date-malformed", column: "OpenDate" }],
    });
    expect(first.links).toEqual({
      counts: { ...counts(4, 3, 0, 0, 1), removed: 0 },
      bad: [{ line: 5, code: "urn-malformed", column: "URN" }],
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
    const before = await written();
    const again = await take(file, linkFile);
    expect([again.schools.counts, again.links?.counts]).toEqual([
      counts(4, 0, 0, 3, 1),
      { ...counts(4, 0, 0, 3, 1), removed: 0 },
    ]);
    expect(await written()).toEqual(before);
    expect(reportText(again)).toMatch(
      /^Schools: 4 read, 0 new, 0 changed, 3 unchanged, 1 bad\.\nLinks: {3}4 read[^]*line 4: date-malformed \(OpenDate\)[^]*100001 Other 900000/u,
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
    const report = await take(
      await extract(
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

  it("makes a school’s links what they are now, and leaves those of others", async () => {
    const file = await extract(school("100001"));
    const counted = (await take(file, await links(link("100001", "Predecessor", "100002", "02-09-2021")))).links
      ?.counts;
    expect(counted).toEqual({ ...counts(1, 0, 1, 0, 0), removed: 1 });
    expect(
      await store.owner.query("select urn, link_urn, type, established_on::text from school_links order by urn"),
    ).toEqual([
      { urn: "100001", link_urn: "100002", type: "Predecessor", established_on: "2021-09-02" },
      { urn: "100002", link_urn: "100001", type: "Successor", established_on: "2021-09-01" },
    ]);
  });

  it("takes in nothing of either file where one of them lacks a column", async () => {
    const before = await written();
    const without = await writeExtract(path(), [link("100001", "Successor", "100002")], ["URN", "LinkURN", "LinkName"]);
    await expect(take(await extract(school("100099")), without)).rejects.toThrow("“LinkType” is missing");
    await expect(take(without)).rejects.toThrow("“EstablishmentName”");
    expect(await written()).toEqual(before);
  });
});

describe("a journey whose school has closed", () => {
  let temporal: TestTemporal;
  let environment: TestWorkflowEnvironment;
  let service: Service;
  const running = () => temporal;
  const journey = async (urn: string): Promise<void> => {
    const outcome = await service.send(`${urn}-primary`, {
      id: `apply-${urn}`,
      type: "SubmitApplication",
      by: HUB_LEAD,
      data: application(urn),
    });
    expect(outcome).toMatchObject({ accepted: true });
  };
  const closed = (...urns: string[]) => urns.map((urn) => school(urn, CLOSED));
  let file: string;
  let linkFile: string;

  beforeAll(async () => {
    store = await freshStore();
    temporal = await devServer();
    environment = await TestWorkflowEnvironment.createFromExistingServer(temporal);
    service = await startService({ env: environment, dataSource: store.app, startsAt: STARTS });
    for (const urn of ["100001", "100003", "100005", "100007", "100009", "100010", "100012", "100014", "100016"])
      await journey(urn);
    file = await extract(
      ...closed("100001", "100002", "100003", "100005", "100007", "100009", "100010", "100012", "100014"),
      ...["100011", "100020", "100021", "100022"].map((urn) => school(urn)),
      school("100013", SECONDARY),
    );
    linkFile = await links(
      link("100001", "Successor", "100002"),
      link("100020", "Predecessor", "100002"),
      link("100003", "Successor - merged", "100021"),
      link("100021", "Predecessor - merged", "100003"),
      link("100005", "Successor", "999999"),
      link("100007", "Successor", "100014"),
      link("100014", "Successor", "100007"),
      link("100009", "Successor", "100011"),
      link("100010", "Successor", "100011"),
      link("100012", "Successor", "100013"),
    );
  }, 60_000);
  afterAll(async () => {
    await service?.stop();
    await environment?.teardown();
    await store?.close();
  }, 30_000);

  const QUESTIONS = [
    ["100003-primary", "merged", "100021"],
    ["100005-primary", "unresolved", "999999"],
    ["100007-primary", "loop", "100014"],
    ["100009-primary", "successor-has-journey", "100011"],
    ["100010-primary", "successor-has-journey", "100011"],
    ["100012-primary", "phase-differs", "100013"],
    ["100014-primary", "loop", "100007"],
    ["100016-primary", "unknown-urn"],
  ];

  it("is named, and all else done, while Temporal is away", async () => {
    const report = await take(file, linkFile);
    expect(report.moved).toMatchObject({
      moved: [],
      refused: [],
      waiting: [
        { journey: "100001-primary", hub: "great-north", from: "100001", to: "100020", closedOn: "2021-08-31" },
      ],
    });
    expect(report.schools.counts.new).toBe(14);
    expect(reportText(report)).toMatch(
      /still to be moved: There is no Temporal server yet\. Run the same command again \(1\):\n {2}100001-primary \(great-north\): 100001 → 100020/u,
    );
    expect(
      (await take(file, linkFile, () => ({ address: "127.0.0.1:1", namespace: "default" }))).moved.waiting,
    ).toHaveLength(1);
    expect(await journeyIdOf(store.app, "100020", "primary")).toBe("100020-primary");
  }, 40_000);

  it("goes on under the URN of its one successor, with its history, and the old URN finds it", async () => {
    const report = await take(file, linkFile, running);
    expect(report.moved).toMatchObject({
      moved: [{ journey: "100001-primary", to: "100020" }],
      waiting: [],
      refused: [],
    });
    const found = await findJourney(store.app, "100020-primary");
    expect(found).toMatchObject({ id: "100001-primary", urn: "100020", aliases: ["100001"], status: "applied" });
    expect(await findJourney(store.app, "100001-primary")).toEqual(found);
    expect(await Promise.all(["100001", "100020"].map((urn) => journeyIdOf(store.app, urn, "primary")))).toEqual([
      "100001-primary",
      "100001-primary",
    ]);
    expect((await findJourneys(store.app, { urn: "100001", limit: 5 })).items).toHaveLength(1);
    const events = await service.events("100001-primary");
    expect(events[0]).toMatchObject({ seq: 1, type: "ApplicationSubmitted" });
    const succeeded = events.find(({ type }) => type === "SchoolSucceeded");
    expect(succeeded).toMatchObject({ was: "100001", urn: "100020", reasonCode: "academy-conversion" });
    const reason = await getText(store.app, (succeeded as { reasonId?: string }).reasonId ?? "");
    expect(reason).toBe(
      "The schools’ register shows URN 100001 as closed on 2021-08-31 and URN 100020 as its one open successor.",
    );
  }, 40_000);

  it("is put before the hub, or named, where it is not so plain", async () => {
    const report = await take(file, linkFile, running);
    expect(report.review.questions.map(({ journey: id, why, successors }) => [id, why, ...successors])).toEqual(
      QUESTIONS,
    );
    expect(report.review.loops).toEqual([["100007", "100014"]]);
    expect(report.review.unresolved).toMatchObject([{ urn: "100005", linkUrn: "999999" }]);
    const first = await schoolQuestions(store.app, { hub: "great-north", limit: 5 });
    const rest = await schoolQuestions(store.app, { after: first.next ?? "", limit: 5 });
    expect([...first.items, ...rest.items].map(({ journey: id }) => id)).toEqual(QUESTIONS.map(([id]) => id));
    expect(first.items[0]).toMatchObject({
      journey: "100003-primary",
      hub: "great-north",
      urn: "100003",
      name: "Example School 100003",
      why: "merged",
      successors: ["100021"],
    });
    const text = reportText(report);
    expect(text).toMatch(
      /For the hub to decide \(4\):\n {2}100003-primary \(great-north\), URN 100003: the school was merged: 100021/u,
    );
    expect(text).toMatch(/Loops: [^\n]* \(1\):\n {2}100007, 100014/u);
  }, 40_000);

  it("stays as it is when the same files come again", async () => {
    const before = await written();
    const again = await take(file, linkFile, running);
    expect(again.moved).toEqual({ moved: [], waiting: [], refused: [] });
    expect(again.schools.counts).toMatchObject({ new: 0, changed: 0 });
    expect(await written()).toEqual(before);
  }, 40_000);

  it("is no longer asked about once a person has decided", async () => {
    const outcome = await service.send("100003-primary", {
      id: "decided",
      type: "SucceedSchool",
      by: HUB_LEAD,
      data: { urn: "100021", reason: { id: "text-decided", words: 3 } },
    });
    expect(outcome).toMatchObject({ accepted: true });
    expect((await schoolQuestions(store.app, { limit: 1 })).items[0]?.journey).toBe("100005-primary");
    expect((await take(file, linkFile, running)).review.questions).toHaveLength(QUESTIONS.length - 1);
  }, 40_000);
});

describe("the command", () => {
  beforeAll(async () => {
    store = await freshStore();
  }, 60_000);
  afterAll(() => store.close());

  const command = (...args: string[]): Promise<{ code: number | null; out: string; err: string }> =>
    new Promise((resolve) => {
      const child = spawn(
        process.execPath,
        ["--import", "./apps/cli/setup/typescript.mjs", "apps/cli/import-schools.ts", ...args],
        { env: { ...process.env, DATABASE_URL: store.appUrl } },
      );
      const said = { out: "", err: "" };
      child.stdout.on("data", (text: Buffer) => (said.out += text.toString()));
      child.stderr.on("data", (text: Buffer) => (said.err += text.toString()));
      child.on("close", (code) => resolve({ code, ...said }));
    });

  it("tells how far it is on standard error, and the result alone on standard output", async () => {
    const [file, linkFile] = [path(), path()];
    await writeRegister(file, linkFile, 3_000);
    const { code, out, err } = await command(file, linkFile, "--json");
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { schools: { read: 3_000, new: 3_000 }, links: { read: 2_000, new: 2_000 } },
    ]);
    expect(err).toMatch(/: 100 %, 3,000 rows, [\d,]+ rows\/s/u);
  }, 60_000);

  it("ends with 2 and one sentence for what cannot be used", async () => {
    const without = await writeExtract(path(), [], LINK_COLUMNS);
    expect(await command(without)).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(
        /^\S+ cannot be used as an extract of schools: the columns “EstablishmentName”.* are missing\. Nothing was taken in\.\n$/u,
      ),
    });
    expect(await command("/nowhere.csv")).toMatchObject({ code: 2, err: "/nowhere.csv: there is no such file.\n" });
    expect(await command()).toMatchObject({ code: 2, err: expect.stringContaining("Usage:") });
  }, 60_000);
});
