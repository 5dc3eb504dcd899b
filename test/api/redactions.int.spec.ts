// A name that stands in what was written can be taken out by the hub: the text is replaced, and by whom, when and why
// is on record. Through the API and the console, with everything behind them.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { exampleBody } from "../../apps/api/openapi/command-schema.ts";
import { getTexts } from "../../libs/people/people.ts";
import { idsIn } from "../../libs/service/journeys/words-of.ts";
import { load } from "../../libs/store/events/event-store.ts";
import { GROUP_FIELDS } from "../../libs/work-group/command-fields.ts";
import { seedGrants } from "../support/released-grants.ts";
import { Browser } from "../support/browser.ts";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { ok, recordOutput, type Reply, type Send } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const PATH = "/api/v1/journeys/100041-primary";
const NAME = "Canaria Quillfeather";
const output = recordOutput();
let whole: WholeService;

beforeAll(async () => {
  whole = await startWhole();
  const { group: _alone, ...example } = APPLICATION_EXAMPLE;
  const school = { ...example.school, urn: "100041" };
  const reasons = `${NAME} leaves at Easter; canaria  quillfeather taught maths.`;
  ok(await whole.api.post("/api/v1/applications", { ...example, school, reasons }), 201);
  ok(await whole.api.post(`${PATH}/request-information`, { reason: "Who follows Canaria Quillfeather-Jones?" }));
  await whole.service.settled("100041-primary");
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  expect(output.end()).not.toMatch(/Canaria|Quillfeather/u);
}, 30_000);

const redact = (body: object, send: Send = {}): Promise<Reply> => whole.api.post(`${PATH}/redactions`, body, send);
const written = async (): Promise<string[]> =>
  ((await whole.api.get(`${PATH}/words`)).body["items"] as { words: { text: string }[] }[]).flatMap(({ words }) =>
    words.map(({ text }) => text),
  );

/** Letters as they are kept, by their kind. */
async function letters(): Promise<Map<string, { subject: string; text: string; html: string }>> {
  const listed = (await whole.api.get(`${PATH}/letters`)).body["items"] as { id: string; kind: string }[];
  const all = listed.map(async ({ id, kind }) => {
    const { letter } = (await whole.api.get(`${PATH}/letters/${id}`)).body;
    return [kind, letter as { subject: string; text: string; html: string }] as const;
  });
  return new Map(await Promise.all(all));
}

describe("a name in what was written", () => {
  it("is taken out by its hub alone, with a reason, of what stands there", async () => {
    const body = { words: NAME, reason: "She asked for it" };
    expect((await redact(body, { as: { role: "hub-lead", who: "p-9", hub: "far-south" } })).status).toBe(404);
    for (const role of ["finance-officer", "work-group-lead"] as const)
      expect((await redact(body, { as: { role, who: "p-9", hub: "great-north" } })).status).toBe(403);
    for (const wrong of [
      { words: NAME },
      { reason: "x" },
      { words: "\u200b", reason: "x" },
      { words: "Nobody", reason: "x" },
    ])
      expect([(await redact(wrong)).status, (await redact(wrong)).body["code"]]).toEqual([422, "invalid"]);
    expect(await written()).toHaveLength(2);
  });

  it("is gone for good from every text; history and who took it out stay", async () => {
    const before = await whole.service.events("100041-primary");
    const sent = await letters();
    expect(sent.get("information-needed")?.text).toContain("> Who follows Canaria Quillfeather-Jones?");
    const body = { words: "canaria Quillfeather", reason: `${NAME} asked for it` };
    const done = await redact(body, { key: "once" });
    expect([done.status, done.body]).toEqual([
      201,
      expect.objectContaining({
        by: { who: "p-1", role: "hub-lead" },
        reason: "[redacted] asked for it",
        events: [1, expect.any(Number)],
      }),
    ]);
    expect(await written()).toEqual([
      "[redacted] leaves at Easter; [redacted] taught maths.",
      "Who follows [redacted]-Jones?",
    ]);
    // What is kept of the letter that asked it says it no more, in none of its forms; others stay as they went out.
    const kept = await letters();
    const { text, html } = kept.get("information-needed") ?? { text: "", html: "" };
    expect([text.includes("> Who follows [redacted]-Jones?"), html.includes("Who follows [redacted]-Jones?")]).toEqual([
      true,
      true,
    ]);
    expect(JSON.stringify([...kept])).not.toMatch(/canaria/iu);
    expect(kept.get("application-received")).toEqual(sent.get("application-received"));
    expect((await redact(body, { key: "once" })).body).toEqual(done.body);
    expect((await redact({ ...body, reason: "Other" }, { key: "once" })).body["code"]).toBe("key-reused");
    expect((await whole.api.get(`${PATH}/redactions`)).body["items"]).toEqual([done.body]);
    expect(await whole.service.events("100041-primary")).toEqual(before);
    const tables = await whole.store.owner.query<unknown[]>(
      "select (select json_agg(c) from commands c)::text, (select json_agg(r) from people.redactions r)::text",
    );
    expect(JSON.stringify(tables)).not.toMatch(/canaria/iu);
  }, 20_000);

  it("is taken out at the console, from the journey’s page", async () => {
    const lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
    expect((await lead.go("/journeys/100041-primary")).text).toContain('href="/journeys/100041-primary/redactions"');
    const form = await lead.go("/journeys/100041-primary/redactions");
    expect(form.text).toContain("[redacted] asked for it");
    const wrong = await lead.submit(form, { words: "Nobody", reason: "Why not" });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining("These words stand in no text")]);
    const right = await lead.submit(wrong, { words: "jones", reason: "She asked, too" });
    expect([right.status, right.text]).toEqual([200, expect.stringContaining("Nobody can read it any more")]);
    expect((await written()).at(-1)).toBe("Who follows [redacted]-[redacted]?");
    const school = await Browser.signedIn(whole.api.origin, "school-contact.100001");
    expect((await school.go("/journeys/100041-primary/redactions")).status).toBe(403);
  }, 30_000);
});

describe("a name in why a Work Group or a payment run was changed", () => {
  const texts = async (stream: string): Promise<string[]> => {
    const events = await load(whole.store.app, stream);
    const ids = events.flatMap(({ data }) => idsIn(data).map(([, id]) => id));
    return [...(await getTexts(whole.store.app, ids)).values()];
  };

  it("is taken out by the hub whose group it is, through the API", async () => {
    const forming = { ...exampleBody(GROUP_FIELDS.FormWorkGroup), id: "north-9", hub: "great-north", lead: "lead-1" };
    const group = { ...forming, prospectus: "2020-21/primary-readiness", leadRole: "mastery-readiness-lead" };
    ok(await whole.api.post("/api/v1/work-groups", { ...group, sessions: [], reason: `${NAME} wants it` }), 201);
    const changed = { lead: "lead-2", leadRole: "mastery-readiness-lead", reason: `In place of ${NAME}` };
    ok(await whole.api.post("/api/v1/work-groups/north-9/change-lead", changed));
    expect((await texts("work-group/north-9")).filter((text) => text.includes(NAME))).not.toEqual([]);
    const path = "/api/v1/work-groups/north-9/redactions";
    const body = { words: NAME, reason: `${NAME} asked for it` };
    const far = { as: { role: "hub-lead", who: "p-9", hub: "far-south" } } as const;
    expect([(await whole.api.post(path, body, far)).status, (await whole.api.get(path, far)).status]).toEqual([
      404, 404,
    ]);
    expect(ok(await whole.api.post(`${path}?preview=true`, body))).toMatchObject({ preview: true });
    const done = ok(await whole.api.post(path, body, { key: "group" }), 201);
    expect(done).toMatchObject({ reason: "[redacted] asked for it", by: { who: "p-1", role: "hub-lead" } });
    expect(ok(await whole.api.post(path, body, { key: "group" }), 201)).toEqual(done);
    expect((await texts("work-group/north-9")).join()).not.toMatch(/Canaria/u);
    expect(ok(await whole.api.get(path))).toMatchObject({ items: [done] });
    expect(await whole.api.post(path, body)).toMatchObject({ status: 422, body: { code: "invalid" } });
  }, 30_000);

  it("is taken out at the page of a payment run, by who may cancel it", async () => {
    await seedGrants(whole.store.app, [{ urn: "410000", hub: "east-midlands-south" }]);
    await whole.store.owner.query("update payables set released_at = '2020-01-01'");
    const finance = { as: { role: "finance-officer", who: "p-7", hub: "east-midlands-south" } } as const;
    const { run } = ok(await whole.api.post("/api/v1/payment-runs", {}, finance), 201);
    const id = String(run);
    const cancelled = { reason: `${NAME} is on leave` };
    ok(await whole.api.post(`/api/v1/payment-runs/${id}/cancel-payment-run`, cancelled, finance));
    expect(await texts(`payment-run/${id}`)).toEqual([cancelled.reason]);
    const other = await Browser.signedIn(whole.api.origin, "finance-officer.great-north");
    expect((await other.go(`/money/runs/${id}/redactions`)).status).toBe(404);
    const lead = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
    expect((await lead.go(`/money/runs/${id}`)).text).toContain(`href="/money/runs/${id}/redactions"`);
    const page = await lead.go(`/money/runs/${id}/redactions`);
    const done = await lead.submit(page, { words: NAME, reason: "Asked for" }, `/money/runs/${id}/redactions`);
    expect(done.text).toContain("Taken out. Nobody can read it any more.");
    expect(await texts(`payment-run/${id}`)).toEqual(["[redacted] is on leave"]);
    const hub = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
    expect((await hub.go("/groups/north-9")).text).toContain('href="/groups/north-9/redactions"');
    expect((await hub.go("/groups/north-9/redactions")).text).toContain("What was taken out before");
  }, 30_000);
});
