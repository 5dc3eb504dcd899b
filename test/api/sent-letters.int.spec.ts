// Every letter can be read again as it went out: by the hub that sent it, and by the school that it was sent to.
// Through the API and the console, with everything behind them.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { keepLetter } from "../../libs/people/sent-letters.ts";
import { Browser } from "../support/browser.ts";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { putLetter } from "../support/letters.ts";
import type { Who } from "../support/sign-in.ts";
import { eventually } from "../workflows/service.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { RECEIPT_TOKEN, startWhole, type WholeService } from "./whole-service.ts";

const JOURNEY = "100041-primary";
const LETTERS = `/api/v1/journeys/${JOURNEY}/letters`;
const output = recordOutput();
let whole: WholeService;

interface Listed {
  id: string;
  kind: string;
  role: string;
  event: number | null;
  outcome: string;
  subject: string | null;
}

beforeAll(async () => {
  whole = await startWhole();
  const { group: _alone, ...example } = APPLICATION_EXAMPLE;
  ok(await whole.api.post("/api/v1/applications", { ...example, school: { ...example.school, urn: "100041" } }), 201);
  // Two letters that are on their way together go out in any order.
  await whole.service.settled(JOURNEY);
  ok(await whole.api.post(`/api/v1/journeys/${JOURNEY}/request-information`, { reason: "Which year groups?" }));
  await whole.service.settled(JOURNEY);
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  expect(output.end()).not.toMatch(/Which year groups/u);
}, 30_000);

const at = (role: Who["role"], more: Partial<Who> = {}): { as: Who } => ({ as: { role, who: `p-${role}`, ...more } });
const listed = async (send = {}): Promise<Listed[]> => (await whole.api.get(LETTERS, send)).body["items"] as Listed[];

describe("the letters of a journey", () => {
  it("are listed, the latest first, with what became of each", async () => {
    const letters = await listed();
    expect(letters.map(({ kind, role, outcome }) => [kind, role, outcome])).toEqual([
      ["information-needed", "applicant", "sent"],
      ["application-received", "applicant", "sent"],
    ]);
    const first = await whole.api.get(`${LETTERS}?limit=1`);
    const next = await whole.api.get(`${LETTERS}?limit=1&after=${String(first.body["next"])}`);
    expect([first, next].flatMap(({ body }) => body["items"])).toEqual(letters);
    expect(next.body["next"]).toBeNull();
  });

  it("are read as they went out", async () => {
    const [letter] = await listed();
    const read = ok(await whole.api.get(`${LETTERS}/${letter!.id}`));
    const out = whole.service.outbox.find(({ subject }) => subject === letter!.subject);
    expect(read).toMatchObject({ ...letter, letter: { to: out?.to, subject: out?.subject, text: out?.text } });
    expect(JSON.stringify(read)).toContain("Which year groups?");
  });

  it("have no keys of links in them for whoever reads along", async () => {
    const key = "q5Yb1m1sV0p7Q3cR8mU2nT4xW6zA9bC1dE3fG5hJ7kL";
    const link = `https://journeys.example.org/answer/${key}`;
    const words = { to: "a@example.org", subject: "Answer", text: `Yes: ${link}.`, html: `<a href="${link}">Yes</a>` };
    const out = { journey: JOURNEY, hub: "great-north", effect: "x", addressee: "applicant", person: null };
    const more = { ...out, messageId: "<with-a-link>", role: "applicant", kind: "asked" };
    const id = await keepLetter(whole.store.app, more, words, "2020-06-02T08:00:00Z");
    const { letter, outcome } = ok(await whole.api.get(`${LETTERS}/${id}`)) as { letter: object; outcome: string };
    expect(JSON.stringify(letter)).not.toContain(key.slice(0, 24));
    expect(letter).toMatchObject({ text: "Yes: https://journeys.example.org/answer/….", subject: "Answer" });
    expect(outcome).toBe("unconfirmed");
  });

  it("are the hub’s own and the school’s own: another’s are not there", async () => {
    const own = (await listed())[0]!.id;
    const elsewhere = await putLetter(whole.store.app, "100042", "great-north");
    const early = await putLetter(whole.store.app, "100041", "far-south", { messageId: "<of-the-hub-before>" });
    const toHub = await putLetter(whole.store.app, "100041", "great-north", { messageId: "<hub>", role: "hub-lead" });
    const status = async (id: number | string, send = {}) => (await whole.api.get(`${LETTERS}/${id}`, send)).status;
    const school = at("school-contact", { urns: ["100041"] });
    const far = at("hub-lead", { hub: "far-south" });
    expect([await status(own), await status(early), await status(elsewhere), await status("x")]).toEqual([
      200, 404, 404, 404,
    ]);
    expect([await status(own, school), await status(toHub, school), await status(toHub)]).toEqual([200, 404, 200]);
    expect([await status(own, far), (await whole.api.get(LETTERS, far)).status]).toEqual([404, 404]);
    expect((await listed()).map(({ id }) => id)).not.toContain(String(early));
    expect((await listed(school)).map(({ role }) => role)).not.toContain("hub-lead");
    expect([await status(early, at("operator")), await status(own, at("auditor"))]).toEqual([200, 403]);
    expect((await listed(at("auditor"))).map(({ subject }) => subject)).toContain(null);
    expect((await listed(at("auditor"))).every(({ subject }) => subject === null)).toBe(true);
    for (const role of ["finance-officer", "work-group-lead"] as const)
      expect(await status(own, at(role, { hub: "great-north" }))).toBe(403);
  });

  it("say that one came back later", async () => {
    const letter = (await listed()).find(({ kind }) => kind === "application-received")!;
    const reference = `${JOURNEY}.${letter.event}.applicant@school-journeys.invalid`;
    const receipt = { token: RECEIPT_TOKEN };
    // A mail service says it again until it is heard.
    await eventually(async () => {
      await whole.api.post("/api/v1/mail/receipts", { reference, status: "permanent-failure" }, receipt);
      expect((await listed()).find(({ id }) => id === letter.id)).toMatchObject({ outcome: "bounced" });
    });
  }, 60_000);
});

describe("the page", () => {
  it("lists them, and shows each apart from the page, with nothing in it that could do anything", async () => {
    const lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
    const list = await lead.go(`/journeys/${JOURNEY}/letters`);
    expect(list.text).toMatch(/<h1[^>]*>Letters<\/h1>[\s\S]*Applicant[\s\S]*Came back/u);
    const file = await lead.go(`/journeys/${JOURNEY}/letters/letters.csv`);
    expect([file.status, file.text.startsWith("When,Letter,To,What became of it")]).toEqual([200, true]);
    expect((await lead.go(`/journeys/${JOURNEY}/letters?sort=to&outcome=bounced`)).status).toBe(200);
    expect((await lead.go(`/journeys/${JOURNEY}`)).text).toContain(`href="/journeys/${JOURNEY}/letters"`);
    const { id, subject } = (await listed()).find(({ kind }) => kind === "information-needed")!;
    const one = await lead.go(`/journeys/${JOURNEY}/letters/${id}`);
    expect(one.text).toContain(`>${subject}</h1>`);
    expect(one.text).toContain(
      '<iframe title="The letter, as it went out" sandbox ' +
        `src="/journeys/${JOURNEY}/letters/${id}/as-sent" class="as-sent">`,
    );
    expect(one.headers.get("content-security-policy")).toMatch(/frame-src 'self'; .*frame-ancestors 'none'/u);
    const apart = await lead.go(`/journeys/${JOURNEY}/letters/${id}/as-sent`);
    expect(apart.text).toContain("Which year groups?");
    expect(apart.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'; base-uri 'none'; " +
        "sandbox",
    );
    const auditor = await Browser.signedIn(whole.api.origin, "auditor");
    const seen = await auditor.go(`/journeys/${JOURNEY}/letters`);
    expect([seen.status, seen.text.includes(`letters/${id}`)]).toEqual([200, false]);
    for (const address of [`letters/${id}`, `letters/${id}/as-sent`])
      expect((await auditor.go(`/journeys/${JOURNEY}/${address}`)).status).toBe(403);
  }, 30_000);
});
