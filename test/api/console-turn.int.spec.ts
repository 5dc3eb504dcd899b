// The year's turn at the console: looked at by the hub's staff, done by its lead, with what they want otherwise.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Browser } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { eventually } from "../workflows/service.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const output = recordOutput();
const GROUP = "great-north-2021-22-primary-development-1";
let whole: WholeService;
let coordinator: Browser;
let lead: Browser;

beforeAll(async () => {
  whole = await startWhole("2021-03-15T09:00:00Z");
  for (let urn = 100001; urn <= 100004; urn++)
    await putJourney(whole.store, {
      urn: String(urn),
      hub: "great-north",
      workGroup: "ready-a",
      behaviour: "exemplary",
      until: "2021-02-15",
    });
  for (let urn = 100001; urn <= 100004; urn++)
    await whole.api.post(`/api/v1/journeys/${urn}-primary/confirm-readiness`, { ready: true });
  coordinator = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
}, 90_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

it("shows each school once, with what would be done; only the lead can do it", async () => {
  const seen = await coordinator.go("/turn");
  expect(seen.text).toMatch(/4 of 4 schools would be invited or placed/u);
  expect(seen.text).not.toContain("Form the groups and invite the schools");
  const form = await lead.go("/turn");
  expect(form.text).toMatch(
    /name="leaveOut" type="checkbox" value="100004-primary"[\s\S]*Form the groups and invite the schools/u,
  );
  const elsewhere = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
  expect((await elsewhere.go("/turn")).text).not.toContain("100001");
}, 30_000);

it("names what is missing, then is done as the lead wants it, and tells how far it is", async () => {
  const refused = await lead.submit(await lead.go("/turn"), { leaveOut: "100004-primary" });
  expect([refused.status, /role="alert"/u.test(refused.text)]).toEqual([409, true]);
  expect(refused.text).toContain('name="leaveOut" type="checkbox" value="100004-primary" checked');
  const begun = await lead.submit(refused, { leaveOut: "100004-primary", [`lead.${GROUP}`]: "lead-2" });
  expect([begun.status, begun.text.includes("2021/22:")]).toEqual([200, true]);
  await eventually(async () => expect((await lead.go("/turn")).text).toMatch(/Done, 4 of 4 done/u));
  const told = (await lead.go("/turn")).text;
  expect(told).toMatch(/100004[\s\S]*Nothing to do[\s\S]*The hub has left it out/u);
  expect((await whole.api.get("/api/v1/work-groups/great-north-2021-22-primary-development-1")).body).toMatchObject({
    lead: "lead-2",
    leadRole: "mastery-specialist",
  });
}, 60_000);
