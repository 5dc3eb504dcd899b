// A person belongs to a school or a hub: another's id is nobody's. One human is one person in a school. What is wrong
// of a person can be corrected, and the letter that came back for it goes out again.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Who } from "../support/sign-in.ts";
import { bodyDigest } from "../../libs/service/commands/command-id.ts";
import { Browser } from "../support/browser.ts";
import { APPLICATION_EXAMPLE, CONTACT_EXAMPLE } from "../support/examples.ts";
import { HUB_LEAD, ok, recordOutput, type Reply } from "./api-under-test.ts";
import { RECEIPT_TOKEN, startWhole, type WholeService } from "./whole-service.ts";

const OTHER_LEAD: Who = { role: "hub-lead", who: "p-9", hub: "far-south" };
const OPERATOR: Who = { role: "operator", who: "p-8" };
const OWN = "/api/v1/journeys/100031-primary";
const OTHER = "/api/v1/journeys/100032-primary";
const NOBODY = "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b";
const grace = { firstName: "Grace", lastName: "Canarius", email: "grace@example.org" };
const output = recordOutput();
let whole: WholeService;

const apply = (urn: string, hub: string, as: Who, contact: object = CONTACT_EXAMPLE): Promise<Reply> =>
  whole.api.post(
    "/api/v1/applications",
    { ...APPLICATION_EXAMPLE, hub, contact, school: { ...APPLICATION_EXAMPLE.school, urn } },
    { as },
  );
const added = async (path: string, contact: object = grace, as: Who = HUB_LEAD): Promise<string> =>
  String(ok(await whole.api.post(`${path}/people`, contact, { as }), 201)["person"]);
const told = ({ status, body }: Reply): unknown[] => [status, body["code"]];

beforeAll(async () => {
  whole = await startWhole();
  expect((await apply("100031", "great-north", HUB_LEAD)).status).toBe(201);
  expect((await apply("100032", "far-south", OTHER_LEAD)).status).toBe(201);
  await whole.service.settled("100031-primary");
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  expect(output.end()).not.toContain("Canarius");
}, 30_000);

describe("an id of another school", () => {
  let foreign: string;
  beforeAll(async () => {
    foreign = await added(OTHER, grace, OTHER_LEAD);
  });

  it.each([
    ["nominate-participant", (id: string) => ({ participant: id, role: "maths-lead" })],
    ["nominate-participant?preview=true", (id: string) => ({ participant: id, role: "maths-lead" })],
    ["replace-participant", (id: string) => ({ participant: "teacher-1", by: id, role: "maths-lead", reason: "Left" })],
    ["correct-person", (id: string) => ({ person: id, lastName: "Other" })],
  ])("is nobody’s here: %s", async (command, body) => {
    const answers = [foreign, NOBODY].map((id) => whole.api.post(`${OWN}/${command}`, body(id)));
    const [theirs, nobodys] = await Promise.all(answers);
    expect([told(theirs!), theirs!.body]).toEqual([
      [409, "unknown-participant"],
      { ...nobodys!.body, instance: theirs!.body["instance"] },
    ]);
    const own = await added(OWN);
    expect(told(await whole.api.post(`${OWN}/${command}`, body(own)))).not.toEqual([409, "unknown-participant"]);
  });

  it("has no words sealed under it", async () => {
    const body = { participant: foreign, reason: "Somebody said something" };
    expect((await whole.api.post(`${OWN}/release-participant`, body)).status).toBe(409);
    expect((await whole.api.get(`/api/v1/people/${foreign}/export`, { as: OPERATOR })).body["texts"]).toEqual([]);
    const own = await added(OWN);
    expect((await whole.api.post(`${OWN}/release-participant`, { ...body, participant: own })).status).toBe(409);
    expect((await whole.api.get(`/api/v1/people/${own}/export`)).body["texts"]).toHaveLength(1);
  });

  it("leads no Work Group, and is given no task", async () => {
    const form = { hub: "great-north", prospectus: "2020-21/primary-readiness", leadRole: "mastery-readiness-lead" };
    expect(told(await whole.api.post("/api/v1/work-groups", { ...form, name: "one", lead: foreign }))).toEqual([
      409,
      "unknown-participant",
    ]);
    expect(told(await whole.api.post("/api/v1/work-groups", { ...form, name: "two", lead: "lead-1" }))).not.toEqual([
      409,
      "unknown-participant",
    ]);
    const assign = { task: "letters/applicant", assignee: foreign };
    expect(told(await whole.api.post(`${OWN}/assign-task`, assign))).toEqual([409, "unknown-participant"]);
  });

  it("is given out and erased by its own hub alone, also of one whom nobody has nominated", async () => {
    const seen = (as: Who): Promise<Reply> => whole.api.get(`/api/v1/people/${foreign}/export`, { as });
    expect([(await seen(HUB_LEAD)).status, (await seen(OTHER_LEAD)).status, (await seen(OPERATOR)).status]).toEqual([
      404, 200, 200,
    ]);
    const erase = (as: Who): Promise<Reply> =>
      whole.api.post(`/api/v1/people/${foreign}/erasure`, { reason: "Asked for it" }, { as });
    expect([(await erase(HUB_LEAD)).status, (await erase(OTHER_LEAD)).status]).toEqual([404, 200]);
    expect((await seen(OTHER_LEAD)).body).toMatchObject({ contact: null, erasedAt: expect.any(String) });
  });
});

describe("one human", () => {
  it("is one person in a school, however their name is typed, and whoever names them", async () => {
    const id = await added(OWN, { firstName: "Zoé", lastName: "O'Neill", email: "Zoe@Example.org" });
    expect(await added(OWN, { firstName: "ZOE\u0301", lastName: "o'neill ", email: "zoe@example.ORG" })).toBe(id);
    expect(await added(OWN, { lastName: "Zoé O'Neill", email: "zoe@example.org\u200b" })).toBe(id);
    const head = { contact: { firstName: "zoé", lastName: "O'Neill", email: "zoe@example.org" } };
    ok(await whole.api.post(`${OWN}/name-headteacher`, head));
    const events = await whole.service.events("100031-primary");
    expect(events.findLast(({ type }) => type === "HeadteacherNamed")).toMatchObject({ contactId: id });
  });

  it("is one also where two requests bring them at once, and the same key answers alike", async () => {
    const ivy = { firstName: "Ivy", lastName: "Twice", email: "ivy@example.org" };
    const ids = await Promise.all([1, 2, 3, 4].map(() => added(OWN, ivy)));
    expect(new Set(ids).size).toBe(1);
    const again = [1, 2].map(() => whole.api.post(`${OWN}/people`, ivy, { key: "the-same" }));
    expect((await Promise.all(again)).map(({ body }) => body["person"])).toEqual([ids[0], ids[0]]);
  });

  it("is two where two share an address, and one of each school", async () => {
    const shared = { lastName: "Office", email: "office@example.org" };
    const ids = [
      await added(OWN, { ...shared, firstName: "Ann" }),
      await added(OWN, { ...shared, firstName: "Ben" }),
      await added(OTHER, { ...shared, firstName: "Ann" }, OTHER_LEAD),
    ];
    expect(new Set(ids).size).toBe(3);
  });

  it("who was erased is known no more: they come as somebody new", async () => {
    const uma = { firstName: "Uma", lastName: "Once", email: "uma@example.org" };
    const id = await added(OWN, uma);
    ok(await whole.api.post(`/api/v1/people/${id}/erasure`, { reason: "Asked for it" }));
    expect(await added(OWN, uma)).not.toBe(id);
  });
});

describe("names and addresses", () => {
  const UNDELIVERABLE = [
    "head@school",
    "grace@example.org.",
    "grace@example..org",
    ".grace@example.org",
    "böb@example.com",
    "o’brien@example.org",
    "grace@example.c",
    "grace@example.org/",
  ];
  it.each(UNDELIVERABLE)("%s is turned away wherever it is sent, with what is wrong", async (email) => {
    const contact = { ...grace, email };
    const answers = [
      [await apply("100033", "great-north", HUB_LEAD, contact), "/contact/email"],
      [await whole.api.post(`${OWN}/people`, contact), "/email"],
      [await whole.api.post(`${OWN}/correct-person`, { person: "p-1", email }), "/email"],
      [
        await whole.api.put("/api/v1/hubs/great-north/contacts", { contacts: [{ role: "hub-lead", email }] }),
        "/contacts/0/email",
      ],
    ] as const;
    for (const [{ status, body }, pointer] of answers)
      expect([status, body["errors"]]).toEqual([
        422,
        [{ pointer, detail: expect.stringMatching(/^email is an address such as name@school\.example: ./u) }],
      ]);
  });

  it("lose what nobody sees; one name is enough, and one of nothing visible is none", async () => {
    const id = await added(OWN, { firstName: "\u200b", lastName: "Sukarno\u00a0", email: "su\u200bkarno@example.org" });
    expect((await whole.api.get(`/api/v1/people/${id}/export`)).body["contact"]).toEqual({
      firstName: "",
      lastName: "Sukarno",
      email: "sukarno@example.org",
    });
    const none = await whole.api.post(`${OWN}/people`, {
      firstName: "\u202e",
      lastName: "\u3164",
      email: "x@example.org",
    });
    expect([none.status, (none.body["errors"] as { pointer: string }[]).map(({ pointer }) => pointer)]).toEqual([
      422,
      ["/firstName", "/lastName"],
    ]);
  });
});

describe("a letter that comes back before a school takes part", () => {
  const journey = "100031-primary";
  const tasks = async (): Promise<string[]> =>
    ((await whole.api.get(OWN)).body["tasks"] as { about: string; status: string }[])
      .filter(({ about }) => about === "bounced-letter")
      .map(({ status }) => status);
  const bounce = async (): Promise<void> => {
    const reference = whole.service.outbox.findLast(({ messageId }) => messageId.includes(`${journey}.`))?.messageId;
    const receipt = { reference, status: "permanent-failure" };
    expect((await whole.api.post("/api/v1/mail/receipts", receipt, { token: RECEIPT_TOKEN })).body).toEqual({
      recorded: true,
    });
  };

  it("is a task; the address is corrected, the letter goes there, and the task closes", async () => {
    await bounce();
    expect(await tasks()).toEqual(["open"]);
    const [applicant] = (await whole.service.events(journey)).flatMap((event) =>
      event.type === "ApplicationSubmitted" ? [event.contactId] : [],
    );
    const correction = { person: applicant, lastName: "Corrected", email: "corrected-canary@example.org" };
    ok(await whole.api.post(`${OWN}/correct-person`, correction));
    await whole.service.settled(journey);
    expect(whole.service.outbox.at(-1)).toMatchObject({
      to: "corrected-canary@example.org",
      subject: `Again: ${whole.service.outbox[0]?.subject}`,
    });
    expect(await tasks()).toEqual(["closed"]);
    expect((await whole.api.get(`/api/v1/people/${applicant}/export`)).body["contact"]).toMatchObject({
      lastName: "Corrected",
      email: "corrected-canary@example.org",
    });
    const kept = await whole.store.owner.query<unknown[]>(
      "select data::text, (select count(*) from people.corrections where sealed is not null) as waits from events",
    );
    expect(JSON.stringify(kept)).not.toMatch(/canary|Corrected|"waits":"[1-9]/u);
  }, 30_000);

  it("is sent once more to the same address, by its task at the console", async () => {
    await bounce();
    const lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
    const { text } = await lead.go("/tasks");
    expect(text).toMatch(/correct-person\?then=tasks[\s\S]*Correct the address[\s\S]*resend-letter\?then=tasks/u);
    const before = whole.service.outbox.length;
    const sent = await lead.submit(await lead.go(`/journeys/${journey}/resend-letter?then=tasks`), {});
    expect([sent.status, new URL(sent.address).pathname]).toEqual([200, "/tasks"]);
    await whole.service.settled(journey);
    expect(whole.service.outbox.slice(before).map(({ to }) => to)).toEqual(["corrected-canary@example.org"]);
    expect(await tasks()).toEqual(["closed"]);
    expect(told(await whole.api.post(`${OWN}/resend-letter`, {}))).toEqual([404, "not-found"]);
  }, 30_000);

  it("has its address corrected at the console, with what is wrong said at the field", async () => {
    const lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
    const form = await lead.go(`/journeys/${journey}/correct-person`);
    expect(form.text).toMatch(/Whose[\s\S]*Corrected, who applied/u);
    const [, person = ""] = /<option value="([^"]+)"[^>]*>[^<]*who applied/u.exec(form.text) ?? [];
    const wrong = await lead.submit(form, { person, email: "grace@example" });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining("after the @ comes a whole domain")]);
    const right = await lead.submit(wrong, { person, email: "grace-canary@example.org" });
    expect([right.status, right.text]).toEqual([200, expect.stringContaining("Corrected.")]);
  }, 30_000);
});

describe("what is kept of a request", () => {
  const rows = (): Promise<{ id: string; body_digest: string }[]> =>
    whole.store.owner.query("select id, body_digest from commands where body_digest is not null");

  it("is a digest that nobody can try bodies on", async () => {
    const eve = { firstName: "Eve", lastName: "Guessed", email: "eve@example.org" };
    await added(OWN, eve);
    const kept = await rows();
    expect(kept.every(({ body_digest: digest }) => /^h1:[\da-f]{64}$/u.test(digest))).toBe(true);
    expect(kept.map(({ body_digest: digest }) => digest)).not.toContain(`h1:${bodyDigest(eve)}`);
  });

  it("of a release before is still known by its body: the same answer; another body is another request", async () => {
    const ada = { firstName: "Ada", lastName: "Before", email: "ada@example.org" };
    const send = (contact: object): Promise<Reply> => whole.api.post(`${OWN}/people`, contact, { key: "of-before" });
    const before = new Set((await rows()).map(({ id }) => id));
    const first = await send(ada);
    const [made] = (await rows()).filter(({ id }) => !before.has(id));
    await whole.store.owner.query("update commands set body_digest = $2 where id = $1", [made?.id, bodyDigest(ada)]);
    expect([(await send(ada)).body, told(await send({ ...ada, lastName: "Else" }))]).toEqual([
      first.body,
      [422, "key-reused"],
    ]);
  });
});
