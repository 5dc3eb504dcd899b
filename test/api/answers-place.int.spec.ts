// A place accepted or declined from the letter that offers it, taken back by the hub, and left as it was by a link that
// is used too late.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { addSeconds } from "../../libs/calendar/instants.ts";
import { codeOf } from "../../libs/letters/answers.ts";
import { linksFor } from "../../libs/people/answer-links.ts";
import { putContact, putPerson } from "../../libs/people/people.ts";
import { Browser, type Page } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { lifeOf } from "../support/store.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const PATH = "/api/v1/journeys/100001-primary";
const events = lifeOf("silent", "100001").map(({ event }) => event);
const applied = events.find((one) => one.type === "ApplicationSubmitted");
const offer = events.find((one) => one.type === "PlaceOffered");
if (applied?.type !== "ApplicationSubmitted" || offer?.type !== "PlaceOffered") throw new Error("no offer is made");
const { contactId: person, prospectus } = applied;
const { at, respondBy } = offer;

const output = recordOutput();
let whole: WholeService;

beforeAll(async () => {
  whole = await startWhole(addSeconds(at, 3_600));
  const { app } = whole.store;
  await putPerson(app, { id: person, firstName: "Ada", lastName: "Example", email: "ada@example.org" });
  const of = { urn: "100001", hub: "great-north", workGroup: "wg-1", until: addSeconds(at, 1) };
  await putContact(app, { journey: await putJourney(whole.store, of), role: "applicant", person });
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

const thing = { what: "place", prospectus, respondBy } as const;
async function link(): Promise<string> {
  const deps = { dataSource: whole.store.app, publicUrl: whole.api.origin };
  const urls = await linksFor(deps, { journey: "100001-primary", person, things: [thing] });
  return urls.get(codeOf(thing)) ?? "";
}
const go = async (form?: Record<string, string>): Promise<Page> => new Browser(whole.api.origin).go(await link(), form);
const status = async (): Promise<unknown> => (await whole.api.get(PATH)).body["status"];

it("a place is declined from the letter, taken back by the hub, and then accepted", async () => {
  const page = await go();
  expect(page.text).toMatch(/as the person who applied of[\s\S]*Accept the place[\s\S]*Decline the place/u);
  expect(await status()).toBe("offered");
  expect((await go({ act: "decline", key: "decline-it.1", reason: "Not now" })).text).toContain(
    "The place is declined.",
  );
  expect([await status(), (await go()).text.includes("answered already")]).toEqual(["declined", true]);
  const told = (await whole.api.get(`${PATH}/events?limit=200`)).body["items"] as { type: string; seq: number }[];
  const event = told.find(({ type }) => type === "OfferDeclined")?.seq;
  const back = await whole.api.post(`${PATH}/correct-record`, { event, reason: "Somebody else had the letter" });
  expect([back.status, await status()]).toEqual([200, "offered"]);
  expect((await go({ act: "accept", key: "accept-it.1" })).text).toContain("The place is accepted");
  expect(await status()).toBe("accepted");
}, 40_000);

it("and stays as it was answered for a link that is used after the last day", async () => {
  whole.api.pass(120 * 24 * 3_600);
  const page = await go({ act: "decline", key: "too-late-now.1" });
  expect([page.text.includes("answered already"), await status()]).toEqual([true, "accepted"]);
}, 20_000);
