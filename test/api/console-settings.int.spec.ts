// Pages for what so far programs alone could do: programmes for named schools, whom we write to at a hub, its books,
// and what is kept of somebody. Through the console, with everything behind it.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { putSchools, REGISTER } from "../../libs/store/schools/schools.ts";
import { Browser, fieldOn, filled, leadsTo, type Page } from "../support/browser.ts";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const ONE = "100041-primary";
const output = recordOutput();
let whole: WholeService;
let lead: Browser;

beforeAll(async () => {
  whole = await startWhole();
  const { group: _alone, ...example } = APPLICATION_EXAMPLE;
  const contact = { firstName: "Ysolde", lastName: "Thistlewood", email: "ysolde@example.org" };
  const school = { ...example.school, urn: "100041", name: "Hillside Quibbleworth School" };
  ok(await whole.api.post("/api/v1/applications", { ...example, school, contact }), 201);
  await whole.service.settled(ONE);
  const known = { name: "Abbey School", phase: "primary", funding: "state", open: true, address: null, postcode: null };
  await putSchools(whole.store.app, [{ ...known, urn: "100051", source: REGISTER }]);
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  expect(output.end()).not.toMatch(/Thistlewood|ysolde@example/u);
}, 60_000);

describe("programmes for named schools", () => {
  it("are set and opened again; a URN that is none, or that nobody knows, is said", async () => {
    const list = await lead.go("/named-schools");
    expect(list.text).toContain("Every school that fits it");
    const [, address = ""] = /href="(\/named-schools\/[^"]+)"/u.exec(list.text) ?? [];
    const form = await lead.go(address);
    const wrong = await lead.submit(form, { who: "named", urns: "12345" });
    expect([wrong.status, wrong.text.includes("a URN has six digits: look at 12345")]).toEqual([422, true]);
    const unknown = await lead.submit(form, { who: "named", urns: "999999" });
    expect(unknown.text).toContain("the register has no school 999999");
    const set = await lead.submit(form, { who: "named", urns: "100041\n100051" });
    expect(set.text).toMatch(/It stands as you said[\s\S]*2 named schools/u);
    const lists = ok(await whole.api.get("/api/v1/hubs/great-north/lists"))["items"] as { urns: string[] }[];
    expect(lists.map(({ urns }) => urns)).toEqual([["100041", "100051"]]);
    const again = await lead.go(address);
    expect(again.text).toMatch(/Abbey School \(100051\)\s*<\/textarea>/u);
    expect((await lead.submit(again, { who: "all" })).text).not.toContain("named schools</td>");
  }, 60_000);

  it("are found by their names, and one is put into the list before anything is kept", async () => {
    const [, address = ""] = /href="(\/named-schools\/[^"]+)"/u.exec((await lead.go("/named-schools")).text) ?? [];
    const none = await lead.submit(await lead.go(address), { who: "named", urns: "", add: "nowhere at all" });
    expect([none.status, none.text.includes("no school is found for “nowhere at all”")]).toEqual([422, true]);
    const { form } = filled(await lead.go(address), { who: "named", add: "abb sch" });
    const added = await lead.go(address, { ...form, way: "add" });
    expect(added.text).toMatch(/>\s*Abbey School \(100051\)\s*<\/textarea>/u);
    expect([added.status, fieldOn(added, "add")]).toEqual([200, expect.not.stringMatching(/value="[^"]/u)]);
    expect(ok(await whole.api.get("/api/v1/hubs/great-north/lists"))["items"]).toEqual([]);
    expect((await lead.submit(added, { who: "named", urns: "Abbey School (100051)" })).text).toContain(
      "One named school",
    );
    await lead.submit(await lead.go(address), { who: "all" });
  }, 60_000);
});

describe("whom we write to at a hub", () => {
  it("is set by role; an address that is none is said at its field", async () => {
    const form = await lead.go("/hub-contacts");
    const wrong = await lead.submit(form, { "hub-coordinator.firstName": "Jo", "hub-coordinator.email": "nowhere" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/href="#f-hub-coordinator-email"/u);
    const set = await lead.submit(form, { "hub-lead.email": "office@hub.example" });
    expect(set.text).toMatch(/From now on this service writes to them[\s\S]*value="office@hub\.example"/u);
    const { items } = ok(await whole.api.get("/api/v1/hubs/great-north/contacts"));
    expect(items).toMatchObject([{ role: "hub-lead", email: "office@hub.example" }]);
  }, 60_000);
});

describe("the systems that are told of events", () => {
  it("are added, with a secret that is shown once, turned off and on, and taken away", async () => {
    const wrong = await lead.submit(await lead.go("/webhooks/new"), { url: "http://crm.example.org" });
    expect([wrong.status, wrong.text.includes('href="#f-url"')]).toEqual([422, true]);
    const made = await lead.submit(await lead.go("/webhooks/new"), {
      url: "https://crm.example.org/hooks?token=opaque",
    });
    expect(made.text).toMatch(/not shown again[\s\S]*<code>whsec_/u);
    const list = await lead.go("/webhooks");
    expect(list.text).toContain("https://crm.example.org/hooks");
    expect(list.text).not.toContain("opaque");
    const [, address = ""] = /href="(\/webhooks\/[\da-f]{32})"/u.exec(list.text) ?? [];
    const does = async (deed: string): Promise<Page> => lead.submit(await lead.go(address), {}, `${address}/${deed}`);
    expect((await does("disable")).text).toMatch(/until you turn it on again[\s\S]*Turned off/u);
    expect((await does("enable")).text).toMatch(/It is turned on[\s\S]*Turn it off/u);
    expect((await does("rotate-secret")).text).toMatch(/<code>whsec_[\s\S]*signs beside it until/u);
    const coordinator = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
    expect((await coordinator.go(address)).text).not.toContain("Take it away");
    const far = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
    expect((await far.go(address)).status).toBe(404);
    expect((await does("remove")).text).toMatch(/Nothing more is sent there[\s\S]*No system is told of anything yet/u);
  }, 60_000);
});

it("the books are a part of the money, for who works with it", async () => {
  expect(leadsTo(await lead.go("/money"), "/money/books")).toBe(true);
  expect((await lead.go("/money/books")).text).toMatch(/Nothing has been posted yet[\s\S]*Nothing is to be invoiced/u);
  const coordinator = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
  expect((await coordinator.go("/money/books")).status).toBe(403);
}, 30_000);

describe("what is kept of somebody", () => {
  it("is shown to the hub lead, given out as a file, and erased once it was looked at", async () => {
    const people = await lead.go(`/journeys/${ONE}/people`);
    const [, address = ""] = /href="(\/people\/[^"]+)"/u.exec(people.text) ?? [];
    const kept = await lead.go(address);
    expect(kept.text).toMatch(/What is kept of [\s\S]*Applicant, Hillside Quibbleworth School|Headteacher, Hillside/u);
    const file = await lead.go(`${address}/kept.json`);
    expect(JSON.parse(file.text)).toMatchObject({ person: address.slice("/people/".length), erasedAt: null });
    const ask = await lead.go(`${address}/erase`);
    expect((await lead.submit(ask, { reason: " " })).status).toBe(422);
    const looked = await lead.submit(ask, { reason: "Asked for it by letter" });
    expect(looked.text).toMatch(/Nothing is erased yet[\s\S]*can be read no more/u);
    expect((await lead.go(address)).text).toContain("Erase this person");
    const gone = await lead.submit(looked);
    expect(new URL(gone.address).pathname).toBe(address);
    expect(gone.text).toMatch(/Erased on/u);
    expect((await lead.go(`/journeys/${ONE}/people`)).text).not.toContain(`"${address}"`);
  }, 60_000);

  it("is for nobody else, and of no other hub’s people", async () => {
    const people = await lead.go(`/journeys/${ONE}/people`);
    const [, address = ""] = /href="(\/people\/[^"]+)"/u.exec(people.text) ?? [];
    const coordinator = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
    expect((await coordinator.go(`/journeys/${ONE}/people`)).text).not.toContain('href="/people/');
    expect((await coordinator.go(address)).status).toBe(403);
    const far = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
    expect([(await far.go(address)).status, (await far.go(`${address}/kept.json`)).status]).toEqual([404, 404]);
  }, 60_000);
});
