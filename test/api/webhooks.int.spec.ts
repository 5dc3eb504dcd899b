// Webhooks as a hub has them: made, told of its events, replayed, tested, given a new secret, taken away.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { webhookWorkflowId } from "../../libs/contract/webhook.ts";
import { dumpOf, findings } from "../people/findings.ts";
import { historiesOf } from "../workflows/histories.ts";
import { eventually } from "../workflows/service.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { HUB, ids, PATH, startWebhookWorld, type WebhookWorld } from "./webhook-world.ts";

let world: WebhookWorld;
const output = recordOutput();

beforeAll(async () => {
  world = await startWebhookWorld();
}, 60_000);

afterAll(async () => {
  await world?.stop();
  output.end();
}, 60_000);

// Each test has its own webhooks.
beforeEach(() => world.removeAll());

describe("a webhook", () => {
  it("is told of its own hub’s events from now on, in the feed’s order, each signed and as it is there", async () => {
    await world.newSchool();
    const before = await world.feed();
    const one = await world.hook();
    expect(one.secret).toMatch(/^whsec_[\w+/]{43}=$/u);
    const journeys = [await world.newSchool(), await world.newSchool()];
    expect(await world.wakeAll()).toEqual({ woken: 1, failed: 0 });
    const state = await one.heard();
    const items = await world.feed(before.at(-1)?.["cursor"]);
    expect(items.length).toBeGreaterThan(6);
    expect(new Set(items.map(({ journey }) => journey))).toEqual(new Set(journeys));
    expect(one.receiver.taken(one.secret)).toEqual(items);
    expect(new Set(ids(one.receiver)).size).toBe(items.length);
    expect(state).toMatchObject({
      hub: HUB,
      status: "enabled",
      cursor: items.at(-1)?.["cursor"],
      delivered: { id: ids(one.receiver).at(-1) },
      failing: null,
      disabled: null,
    });
    expect(await world.wakeAll()).toEqual({ woken: 0, failed: 0 });
  }, 60_000);

  it("is told of the events that it wants alone, and is not woken for others", async () => {
    const one = await world.hook(undefined, { events: ["PlaceOffered"] });
    await world.newSchool("2020-06-03");
    expect(await world.wakeAll()).toEqual({ woken: 0, failed: 0 });
    await world.newSchool();
    await world.wakeAll();
    await one.heard();
    expect(one.receiver.taken(one.secret).map(({ type }) => type)).toEqual(["PlaceOffered"]);
  }, 60_000);

  it("is asked for once however often the request is sent, and by its key has the same answer", async () => {
    const body = { url: "https://hub.example.org/hooks?token=quince-canary" };
    const [first, again] = [
      await world.api.post(PATH, body, { key: "once" }),
      await world.api.post(PATH, body, { key: "once" }),
    ];
    expect(ok(again, 201)).toEqual(ok(first, 201));
    expect(first.body).toMatchObject({ url: "https://hub.example.org/hooks" });
    world.secrets.push(String(first.body["secret"]).slice(6));
    expect((await world.api.post(PATH, { ...body, events: ["PlaceOffered"] }, { key: "once" })).body).toMatchObject({
      status: 422,
      code: "key-reused",
    });
    expect(ok(await world.api.get(PATH))["items"] as object[]).toHaveLength(1);
    expect(JSON.stringify(ok(await world.api.get(PATH)))).not.toMatch(/whsec_|quince/u);
  });

  it(
    "has no other address than one of the public internet (or of this machine, in a local run), and no other " +
      "events than there are",
    async () => {
      const refused = async (body: object): Promise<unknown[]> => {
        const {
          status,
          body: { code, errors },
        } = await world.api.post(PATH, body);
        return [status, code, (errors as { pointer: string }[]).map(({ pointer }) => pointer)];
      };
      for (const url of [
        "http://hub.example.org/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "nonsense",
        7,
      ])
        expect(await refused({ url })).toEqual([422, "invalid", ["/url"]]);
      expect(await refused({ url: "https://hub.example.org/", events: ["PlaceOfferd"] })).toEqual([
        422,
        "invalid",
        ["/events"],
      ]);
      expect((await world.api.post(PATH, {})).status).toBe(422);
      for (const name of Array.from({ length: 10 }, (_, index) => `https://hub-${index}.example.org/`))
        ok(await world.api.post(PATH, { url: name }), 201);
      expect((await world.api.post(PATH, { url: "https://one-more.example.org/" })).body).toMatchObject({
        status: 422,
        detail: "A hub has 10 webhooks at most: take one away first.",
      });
    },
    30_000,
  );

  it("is another hub’s business for nobody", async () => {
    const one = await world.hook();
    const as = { role: "hub-lead", hub: "far-south" } as const;
    const theirs = "/api/v1/hubs/far-south/webhooks";
    const acts = Object.entries({ replay: { after: null }, test: {}, "rotate-secret": {} });
    const answers = await Promise.all([
      ...[PATH, `${PATH}/${one.id}`, `${theirs}/${one.id}`].map((path) => world.api.get(path, { as })),
      world.api.del(`${theirs}/${one.id}`, { as }),
      world.api.patch(`${theirs}/${one.id}`, { enabled: false }, { as }),
      ...acts.flatMap(([act, body]) =>
        [act, `${act}?preview=true`].map((last) => world.api.post(`${theirs}/${one.id}/${last}`, body, { as })),
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(3 + 2 + 6).fill(404));
    expect((await world.api.get(`${PATH}/${one.id}`, { as: { role: "hub-coordinator", hub: HUB } })).status).toBe(200);
  });
});

describe("what a hub does with it", () => {
  it("replay: posts again what came after a place, under the same ids, once", async () => {
    const one = await world.hook();
    await world.newSchool();
    await world.wakeAll();
    await one.heard();
    const [first, all] = [one.receiver.taken(one.secret)[0], ids(one.receiver)];
    const at = `${PATH}/${one.id}/replay`;
    ok(await world.api.post(at, { after: first?.["cursor"] }, { key: "replay" }));
    await one.heard();
    ok(await world.api.post(at, { after: first?.["cursor"] }, { key: "replay" }));
    await world.wakeAll();
    await one.heard();
    expect(ids(one.receiver)).toEqual([...all, ...all.slice(1)]);
    expect((await world.api.post(at, { after: "nonsense" })).body).toMatchObject({
      status: 422,
      errors: [{ pointer: "/after" }],
    });
    expect((await world.api.post(at, {})).body).toMatchObject({ status: 422, errors: [{ pointer: "/after" }] });
    ok(await world.api.post(at, { after: null }));
    await one.heard();
    expect(one.receiver.taken(one.secret).length).toBeGreaterThan(2 * all.length);
    expect(one.receiver.taken(one.secret).every(({ journey }) => Number(String(journey).slice(0, 6)) < 600_000)).toBe(
      true,
    );
  }, 60_000);

  it("replay: also while messages are on their way, from the place that was asked for", async () => {
    const one = await world.hook();
    await world.newSchool();
    one.receiver.answer = async () => {
      const [first] = one.receiver.arrived;
      if (one.receiver.arrived.length === 2)
        await one.post("replay", { after: (JSON.parse(first?.body ?? "") as { cursor: string }).cursor });
      return 200;
    };
    await world.wakeAll();
    await eventually(async () => expect(one.receiver.arrived.length).toBeGreaterThan(3));
    await one.heard();
    const [first, ...rest] = [...new Set(ids(one.receiver))];
    // The third was on its way when the replay was asked for.
    expect(ids(one.receiver)).toEqual([first, rest[0], rest[1], ...rest]);
  }, 30_000);

  it("a new secret: both sign while it is replaced", async () => {
    const one = await world.hook();
    const looked = ok(await world.api.post(`${PATH}/${one.id}/rotate-secret?preview=true`, undefined));
    expect(looked).toMatchObject({ secret: null, preview: true, consequences: [{ type: "WebhookSecretRotated" }] });
    const rotated = ok(await world.api.post(`${PATH}/${one.id}/rotate-secret`, undefined, { key: "rotate" }));
    expect(ok(await world.api.post(`${PATH}/${one.id}/rotate-secret`, undefined, { key: "rotate" }))).toEqual(rotated);
    const newer = String(rotated["secret"]);
    world.secrets.push(newer.slice(6));
    await world.newSchool();
    await world.wakeAll();
    await one.heard();
    expect([newer === one.secret, one.receiver.taken(newer)]).toEqual([false, one.receiver.taken(one.secret)]);
    // Asked again, the oldest signs no more.
    world.secrets.push(String((await one.post("rotate-secret"))["secret"]).slice(6));
    one.receiver.arrived.length = 0;
    await world.newSchool();
    await world.wakeAll();
    await one.heard();
    expect(() => one.receiver.taken(one.secret)).toThrow("No matching signature");
    expect(one.receiver.taken(newer).length).toBeGreaterThan(0);
  }, 60_000);

  it("a test: one message of type Ping, also while it is disabled", async () => {
    const one = await world.hook();
    ok(await world.api.patch(`${PATH}/${one.id}`, { enabled: false }));
    await one.post("test");
    await eventually(async () =>
      expect(await one.read()).toMatchObject({
        status: "disabled",
        disabled: { because: "asked" },
        ping: { doneAt: expect.any(String), code: null },
      }),
    );
    expect(one.receiver.taken(one.secret)).toEqual([
      { type: "Ping", at: expect.any(String), hub: HUB, webhook: one.id },
    ]);
    one.receiver.answer = () => 503;
    await one.post("test");
    await eventually(async () =>
      expect(await one.read()).toMatchObject({ ping: { doneAt: expect.any(String), code: "http-503" } }),
    );
    await world.newSchool();
    expect(await world.wakeAll()).toEqual({ woken: 0, failed: 0 });
    expect(await one.read()).toMatchObject({ pending: expect.any(Number), status: "disabled" });
  }, 30_000);

  it("another address and other events; what is taken away is gone, with its workflow", async () => {
    const [one, other] = [await world.hook(), await world.receiver()];
    expect(ok(await world.api.patch(`${PATH}/${one.id}`, { url: other.url, events: ["PlaceOffered"] }))).toMatchObject({
      events: ["PlaceOffered"],
      url: other.url.split("?")[0],
    });
    expect((await world.api.patch(`${PATH}/${one.id}`, {})).status).toBe(422);
    expect((await world.api.patch(`${PATH}/${one.id}`, { url: "https://10.0.0.1/" })).body).toMatchObject({
      status: 422,
      errors: [{ pointer: "/url" }],
    });
    await world.newSchool();
    await world.wakeAll();
    await one.heard();
    expect([one.receiver.arrived.length, other.taken(one.secret).map(({ type }) => type)]).toEqual([
      0,
      ["PlaceOffered"],
    ]);
    expect(ok(await world.api.del(`${PATH}/${one.id}`))).toEqual({ removed: one.id });
    expect((await world.api.get(`${PATH}/${one.id}`)).status).toBe(404);
    await eventually(async () =>
      expect((await world.client.workflow.getHandle(webhookWorkflowId(one.id)).describe()).status.name).toBe(
        "COMPLETED",
      ),
    );
    expect(await world.store.owner.query("select sealed, wrapped, kek from webhooks where id = $1", [one.id])).toEqual([
      { sealed: null, wrapped: null, kek: null },
    ]);
  }, 30_000);
});

it("answers as the OpenAPI document says", async () => {
  const document = ok(await world.api.get("/api/openapi.json"));
  const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, "api");
  const fits = (name: string, value: unknown): unknown => {
    const check = ajv.getSchema(`api#/components/schemas/${name}`);
    return check?.(value) ? [] : (check?.errors ?? "no schema");
  };
  const one = await world.hook();
  one.receiver.answer = () => 500;
  await world.newSchool();
  await world.wakeAll();
  await one.post("test");
  await eventually(async () =>
    expect(await one.read()).toMatchObject({ status: "failing", ping: { code: "http-500" } }),
  );
  const made = ok(await world.api.post(PATH, { url: one.receiver.url }), 201);
  world.secrets.push(String(made["secret"]).slice(6));
  expect([
    fits("Webhook", await one.read()),
    fits("WebhookPage", ok(await world.api.get(PATH))),
    fits("WebhookWithSecret", made),
  ]).toEqual([[], [], []]);
  expect([
    fits("WebhookRow", ok(await world.api.patch(`${PATH}/${one.id}`, { enabled: false }))),
    fits("WebhookRemoved", ok(await world.api.del(`${PATH}/${one.id}`))),
  ]).toEqual([[], []]);
}, 30_000);

it("keeps secrets and what follows the question mark sealed: they are in no table, history or log", async () => {
  const one = await world.hook();
  await world.newSchool();
  await world.wakeAll();
  await one.heard();
  const places = {
    ...(await dumpOf(world.store.owner)),
    histories: await historiesOf(world.client, webhookWorkflowId(one.id)),
    logs: output.end(),
  };
  expect(findings(places, [one.id]).map((found) => found.split(":")[0])).toEqual(
    expect.arrayContaining(["public.webhooks", "histories"]),
  );
  expect(places.logs).toContain("webhooks");
  expect(world.secrets.length).toBeGreaterThan(10);
  expect(findings(places, ["canary", ...world.secrets])).toEqual([]);
}, 30_000);
