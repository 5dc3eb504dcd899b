import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { dropEndedLeases, dropSettledCommands } from "./prune.ts";

describe("What nobody will ask for again", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await freshStore();
  }, 60_000);
  afterAll(() => store.close());

  const left = async (table: string, key: string): Promise<string[]> =>
    (await store.owner.query<{ id: string }[]>(`select ${key} as id from ${table} order by 1`)).map(({ id }) => id);

  /** `days`: how long its outcome has stood; null: it has none. */
  const settled = (id: string, stream: string, days: number | null, name = "OfferPlace") =>
    store.owner.query(
      `insert into commands (id, stream, name, principal, received_at, outcome, recorded_at)
       values ($1, $2, $3, 'p-1', now() - interval '1 year', $4, now() - make_interval(days => $5))`,
      [id, stream, name, days === null ? null : "{}", days],
    );
  const stream = (name: string, openEffects: number, due: string | null = null) =>
    store.owner.query("insert into streams (stream, version, due_at, open_effects) values ($1, 1, $2, $3)", [
      name,
      due,
      openEffects,
    ]);

  it("are commands whose outcome has stood for 90 days, but those that something still relies on", async () => {
    await stream("journey/100001-primary", 0, "2030-01-01");
    await stream("work-group/open", 1);
    await stream("work-group/rests", 0);
    for (const turn of ["running", "done"]) await stream(`turn/${turn}/2027-28`, 0);
    await store.owner.query(
      `insert into events (stream, seq, type, at, data, actor, schema_version)
       values ('turn/done/2027-28', 1, 'TurnDone', now(), '{}', '{"who": "p-1", "role": "hub-lead"}', 1)`,
    );
    await stream("payment-run/prepared", 0);
    const journey = "journey/100001-primary";
    await settled("gone", journey, 91);
    await settled("key-is-good", journey, 89);
    await settled("under-way", journey, null);
    await settled("told", journey, 400, "NoteWindow");
    await settled("offer:work-group/open:4", journey, 400);
    await settled("offer:work-group/rests:4", journey, 400);
    await settled("effect:100001-primary:7:performed", journey, 400, "RecordEffect");
    await settled("turn/running/2027-28/300001-primary", journey, 400);
    await settled("step/turn/running/2027-28/3", "turn/running/2027-28", 400);
    await settled("turn/done/2027-28/300001-primary", journey, 400);
    await settled("begun", "turn/running/2027-28", 400, "BeginTurn");
    await settled("prepare", "payment-run/prepared", 400, "PreparePaymentRun");
    expect(await dropSettledCommands(store.app)).toBe(4);
    expect(await left("commands", "id")).toEqual([
      "begun",
      "key-is-good",
      "offer:work-group/open:4",
      "prepare",
      "step/turn/running/2027-28/3",
      "told",
      "turn/running/2027-28/300001-primary",
      "under-way",
    ]);
    expect(await dropSettledCommands(store.app)).toBe(0);
  });

  it("are leases of effects whose stream has ended, and no others", async () => {
    await stream("journey/100002-primary", 0);
    const lease = (id: string, days: number | null) =>
      store.owner.query(
        `insert into effect_leases (effect_id, holder, leased_until, attempts, done_at, result)
         values ($1, 'w', now(), 1, now() - make_interval(days => $2), case when $2 is not null then '{}'::jsonb end)`,
        [id, days],
      );
    await lease("100002-primary:1", 91);
    await lease("100002-primary:2", 89);
    await lease("100002-primary:3", null);
    await lease("100001-primary:1", 400); // something still comes to it
    await lease("work-group/open:4", 400); // something of it is open
    await lease("work-group/rests:4", 400);
    await lease("mail", 400); // of no stream
    expect(await dropEndedLeases(store.app)).toBe(2);
    expect(await left("effect_leases", "effect_id")).toEqual([
      "100001-primary:1",
      "100002-primary:2",
      "100002-primary:3",
      "mail",
      "work-group/open:4",
    ]);
  });
});
