import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { DataSource } from "typeorm";
import { addSeconds, instantFromMs, type Instant } from "../../../libs/calendar/instants.ts";
import { demoClockOf } from "../../../libs/config/demo.ts";
import { workflowIdOf } from "../../../libs/contract/journey.ts";
import { findOpen } from "../../../libs/store/events/late.ts";
import { wakeSubject } from "../../../libs/temporal/subject-client.ts";
import type { Bench } from "../bench.ts";
import type { Figure } from "../figure.ts";
import { callAll } from "../measure/callers.ts";
import { cpuOf } from "../measure/cpu.ts";
import { cpuOfOne, median, rateOf, turnOf, type Turn } from "../measure/rounds.ts";
import { emptyHome } from "../world/namespaces.ts";
import { plainIds, plainSide, type PlainSide } from "../world/plain-side.ts";
import { peopleOf } from "../world/people.ts";
import { theService, type Service } from "../world/service.ts";
import { settled } from "../world/settled.ts";

/** When the term's reminder is due at every school. */
const MORNING: Instant = "2027-01-11T09:00:00Z";
/** A bare workflow is started that much sooner than one of ours that has to be read first, at the least. */
const OURS_TAKE = 3;
const PATIENCE_MS = 10 * 60_000;
const A_DAY_MS = 24 * 60 * 60_000;

export const burst: Figure = {
  name: "burst",
  unit: "ratio",
  goal: { atLeast: 0.4 },
  says:
    "Journeys a second that are due at the same moment of one morning, until their letters are out and recorded " +
    "(letters end in a sink): over bare workflows with a timer and one activity.",
  besideIs: "bare workflows a second",
  async measure(bench) {
    const service = await theService(bench);
    const plain = await plainSide(bench, service);
    const journeys = await dueThen(service.country.dataSource);
    // Of one morning there is but one: the plain one has its turn before it and after it.
    const each = await secondsToStart(plain);
    const before = await plainMorning(plain, journeys, each);
    const ours = await morning(bench, service, journeys, each * OURS_TAKE);
    const turns = [before, await plainMorning(plain, journeys, each)];
    const beside = median(turns.map(rateOf));
    return {
      value: rateOf(ours) / beside,
      beside,
      cpu: cpuOfOne(ours),
      detail: { journeys, perSecond: rateOf(ours), cpuBeside: median(turns.map(cpuOfOne)) },
    };
  },
};

async function dueThen(source: DataSource): Promise<number> {
  const rows = await source.query<{ count: number }[]>(
    "select count(*)::int as count from streams where stream like 'journey/%' and due_at = $1",
    [MORNING],
  );
  return rows[0]?.count ?? 0;
}

async function morning(bench: Bench, service: Service, journeys: number, each: number): Promise<Turn> {
  const { dataSource, postgres } = service.country;
  await peopleOf(bench, dataSource);
  const comesAt = Math.ceil(Date.now() / 1_000 + 30 + journeys * each) * 1_000;
  const env = { DEMO_CLOCK: demoClockOf(MORNING, instantFromMs(comesAt)) };
  const { client, worker } = await emptyHome(service, `burst-${randomUUID().slice(0, 8)}`, env);
  try {
    const all = await findOpen(dataSource, "", 1_000_000);
    await callAll(all, ({ subject }) => wakeSubject(client, subject, { timeoutMs: 20_000 }));
    await settled(
      client,
      all.map(({ subject }) => workflowIdOf(subject)),
    );
    bench.say(`all wait for the morning, which comes in ${Math.round((comesAt - Date.now()) / 1_000)} s`);
    if (Date.now() > comesAt) throw new Error("the morning came before all waited for it: the machine is too busy");
    await pause(comesAt - Date.now());
    const cpu = (): number => cpuOf([worker.pid, ...service.serverPids, postgres.process.pid]);
    return await turnOf(cpu, async () => {
      for (const until = Date.now() + PATIENCE_MS; (await stillOpen(dataSource)) > 0; await pause(100))
        if (Date.now() > until) throw new Error(`${await stillOpen(dataSource)} journeys are still under way`);
      return journeys;
    });
  } finally {
    await worker.stop();
  }
}

async function stillOpen(source: DataSource): Promise<number> {
  const rows = await source.query<{ count: number }[]>(
    "select count(*)::int as count from streams where stream like 'journey/%' and (due_at <= $1 or open_effects > 0)",
    [addSeconds(MORNING, 1)],
  );
  return rows[0]?.count ?? 0;
}

/** How long one more bare workflow takes to start, on this machine as busy as it is now. */
async function secondsToStart(plain: PlainSide): Promise<number> {
  const some = 50;
  const startedAt = Date.now();
  await plain.call({ ids: plainIds(some, `pace-${randomUUID()}`), until: startedAt + A_DAY_MS });
  return (Date.now() - startedAt) / 1_000 / some;
}

async function plainMorning(plain: PlainSide, count: number, each: number): Promise<Turn> {
  const ids = plainIds(count, `morning-${randomUUID()}`);
  const until = Math.ceil(Date.now() + (10 + 2 * each * count) * 1_000);
  const before = (await plain.worker.ask<{ done: number }>({})).done;
  await plain.call({ ids, until });
  if (Date.now() > until) throw new Error("the morning came before all bare workflows waited for it");
  await pause(until - Date.now());
  return turnOf(plain.cpu, async () => {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(100))
      if ((await plain.worker.ask<{ done: number }>({})).done - before >= count) return count;
    throw new Error("bare workflows are still under way");
  });
}
