// Who of a hub's local leaders supports a school: named by the hub, told to the school, on its page and in its people.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Browser } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { eventually } from "../workflows/service.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const output = recordOutput();
const JOURNEY = "/api/v1/journeys/100001-primary";
const GRACE = { firstName: "Grace", lastName: "Leader", email: "grace.leader@hub.example" };
let whole: WholeService;

beforeAll(async () => {
  whole = await startWhole("2020-10-05T09:00:00Z");
  await putJourney(whole.store, {
    urn: "100001",
    hub: "great-north",
    workGroup: "wg-1",
    until: "2020-10-01T12:00:00Z",
  });
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

it("is named by the hub by name and address, kept sealed: the event and the row have an opaque id", async () => {
  const named = await whole.api.post(`${JOURNEY}/name-support`, { contact: GRACE });
  ok(named);
  const events = ok(await whole.api.get(`${JOURNEY}/events?limit=200`))["items"] as Record<string, unknown>[];
  const event = events.findLast(({ type }) => type === "SupportNamed");
  expect(JSON.stringify(events)).not.toMatch(/grace/iu);
  const journey = ok(await whole.api.get(JOURNEY));
  expect(journey["support"]).toBe(
    (event?.["data"] as { contactId: string } | undefined)?.contactId ?? event?.["contactId"],
  );
  const people = ok(await whole.api.get(`${JOURNEY}/people`))["items"] as Record<string, unknown>[];
  expect(people.filter(({ role }) => role === "support")).toMatchObject([GRACE]);
}, 30_000);

it("is on the page of the school, for the school and the hub, with a form for the hub alone", async () => {
  const lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
  const page = await lead.go("/journeys/100001-primary");
  expect(page.text).toMatch(/Supported by<\/dt><dd>Grace Leader, grace\.leader@hub\.example/u);
  expect(page.text).toContain('href="/journeys/100001-primary/name-support"');
  const school = await Browser.signedIn(whole.api.origin, "school-contact.100001");
  const own = await school.go("/journeys/100001-primary");
  expect(own.text).toContain("Grace Leader");
  expect(own.text).not.toContain("name-support");
  const form = await lead.go("/journeys/100001-primary/name-support");
  const done = await lead.submit(form, {
    "contact.firstName": "Ada",
    "contact.lastName": "Other",
    "contact.email": "ada.other@hub.example",
  });
  expect(done.status).toBe(200);
  await eventually(async () => (await lead.go("/journeys/100001-primary")).text.includes("Ada Other"));
}, 60_000);

it("is no school’s to name, and nobody’s of another hub", async () => {
  const ask = (as: Parameters<typeof whole.api.post>[2]) =>
    whole.api.post(`${JOURNEY}/name-support`, { contact: GRACE }, as);
  expect((await ask({ as: { role: "school-contact", urns: ["100001"] } })).status).toBe(403);
  expect((await ask({ as: { role: "hub-lead", hub: "far-south" } })).status).toBe(404);
  expect((await whole.api.post(`${JOURNEY}/name-support`, {})).status).toBe(422);
}, 20_000);
