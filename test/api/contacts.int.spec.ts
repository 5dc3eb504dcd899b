// The hub knows the people of its schools by name and address, puts right what is wrong, and letters follow; and it
// signs its letters. Through the API and the console, with everything behind them.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser } from "../support/browser.ts";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import type { Who } from "../support/sign-in.ts";
import { eventually } from "../workflows/service.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { RECEIPT_TOKEN, startWhole, type WholeService } from "./whole-service.ts";

const [ONE, OTHER] = ["100041-primary", "100042-primary"];
const PEOPLE = "/api/v1/hubs/great-north/people";
const SIGNATURE = "/api/v1/hubs/great-north/signature";
const output = recordOutput();
let whole: WholeService;

interface Seen {
  person: string;
  journey: string;
  role: string;
  firstName: string;
  email: string;
  lettersComeBack: boolean;
}

beforeAll(async () => {
  whole = await startWhole();
  const { group: _alone, ...example } = APPLICATION_EXAMPLE;
  for (const [urn, name] of [
    ["100041", "Hillside Quibbleworth School"],
    ["100042", "Abbey Quibbleworth School"],
  ])
    ok(await whole.api.post("/api/v1/applications", { ...example, school: { ...example.school, urn, name } }), 201);
  await whole.service.settled(ONE);
  await whole.service.settled(OTHER);
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  expect(output.end()).not.toMatch(/@example\.org|Canaria/u);
}, 30_000);

const far: { as: Who } = { as: { role: "hub-lead", who: "p-9", hub: "far-south" } };
const listed = async (query = ""): Promise<Seen[]> =>
  (await whole.api.get(`${PEOPLE}${query}`)).body["items"] as Seen[];
const atSchool = async (): Promise<Seen[]> =>
  (await whole.api.get(`/api/v1/journeys/${ONE}/people`)).body["items"] as Seen[];
const applicant = async (): Promise<Seen> => (await atSchool()).find(({ role }) => role === "applicant")!;

describe("the people of the hub’s schools", () => {
  it("are listed by school, with role, name and address; page by page", async () => {
    const all = await listed();
    expect(all.map(({ journey }) => journey)).toEqual(
      [OTHER, ONE].flatMap((journey) => all.filter((one) => one.journey === journey).map(() => journey)),
    );
    expect(new Set(all.map(({ role }) => role))).toEqual(new Set(["applicant", "headteacher"]));
    const pages: Seen[] = [];
    for (let after = ""; ;) {
      const { body } = await whole.api.get(`${PEOPLE}?limit=1${after}`);
      pages.push(...(body["items"] as Seen[]));
      if (body["next"] === null) break;
      after = `&after=${String(body["next"])}`;
    }
    expect(pages).toEqual(all);
    expect(await atSchool()).toEqual(all.filter(({ journey }) => journey === ONE));
  });

  it("are found by their school and their role, and never by a name in an address", async () => {
    expect((await listed("?q=hillside")).every(({ journey }) => journey === ONE)).toBe(true);
    expect((await listed("?q=100042")).every(({ journey }) => journey === OTHER)).toBe(true);
    expect((await listed("?q=Quibbleworth&role=headteacher")).map(({ role }) => role)).toEqual([
      "headteacher",
      "headteacher",
    ]);
    expect(await listed("?q=Nowhere")).toEqual([]);
    expect((await whole.api.get(`${PEOPLE}?after=x`)).status).toBe(422);
  });

  it("are a file for a spreadsheet too, and that it was taken is on record", async () => {
    const { status, headers, body } = await whole.api.get(`${PEOPLE}?role=applicant`, {
      headers: { accept: "text/csv" },
    });
    expect([status, headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
    const [head, ...rows] = String(body["text"]).trim().split("\r\n");
    expect(head?.replace(/^\ufeff/u, "")).toBe(
      "urn,school,journey,role,first_name,last_name,email,letters_come_back,telephone",
    );
    expect(rows).toHaveLength(2);
    const noted = await whole.api.get("/api/v1/security-events?what=contacts-exported", { as: { role: "auditor" } });
    expect(noted.body["items"]).toMatchObject([{ who: "p-1", about: "hub great-north", outcome: "done" }]);
  });

  it("are no other hub’s, and nobody’s else", async () => {
    expect([
      (await whole.api.get(PEOPLE, far)).status,
      (await whole.api.get(PEOPLE.replace("great-north", "far-south"), far)).body["items"],
    ]).toEqual([404, []]);
    expect((await whole.api.get(`/api/v1/journeys/${ONE}/people`, far)).status).toBe(404);
    for (const role of ["finance-officer", "work-group-lead", "operator", "auditor"] as const)
      expect((await whole.api.get(PEOPLE, { as: { role, who: "p-8", hub: "great-north" } })).status).toBe(403);
  });

  it("whose letters come back are marked; corrected on the page, the letter goes to the new address", async () => {
    const { person } = await applicant();
    const reference = `${ONE}.1.applicant@school-journeys.invalid`;
    await whole.api.post("/api/v1/mail/receipts", { reference, status: "permanent-failure" }, { token: RECEIPT_TOKEN });
    await eventually(async () => expect((await applicant()).lettersComeBack).toBe(true));
    const lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
    const page = await lead.go(`/journeys/${ONE}/people`);
    expect(page.text).toMatch(/Letters come back/u);
    for (const one of await atSchool())
      expect(page.text).toContain(`href="/journeys/${ONE}/correct-person?person=${one.person}&amp;then=people"`);
    const form = await lead.go(`/journeys/${ONE}/correct-person?person=${person}&then=people`);
    expect(form.text).toContain(`<option value="${person}" selected>`);
    const done = await lead.submit(form, { person, email: "right@example.org" });
    expect([done.status, new URL(done.address).pathname]).toEqual([200, `/journeys/${ONE}/people`]);
    expect(done.text).toMatch(/Corrected[\s\S]*right@example\.org/u);
    expect(done.text).not.toContain("Letters come back");
    await whole.service.settled(ONE);
    expect(whole.service.outbox.at(-1)?.to).toBe("right@example.org");
    expect((await lead.go("/contacts?q=hillside")).text).toContain("right@example.org");
  }, 60_000);
});

describe("how a hub signs", () => {
  const signature = { name: "Canaria Example", telephone: "01632 960 001", paragraph: "We answer within two days." };
  const lines = ["Canaria Example, Great North Maths Hub", "Telephone: 01632 960 001", "We answer within two days."];

  it("is looked at first, then kept, sealed, and stands in the next letter", async () => {
    const looked = await whole.api.put(`${SIGNATURE}?preview=true`, signature);
    expect(looked.body).toEqual({ ...signature, person: null, lines, preview: true });
    expect((await whole.api.get(SIGNATURE)).body).toMatchObject({ name: "", lines: [] });
    const kept = ok(await whole.api.put(SIGNATURE, signature));
    expect(kept).toEqual({ ...signature, person: expect.any(String), lines });
    expect((await whole.api.put(SIGNATURE, signature)).body).toEqual(kept);
    const rows = await whole.store.owner.query("select * from people.texts, people.persons");
    expect(JSON.stringify(rows)).not.toContain("Canaria");
    ok(await whole.api.post(`/api/v1/journeys/${OTHER}/request-information`, { reason: "Which year groups?" }));
    await whole.service.settled(OTHER);
    for (const line of lines) expect(whole.service.outbox.at(-1)?.text).toContain(line);
  }, 30_000);

  it("is the hub’s own, and outlives its contacts", async () => {
    expect([
      (await whole.api.get(SIGNATURE, far)).status,
      (await whole.api.put(SIGNATURE, signature, far)).status,
    ]).toEqual([404, 404]);
    await whole.api.put("/api/v1/hubs/great-north/contacts", { contacts: [] });
    expect((await whole.api.get(SIGNATURE)).body).toMatchObject(signature);
  });

  it.each([
    [{ ...signature, name: "" }, "/name"],
    [{ ...signature, name: "<b>Canaria</b>" }, "/name"],
    [{ ...signature, telephone: "https://example.com" }, "/telephone"],
    [{ ...signature, paragraph: "See www.example.com" }, "/paragraph"],
  ])("holds words alone: %j", async (body, pointer) => {
    const refused = await whole.api.put(SIGNATURE, body);
    expect([refused.status, (refused.body["errors"] as { pointer: string }[])[0]?.pointer]).toEqual([422, pointer]);
  });

  it("is set on a page, and gone when its person is erased or the hub takes it back", async () => {
    const lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
    const typed = { name: "Dora Example", telephone: "", paragraph: "" };
    const look = await lead.submit(await lead.go("/signature"), typed);
    expect(look.text).toContain("Dora Example, Great North Maths Hub");
    const done = await lead.submit(look, { ...typed, confirmed: "yes" });
    expect(done.text).toContain("Your letters end so from now on.");
    const { person } = (await whole.api.get(SIGNATURE)).body;
    ok(await whole.api.post(`/api/v1/people/${String(person)}/erasure`, { reason: "Asked for it" }));
    expect((await whole.api.get(SIGNATURE)).body).toMatchObject({ name: "", lines: [] });
    ok(await whole.api.put(SIGNATURE, signature));
    expect(ok(await whole.api.del(SIGNATURE))).toMatchObject({ name: "", person: null });
  }, 30_000);
});

describe("a telephone number", () => {
  const NUMBER = "01632 960 001";
  const ofHead = async (): Promise<(Seen & { telephone?: string }) | undefined> =>
    ((await atSchool()) as (Seen & { telephone?: string })[]).find(({ role }) => role === "headteacher");

  it("is kept where somebody gives one, shown to the hub, and put right", async () => {
    const contact = { firstName: "Hedy", lastName: "Numbered", email: "hedy@example.org", telephone: NUMBER };
    ok(await whole.api.post(`/api/v1/journeys/${ONE}/name-headteacher`, { contact }));
    expect(await ofHead()).toMatchObject({ firstName: "Hedy", telephone: NUMBER });
    const lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
    for (const address of [`/journeys/${ONE}/people`, "/contacts"])
      expect((await lead.go(address)).text).toContain(NUMBER);
    const { person = "" } = (await ofHead()) ?? {};
    const wrong = await whole.api.post(`/api/v1/journeys/${ONE}/correct-person`, { person, telephone: "the office" });
    expect([wrong.status, JSON.stringify(wrong.body["errors"])]).toEqual([422, expect.stringContaining("/telephone")]);
    ok(await whole.api.post(`/api/v1/journeys/${ONE}/correct-person`, { person, telephone: "01632 960 002" }));
    await eventually(async () =>
      expect(await ofHead()).toMatchObject({ firstName: "Hedy", telephone: "01632 960 002" }),
    );
    const form = await lead.go(`/journeys/${ONE}/correct-person?person=${person}`);
    expect((await lead.submit(form, { person, noTelephone: "yes" })).status).toBe(200);
    await eventually(async () => expect((await ofHead())?.telephone).toBeUndefined());
    expect((await lead.go(`/journeys/${ONE}/people`)).text).not.toContain("01632 960 002");
  }, 30_000);

  it("is taken for somebody who is known already, and no event or row of tables has it", async () => {
    const { firstName, lastName, email } = (await applicant()) as Seen & { lastName: string };
    const contact = { firstName, lastName, email, telephone: "01632 960 003" };
    ok(await whole.api.post(`/api/v1/journeys/${ONE}/people`, contact), 201);
    expect(await applicant()).toMatchObject({ email, telephone: "01632 960 003" });
    const [found] = await whole.store.app.query<{ n: number }[]>(
      "select count(*)::int as n from events where data::text like '%01632%'",
    );
    expect(found?.n).toBe(0);
  }, 30_000);
});
