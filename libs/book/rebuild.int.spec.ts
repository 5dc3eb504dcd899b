import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { claimingAdvance } from "../../test/support/claiming.ts";
import { developing, groupCommand, MAY } from "../../test/support/groups.ts";
import { SEVEN } from "../../test/support/placed-group.ts";
import { command, freshStore, lifeOf, rules, type TestStore } from "../../test/support/store.ts";
import { due } from "../journey/due.ts";
import { fold } from "../journey/evolve.ts";
import { append, load, type NewEvent } from "../store/events/event-store.ts";
import { recorded } from "../store/events/known-events.ts";
import { streamOf, saveStreams, streamRow } from "../store/events/streams.ts";
import { findJourney, findJourneys, journeyEvents, journeyIdOf } from "../views/journeys/read-journeys.ts";
import { rebuild } from "./rebuild.ts";
import { rowsOfJourney } from "../views/rows-of-journey.ts";
import { GROUP_TABLES, READ_TABLES } from "../views/tables.ts";
import { rowsOf, writeViews } from "../views/write.ts";

/** Appends a life in pieces, with the read tables beside it, as `advance` does. */
async function live(store: TestStore, journey: string, life: readonly NewEvent[]): Promise<void> {
  const stream = streamOf(journey);
  for (let from = 0; from < life.length; from += 7) {
    await store.app.transaction(async (manager) => {
      const past = recorded(await load(manager, stream));
      await append(manager, stream, from, life.slice(from, from + 7));
      const events = recorded(await load(manager, stream));
      await writeViews(manager, READ_TABLES, [
        { before: { journey, events: past, state: fold(past) }, after: { journey, events, state: fold(events) } },
      ]);
      await saveStreams(manager, [streamRow(stream, events, fold(events), due(fold(events)))]);
    });
  }
}

/** A group that is formed, and a school that is offered a place in it, with another that waits. */
async function liveGroup(store: TestStore): Promise<void> {
  const advance = claimingAdvance({ dataSource: store.app, rules });
  await advance({
    group: "north-1",
    now: MAY,
    commands: [groupCommand("FormWorkGroup", MAY, { ...SEVEN, places: 6 })],
  });
  for (let urn = 900300; urn < 900308; urn++) {
    const commands = [
      command("SubmitApplication", MAY, developing(String(urn))),
      command("OfferPlace", MAY, { workGroup: "north-1" }),
    ];
    await advance({ journey: `${urn}-primary`, now: MAY, commands });
  }
}

describe("read tables", () => {
  let store: TestStore;
  const succession: NewEvent = {
    event: { type: "SchoolSucceeded", at: "2024-01-08T09:00:00Z", urn: "900002", was: "100002" },
    actor: { who: "p-1", role: "hub-lead" },
    commandId: "c-9",
  };
  beforeAll(async () => {
    store = await freshStore();
    await live(store, "100001-primary", lifeOf("exemplary", "100001"));
    await live(store, "100002-primary", [...lifeOf("silent", "100002"), succession]);
    await live(store, "100003-primary", lifeOf("exemplary", "100003").slice(0, 2));
    await liveGroup(store);
  }, 60_000);
  afterAll(() => store.close());

  const everything = async (): Promise<string> => {
    const tables = [
      ...[...READ_TABLES, ...GROUP_TABLES].map(({ entity }) => store.app.getMetadata(entity).tableName),
      "streams",
    ];
    const rows = await Promise.all(
      tables.map(async (table) => ({
        table,
        rows: await store.owner.query(`select row.*::text as row from ${table} as row order by 1`),
      })),
    );
    return JSON.stringify(rows);
  };

  it("are the same, byte for byte, when they are made again from the events", async () => {
    const before = await everything();
    for (const { entity } of [...READ_TABLES, ...GROUP_TABLES])
      await store.owner.query(`truncate ${store.app.getMetadata(entity).tableName}`);
    await store.owner.query("truncate streams");
    expect(await rebuild(store.app)).toBe(11);
    expect(await everything()).toBe(before);
  });

  it("are the same again after they were spoilt", async () => {
    const before = await everything();
    await store.owner.query(`update journeys set status = 'completed', owes = 99`);
    await store.owner.query(`delete from commitments where code like 'm%'`);
    await store.owner.query(`update work_group_schools set position = 9`);
    await store.owner.query(
      `insert into work_group_sessions select 'nobody', code, held_on, length, place, status from work_group_sessions`,
    );
    await store.owner.query(
      `insert into tasks select 'nobody', id || '-x', about, commitment, opened_at, status from tasks`,
    );
    await store.owner
      .query(`insert into journeys select 'nobody', urn, hub, phase, status, stage, academic_year, prospectus,
        work_group, version, owes, next_at, next_what,
      summary, started_at, updated_at, aliases from journeys where id = '100001-primary'`);
    expect(await everything()).not.toBe(before);
    await rebuild(store.app);
    expect(await everything()).toBe(before);
  });

  it("are read of one journey as TypeORM's own find reads them, every column of every table", async () => {
    for (const { entity } of READ_TABLES) {
      const keys = store.app.getMetadata(entity).primaryColumns;
      for (const journey of ["100001-primary", "100002-primary", "900300-primary"]) {
        const found = await store.app.manager.find(entity, {
          where: { [keys[0]!.propertyName]: journey },
          order: Object.fromEntries(keys.map(({ propertyName }) => [propertyName, "asc"])),
        });
        const order = keys.map(({ databaseName }) => databaseName).join(", ");
        const read = await rowsOfJourney(store.app.manager, entity, journey, order);
        expect(read).toEqual(found.map((row) => ({ ...row })));
      }
    }
  });

  it("that came out as they were are the very same: a worker's memory holds them once", async () => {
    const journey = "100001-primary";
    const events = recorded(await load(store.app, streamOf(journey)));
    const of = (some: typeof events) => ({ journey, events: some, state: fold(some) });
    const before = rowsOf(store.app, READ_TABLES, of(events.slice(0, -1)));
    const after = rowsOf(store.app, READ_TABLES, of(events), { rows: before, added: events.slice(-1) });
    expect(after).toEqual(rowsOf(store.app, READ_TABLES, of(events)));
    const differ = READ_TABLES.filter((_, index) => after[index] !== before[index]).map(({ entity }) => entity.name);
    // Its last event ends a stage.
    expect(differ).toEqual(["JourneyRow", "JourneyYearRow"]);
  });

  it("tell a whole journey", async () => {
    const journey = await findJourney(store.app, "100001-primary");
    const events = await load(store.app, "journey/100001-primary");
    expect(journey).toMatchObject({
      id: "100001-primary",
      urn: "100001",
      phase: "primary",
      version: events.length,
      startedAt: events[0]?.at,
      updatedAt: events.at(-1)?.at,
      aliases: [],
    });
    expect(journey?.reminders).toHaveLength(events.filter(({ type }) => type === "ReminderDue").length);
    expect(journey?.grants).toMatchObject([
      { no: 1, stage: "development", academicYear: "2021/22", amountPence: 100000, status: "paid" },
    ]);
    expect(journey?.escalations).toEqual([]);
    expect(new Set(journey?.commitments.map(({ academicYear }) => academicYear))).toEqual(
      new Set(["2020/21", "2021/22", "2022/23"]),
    );
    expect(journey?.commitments.every(({ dueOn }) => /^\d{4}-\d\d-\d\d$/.test(dueOn))).toBe(true);
    expect(journey?.participants.length).toBeGreaterThan(0);
    expect(await findJourney(store.app, "999999-primary")).toBeNull();
    expect(await findJourney(store.app, "nonsense")).toBeNull();
  });

  it("tell the levels a silent school went through", async () => {
    const journey = await findJourney(store.app, "100002-primary");
    const levels = journey?.escalations
      .filter(({ commitment }) => commitment === journey.escalations[0]?.commitment)
      .map(({ level }) => level);
    expect(levels).toEqual([1, 2, 3]);
    expect(journey?.tasks.length).toBeGreaterThan(0);
  });

  it("find a journey by the URN of its successor, and by its former one", async () => {
    for (const id of ["100002-primary", "900002-primary"])
      expect((await findJourney(store.app, id))?.id).toBe("100002-primary");
    expect(await journeyIdOf(store.app, "900002", "primary")).toBe("100002-primary");
    expect(await journeyIdOf(store.app, "100002", "primary")).toBe("100002-primary");
    expect(await journeyIdOf(store.app, "900002", "secondary")).toBe("900002-secondary");
    expect((await findJourneys(store.app, { urn: "900002", limit: 5 })).items.map(({ id }) => id)).toEqual([
      "100002-primary",
    ]);
    expect((await findJourneys(store.app, { urn: "100002", limit: 5 })).items.map(({ id }) => id)).toEqual([
      "100002-primary",
    ]);
  });

  it("give pages by key, of those that fit", async () => {
    const first = await findJourneys(store.app, { phase: "primary", limit: 2 });
    expect([first.items.map(({ id }) => id), first.next]).toEqual([
      ["100001-primary", "100002-primary"],
      "100002-primary",
    ]);
    const second = await findJourneys(store.app, {
      phase: "primary",
      hub: "rehearsal",
      limit: 2,
      after: first.next ?? "",
    });
    expect([second.items.map(({ id }) => id), second.next]).toEqual([["100003-primary"], null]);
    expect(
      (
        await findJourneys(store.app, {
          status: "offered",
          stage: "readiness",
          academicYear: "2020/21",
          hub: "rehearsal",
          limit: 9,
        })
      ).items,
    ).toMatchObject([{ id: "100003-primary" }]);
    expect((await findJourneys(store.app, { hub: "elsewhere", limit: 9 })).items).toEqual([]);
  });

  it("give the events of a journey, in pages", async () => {
    const first = await journeyEvents(store.app, "100003-primary", null, 1);
    expect([first.items.map(({ type }) => type), first.next]).toEqual([["ApplicationSubmitted"], 1]);
    const second = await journeyEvents(store.app, "100003-primary", first.next, 1);
    expect([second.items.map(({ seq }) => seq), second.next]).toEqual([[2], null]);
  });
});
