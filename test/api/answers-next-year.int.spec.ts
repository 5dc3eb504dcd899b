// Does the school go on next year, and with whom: answered from the letter that invites it, without an account. Through
// the real API, worker and PostgreSQL.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { addSeconds } from "../../libs/calendar/instants.ts";
import { codeOf, type Thing } from "../../libs/letters/answers.ts";
import { linksFor } from "../../libs/people/answer-links.ts";
import { getPeople, putContact, putPerson } from "../../libs/people/people.ts";
import { Browser, type Page } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { lifeOf } from "../support/store.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const invitation = lifeOf("exemplary", "100001")
  .map(({ event }) => event)
  .find((one) => one.type === "NextStageInvited");
if (invitation?.type !== "NextStageInvited") throw new Error("nobody is invited");
const { at, prospectus } = invitation;
const CANARY = "Xanthippe";

const output = recordOutput();
let whole: WholeService;

beforeAll(async () => {
  whole = await startWhole(addSeconds(at, 3_600));
  const { app } = whole.store;
  await putPerson(app, { id: "head-1", firstName: "Hedy", lastName: "Example", email: "head@example.org" });
  for (const urn of ["100001", "100002", "100003"]) {
    const of = { urn, hub: "great-north", workGroup: "wg-1", until: addSeconds(at, 1) };
    const journey = await putJourney(whole.store, { ...of, behaviour: "exemplary" });
    await putContact(app, { journey, role: "headteacher", person: "head-1" });
  }
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  const said = output.end();
  expect(said).not.toContain(CANARY);
}, 60_000);

async function go(urn: string, what: "next-year" | "not-next-year", form?: Record<string, string>): Promise<Page> {
  const thing: Thing = { what, prospectus };
  const deps = { dataSource: whole.store.app, publicUrl: whole.api.origin };
  const urls = await linksFor(deps, { journey: `${urn}-primary`, person: "head-1", things: [thing] });
  return new Browser(whole.api.origin).go(urls.get(codeOf(thing)) ?? "", form);
}

async function last(urn: string, type: string) {
  const { body } = await whole.api.get(`/api/v1/journeys/${urn}-primary/events?limit=200`);
  const items = body["items"] as { type: string; seq: number; by: object; data: Record<string, unknown> }[];
  return items.filter((one) => one.type === type).at(-1);
}

const people = async (): Promise<number> => {
  const [row] = await whole.store.owner.query<{ count: number }[]>("select count(*)::int from people.persons");
  return row?.count ?? 0;
};

it("yes, and who the teachers are: named in the form, kept once, and written to", async () => {
  const page = await go("100001", "next-year");
  expect(page.text).toMatch(/Yes, with the same teachers as now[\s\S]*Yes, with these teachers/u);
  expect(page.text).toContain("First teacher: e-mail address");
  const one = { "one.firstName": CANARY, "one.lastName": "Example", "one.role": "lead-teacher" };
  const named = { act: "named", ...one, "one.experienced": "yes", "one.authority": "yes" };
  // What is wrong stands at its field, and nothing comes of it.
  const before = await people();
  const wrong = await go("100001", "next-year", { ...named, key: "next-year-a.1", "one.email": "nowhere" });
  expect([wrong.status, wrong.text.includes('name="one.email"'), wrong.text.includes("Not yet")]).toEqual([
    422,
    true,
    true,
  ]);
  const nobody = await go("100001", "next-year", { act: "named", key: "next-year-b.1" });
  expect(nobody.text).toContain("Name at least one teacher.");
  expect([await people(), await last("100001", "NextStageConfirmed")]).toEqual([before, undefined]);

  const form = { ...named, key: "next-year-c.1", "one.email": "xanthippe@example.org" };
  const thanks = await go("100001", "next-year", form);
  expect(thanks.text).toContain("with the teachers whom you have named");
  await go("100001", "next-year", form);
  expect(await people()).toBe(before + 1);
  const confirmed = await last("100001", "NextStageConfirmed");
  expect(confirmed).toMatchObject({
    by: { who: "head-1", via: "letter" },
    data: { prospectus, teachers: [{ role: "lead-teacher", experienced: true, authority: true }] },
  });
  const [teacher] = confirmed?.data["teachers"] as { participant: string }[];
  const [person] = await getPeople(whole.store.app, [teacher?.participant ?? ""]);
  expect(person).toMatchObject({ firstName: CANARY, email: "xanthippe@example.org" });
  expect((await go("100001", "next-year")).text).toContain("answered already");
  expect((await go("100001", "not-next-year", { act: "no", key: "too-late-no.1" })).text).toContain("answered already");
}, 60_000);

it("yes, with the same teachers as now", async () => {
  expect((await go("100002", "next-year", { act: "same", key: "same-ones.1" })).text).toContain("goes on next year");
  expect(await last("100002", "NextStageConfirmed")).toMatchObject({ data: { teachers: "same" } });
}, 40_000);

it("no: the hub sees why, and can invite the school again", async () => {
  const page = await go("100003", "not-next-year");
  expect([page.text.includes("No, not next year"), page.text.includes("Yes,")]).toEqual([true, false]);
  const form = { act: "no", key: "not-next.1", reason: "We have nobody to release" };
  expect((await go("100003", "not-next-year", form)).text).toContain("does not go on next year");
  expect(await last("100003", "NextStageDeclined")).toMatchObject({ by: { who: "head-1", via: "letter" } });
  expect((await go("100003", "next-year", { act: "same", key: "says-yes-late.1" })).text).toContain("answered already");
  const path = "/api/v1/journeys/100003-primary/invite-to-next-stage";
  expect((await whole.api.post(path, {})).status).toBe(200);
  expect((await go("100003", "next-year", { act: "same", key: "says-yes-anew.1" })).text).toContain(
    "goes on next year",
  );
}, 40_000);
