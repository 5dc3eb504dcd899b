import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Recorded } from "../../journey/events.ts";
import { freshStore, HUB_LEAD, lifeOf, type TestStore } from "../../../test/support/store.ts";
import { append, load, loadAfter, type NewEvent } from "./event-store.ts";
import { loadInPart } from "./told.ts";
import { recorded } from "./known-events.ts";
import { lockStreams } from "./streams.ts";

const acceptance: NewEvent = {
  event: { type: "OfferAccepted", at: "2020-07-01T09:00:00Z" },
  actor: HUB_LEAD,
  commandId: "c-1",
};

describe("the event store", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await freshStore({ poolSize: 10 });
  }, 60_000);
  afterAll(() => store.close());

  const appendTo = (stream: string, version: number, events: readonly NewEvent[]): Promise<number> =>
    store.app.transaction((manager) => append(manager, stream, version, events));

  it("gives back what it was given, numbered from 1", async () => {
    const life = lifeOf("exemplary", "100001");
    expect(await appendTo("journey/100001-primary", 0, life)).toBe(life.length);
    const events = await load(store.app, "journey/100001-primary");
    expect(recorded(events)).toEqual(life.map(({ event }, index) => ({ ...event, seq: index + 1 })));
    expect(events[2]).toMatchObject({
      subject: "100001-primary",
      actor: HUB_LEAD,
      commandId: "made-100001-3",
      schemaVersion: 1,
    });
    expect(await loadAfter(store.app, "journey/100001-primary", 3, 2)).toEqual(events.slice(3, 5));
    expect(await load(store.app, "journey/never")).toEqual([]);
  });

  it("gives back a stream in part, when it is asked for: of some types nothing but what happened when", async () => {
    const [stream, life] = ["journey/100007-primary", lifeOf("exemplary", "100007")];
    await appendTo(stream, 0, life);
    const read = (await loadInPart(store.app, [stream, "journey/never"], ["OfferAccepted"])).get(stream);
    const bare = (one: Recorded): object =>
      one.type === "OfferAccepted" ? { seq: one.seq, type: one.type, at: one.at } : one;
    const whole = recorded(await load(store.app, stream));
    expect(whole.filter(({ type }) => type === "OfferAccepted")).not.toEqual([]);
    expect(recorded(read?.() ?? [])).toEqual(whole.map(bare));
  });

  it("brings an event of an older shape to today's as it is read, and leaves the row as it was written", async () => {
    const stream = "journey/100009-primary";
    const interest = { school: { urn: "100009" }, hub: "great-north", prospectus: "2020-21/primary-readiness" };
    await store.app.query(
      `insert into events (stream, seq, type, at, data, actor, schema_version)
       values ($1, 1, 'InterestExpressed', '2020-01-07T09:00:00Z', $2, $3, 1)`,
      [stream, JSON.stringify(interest), JSON.stringify(HUB_LEAD)],
    );
    const events = await load(store.app, stream);
    expect(events).toMatchObject([{ schemaVersion: 2, data: { ...interest, coming: [] } }]);
    expect(recorded(events)).toMatchObject([{ type: "InterestExpressed", coming: [] }]);
    const rows: unknown[] = await store.owner.query("select data, schema_version from events where stream = $1", [
      stream,
    ]);
    expect(rows).toEqual([{ data: interest, schema_version: 1 }]);
  });

  it.each(["update events set type = type", "delete from events", "truncate events cascade"])(
    'refuses "%s", to the service and to the owner',
    async (statement) => {
      await expect(store.app.query(statement)).rejects.toThrow(/permission denied/);
      await expect(store.owner.query(statement)).rejects.toMatchObject({ driverError: { code: "SJ001" } });
    },
  );

  it("refuses to be switched off by the service", async () => {
    await expect(store.app.query("alter table events disable trigger all")).rejects.toThrow(/must be owner/);
    await expect(store.app.query("set session_replication_role = replica")).rejects.toThrow(/permission denied/);
  });

  it("numbers without a gap under eight writers at once", async () => {
    const stream = "journey/100008-primary";
    const write = (writer: number): Promise<unknown> =>
      store.app.transaction(async (manager) => {
        await lockStreams(manager, [stream, "journey/another"]);
        const version = (await load(manager, stream)).length;
        await append(
          manager,
          stream,
          version,
          Array.from({ length: 1 + (writer % 3) }, () => ({ ...acceptance, commandId: `w-${writer}` })),
        );
      });
    for (let round = 0; round < 5; round++) await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(write));
    const events = await load(store.app, stream);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events).toHaveLength(5 * (1 + 2 + 3 + 1 + 2 + 3 + 1 + 2));
  });

  it("turns down an append to another version, above or below, and keeps nothing of it", async () => {
    const stream = "journey/100002-primary";
    await appendTo(stream, 0, [acceptance, acceptance]);
    for (const version of [0, 1, 3, 40]) {
      await expect(appendTo(stream, version, [acceptance])).rejects.toMatchObject({ code: "version-conflict" });
    }
    expect(await load(store.app, stream)).toHaveLength(2);
  });

  it("reads an event of a type it does not know as it is, and refuses to fold it", async () => {
    const stream = "journey/100003-primary";
    await store.owner.query(
      `insert into events (stream, seq, type, at, data, actor, schema_version)
       values ($1, 1, 'SchoolTwinned', '2027-09-01T08:00:00Z', '{"with": "100002"}',
         '{"who": "p-1", "role": "hub-lead"}', 1)`,
      [stream],
    );
    const events = await load(store.app, stream);
    expect(events).toMatchObject([{ type: "SchoolTwinned", at: "2027-09-01T08:00:00Z", data: { with: "100002" } }]);
    expect(() => recorded(events)).toThrow("unknown-event");
  });

  it("refuses to fold an event in a shape from the future", async () => {
    await appendTo("journey/100004-primary", 0, [acceptance]);
    const events = await load(store.app, "journey/100004-primary");
    expect(() => recorded(events.map((event) => ({ ...event, schemaVersion: 2 })))).toThrow("unknown-event");
  });

  it("says nothing of the data when PostgreSQL refuses it", async () => {
    const bad: NewEvent = {
      ...acceptance,
      event: { type: "LeadChanged", at: "2020-07-01T09:00:00Z", lead: "ada@example.org \u0000" },
    };
    const error: unknown = await appendTo("journey/100005-primary", 0, [bad]).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "StoreError", code: "database-error" });
    expect(
      JSON.stringify([
        error,
        String(error),
        error instanceof Error ? error.stack : "",
        error instanceof Error ? error.cause : "",
      ]),
    ).not.toContain("ada@");
  });
});
