// A hub reads its next morning's letters beforehand, over HTTP and at the console; nothing is sent or kept by it.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Browser, leadsTo } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const PATH = "/api/v1/hubs/great-north/morning";
const output = recordOutput();
let whole: WholeService;

beforeAll(async () => {
  // A Monday before half past seven: the morning of that day is the next.
  whole = await startWhole("2021-01-18T07:00:00Z");
  for (const urn of ["100001", "100002"])
    await putJourney(whole.store, { urn, hub: "great-north", workGroup: "wg-1", until: "2021-01-18T12:00:00Z" });
  await whole.store.owner.query("update tasks set opened_at = '2021-01-15T09:00:00Z', due_on = '2021-01-29'");
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

it("answers a letter to each of its staff for whom there is something, as it would be read", async () => {
  const { status, body } = await whole.api.get(PATH);
  expect([status, body["on"]]).toEqual([200, "2021-01-18"]);
  const [letter, ...others] = body["letters"] as Record<string, unknown>[];
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ to: ["hub-lead", "hub-coordinator"], cause: "news", beside: { overdue: 0 } });
  expect(letter?.["lines"]).toContainEqual(
    expect.objectContaining({ cause: "decision", workGroup: "wg-1", dueOn: "2021-01-29", page: "/tasks" }),
  );
  expect(letter?.["text"]).toContain("Please decide by Friday 29 January 2021.");
  expect((await whole.store.owner.query("select from hub_mornings")) as unknown[]).toEqual([]);
}, 30_000);

it("is its own staff’s alone", async () => {
  expect((await whole.api.get(PATH, { as: { role: "hub-lead", hub: "far-south" } })).status).toBe(404);
  expect((await whole.api.get(PATH, { as: { role: "auditor" } })).status).toBe(403);
  expect((await whole.api.get(`${PATH}?on=2021-01-19`)).status).toBe(422);
}, 30_000);

it("is a page that its staff find in the menu, with the same words and links", async () => {
  const lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
  expect(leadsTo(await lead.go("/more"), "/morning")).toBe(true);
  const { text } = await lead.go("/morning");
  expect(text).toMatch(/Monday 18 January 2021[\s\S]*<a [^>]*href="\/tasks">Missed: [^<]*</u);
  const elsewhere = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
  expect((await elsewhere.go("/morning")).text).toContain("There is nothing to tell");
  const auditor = await Browser.signedIn(whole.api.origin, "auditor");
  expect((await auditor.go("/morning")).status).toBe(403);
}, 30_000);

it("says how many notes of the hub have come due, and where they stand: never what they say", async () => {
  const words = "Canary-812 leaves at Easter";
  for (const followUpOn of ["2021-01-18", "2021-01-18", "2021-01-19"])
    ok(await whole.api.post("/api/v1/journeys/100001-primary/notes", { text: words, followUpOn }), 201);
  const { body } = await whole.api.get(PATH);
  const [letter] = body["letters"] as Record<string, unknown>[];
  expect(letter?.["lines"]).toContainEqual(
    expect.objectContaining({ cause: "note", count: 2, before: 0, schools: [], page: "/follow-ups?due=now" }),
  );
  expect(letter?.["text"]).toContain("2 notes are due.");
  expect(letter?.["text"]).toMatch(/Notes to follow up: \S+\/follow-ups\?due=now/u);
  expect(JSON.stringify(body)).not.toContain("Canary-812");
  const lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
  expect(leadsTo(await lead.go("/morning"), "/follow-ups?due=now")).toBe(true);
}, 30_000);
