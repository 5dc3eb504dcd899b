// What a worker remembers is never believed: with it and without it, a round comes to the same.

import { afterEach, describe, expect, it } from "@jest/globals";
import { ApplicationFailure } from "@temporalio/common";
import fc from "fast-check";
import type { DataSource } from "typeorm";
import { claimingAdvance, unclaimedAdvance, type Whole } from "../../test/support/claiming.ts";
import { draws, MAKE, type Draw } from "../../test/support/drawn-commands.ts";
import { developing, groupCommand, MAY, stepsToPlace } from "../../test/support/groups.ts";
import { SEVEN } from "../../test/support/placed-group.ts";
import { sampled } from "../../test/support/sampled.ts";
import { application, command, freshStore, rules, type TestStore } from "../../test/support/store.ts";
import { addSeconds } from "../calendar/instants.ts";
import type { CommandData } from "../journey/commands.ts";
import { evolve, NOTHING } from "../journey/evolve.ts";
import { load } from "../store/events/event-store.ts";
import { recorded } from "../store/events/known-events.ts";
import { setFigures } from "../store/hubs/figures.ts";
import { Memory } from "./memory.ts";
import { rebuild } from "./rebuild.ts";

const JUNE = "2020-06-02T08:00:00Z";

const stores: TestStore[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});
async function fresh(): Promise<TestStore> {
  const store = await freshStore({ poolSize: 8 });
  stores.push(store);
  return store;
}

const working = (store: TestStore, dataSource = store.app) => claimingAdvance({ dataSource, rules });
/** Every round begins with what is stored. */
const forgetful = ({ app }: TestStore) => claimingAdvance({ dataSource: app, rules, memory: undefined });
const types = async ({ app }: TestStore, stream: string): Promise<string[]> =>
  (await load(app, stream)).map(({ type }) => type);

/** All that is kept but for when, and by which transaction. */
async function everything({ owner }: TestStore): Promise<unknown> {
  const tables = await owner.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'
       and table_name not in ('schema_migrations', 'feed_epoch')
     order by 1`,
  );
  const rows = tables.map(async ({ name }) => [
    name,
    await owner.query(
      `select to_jsonb(kept.*) - '{recorded_at,tx,position,epoch,posted_at,done_at,leased_until}'::text[] as row
       from ${name} as kept order by 1`,
    ),
  ]);
  return Promise.all(rows);
}

/** Schools of one Work Group, and what is asked of each in turn; the same commands wherever they are asked. */
const asked = (steps: readonly Draw[]) => async (advance: (request: Whole) => Promise<unknown>, store: TestStore) => {
  const answers: unknown[] = [];
  let [number, now] = [0, MAY];
  const one = async (request: Whole): Promise<void> => void answers.push(await advance(request));
  const named = <C extends { id: string }>(made: C): C => ({ ...made, id: `c-${++number}` });
  await one({ group: "north-1", now, commands: [named(groupCommand("FormWorkGroup", now, SEVEN))] });
  const urns = ["300101", "300102", "300103"];
  for (const urn of urns) {
    const steps = [{ type: "SubmitApplication", data: developing(urn) } as const, ...stepsToPlace(urn, "north-1")];
    for (const { type, data } of steps)
      await one({ journey: `${urn}-primary`, now, commands: [named(command(type, now, data as never))] });
  }
  for (const [index, draw] of steps.entries()) {
    now = addSeconds(now, draw.wait);
    const journey = `${urns[index % urns.length]}-primary`;
    const state = recorded(await load(store.app, `journey/${journey}`)).reduce(evolve, NOTHING);
    const commands = draw.names
      .slice(0, 3)
      .map((name) => named(command(name, now, MAKE[name](state, draw, now.slice(0, 10)) as CommandData[typeof name])));
    await one({ journey, now, commands });
    if (index % 4 === 0) await one({ group: "north-1", now, commands: [] });
  }
  return answers;
};

describe("A round on what a worker remembers", () => {
  it("comes to the same as one that begins with what is stored, whatever is asked", async () => {
    const steps = fc.array(draws, { minLength: 10, maxLength: 12, size: "max" });
    for (const drawn of fc.sample(steps, sampled(2))) {
      const [remembering, stored] = [await fresh(), await fresh()];
      const answers = await asked(drawn)(working(remembering), remembering);
      expect(answers).toEqual(await asked(drawn)(forgetful(stored), stored));
      const kept = await everything(remembering);
      expect(kept).toEqual(await everything(stored));
      await rebuild(remembering.app);
      expect(await everything(remembering)).toEqual(kept);
    }
  }, 120_000);

  it("is decided again where another worker has gone on with the same school and group", async () => {
    const store = await fresh();
    const workers = [working(store), working(store)];
    const one = (index: number, request: Whole) => (workers[index % 2] ?? workers[0])!(request);
    await one(0, { group: "north-1", now: MAY, commands: [groupCommand("FormWorkGroup", MAY, SEVEN)] });
    const urns = Array.from({ length: 10 }, (_, index) => String(300201 + index));
    const offered = urns.map(async (urn, index) => {
      const journey = `${urn}-primary`;
      await one(index, { journey, now: MAY, commands: [command("SubmitApplication", MAY, developing(urn))] });
      return one(index + 1, { journey, now: MAY, commands: [command("OfferPlace", MAY, { workGroup: "north-1" })] });
    });
    const statuses = (await Promise.all(offered)).map(({ attributes }) => attributes.JourneyStatus);
    expect(statuses.filter((status) => status === "offered")).toHaveLength(7);
    expect(statuses.filter((status) => status === "waitlisted")).toHaveLength(3);
    const group = await load(store.app, "work-group/north-1");
    expect(group.map(({ seq }) => seq)).toEqual(group.map((_, index) => index + 1));
    const kept = await everything(store);
    await rebuild(store.app);
    expect(await everything(store)).toEqual(kept);
    // Each comes to what the other has made of it, time and again.
    const journey = `${urns[0]}-primary`;
    for (let turn = 0; turn < 6; turn++) {
      const asks = command("ProvideInformation", MAY, {});
      expect((await one(turn, { journey, now: MAY, commands: [asks] })).version).toBe(
        (await types(store, `journey/${journey}`)).length,
      );
    }
  }, 60_000);

  it("leaves nothing of what could not be kept: the next is decided on what is stored", async () => {
    const store = await fresh();
    const advance = unclaimedAdvance({ dataSource: store.app, rules });
    const journey = "100101-primary";
    await advance({ journey, now: JUNE, commands: [command("SubmitApplication", JUNE, application("100101"))] });
    const poison = command("OfferPlace", JUNE, { workGroup: "north \u0000" });
    expect((await advance({ journey, now: JUNE, commands: [poison] })).version).toBe(1);
    const offer = command("OfferPlace", JUNE, {});
    expect((await advance({ journey, now: JUNE, commands: [offer] })).version).toBe(2);
    expect(await types(store, `journey/${journey}`)).toEqual(["ApplicationSubmitted", "PlaceOffered"]);
  });

  it("is answered as it was kept where the answer of PostgreSQL was lost", async () => {
    const store = await fresh();
    let losing = false;
    const advance = working(
      store,
      losingAnswers(store.app, () => losing),
    );
    const journey = "100102-primary";
    await advance({ journey, now: JUNE, commands: [command("SubmitApplication", JUNE, application("100102"))] });
    const offer = command("OfferPlace", JUNE, {});
    losing = true;
    await expect(advance({ journey, now: JUNE, commands: [offer] })).rejects.toBeInstanceOf(ApplicationFailure);
    losing = false;
    expect(await advance({ journey, now: JUNE, commands: [offer] })).toMatchObject({
      version: 2,
      outcomes: [{ command: offer.id, accepted: true, version: 2 }],
    });
    expect(await types(store, `journey/${journey}`)).toEqual(["ApplicationSubmitted", "PlaceOffered"]);
  });

  it.each(["with a new epoch", "before there is one"])("is decided on what a restore left, %s", async (when) => {
    const store = await fresh();
    const advance = working(store);
    const journey = "100103-primary";
    const ask = async (type: "AcceptOffer" | "WaitlistApplication") =>
      advance({ journey, now: JUNE, commands: [command(type, JUNE, {})] });
    await advance({ journey, now: JUNE, commands: [command("SubmitApplication", JUNE, application("100103"))] });
    await ask("WaitlistApplication");
    await store.owner.query(
      `alter table events disable trigger events_append_only;
       delete from events where stream = 'journey/${journey}' and seq = 2;
       alter table events enable always trigger events_append_only`,
    );
    // Another worker has gone on since: as many events, and others.
    await forgetful(store)({ journey, now: JUNE, commands: [command("OfferPlace", JUNE, {})] });
    if (when === "with a new epoch") await store.owner.query("insert into feed_epoch (reason) values ('restored')");
    expect(await ask("AcceptOffer")).toMatchObject({ version: 3, outcomes: [{ accepted: true }] });
    expect(await types(store, `journey/${journey}`)).toEqual(["ApplicationSubmitted", "PlaceOffered", "OfferAccepted"]);
  });

  it("goes by what a hub has decided on its figures just now", async () => {
    const store = await fresh();
    const [remembering, stored] = [working(store), forgetful(store)];
    const ask = (advance: typeof stored, urn: string, type: "SubmitApplication" | "OfferPlace", data: object) =>
      advance({ journey: `${urn}-primary`, now: MAY, commands: [command(type, MAY, data as never)] });
    const offered = (urn: string): Promise<{ due: string | null }> => ask(remembering, urn, "OfferPlace", {});
    for (const urn of ["300301", "300302", "300303"]) await ask(remembering, urn, "SubmitApplication", developing(urn));
    const before = await offered("300301");
    await setFigures(store.app, {
      hub: "great-north",
      prospectus: "2024-25/primary-development",
      figures: { offerDays: 12 },
      reason: "Nobody decides within a month.",
      setBy: "p-1",
      setAt: MAY,
    });
    const after = await offered("300302");
    expect(after.due).not.toBe(before.due);
    expect(after.due).toBe((await ask(stored, "300303", "OfferPlace", {})).due);
  });
});

describe("What a worker remembers", () => {
  const subject = (events: number) => ({
    version: events,
    mark: 1,
    past: Array.from({ length: events }, (_, index) => ({ seq: index + 1 })) as never[],
    state: NOTHING,
    rows: null,
  });

  it("is bounded: what was looked at least recently goes first", () => {
    const memory = new Memory(100);
    for (const stream of ["a", "b", "c"]) memory.keep<"journey">(null, stream, subject(10));
    expect(memory.of("a")?.version).toBe(10);
    memory.keep<"journey">(null, "d", subject(10));
    expect(["a", "b", "c", "d"].map((stream) => memory.of(stream) !== null)).toEqual([true, false, true, true]);
    memory.forget(["a", "c", "d"]);
    memory.keep<"journey">(null, "large", subject(500));
    expect(memory.of("large")?.version).toBe(500);
  });

  it("is nobody's to change, and of one epoch alone", () => {
    const memory = new Memory();
    memory.keep<"journey">(null, "a", subject(2));
    expect(Object.isFrozen(memory.of("a")?.past[0])).toBe(true);
    memory.in("restored");
    expect(memory.of("a")).toBeNull();
    memory.keep<"journey">(null, "a", subject(2));
    expect(memory.of("a")).toBeNull();
  });

  it("has work on the same streams done in turn, and on others beside it", async () => {
    const memory = new Memory();
    const done: string[] = [];
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const first = memory.alone(["a", "b"], async () => {
      await held;
      done.push("first");
    });
    const second = memory.alone(["b", "c"], async () => void done.push("second"));
    await memory.alone(["d"], async () => void done.push("beside"));
    const impatient = memory.alone(["c"], async () => void done.push("never"), 1);
    await expect(impatient).rejects.toMatchObject({ code: "database-unavailable" });
    go();
    await Promise.all([first, second]);
    expect(done).toEqual(["beside", "first", "second"]);
    await expect(memory.alone(["a"], () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    await memory.alone(["a"], async () => void done.push("after"));
    expect(done.at(-1)).toBe("after");
  });
});

/** A pool of which the answers to what is kept are lost on the way, while that is so. */
function losingAnswers(source: DataSource, losing: () => boolean): DataSource {
  const { master } = source.driver as unknown as { master: { query(asked: { name?: string }): Promise<unknown> } };
  const query = async (asked: { name?: string }): Promise<unknown> => {
    const answer = await master.query(asked);
    if (losing() && asked.name === "round_is_kept") throw new Error("Connection terminated unexpectedly");
    return answer;
  };
  // What does not go by a name takes a connection of the pool, as ever.
  const ofMaster = (it: object, key: string | symbol): unknown => {
    const own: unknown = Reflect.get(it, key);
    return typeof own === "function" ? (own.bind(it) as unknown) : own;
  };
  const pool = new Proxy(master, { get: (it, key) => (key === "query" ? query : ofMaster(it, key)) });
  const driver = new Proxy(source.driver, { get: (it, key) => (key === "master" ? pool : Reflect.get(it, key)) });
  return new Proxy(source, { get: (it, key) => (key === "driver" ? driver : Reflect.get(it, key)) });
}
