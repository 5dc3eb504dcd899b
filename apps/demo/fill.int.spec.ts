// A small demonstration: made twice from one seed, in databases of their own.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { TEST_KEYRING } from "../../test/support/people-keys.ts";
import { rebuild } from "../../libs/book/rebuild.ts";
import type { Mail } from "../../libs/mail/mail.ts";
import { noMailer } from "../../libs/mail/no-mail.ts";
import { GROUP_TABLES, READ_TABLES, RUN_TABLES } from "../../libs/views/tables.ts";
import { DEMO_BEGINS } from "./demo-day.ts";
import { fill, type Filled } from "./fill.ts";

interface Made {
  store: TestStore;
  filled: Filled;
  letters: Mail[];
}

async function made(): Promise<Made> {
  const store = await freshStore();
  const letters: Mail[] = [];
  const mailer: typeof noMailer = {
    send(mail) {
      letters.push(mail);
      return noMailer.send(mail);
    },
  };
  const making = {
    databaseUrl: store.appUrl,
    keyring: TEST_KEYRING,
    erasureLog: "/dev/null",
    publicUrl: "https://demo.example",
    mailer,
  };
  return { store, letters, filled: await fill(making, { size: "small", seed: 7 }) };
}

/** Ids that are made under a database's own key: of people, their addresses, texts, payment runs and requests. */
const OWN_IDS = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|\b(r|p-)[\da-f]{10}\b|\b[\da-f]{64}\b/gu;

/** All events, as text, ids of a database's own by the order in which they come. */
async function happened({ store }: Made): Promise<string[]> {
  const rows = await store.owner.query<{ event: string }[]>(
    // A letter's own id names the database that it went out from.
    // Runs have no name but an id of this database's own: they come by their hub and day.
    `select jsonb_build_array(stream, seq, type, at, data - 'messageId', actor, command_id)::text as event from events
     left join (select stream, data->>'hub' as hub, at as prepared from events where type = 'PaymentRunPrepared'
       and seq = 1) as run using (stream)
     order by hub is not null, hub, prepared, stream, seq`,
  );
  const known = new Map<string, string>();
  const named = (id: string): string => {
    const name = known.get(id) ?? `#${known.size + 1}`;
    known.set(id, name);
    return name;
  };
  return rows.map(({ event }) => event.replaceAll(OWN_IDS, named));
}

describe("a small demonstration", () => {
  let one: Made;
  let other: Made;
  beforeAll(async () => {
    [one, other] = await Promise.all([made(), made()]);
  }, 120_000);
  afterAll(async () => {
    await one.store.close();
    await other.store.close();
  });

  it("is the same from the same seed: what happened, when, and who asked", async () => {
    const [mine, others] = await Promise.all([happened(one), happened(other)]);
    expect(mine.length).toBeGreaterThan(400);
    expect(mine).toEqual(others);
    expect(one.filled).toEqual(other.filled);
  });

  it("turns nothing down that it asks for, and has come to its day with nothing left undone", async () => {
    expect(one.filled.turnedDown).toEqual([]);
    const late = await one.store.owner.query(`select stream, due_at from streams where due_at <= $1`, [DEMO_BEGINS]);
    expect(late).toEqual([]);
    const [{ last }] = await one.store.owner.query("select max(at) as last from events");
    expect((last as Date).toISOString() <= new Date(DEMO_BEGINS).toISOString()).toBe(true);
  });

  it("has in its read tables what its events say, byte for byte", async () => {
    const tables = [...READ_TABLES, ...GROUP_TABLES, ...RUN_TABLES].map(
      ({ entity }) => one.store.app.getMetadata(entity).tableName,
    );
    const everything = () =>
      Promise.all(
        [...tables, "streams"].map(async (table) => ({
          table,
          rows: await one.store.owner.query(`select row.*::text as row from ${table} as row order by 1`),
        })),
      );
    const before = await everything();
    await rebuild(one.store.app);
    expect(await everything()).toEqual(before);
  });

  it("keeps every letter as it would have gone out, to addresses that no mail server has", async () => {
    const kept = await one.store.owner.query("select message_id as id from people.sent_letters");
    expect(new Set(kept.map(({ id }: { id: string }) => id)).size).toBe(
      new Set(one.letters.map((it) => it.messageId)).size,
    );
    expect(one.letters.length).toBeGreaterThan(200);
    expect(one.letters.filter(({ to }) => !/\.(example|invalid)$/u.test(to))).toEqual([]);
  });
});
