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
import { JourneyStays1700000000045 } from "../migrations/0045-journey-stays.ts";
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

  it("of a school that comes the new hub is told what happens from then on, page by page", async () => {
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
    for (const limit of [1, 2, 1000]) {
      const read = await everything("far-south", limit, next);
      expect(read[0]).toBe(`100001-primary ${version}`);
      expect(read).toHaveLength(2);
    }
  });

  it("the hub that it left keeps what was said to it, and is told no more", async () => {
    const read = await everything("great-north", 10);
    expect(read).toEqual(Array.from({ length: read.length }, (_, index) => `100001-primary ${index + 1}`));
    expect(read.length).toBeGreaterThan(5);
    const all = (await everything(null, 1000)).filter((line) => line.startsWith("100001-primary"));
    expect(all).toHaveLength(read.length + 1);
  });

  it("a place of before, in the midst of a past told whole, is a place still: nothing is skipped", async () => {
    await othersAreDone(store.owner);
    const { items } = await readFeed(store.app, null, 1000, "far-south");
    const arrival = items.find(({ subject, type }) => subject === "100001-primary" && type === "ApplicationSubmitted");
    const [id, epoch, tx, position] = Buffer.from(arrival?.cursor ?? "", "base64url")
      .toString()
      .split(" ");
    const midst = Buffer.from([id, epoch, tx, position, 3].join(" ")).toString("base64url");
    for (const hub of ["far-south", null])
      expect(told((await readFeed(store.app, midst, 1, hub)).items)).toEqual([`100001-primary ${arrival?.seq}`]);
  });

  it("a school that comes back goes on where it left: what was between is the other hub’s", async () => {
    await othersAreDone(store.owner);
    const { next } = await readFeed(store.app, null, 1000, "great-north");
    const version = await happens(
      "100001-primary",
      { type: "ApplicationWithdrawn", at: "2020-08-02T09:00:00Z" } as NewEvent["event"],
      asks("great-north", "2020-08-03T09:00:00Z"),
    );
    expect(await everything("great-north", 4, next)).toEqual([`100001-primary ${version}`]);
    expect((await everything("far-south", 4)).filter((line) => line.startsWith("100001"))).toEqual([
      `100001-primary ${version - 2}`,
      `100001-primary ${version - 1}`,
    ]);
  });

  it("an event that names its hub is that hub’s, wherever the school is", async () => {
    await othersAreDone(store.owner);
    const { next } = await readFeed(store.app, null, 1000, "far-south");
    await store.app.transaction(async (manager) => {
      await lockStreams(manager, ["journey/100001-primary"]);
      const { length } = await load(manager, "journey/100001-primary");
      const event = { type: "RemindersOptedOut", at: "2020-09-01T09:00:00Z", until: "2021-08-31" } as NewEvent["event"];
      await append(manager, "journey/100001-primary", length, [
        { event, actor: HUB_LEAD, commandId: null, hub: "far-south" },
      ]);
    });
    expect(await everything("far-south", 10, next)).toHaveLength(1);
    expect((await readFeed(store.app, next, 10, "far-south")).items[0]).toMatchObject({ hub: "far-south" });
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

  it("and at which hub each school was when", async () => {
    const stays = (): Promise<unknown> => store.owner.query("select * from journey_stays order by journey, since");
    const known = await stays();
    expect(known).toHaveLength(4);
    const runner = store.owner.createQueryRunner();
    await new JourneyStays1700000000045().down(runner);
    await new JourneyStays1700000000045().up(runner);
    await runner.release();
    expect(await stays()).toEqual(known);
  });
});
