// `npm run test:term -- --seed 1 --schools 400 --kill-every 4 [--hubs 40] [--minutes 5]`: the autumn term of a nation's
// schools on a compressed clock, while workers are killed, the mail server is rough, and PostgreSQL is restarted. Then
// every reminder is accounted for. Ends with 1 if anything is wrong.

import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { DefaultLogger, Runtime } from "@temporalio/worker";
import { DataSource } from "typeorm";
import { recover } from "../../activities/recover.ts";
import { ensureSweepSchedule } from "../../activities/sweep.ts";
import { instantFromMs, msOf } from "../../libs/calendar/instants.ts";
import { say, type Ledger } from "../faults/school.ts";
import { WorkerSlot } from "../faults/slots.ts";
import { startGround } from "../faults/world.ts";
import { generator } from "../../apps/demo/generator.ts";
import { knottedClock } from "../support/rule-clock.ts";
import { account } from "./account.ts";
import { keepNotes, readNotes } from "./copies.ts";
import { killWorkers, restartPostgres, untilRuleTime, type Trouble } from "./faults.ts";
import { startRoughMail } from "./rough-mail.ts";
import { saysInTerm, schoolsOfTerm, seedSchools } from "./schools.ts";
import { ENDS, TERM_CLOCK, termFrom } from "./term.ts";

const WORKERS = 4;
/** From the seeding to the first second of the term: the workers start. */
const HEAD_START_MS = 15_000;
const DRAIN_MS = 5 * 60_000;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    schools: { type: "string", default: "400" },
    hubs: { type: "string", default: "40" },
    minutes: { type: "string", default: "5" },
    "kill-every": { type: "string", default: "4" },
  },
});
const seed = Number(values.seed);
const startedAt = Date.now();

Runtime.install({ logger: new DefaultLogger("ERROR") });
const ground = await startGround("term");
const { dataSource, client, folder, bundle } = ground;
const owner = await new DataSource({ type: "postgres", url: ground.ownerUrl }).initialize();
await keepNotes(owner);
await owner.destroy();
const schools = schoolsOfTerm(Number(values.schools), Number(values.hubs));
await seedSchools(dataSource, schools);
progress(`${schools.length} schools have their place`);

const mail = await startRoughMail(WORKERS, generator(seed + 1));
const knots = termFrom(Date.now() + HEAD_START_MS, Number(values.minutes) * 60_000);
const clock = knottedClock(knots);
const workers = mail.smtpUrls.map(
  (smtpUrl, slot) =>
    new WorkerSlot(
      join(folder, `worker-${slot + 1}.log`),
      bundle,
      {
        ...ground.env,
        SMTP_URL: smtpUrl,
        HUB_INBOX: "hub-{hub}@hubs.example",
        MAIL_RATE: "60",
        [TERM_CLOCK]: JSON.stringify(knots),
      },
      new URL("./worker.ts", import.meta.url),
    ),
);
await ensureSweepSchedule(client);
await recover({ dataSource, client });

const ledger: Ledger = { acknowledged: [], resent: 0, journeys: [] };
const trouble: Trouble = {
  clock,
  until: msOf(clock.theirs(ENDS)),
  random: generator(seed),
  progress,
  kills: { "at-random": 0, "after-append": 0, "after-effect": 0, "after-yes": 0 },
  postgres: [],
};
await Promise.all([
  killWorkers(trouble, workers, mail, Number(values["kill-every"]) * 1_000),
  restartPostgres(trouble, () => ground.restartPostgres()),
  schoolsSpeak(),
  tellProgress(),
]);
mail.calm();
progress("the term is over: what is under way is brought to its end");
const drained = await drain();

const { faults, facts } = await account(dataSource, {
  schools,
  now: nowOfRules(),
  ledger,
  arrivals: mail.arrivals,
  noted: await readNotes(dataSource),
  deaths: { workers: workers.map(({ deaths }) => deaths), postgres: trouble.postgres },
});
if (!drained) faults.unshift(`after ${DRAIN_MS / 1_000} s something is still open`);
process.exitCode = faults.length > 0 ? 1 : 0;
const all = {
  schools: schools.length,
  hubs: Number(values.hubs),
  ...facts,
  commands: ledger.acknowledged.length,
  commandsResent: ledger.resent,
  kills: trouble.kills,
  postgresRestarts: trouble.postgres.length,
  mailServer: mail.troubles,
  seconds: Math.round((Date.now() - startedAt) / 1_000),
};
process.stdout.write(`seed ${values.seed}: ${JSON.stringify(all, null, 1)}\n`);
process.stdout.write(
  faults.length > 0
    ? `${faults.slice(0, 50).join("\n")}\n${faults.length} FAULTS\n`
    : "every reminder that was due is accounted for, none is lost, none is doubled but by a death\n",
);
await Promise.all(workers.map((worker) => worker.end()));
await mail.stop();
await ground.stop();
process.exit();

function nowOfRules(): string {
  return clock.ours(instantFromMs(Date.now()));
}

async function schoolsSpeak(): Promise<void> {
  const random = generator(seed + 2);
  const stage = { client, dataSource, ledger, criteria: [] };
  await Promise.all(
    schools
      .map((school) => saysInTerm(school, random))
      .map(async (said, index) => {
        const journey = schools[index]?.journey ?? "";
        for (const { at, type, data } of said) {
          await untilRuleTime(clock, at);
          await say(stage, journey, type, type, data, nowOfRules());
        }
      }),
  );
}

/** Nothing is due any more and nothing is owed, once leases have run out and the sweep has come round. */
async function drain(): Promise<boolean> {
  for (const patience = Date.now() + DRAIN_MS; Date.now() < patience; await pause(1_000)) {
    const { open, late } = await standing();
    if (open + late === 0) return true;
  }
  return false;
}

async function standing(): Promise<{ open: number; late: number }> {
  const query =
    "select coalesce(sum(open_effects), 0)::int as open, (count(*) filter (where due_at <= $1))::int as " +
    "late from streams";
  const rows: { open: number; late: number }[] = await dataSource.query(query, [nowOfRules()]).catch(() => []);
  return rows[0] ?? { open: -1, late: -1 };
}

async function tellProgress(): Promise<void> {
  for (; Date.now() < trouble.until; await pause(15_000)) {
    const { open, late } = await standing();
    progress(
      `${nowOfRules().slice(0, 16)}: ${late} late, ${open} open, ${mail.arrivals.length} letters, ` +
        `${Object.values(trouble.kills).reduce((sum, one) => sum + one, 0)} kills`,
    );
  }
}

function progress(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}
