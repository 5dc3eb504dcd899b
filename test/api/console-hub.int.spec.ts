// The hub's own pages at the console: its windows, the queue of applications, and what the rules let it do with each.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { Browser } from "../support/browser.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const output = recordOutput();
let whole: WholeService;
let hub: Browser;
let lead: Browser;

beforeAll(async () => {
  whole = await startWhole("2021-10-01T08:00:00Z");
  hub = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
}, 90_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

it("a window is set by the hub; one that does not fit comes back with why", async () => {
  const form = await hub.go("/windows/2021-22/primary-readiness");
  expect(form.text).toMatch(/<legend [^>]*> First day <\/legend>[\s\S]*id="f-opensOn" name="opensOn-day"/u);
  const refused = await hub.submit(form, { opensOn: "2021-11-30", closesOn: "2021-09-20" });
  expect([refused.status, refused.text.includes('<a href="#f-closesOn">Last day:')]).toEqual([422, true]);
  const set = await hub.submit(refused, { opensOn: "2021-09-20", closesOn: "2021-11-30" });
  expect(set.text).toMatch(
    /The window stands as you set it[\s\S]*Readiness 2021\/22[\s\S]*20 September 2021[\s\S]*30 November 2021[\s\S]*Your hub/u,
  );
  expect((await whole.api.get("/api/v1/hubs/great-north/windows")).body["items"]).toMatchObject([
    { prospectus: "2021-22/primary-readiness", opensOn: "2021-09-20" },
  ]);
}, 30_000);

it("applications wait in a queue with the school’s own words, and each leads to what may be done with it", async () => {
  const { status } = await whole.api.post("/api/v1/applications", {
    ...APPLICATION_EXAMPLE,
    prospectus: "2021-22/primary-readiness",
    reasons: "Because of <Ada> & Ben",
    school: { ...APPLICATION_EXAMPLE.school, name: "Queue Primary" },
  });
  expect(status).toBe(201);
  const queue = await hub.go("/triage");
  expect(queue.text).toMatch(
    /Queue Primary[\s\S]*Applied[\s\S]*Readiness 2021\/22[\s\S]*received 1 October 2021[\s\S]*Because of &lt;Ada&gt; &amp; Ben/u,
  );
  expect(queue.text).toMatch(
    /href="\/journeys\/100001-primary\/offer-place"[\s\S]*href="\/journeys\/100001-primary\/decline-application"|href="\/journeys\/100001-primary\/decline-application"[\s\S]*href="\/journeys\/100001-primary\/offer-place"/u,
  );
  expect((await hub.go("/triage?status=offered")).text).toContain("No application fits all of this.");
  const elsewhere = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
  expect((await elsewhere.go("/triage")).text).not.toContain("Queue Primary");
  const auditor = await Browser.signedIn(whole.api.origin, "auditor");
  expect((await auditor.go("/triage")).status).toBe(403);
}, 30_000);

it("a school is not selected without a reason; with one it is, and the hub’s words stand in its story", async () => {
  const refused = await hub.submit(await hub.go("/journeys/100001-primary/decline-application"), { reason: "   " });
  expect([refused.status, refused.text.includes('<a href="#f-reason">Say why, in words.</a>')]).toEqual([409, true]);
  const done = await hub.submit(refused, { reason: "No lead this year" });
  expect(done.text).toMatch(/The school was not selected; it is told by e-mail\.[\s\S]*“No lead this year”/u);
  expect((await lead.go("/journeys/100001-primary")).text).toContain("“No lead this year”");
}, 30_000);

it("an interest is expressed for a school whose programme is not open yet", async () => {
  expect((await hub.go("/apply?urn=100005")).text).toMatch(
    /href="\/apply\/2022-23\/primary-readiness\/interest\?urn=100005"/u,
  );
  const words = {
    "school.name": "Later Primary",
    "school.funding": "state",
    "contact.firstName": "Grace",
    "contact.lastName": "Example",
    "contact.email": "grace@example.org",
  };
  const form = await hub.go("/apply/2022-23/primary-readiness/interest?urn=100005");
  expect(form.text).not.toContain('name="reasons"');
  const done = await hub.submit(form, words);
  expect(done.text).toMatch(/The interest is recorded[\s\S]*Interested/u);
}, 30_000);

it("an auditor reads a journey and is offered nothing to do, nor the names of people", async () => {
  const auditor = await Browser.signedIn(whole.api.origin, "auditor");
  const page = await auditor.go("/journeys/100001-primary");
  expect([
    page.status,
    page.text.includes("All that you can do now"),
    page.text.includes("Hedy"),
    page.text.includes("No lead this year"),
  ]).toEqual([200, false, false, false]);
});
