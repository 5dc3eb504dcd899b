// Two hubs and one school: what each of them sees before, while and after the school goes from one to the other.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser } from "../support/browser.ts";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { othersAreDone } from "../support/feed.ts";
import { schoolsOf, seedGrants } from "../support/released-grants.ts";
import type { Who } from "../support/sign-in.ts";
import { ok, recordOutput, type Reply } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const PROGRAMME = "2024-25/primary-readiness";
const NORTH: Who = { role: "hub-lead", who: "p-1", hub: "great-north" };
const FAR: Who = { role: "hub-lead", who: "p-9", hub: "far-south" };
const OPERATOR: Who = { role: "operator" };
const SCHOOL: Who = { role: "school-contact", urns: ["100001"] };
const OWN = "/api/v1/journeys/100001-primary";
const GRANTED = "/api/v1/journeys/420000-primary";

const NO_SUCH_HUB = { status: 422, body: { code: "invalid", errors: [{ pointer: "/hub" }] } };

const output = recordOutput();
let whole: WholeService;
beforeAll(async () => {
  whole = await startWhole("2024-11-05T09:00:00Z");
  await seedGrants(whole.store.app, schoolsOf(1, ["great-north"], 420_000), "payable");
  for (const as of [NORTH, FAR]) {
    const window = { opensOn: "2024-09-01", closesOn: "2025-08-31" };
    ok(await whole.api.put(`/api/v1/hubs/${as.hub}/windows/${PROGRAMME}`, window, { as }));
  }
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

const apply = (as: Who, hub: string, reasons: string, key?: string): Promise<Reply> =>
  whole.api.post(
    "/api/v1/applications",
    { ...APPLICATION_EXAMPLE, prospectus: PROGRAMME, hub, reasons, group: undefined },
    { as, ...(key !== undefined && { key }) },
  );
const post = async (path: string, body: object, as: Who) => ok(await whole.api.post(path, body, { as }));
const read = async (path: string, as: Who): Promise<unknown> => (await whole.api.get(path, { as })).status;
const heard = async (as: Who, path = OWN): Promise<string[]> => {
  const { items } = ok(await whole.api.get(`${path}/events?limit=200`, { as })) as { items: { type: string }[] };
  return items.map(({ type }) => type).filter((type) => type !== "EffectPerformed" && type !== "LettersDue");
};
const said = async (as: Who): Promise<string[]> => {
  const { items } = ok(await whole.api.get(`${OWN}/words?limit=200`, { as })) as {
    items: { words: { text: string }[] }[];
  };
  return items.flatMap(({ words }) => words.map(({ text }) => text));
};
const moves = async (as: Who): Promise<unknown[]> =>
  (ok(await whole.api.get("/api/v1/moves", { as })) as { items: unknown[] }).items;

describe("a hub asks for a school of another", () => {
  it("before: it sees nothing of it, and is told no more of it than that", async () => {
    expect((await apply(NORTH, "great-north", "Said to the north alone.")).status).toBe(201);
    expect(await read(OWN, FAR)).toBe(404);
    expect(await read(`${OWN}/events`, FAR)).toBe(404);
    const active = await apply(FAR, "far-south", "Not yet.");
    expect(active).toMatchObject({ status: 409, body: { code: "already-active" } });
    expect(JSON.stringify(active.body)).not.toMatch(/applied|great-north/u);
    const asked = await whole.api.get(`/api/v1/schools/100001/eligibility?prospectus=${PROGRAMME}`, { as: FAR });
    expect(JSON.stringify(asked.body["reasons"])).not.toContain("applied");
    await post(`${OWN}/withdraw-application`, { reason: "Told to the north." }, NORTH);
  });

  it("while: it is answered that it waits, the same again, and sees what it asks alone", async () => {
    const answer = await apply(FAR, "far-south", "Said to the south alone.", "ask-1");
    expect(answer).toMatchObject({
      status: 201,
      body: { journey: "100001-primary", status: "applied", moving: { to: "far-south", until: "2024-11-19" } },
    });
    expect((await apply(FAR, "far-south", "Said to the south alone.", "ask-1")).body).toEqual(answer.body);
    expect(await read(OWN, FAR)).toBe(404);
    expect(await heard(FAR)).toEqual(["MoveAsked"]);
    expect(await said(FAR)).toEqual(["Said to the south alone."]);
    expect(ok(await whole.api.get(OWN, { as: NORTH }))).toMatchObject({ status: "withdrawn", hub: "great-north" });
    expect(await heard(NORTH)).toEqual(["ApplicationSubmitted", "ApplicationWithdrawn", "TaskOpened"]);
    expect(await said(NORTH)).toEqual(["Said to the north alone.", "Told to the north."]);
    expect(await moves(NORTH)).toEqual(await moves(FAR));
    expect(await moves(OPERATOR)).toMatchObject([{ from: "great-north", to: "far-south", waitsFor: "hub" }]);
    expect(await moves({ role: "hub-lead", hub: "third" })).toEqual([]);
    expect(ok(await whole.api.get("/api/v1/hubs/great-north/tasks?about=move", { as: NORTH }))).toMatchObject({
      items: [{ about: "move", dueOn: "2024-11-19", choices: [] }],
    });
    expect((await whole.api.post(`${OWN}/move-to-hub`, { hub: "far-south", reason: "Mine" }, { as: FAR })).status).toBe(
      404,
    );
  });

  it("is refused with a reason, which it hears", async () => {
    await post(`${OWN}/move-to-hub`, { hub: "great-north", reason: "The school asked to stay." }, NORTH);
    expect(await heard(FAR)).toEqual(["MoveAsked", "MoveRefused"]);
    expect(await said(FAR)).toEqual(["Said to the south alone.", "The school asked to stay."]);
    expect(await moves(FAR)).toEqual([]);
  });

  it("after: the school is let go at a page; each keeps what was said to it", async () => {
    await apply(FAR, "far-south", "Asked again.");
    const north = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
    const page = await north.go("/moves");
    expect(page.text).toContain("Let it go");
    expect((await north.go("/moves?waits=operator")).text).toContain("No school fits all of this.");
    expect((await north.go("/moves/moves.csv")).text).toMatch(/^School,URN,From,[\s\S]*100001,Great North/u);
    const form = await north.go("/journeys/100001-primary/move-to-hub?then=moves&hub=far-south");
    const look = await north.submit(form, { hub: "far-south", reason: "It is nearer." });
    expect(look.text).toContain("leaves its hub");
    expect((await north.submit(look)).text).toContain("No school is asked for.");
    expect(ok(await whole.api.get(OWN, { as: FAR }))).toMatchObject({ status: "applied", hub: "far-south" });
    expect(await heard(FAR)).toEqual([
      "MoveAsked",
      "MoveRefused",
      "MoveAsked",
      "SchoolJoinedHub",
      "ApplicationSubmitted",
    ]);
    expect(await read(OWN, NORTH)).toBe(404);
    expect((await heard(NORTH)).at(-1)).toBe("SchoolLeftHub");
    expect(await said(NORTH)).not.toContain("Asked again.");
    expect(await said(FAR)).not.toContain("Said to the north alone.");
    expect((await north.go("/journeys/100001-primary")).text).toContain("This school is at another hub.");
    expect((await north.go("/journeys/100001-primary/offer-place")).status).toBe(404);
    await whole.service.settled("100001-primary");
    expect(whole.service.outbox.map(({ subject }) => subject)).toContain("Your Maths Hub is now Far South Maths Hub");
  }, 30_000);

  it("who applied is given out by each hub as far as it knows of them", async () => {
    const [person = ""] = (
      await whole.store.owner.query<{ id: string }[]>(
        "select data ->> 'contactId' as id from events where stream = 'journey/100001-primary' and seq = 1",
      )
    ).map(({ id }) => id);
    // One human of one school is one person, whichever hub wrote the name down.
    const given = async (as: Who) => {
      const { events, texts } = ok(await whole.api.get(`/api/v1/people/${person}/export`, { as })) as {
        events: { seq: number; type: string }[];
        texts: { text: string }[];
      };
      return { types: events.map(({ type }) => type), first: events[0]?.seq, texts: texts.map(({ text }) => text) };
    };
    const far = await given(FAR);
    expect(far.types).toEqual(["MoveAsked", "MoveAsked", "ApplicationSubmitted"]);
    expect(far.texts).toContain("Asked again.");
    expect(far.texts).not.toContain("Said to the north alone.");
    const all = await given(OPERATOR);
    expect(all.first).toBe(1);
    expect(all.texts).toContain("Said to the north alone.");
  });

  it("the feed tells each the same, and all of it to who sees all", async () => {
    await othersAreDone(whole.store.owner);
    const feed = async (as: Who): Promise<string[]> => {
      const { items } = ok(await whole.api.get("/api/v1/events?limit=200", { as })) as {
        items: { journey: string; type: string; hub: string }[];
      };
      return items
        .filter(({ journey, type }) => journey === "100001-primary" && type !== "EffectPerformed")
        .map(({ type, hub }) => `${type} ${hub}`);
    };
    const named = (types: string[], hub: string): string[] => types.map((type) => `${type} ${hub}`);
    expect(await feed(NORTH)).toEqual(named(await heard(NORTH), "great-north"));
    expect(await feed(FAR)).toEqual(named(await heard(FAR), "far-south"));
    expect(new Set(await feed(OPERATOR))).toEqual(new Set([...(await feed(NORTH)), ...(await feed(FAR))]));
  });
});

describe("a school goes by its own word", () => {
  it("at once, and back again; its hub of now sees what is its own", async () => {
    await post(`${OWN}/withdraw-application`, {}, FAR);
    expect(await apply(SCHOOL, "great-nroth", "Mistyped.")).toMatchObject(NO_SUCH_HUB);
    expect(await read(OWN, FAR)).toBe(200);
    const answer = await apply(SCHOOL, "great-north", "Back to the north.");
    expect(answer).toMatchObject({ status: 201, body: { status: "applied" } });
    expect(answer.body).not.toHaveProperty("moving");
    expect(ok(await whole.api.get(OWN, { as: NORTH }))).toMatchObject({ hub: "great-north" });
    expect(await said(NORTH)).not.toContain("Said to the south alone.");
    expect(await heard(SCHOOL)).toEqual(expect.arrayContaining(["MoveAsked", "SchoolLeftHub", "SchoolJoinedHub"]));
  });
});

describe("a hub that is not there", () => {
  it("takes no school: nobody would see it again", async () => {
    const goes = { hub: "nowhere-at-all", reason: "It is nearer." };
    for (const [as, query] of [
      [NORTH, ""],
      [NORTH, "?preview=true"],
      [OPERATOR, ""],
    ] as const)
      expect(await whole.api.post(`${GRANTED}/move-to-hub${query}`, goes, { as })).toMatchObject(NO_SUCH_HUB);
    expect(await read(GRANTED, NORTH)).toBe(200);
    // One of the directory, though nobody of it has been here yet.
    await post(`${GRANTED}/move-to-hub?preview=true`, { ...goes, hub: "east-midlands-south" }, NORTH);
  });
});

describe("a grant", () => {
  it("is decided by the hub at which it fell due, to the end; the new hub sees nothing of it", async () => {
    await post(`${GRANTED}/move-to-hub`, { hub: "far-south", reason: "It is nearer." }, OPERATOR);
    expect(ok(await whole.api.get(GRANTED, { as: FAR }))).toMatchObject({ status: "participating", grants: [] });
    expect(await heard(FAR, GRANTED)).toEqual(["SchoolJoinedHub", "TaskOpened"]);
    expect(await whole.api.post(`${GRANTED}/approve-grant`, {}, { as: FAR })).toMatchObject({
      status: 403,
      body: { code: "forbidden" },
    });
    // It was not paid before the school went: nobody approves it until somebody of its own hub has decided.
    expect(await whole.api.post(`${GRANTED}/approve-grant`, {}, { as: NORTH })).toMatchObject({
      status: 409,
      body: { code: "grant-not-due" },
    });
    const asks = async (as: Who): Promise<{ id: string }[]> => {
      const { items } = ok(await whole.api.get(`/api/v1/hubs/${as.hub}/tasks?about=grant`, { as }));
      return items as { id: string }[];
    };
    expect(await asks(FAR)).toEqual([]);
    const [task] = await asks(NORTH);
    expect(task).toMatchObject({ about: "grant", journey: "420000-primary", workGroup: null });
    expect(ok(await whole.api.get("/api/v1/tasks?about=grant", { as: NORTH }))).toMatchObject({
      items: [{ task: task?.id, workGroup: null, schools: [{ journey: "420000-primary" }] }],
    });
    expect(ok(await whole.api.get("/api/v1/tasks?about=grant", { as: FAR }))).toMatchObject({ items: [] });
    // That it is to be placed is the new hub’s.
    expect(ok(await whole.api.get(GRANTED, { as: FAR }))["tasks"]).toMatchObject([{ id: "2024/25/place" }]);
    const lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
    expect((await lead.go("/tasks")).text).toContain("went to another hub before the grant was paid");
    const release = { task: task?.id ?? "", decision: "release", reason: "The year goes on at the new hub." };
    expect((await whole.api.post(`${GRANTED}/decide-task`, release, { as: FAR })).status).toBe(403);
    const form = await lead.go(`/journeys/420000-primary/decide-task?then=tasks&task=${release.task}&decision=release`);
    const done = await lead.submit(await lead.submit(form, release));
    expect([done.status, new URL(done.address).pathname, done.text.includes("another hub")]).toEqual([
      200,
      "/tasks",
      false,
    ]);
    await post(`${GRANTED}/approve-grant`, {}, NORTH);
    expect((await heard(NORTH, GRANTED)).at(-1)).toBe("GrantApproved");
    expect(await heard(FAR, GRANTED)).toEqual(["SchoolJoinedHub", "TaskOpened"]);
    const money = await Browser.signedIn(whole.api.origin, "finance-officer.great-north");
    expect((await money.go("/money")).text).toContain("420000");
    await post(`${GRANTED}/approve-grant`, {}, { role: "finance-officer", who: "p-2", hub: "great-north" });
    expect(await heard(NORTH, GRANTED)).toContain("GrantReleased");
    expect(await heard(FAR, GRANTED)).not.toContain("GrantReleased");
    expect((await money.go("/journeys/420000-primary")).text).toContain("Released");
  }, 30_000);
});
