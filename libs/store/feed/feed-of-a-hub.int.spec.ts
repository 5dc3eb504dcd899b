import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { othersAreDone } from "../../../test/support/feed.ts";
import { putJourney } from "../../../test/support/journeys.ts";
import { application, freshStore, HUB_LEAD, type TestStore } from "../../../test/support/store.ts";
import { fold } from "../../journey/evolve.ts";
import { READ_TABLES } from "../../views/tables.ts";
import { writeViews } from "../../views/write.ts";
import { append, load, type NewEvent } from "../events/event-store.ts";
import { readFeed, type FeedItem } from "./feed.ts";
import { recorded } from "../events/known-events.ts";
import { HubSince1700000000015 } from "../migrations/0015-hub-since.ts";
import { lockStreams } from "../events/streams.ts";

const told = (items: readonly FeedItem[]): string[] => items.map(({ subject, seq }) => `${subject} ${seq}`);

describe("the feed of one hub", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await freshStore();
    for (const urn of ["100001", "100002"])
      await putJourney(store, {
        urn,
        hub: urn === "100001" ? "great-north" : "far-south",
        workGroup: "wg-1",
        until: "2020-07-01",
      });
  }, 60_000);
  afterAll(() => store.close());

  async function happens(journey: string, ...events: NewEvent["event"][]): Promise<number> {
    const stream = `journey/${journey}`;
    return store.app.transaction(async (manager) => {
      await lockStreams(manager, [stream]);
      const before = recorded(await load(manager, stream));
      const version = await append(
        manager,
        stream,
        before.length,
        events.map((event) => ({ event, actor: HUB_LEAD, commandId: null })),
      );
      const after = recorded(await load(manager, stream));
      await writeViews(manager, READ_TABLES, [
        {
          before: { journey, events: before, state: fold(before) },
          after: { journey, events: after, state: fold(after) },
        },
      ]);
      return version;
    });
  }
  const asks = (hub: string, at: string): NewEvent["event"] => {
    const { reasons: _reasons, contact: _contact, ...asked } = application("100001");
    return {
      ...asked,
      type: "ApplicationSubmitted",
      at,
      hub,
      criteria: asked.criteria ?? [],
      reasonsId: null,
      reasonsWords: 0,
      contactId: "person-100001",
      group: [],
    };
  };
  async function everything(hub: string | null, limit: number, from: string | null = null): Promise<string[]> {
    await othersAreDone(store.owner);
    const read: string[] = [];
    for (
      let page = await readFeed(store.app, from, limit, hub);
      page.items.length > 0;
      page = await readFeed(store.app, page.next, limit, hub)
    )
      read.push(...told(page.items));
    return read;
  }

  it("tells of its own journeys alone", async () => {
    expect(new Set((await everything("great-north", 3)).map((line) => line.split(" ")[0]))).toEqual(
      new Set(["100001-primary"]),
    );
  });

  it("a reader past that day is told the whole past of a school that comes, in its order, page by page", async () => {
    await othersAreDone(store.owner);
    const { next } = await readFeed(store.app, null, 1000, "far-south");
    const version = await happens(
      "100001-primary",
      { type: "ApplicationWithdrawn", at: "2020-07-02T09:00:00Z" } as NewEvent["event"],
      asks("far-south", "2020-07-03T09:00:00Z"),
    );
    await happens("100002-primary", {
      type: "RemindersOptedOut",
      at: "2020-07-04T09:00:00Z",
      until: "2021-08-31",
    } as NewEvent["event"]);
    const whole = Array.from({ length: version }, (_, index) => `100001-primary ${index + 1}`);
    for (const limit of [1, 2, 1000]) {
      const read = await everything("far-south", limit, next);
      expect(read.slice(0, version)).toEqual(whole);
      expect(read.slice(version)).toHaveLength(1);
    }
  });

  it("the hub that it left is told no more of it", async () => {
    expect(await everything("great-north", 10)).toEqual([]);
  });

  it("a place in the midst of that past is a place in the feed of all events too: nothing is skipped", async () => {
    await othersAreDone(store.owner);
    const page = await readFeed(store.app, null, 1000, "far-south");
    const arrival = page.items.find(
      ({ subject, type, seq }) => subject === "100001-primary" && type === "ApplicationSubmitted" && seq > 1,
    );
    const before = page.items[page.items.indexOf(arrival!) - 1];
    expect(told((await readFeed(store.app, before?.cursor ?? "", 1)).items)).toEqual([
      `100001-primary ${arrival?.seq}`,
    ]);
  });

  it("a school that comes back is told of whole once more", async () => {
    await othersAreDone(store.owner);
    const { next } = await readFeed(store.app, null, 1000, "great-north");
    const version = await happens(
      "100001-primary",
      { type: "ApplicationWithdrawn", at: "2020-08-02T09:00:00Z" } as NewEvent["event"],
      asks("great-north", "2020-08-03T09:00:00Z"),
    );
    expect(await everything("great-north", 4, next)).toEqual(
      Array.from({ length: version }, (_, index) => `100001-primary ${index + 1}`),
    );
  });

  it("a database of before finds out by which event each journey came", async () => {
    const since = (): Promise<unknown> => store.owner.query("select id, hub_since from journeys order by id");
    const known = await since();
    const runner = store.owner.createQueryRunner();
    await new HubSince1700000000015().down(runner);
    await new HubSince1700000000015().up(runner);
    await runner.release();
    expect(await since()).toEqual(known);
    expect(known).toEqual([
      { id: "100001-primary", hub_since: expect.any(Number) },
      { id: "100002-primary", hub_since: 1 },
    ]);
  });
});
