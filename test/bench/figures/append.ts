import pg from "pg";
import { HUB_LEAD } from "../../support/store.ts";
import { append as appendEvents, type NewEvent } from "../../../libs/store/events/event-store.ts";
import type { Figure } from "../figure.ts";
import { cpuOf, ownCpu } from "../measure/cpu.ts";
import { interleaved, rateOver, turnOf } from "../measure/rounds.ts";
import { countryDatabase } from "../world/database.ts";

/** So many events at once: as many as a command brings that begins something. */
const AT_ONCE = 5;
/** Streams of no kind: nothing is read of them. */
const STREAM = "appended";
const COLUMNS = ["stream", "seq", "type", "at", "data", "actor", "command_id", "of_hub", "schema_version"];

export const append: Figure = {
  name: "append",
  unit: "ratio",
  goal: { atLeast: 0.9 },
  says:
    "Transactions a second that append five events to a stream: over a multi-row insert of the same into the same " +
    "table.",
  besideIs: "inserts of five rows a second, each a transaction",
  async measure(bench) {
    const { postgres, dataSource } = await countryDatabase(bench);
    const client = new pg.Client({ connectionString: postgres.appUrl });
    await client.connect();
    const cpu = (): number => cpuOf([postgres.process.pid]) + ownCpu();
    let no = Date.now();
    const ours = async (): Promise<unknown> =>
      dataSource.transaction((manager) => appendEvents(manager, `${STREAM}/${no++}`, 0, fiveEvents()));
    const plain = async (): Promise<void> => {
      await client.query("begin");
      await client.query(INSERT, rowsOf(`${STREAM}/${no++}`));
      await client.query("commit");
    };
    const seconds = bench.scale.seconds / 2;
    await during(0.5, ours);
    await during(0.5, plain);
    try {
      return rateOver(
        await interleaved(
          bench.scale.rounds,
          () => turnOf(cpu, () => during(seconds, ours)),
          () => turnOf(cpu, () => during(seconds, plain)),
        ),
      );
    } finally {
      await client.end();
    }
  },
};

const INSERT = `insert into events (${COLUMNS.join(", ")}) values ${Array.from(
  { length: AT_ONCE },
  (_, row) => `(${COLUMNS.map((_column, index) => `$${row * COLUMNS.length + index + 1}`).join(", ")})`,
).join(", ")}`;

function fiveEvents(): NewEvent[] {
  return Array.from({ length: AT_ONCE }, (_, no) => ({
    event: {
      type: "ReleaseDaysRecorded",
      at: "2026-11-02T09:00:00Z",
      participant: "teacher-1",
      days: no + 1,
      on: "2026-11-02",
    },
    actor: HUB_LEAD,
    commandId: `append-${no}`,
    hub: "great-north",
  }));
}

function rowsOf(stream: string): unknown[] {
  return fiveEvents().flatMap(({ event: { type, at, ...data }, actor, commandId, hub }, index) => [
    ...[stream, index + 1, type, at, JSON.stringify(data), JSON.stringify(actor), commandId, hub, 1],
  ]);
}

/** One after the other, for so many seconds; how many. */
async function during(seconds: number, one: () => Promise<unknown>): Promise<number> {
  let done = 0;
  for (const until = performance.now() + seconds * 1_000; performance.now() < until; done++) await one();
  return done;
}
