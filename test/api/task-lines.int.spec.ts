// A hub's tasks as lines, and one decision on all schools of a line, through the real API and console.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser, filled } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const UNTIL = "2021-01-18T12:00:00Z";
const LINE = "/tasks/together?group=wg-1&task=2020%2F21%2Fgap-task-1&decision=concern";
const output = recordOutput();
let whole: WholeService;
let lead: Browser;

beforeAll(async () => {
  whole = await startWhole("2021-01-27T12:00:00Z");
  for (const urn of ["100001", "100002", "100003"])
    await putJourney(whole.store, { urn, hub: "great-north", workGroup: "wg-1", until: UNTIL });
  await putJourney(whole.store, { urn: "100004", hub: "great-north", workGroup: "wg-2", until: UNTIL });
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
}, 90_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

describe("the tasks of a morning", () => {
  it("are one line a Work Group and cause, however many schools are in it", async () => {
    const { text } = await lead.go("/tasks");
    expect(text).toMatch(/wg-1<\/a>: Gap task 1 was missed \(3 schools\)/u);
    expect(text.match(/: Gap task 1 was missed/gu)).toHaveLength(5);
    expect(text).toContain(`href="${LINE.replaceAll("&", "&amp;")}"`);
  }, 20_000);

  it("are decided for all schools of a line in one step, looked at first", async () => {
    const asked = await lead.go(LINE);
    expect(asked.text).toContain("For these 3 schools");
    const looked = await lead.submit(asked, { reason: "To be talked over at the next meeting" });
    expect(looked.text).toMatch(/Nothing is recorded yet[\s\S]*It would be taken for 3 of\s+3 schools/u);
    const done = await lead.submit(looked, filled(looked).form);
    expect(new URL(done.address).pathname).toBe("/tasks");
    expect(done.text).not.toMatch(/wg-1<\/a>: Gap task 1 was missed/u);
  }, 40_000);
});
