// One thing done for several schools of a list: chosen, looked at for each, confirmed; what went and what did not, and
// why. Through the console, with everything behind it.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser, filled, type Form, type Page } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const UNTIL = "2021-01-18T12:00:00Z";
const [ONE, TWO, THREE, FAR] = ["100001-primary", "100002-primary", "100004-primary", "100003-primary"];
const WAIVE = { command: "WaiveCommitment" };
const GAP = "gap-task-1";
const output = recordOutput();
let whole: WholeService;
let lead: Browser;

beforeAll(async () => {
  whole = await startWhole("2021-01-27T12:00:00Z");
  for (const urn of ["100001", "100002", "100004"])
    await putJourney(whole.store, { urn, hub: "great-north", workGroup: "wg-1", until: UNTIL });
  await putJourney(whole.store, { urn: "100003", hub: "far-south", workGroup: "wg-9", until: UNTIL });
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
  // What was due is done, so that nothing but the test moves them.
  for (const journey of [ONE, TWO, THREE]) {
    ok(await whole.api.post(`/api/v1/journeys/${journey}/raise-concern`, { reason: "They are behind" }));
    await whole.service.settled(journey);
  }
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

/** The list, with these ticked and sent on. */
const choose = async (typed: Form, browser = lead, list = "/journeys"): Promise<Page> =>
  browser.submit(await browser.go(list), typed, "/together");
const next = (page: Page, typed: Form, browser = lead): Promise<Page> => browser.submit(page, typed, "/together");
const waived = async (journey: string): Promise<number> =>
  (
    await whole.store.app.query<{ n: number }[]>(
      "select count(*)::int as n from events where stream = $1 and type = 'CommitmentWaived'",
      [`journey/${journey}`],
    )
  )[0]?.n ?? 0;

describe("one thing for several schools", () => {
  it("asks for schools and for what to do, both at once; what was ticked stays ticked", async () => {
    const none = await choose({ command: "" });
    expect(none.status).toBe(422);
    expect(none.text).toMatch(
      /href="#f-school">Choose at least one school\.[\s\S]*href="#f-command">Choose what to do\./u,
    );
    const half = await choose({ school: [TWO], command: "" });
    expect(half.text).toMatch(new RegExp(`value="${TWO}" checked`, "u"));
    expect(half.text).not.toContain("Choose at least one school.");
  }, 30_000);

  it("says what is missing on its form once, and not once a school", async () => {
    const form = await choose({ school: [ONE, TWO], ...WAIVE });
    expect(form.text).toMatch(/For 2 schools[\s\S]*What there is to choose from/u);
    const faulty = await next(form, { step: "look", commitment: GAP, reason: "" });
    expect([faulty.status, faulty.text.includes("Say why")]).toEqual([422, true]);
    expect(await waived(ONE)).toBe(0);
  }, 30_000);

  it("shows for each what would come of it, and why not; confirmed, it goes where it would, once", async () => {
    ok(
      await whole.api.post(`/api/v1/journeys/${THREE}/waive-commitment`, { commitment: GAP, reason: "Agreed before" }),
    );
    const form = await choose({ school: [ONE, TWO, THREE], ...WAIVE });
    const looked = await next(form, { step: "look", commitment: GAP, reason: "Snow" });
    expect(looked.status).toBe(200);
    expect(looked.text).toMatch(
      /Nothing is recorded yet[\s\S]*At 2 schools this[\s\S]*gap task 1[\s\S]*At one school it cannot be done/u,
    );
    expect(await waived(ONE)).toBe(0);
    const changed = await next(looked, { change: "yes" });
    expect(changed.text).toMatch(/<textarea[^>]*>Snow<\/textarea>/u);
    const [once, again] = [await next(looked, { step: "send" }), await next(looked, { step: "send" })];
    for (const page of [once, again]) {
      expect(page.status).toBe(200);
      expect(page.text).toMatch(/It is recorded for 2 of 3 schools\.[\s\S]*Left out, as you saw before/u);
    }
    expect([await waived(ONE), await waived(TWO), await waived(THREE)]).toEqual([1, 1, 1]);
  }, 60_000);

  it("does nothing unseen: a school at which something has happened since it was looked at is left", async () => {
    const dueOn = { "dueOn-day": "1", "dueOn-month": "3", "dueOn-year": "2021" };
    const form = await choose({ school: [ONE, TWO], command: "RescheduleCommitment" });
    const looked = await next(form, { step: "look", commitment: "meeting-2", reason: "Closed", ...dueOn });
    ok(await whole.api.post(`/api/v1/journeys/${TWO}/raise-concern`, { reason: "Nobody answers" }));
    const came = await next(looked, { step: "send" });
    expect(came.text).toMatch(/It is recorded for 1 of 2 schools[\s\S]*Not recorded[\s\S]*look once more/u);
  }, 60_000);

  it("takes all that fit a list, on whichever page they stand, and none of another hub", async () => {
    const all = await choose({ every: "yes", command: "AgreeActionPlan" }, lead, "/journeys?stage=readiness");
    expect(all.text).toMatch(/For 3 schools/u);
    const far = await choose({ school: [FAR], command: "AgreeActionPlan" });
    expect([far.status, far.text.includes("None of these schools is in your list.")]).toEqual([422, true]);
  }, 30_000);

  it("offers each role what it may do, and nothing to who may do none of it", async () => {
    const coordinator = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
    const list = await coordinator.go("/journeys");
    expect(list.text).toContain('value="RescheduleCommitment"');
    expect(list.text).not.toMatch(/value="(?:WaiveCommitment|ConfirmCompletion|ApproveGrant)"/u);
    const auditor = await Browser.signedIn(whole.api.origin, "auditor");
    expect((await auditor.go("/journeys")).text).not.toContain('action="/together"');
    const { token = "" } = filled(await lead.go("/journeys"), {}, "/together").form;
    expect((await auditor.go("/together", { token, school: ONE })).status).toBe(403);
    expect((await lead.go("/together")).address).toBe(`${whole.api.origin}/journeys`);
  }, 30_000);
});
