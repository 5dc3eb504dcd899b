// Receivers that fail, and a database that was restored: tried again in order, keeping nobody else waiting, and sent
// nothing that is lost.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { instantFromMs } from "../../libs/calendar/instants.ts";
import { webhookWorkflowId } from "../../libs/contract/webhook.ts";
import { renewEpoch } from "../../libs/store/feed/feed.ts";
import { eventually } from "../workflows/service.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { ids, PATH, startWebhookWorld, type WebhookWorld } from "./webhook-world.ts";

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

describe("a receiver that fails", () => {
  it("is tried again, and what comes behind waits its turn", async () => {
    const one = await world.hook();
    let calls = 0;
    one.receiver.answer = () => (++calls === 3 ? 500 : 200);
    await world.newSchool();
    await world.wakeAll();
    const failing = await eventually(async () => {
      const state = await one.read();
      if (state["status"] !== "failing") throw new Error("it has not failed");
      return state;
    });
    expect(failing).toMatchObject({ failing: { tries: 1, code: "http-500", next: expect.any(String) } });
    // It is let alone until then.
    expect(await world.wakeAll()).toEqual({ woken: 0, failed: 0 });
    const state = await one.heard();
    expect(state).toMatchObject({
      status: "enabled",
      failing: null,
      history: [
        { what: "failed", by: "service", code: "http-500" },
        { what: "created", by: "p-1" },
      ],
    });
    const [failed, ...retried] = ids(one.receiver).slice(2);
    expect(retried[0]).toBe(failed);
    expect(one.receiver.taken(one.secret).map(({ seq }) => seq)).toEqual(
      one.receiver.taken(one.secret).map((_, index) => index + 1),
    );
  }, 60_000);

  it("keeps no other waiting: neither one that is dead, nor one that never answers", async () => {
    const dead = await world.hook({ ...(await world.receiver()), url: `http://127.0.0.1:${await freePort()}/` });
    const mute = await world.hook();
    mute.receiver.answer = () => "silence";
    const live = await world.hook();
    await world.newSchool();
    expect(await world.wakeAll()).toEqual({ woken: 3, failed: 0 });
    await live.heard();
    // All of it has arrived while the mute one is still being waited for.
    expect(await mute.read()).toMatchObject({ status: "enabled", failing: null });
    expect(live.receiver.taken(live.secret).length).toBeGreaterThan(3);
    await eventually(async () =>
      expect(await dead.read()).toMatchObject({ status: "failing", failing: { code: "connection-refused" } }),
    );
    await eventually(async () => expect(mute.receiver.arrived).toHaveLength(1));
    // Fifteen seconds are the patience of a delivery.
    await eventually(
      async () =>
        expect(await mute.read()).toMatchObject({ status: "failing", failing: { tries: 1, code: "timed-out" } }),
      25_000,
    );
  }, 60_000);

  it("that says it is gone is disabled at once; a redirect is not followed", async () => {
    const [gone, moved, target] = [await world.hook(), await world.hook(), await world.receiver()];
    gone.receiver.answer = () => 410;
    moved.receiver.answer = () => ({ status: 307, headers: { location: target.url } });
    await world.newSchool();
    await world.wakeAll();
    await eventually(async () =>
      expect(await gone.read()).toMatchObject({
        status: "disabled",
        disabled: { because: "gone" },
        failing: { code: "http-410", next: null },
      }),
    );
    const first = '"level":"warn","message":"webhook not taken","webhook":"[0-9a-f]{32}","hub":"great-north","code":';
    await eventually(async () => expect(output.text()).toMatch(new RegExp(`${first}"http-410"`, "u")));
    await eventually(async () =>
      expect(output.text()).toMatch(
        /"level":"warn","message":"webhook disabled","webhook":"[0-9a-f]{32}","hub":"great-north","code":"http-410","because":"gone"/u,
      ),
    );
    await eventually(async () =>
      expect(await moved.read()).toMatchObject({ status: "failing", failing: { code: "http-307" } }),
    );
    expect(target.arrived).toEqual([]);
    // Nothing was lost: enabled again, it goes on from where it was.
    gone.receiver.answer = () => 200;
    ok(await world.api.patch(`${PATH}/${gone.id}`, { enabled: true }));
    await gone.heard();
    expect(gone.receiver.taken(gone.secret).map(({ seq }) => seq)).toEqual(
      gone.receiver.taken(gone.secret).map((_, index) => index + 1),
    );
  }, 60_000);

  it("is tried again also where Temporal has lost the workflow", async () => {
    const one = await world.hook();
    one.receiver.answer = () => 500;
    await world.newSchool();
    await world.wakeAll();
    await eventually(async () => expect(await one.read()).toMatchObject({ status: "failing" }));
    await world.client.workflow.getHandle(webhookWorkflowId(one.id)).terminate("as if the cluster had been lost");
    one.receiver.answer = () => 200;
    // Once is enough; a wake that Temporal has not answered in time comes again in the next round.
    await eventually(async () =>
      expect(await world.wakeAll({ now: instantFromMs(Date.now() + 120_000) })).toEqual({ woken: 1, failed: 0 }),
    );
    await eventually(async () =>
      expect(await one.read()).toMatchObject({ status: "enabled", delivered: { id: expect.any(String) } }),
    );
  }, 30_000);

  it("whose yes was not recorded is sent the message twice, under the same id", async () => {
    const one = await world.hook();
    const [runner, last] = [world.store.owner.createQueryRunner(), { id: "" }];
    await world.newSchool();
    await runner.startTransaction();
    // Nobody can record anything. A lock of the table, for one of a row has a transaction id, and holds up the feeds of
    // every test on this server.
    await runner.query("lock table webhooks in share mode");
    one.receiver.answer = ({ id }) => {
      last.id ||= id;
      return 200;
    };
    try {
      await world.wakeAll();
      await eventually(
        async () => expect(ids(one.receiver).filter((id) => id === last.id).length).toBeGreaterThan(1),
        30_000,
      );
    } finally {
      // Else every test after this one waits for the table.
      await runner.rollbackTransaction();
      await runner.release();
    }
    await one.heard();
    const arrived = ids(one.receiver);
    const copies = arrived.filter((id) => id === last.id).length;
    expect(copies).toBeGreaterThan(1);
    // One after the other, and every other message once, in its order.
    expect(arrived.slice(arrived.indexOf(last.id)).slice(0, copies)).toEqual(
      Array.from({ length: copies }, () => last.id),
    );
    expect(arrived.filter((id, index) => id !== last.id || index === arrived.lastIndexOf(id))).toEqual([
      ...new Set(arrived),
    ]);
  }, 60_000);
});

it("goes on after a restore, from where it was", async () => {
  const one = await world.hook();
  await world.newSchool();
  await world.wakeAll();
  await one.heard();
  const before = one.receiver.arrived.length;
  await renewEpoch(world.store.owner, "restored");
  await world.newSchool();
  await world.wakeAll();
  await one.heard();
  expect(new Set(ids(one.receiver)).size).toBe(2 * before);
}, 30_000);
