import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { othersAreDone } from "../../../test/support/feed.ts";
import { freshStore, HUB_LEAD, type TestStore } from "../../../test/support/store.ts";
import { append, type NewEvent } from "../events/event-store.ts";
import { readFeed, renewEpoch, type FeedItem } from "./feed.ts";
import { lockStreams } from "../events/streams.ts";

const event = (lead: string): NewEvent => ({
  event: { type: "LeadChanged", at: "2021-01-01T09:00:00Z", lead },
  actor: HUB_LEAD,
  commandId: null,
});
const names = (items: readonly FeedItem[]): unknown[] => items.map(({ data }) => data["lead"]);

describe("the feed of all events", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await freshStore();
  }, 60_000);
  afterAll(() => store.close());

  async function begin(stream: string, version: number, ...leads: string[]) {
    const runner = store.app.createQueryRunner();
    await runner.startTransaction();
    await lockStreams(runner.manager, [stream]);
    await append(runner.manager, stream, version, leads.map(event));
    return {
      commit: async () => {
        await runner.commitTransaction();
        await runner.release();
      },
    };
  }

  // Not in a test's own time: it may take as long as other files' transactions.
  beforeEach(() => othersAreDone(store.owner));

  it("has nothing before the first event, and no place to go on from", async () => {
    expect(await readFeed(store.app, null, 10)).toEqual({ items: [], next: null });
  });

  it("never skips: a later number that is committed first waits for the earlier one", async () => {
    const slow = await begin("journey/100001-primary", 0, "slow");
    const quick = await begin("journey/100002-primary", 0, "quick");
    await quick.commit();
    expect(await readFeed(store.app, null, 10)).toEqual({ items: [], next: null });
    await slow.commit();
    await othersAreDone(store.owner);
    const { items, next } = await readFeed(store.app, null, 10);
    expect(names(items)).toEqual(["slow", "quick"]);
    expect(await readFeed(store.app, next, 10)).toEqual({ items: [], next });
  });

  it("goes on where it was, in pages, each stream in its own order", async () => {
    const start = (await readFeed(store.app, null, 100)).next;
    for (const [stream, version, leads] of [
      ["journey/100001-primary", 1, ["a", "b", "c"]],
      ["journey/100002-primary", 1, ["d"]],
      ["journey/100001-primary", 4, ["e", "f"]],
    ] as const) {
      await (await begin(stream, version, ...leads)).commit();
    }
    await othersAreDone(store.owner);
    const read: FeedItem[] = [];
    for (
      let page = await readFeed(store.app, start, 2);
      page.items.length > 0;
      page = await readFeed(store.app, page.next, 2)
    )
      read.push(...page.items);
    expect(names(read)).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(read.map(({ cursor }) => cursor)).toHaveLength(new Set(read.map(({ cursor }) => cursor)).size);
  });

  it("loses and doubles nothing while eight write and one reads", async () => {
    let last = (await readFeed(store.app, null, 100)).next;
    const read: unknown[] = [];
    let writing = true;
    const writers = [1, 2, 3, 4, 5, 6, 7, 8];
    const reader = (async () => {
      while (writing) {
        const page = await readFeed(store.app, last, 7);
        read.push(...names(page.items));
        last = page.next;
        await pause(1);
      }
    })();
    const write = async (writer: number): Promise<void> => {
      for (let round = 0; round < 5; round++)
        await (await begin(`journey/20000${writer}-primary`, round, `${writer}/${round}`)).commit();
    };
    await Promise.all(writers.map(write));
    writing = false;
    await reader;
    await othersAreDone(store.owner);
    read.push(...names((await readFeed(store.app, last, 1000)).items));
    expect(read).toHaveLength(40);
    for (const writer of writers) {
      expect(read.filter((name) => String(name).startsWith(`${writer}/`))).toEqual(
        Array.from({ length: 5 }, (_, round) => `${writer}/${round}`),
      );
    }
  });

  it("refuses what is no cursor", async () => {
    for (const cursor of ["", "x", Buffer.from("a b c d").toString("base64url")]) {
      await expect(readFeed(store.app, cursor, 1)).rejects.toMatchObject({ code: "cursor-unknown" });
    }
  });

  it("refuses a cursor with numbers that PostgreSQL does not have", async () => {
    const { next } = await readFeed(store.app, null, 1);
    const [id, epoch, tx, position] = Buffer.from(next ?? "", "base64url")
      .toString()
      .split(" ");
    const cursor = (...parts: unknown[]) => Buffer.from(parts.join(" ")).toString("base64url");
    for (const parts of [
      [id, epoch, "99999999999999999999", position],
      [id, epoch, "18446744073709551616", 1],
      [id, epoch, tx, "9223372036854775808"],
    ]) {
      await expect(readFeed(store.app, cursor(...parts), 1)).rejects.toMatchObject({ code: "cursor-unknown" });
    }
    const far = cursor(id, "999999999", "18446744073709551615", "9223372036854775807");
    expect(await readFeed(store.app, far, 1)).toEqual({ items: [], next: far });
  });

  it("after a restore begins anew: old cursors are refused, old events come first whatever their ids", async () => {
    const { items, next } = await readFeed(store.app, null, 1000);
    // As a dump brings them back into a younger server: ids from a future that it has not reached.
    await store.owner.query(
      `insert into events (stream, seq, type, at, data, actor, schema_version, tx)
       values ('journey/100009-primary', 1, 'LeadChanged', now(), '{"lead": "restored"}', '{}', 1, '9000000000000')`,
    );
    expect(names((await readFeed(store.app, next, 10)).items)).toEqual([]);
    await renewEpoch(store.owner.manager, "restored");
    await expect(readFeed(store.app, next, 10)).rejects.toMatchObject({ code: "cursor-unknown" });
    await (await begin("journey/100010-primary", 0, "after")).commit();
    await othersAreDone(store.owner);
    expect(names((await readFeed(store.app, null, 1000)).items)).toEqual([...names(items), "restored", "after"]);
  });
});
