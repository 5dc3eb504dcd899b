// Letters to many at the console: written, looked at, changed, sent, and what became of them.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { putContact, putPerson } from "../../libs/people/people.ts";
import { Browser, filled } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { eventually } from "../workflows/service.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const UNTIL = "2021-01-18T12:00:00Z";
const output = recordOutput();
let whole: WholeService;
let lead: Browser;

beforeAll(async () => {
  whole = await startWhole("2021-01-18T13:00:00Z");
  const { store } = whole;
  for (const urn of ["100001", "100002"]) {
    const journey = await putJourney(store, { urn, hub: "great-north", workGroup: "wg-1", until: UNTIL });
    const id = `head-${urn}`;
    await putPerson(store.app, { id, firstName: "Hedy", lastName: "Example", email: `${id}@example.org` });
    await putContact(store.app, { journey, role: "headteacher", person: id });
  }
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
}, 180_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

const WORDS = { owing: "yes", to: "headteacher", subject: "Your plans", text: "Please bring <b>them</b>." };
const sent = (): number => whole.service.outbox.filter(({ subject }) => subject === "Your plans").length;

describe("a letter to many", () => {
  it("says at its form what is missing, and keeps what was typed", async () => {
    const form = await lead.go("/letters/new");
    const again = await lead.submit(form, { ...WORDS, subject: "" });
    expect(again.status).toBe(422);
    expect(again.text).toContain("Answer “What is it about?”");
    expect(again.text).toContain("Please bring &lt;b&gt;them&lt;/b&gt;.");
    const nowhere = await lead.submit(form, { ...WORDS, owing: [] });
    expect(nowhere.text).toContain("Say to which schools it goes");
  }, 30_000);

  it("is seen before it goes, changed, sent once, and found with what became of it", async () => {
    const looked = await lead.submit(await lead.go("/letters/new"), WORDS);
    expect(looked.text).toMatch(/Nothing has been sent yet[\s\S]*2 people of 2 schools/u);
    expect(looked.text).toContain("Dear Hedy Example,");
    expect(looked.text).toContain("Please bring &lt;b&gt;them&lt;/b&gt;.");
    expect(sent()).toBe(0);
    const { form: kept } = filled(looked);
    const changed = await lead.go("/letters/new", { ...kept, change: "yes" });
    expect(changed.text).toContain('value="Your plans"');
    expect(sent()).toBe(0);

    const confirmed = { ...kept, confirm: "yes" };
    const page = await lead.go("/letters/new", confirmed);
    expect(new URL(page.address).pathname).toMatch(/^\/letters\/[0-9a-f]{64}$/u);
    expect((await lead.go("/letters/new", confirmed)).address).toBe(page.address);
    await eventually(async () => {
      const { text } = await lead.go(page.address);
      expect(text.match(/<strong class="govuk-tag"> Sent/gu)).toHaveLength(2);
    });
    expect(sent()).toBe(2);
    expect((await lead.go("/letters")).text).toMatch(/Your plans<\/a>[\s\S]*the headteacher of schools that owe/u);
    const journey = await lead.go("/journeys/100001-primary");
    expect(journey.text).toContain("The hub wrote a letter to the headteacher");
  }, 60_000);
});
