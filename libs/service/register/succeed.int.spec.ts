// What an import of the register does to journeys that are under way, on a real Temporal server.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { getText } from "../../people/people.ts";
import { schoolQuestions } from "../../store/schools/schools.ts";
import { findJourney, findJourneys, journeyIdOf } from "../../views/journeys/read-journeys.ts";
import { Imports, SECONDARY, STARTS } from "../../../test/support/imports.ts";
import { CLOSED, link, school } from "../../../test/support/register.ts";
import { application, freshStore, HUB_LEAD, type TestStore } from "../../../test/support/store.ts";
import { devServer, type TestTemporal } from "../../../test/support/temporal.ts";
import { startService, type Service } from "../../../test/workflows/service.ts";
import { reportText } from "./report.ts";

let store: TestStore;
const imports = new Imports(() => store);
afterAll(() => imports.remove());

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
    file = await imports.extract(
      ...closed("100001", "100002", "100003", "100005", "100007", "100009", "100010", "100012", "100014"),
      ...["100011", "100020", "100021", "100022"].map((urn) => school(urn)),
      school("100013", SECONDARY),
    );
    linkFile = await imports.links(
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
    const report = await imports.take(file, linkFile);
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
      (await imports.take(file, linkFile, () => ({ address: "127.0.0.1:1", namespace: "default" }))).moved.waiting,
    ).toHaveLength(1);
    expect(await journeyIdOf(store.app, "100020", "primary")).toBe("100020-primary");
  }, 40_000);

  it("goes on under the URN of its one successor, with its history, and the old URN finds it", async () => {
    const report = await imports.take(file, linkFile, running);
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
    const report = await imports.take(file, linkFile, running);
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
    const before = await imports.written();
    const again = await imports.take(file, linkFile, running);
    expect(again.moved).toEqual({ moved: [], waiting: [], refused: [] });
    expect(again.schools.counts).toMatchObject({ new: 0, changed: 0 });
    expect(await imports.written()).toEqual(before);
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
    expect((await imports.take(file, linkFile, running)).review.questions).toHaveLength(QUESTIONS.length - 1);
  }, 40_000);
});
