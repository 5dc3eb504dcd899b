// Makes a service as an older release left it, with that release's own code: PostgreSQL and Temporal's store in a folder,
// schools with open offers, a Work Group with a register, a payment run half paid, a hub's turn half done. Run inside a
// worktree of that release (npm run test:upgrade and npm run record-upgrade do so); it is no TypeScript of ours, for what
// it calls is not ours any more.
//
//   node --import ./apps/cli/setup/typescript.mjs …/old-service.mjs FOLDER SIZES [SQL]
//
// SIZES: {"offers": 100, "placed": 7, "released": 60, "payable": 33} schools. SQL: a file for schema and rows.

import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { dumpOf } from "./old-dump.mjs";

const [folder, sizes, sqlFile] = process.argv.slice(2);
const { offers, placed, released, payable } = JSON.parse(sizes);
const top = pathToFileURL(`${process.cwd()}/`);
/** Of that release. */
const old = (file) => import(new URL(file, top).href);
const { Client, Connection } = createRequire(new URL("package.json", top))("@temporalio/client");

const { freePort } = await old("apps/cli/setup/ports.ts");
const { startPostgres } = await old("apps/cli/setup/postgres.ts");
const { startTemporal } = await old("apps/cli/setup/temporal.ts");
const { startWorker } = await old("apps/worker/worker.ts");
const { startInbox } = await old("apps/inbox/inbox.ts");
const { readWorkerEnvironment } = await old("libs/config/environment.ts");
const { addSeconds, instantFromMs, msOf } = await old("libs/calendar/instants.ts");
const { performCommand, wakeJourney } = await old("libs/clients/journey-client.ts");
const { openDatabase } = await old("libs/store/data-source.ts");
const { migrate } = await old("libs/store/migrate.ts");
const { MIGRATIONS } = await old("libs/store/migrations/list.ts");
const { putSchools } = await old("libs/store/schools.ts");
const { beginTurn } = await old("libs/store/turns.ts");
const { linesOf } = await old("libs/store/payment-lines.ts");
const { previewTurn } = await old("libs/views/read-turn.ts");
const { adjust } = await old("libs/work-group/turn/adjust.ts");
const { unlockPeople } = await old("libs/people/keys.ts");
const { putContact, putPerson } = await old("libs/people/people.ts");
const { TEST_KEY, TEST_KEYRING } = await old("test/support/people-keys.ts");
const { developing, SEVEN, stepsToPlace } = await old("test/support/groups.ts");
const { schoolsOf, seedGrants } = await old("test/support/released-grants.ts");
const { inRuleTime } = await old("test/support/rule-clock.ts");
const { rules } = await old("test/support/store.ts");
const { recover } = await old("activities/sweep.ts");

/** What the schools' clock shows when it begins: the day after a grant was released. */
const STARTS_AT = "2024-10-04T09:00:00Z";
const HUB_LEAD = { who: "p-hub-lead", role: "hub-lead" };
const [NORTH, SOUTH] = ["great-north", "far-south"];
const TURN = { hub: SOUTH, into: "2025/26" };

mkdirSync(folder, { recursive: true });
const postgres = await startPostgres({ folder: join(folder, "postgres"), port: await freePort() });
const temporal = await startTemporal({ folder: join(folder, "temporal"), port: await freePort() });
const inbox = await startInbox({ folder: join(folder, "mail"), smtpPort: await freePort(), webPort: await freePort() });
await migrate(postgres.ownerUrl);
const dataSource = unlockPeople(await openDatabase(postgres.appUrl, { name: "old" }), TEST_KEYRING);
const client = new Client({ connection: await Connection.connect({ address: temporal.address }) });

const behind = Math.round((Date.now() - msOf(STARTS_AT)) / 1000);
const clock = { ours: (at) => addSeconds(at, -behind), theirs: (at) => addSeconds(at, behind) };
const now = () => clock.ours(instantFromMs(Date.now()));
/** Journeys whose command of the turn gets no answer: the turn stands still there. */
const held = new Set();
const around = (activities) => {
  const { advance } = activities;
  return inRuleTime(
    {
      ...activities,
      advance: async (request) => {
        if (held.has(request.journey) && request.commands.some(({ id }) => id.startsWith("turn/")))
          throw new Error("held");
        return advance(request);
      },
    },
    clock,
  );
};
const worker = await startWorker(
  readWorkerEnvironment({
    ...process.env,
    DATABASE_URL: postgres.appUrl,
    TEMPORAL_ADDRESS: temporal.address,
    SMTP_URL: inbox.smtpUrl,
    MAIL_FROM: "journeys@upgrade.example",
    MAIL_RATE: "500",
    PEOPLE_KEY: TEST_KEY.toString("base64"),
    ERASURE_LOG: join(folder, "erasures.log"),
  }),
  { around },
);

/** Sends a command until it is answered; nothing here is to be turned down. */
async function ask(name, id, type, data, more = {}) {
  const command = { id: `${name} ${id}`, type, at: now(), by: HUB_LEAD, data, ...more };
  for (let tries = 1; ; tries++) {
    try {
      const outcome = await performCommand(client, name, command, { timeoutMs: 20_000 });
      if (outcome.accepted) return;
      throw new Error(`${name}: ${type} ${JSON.stringify(outcome)}`);
    } catch (error) {
      if (error.code !== "unavailable" || tries === 10) throw error;
    }
  }
}

/** Works through a list, eight at a time. */
async function each(list, work) {
  const rest = [...list];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let one = rest.shift(); one !== undefined; one = rest.shift()) await work(one);
    }),
  );
}

async function until(what, look) {
  for (const patience = Date.now() + 120_000; Date.now() < patience; await pause(200)) if (await look()) return;
  throw new Error(`${what} did not come`);
}

const say = (line) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} old service: ${line}\n`);
const one = async (sql, values) => (await dataSource.query(sql, values))[0];

const everybody = {
  offers: schoolsOf(offers, [NORTH], 410_000),
  placed: schoolsOf(placed, [NORTH], 420_000),
  released: schoolsOf(released, [NORTH], 430_000),
  payable: schoolsOf(payable, [SOUTH], 440_000),
};
await each(Object.values(everybody).flat(), async ({ urn }) => {
  const people = {
    [`person-${urn}`]: "office",
    [`head-${urn}`]: "head",
    [`${urn}-1`]: "first",
    [`${urn}-2`]: "second",
  };
  for (const [id, name] of Object.entries(people))
    await putPerson(dataSource, {
      id,
      firstName: "Alex",
      lastName: `Example ${urn}`,
      email: `${name}-${urn}@school.example`,
    });
  await putContact(dataSource, { journey: `${urn}-primary`, role: "headteacher", person: `head-${urn}` });
});

say("open offers");
await putSchools(
  dataSource,
  [...everybody.offers, ...everybody.placed].map(({ urn }) => ({
    urn,
    name: `Example Primary School ${urn}`,
    phase: "primary",
    funding: "state",
    open: true,
    address: null,
    postcode: null,
    source: "application",
  })),
);
const applied = { at: "2024-06-03T09:00:00Z" };
await each(everybody.offers, async ({ urn }) => {
  await ask(`${urn}-primary`, "apply", "SubmitApplication", developing(urn), applied);
  await ask(`${urn}-primary`, "offer", "OfferPlace", { workGroup: "north-2", respondBy: "2024-11-29" });
});

say("a Work Group with a register");
await ask("work-group/north-1", "form", "FormWorkGroup", { ...SEVEN, hub: NORTH });
await each(everybody.placed, async ({ urn }) => {
  await ask(`${urn}-primary`, "apply", "SubmitApplication", developing(urn), applied);
  for (const [index, { type, data }] of stepsToPlace(urn, "north-1").entries())
    await ask(`${urn}-primary`, `step ${index}`, type, data);
});
await ask("work-group/north-1", "session", "ScheduleSession", { session: "session-2", on: "2024-10-04" });
await ask("work-group/north-1", "register", "TakeRegister", {
  session: "session-2",
  on: "2024-10-04",
  schools: everybody.placed.map(({ urn }) => ({ journey: `${urn}-primary`, present: [`${urn}-1`, `${urn}-2`] })),
});

say("a payment run, half paid");
await seedGrants(dataSource, everybody.released);
const run = "payment-run/north-october";
const finance = (who) => ({ by: { who, role: "finance-officer" } });
const runStands = (status) => async () =>
  (await one("select status from payment_runs where id = 'north-october'", []))?.status === status;
await ask(run, "prepare", "PreparePaymentRun", { hub: NORTH, cutOff: "2024-10-04" }, finance("ann"));
await until("the prepared run", runStands("prepared"));
await ask(run, "authorise", "AuthorisePaymentRun", {}, finance("bob"));
await until("the authorised run", runStands("authorised"));
const lines = await linesOf(dataSource.manager, "north-october", { statuses: ["authorised"], limit: 1_000 });
const half = lines.slice(0, Math.floor(lines.length / 2)).map(({ payment }) => payment);
await ask(run, "confirm", "ConfirmPayment", { payments: half }, finance("ann"));

say("a hub's turn, half done");
await seedGrants(dataSource, everybody.payable, "payable");
await recover({ dataSource, client });
await until(
  "what was open",
  async () => (await one("select coalesce(sum(open_effects), 0)::int as open from streams", [])).open === 0,
);

const { plan } = await previewTurn(dataSource, { ...TURN, at: now() }, rules);
const groups = plan.groups.map(({ id }) => ({ id, lead: "lead-9", leadRole: "mastery-specialist" }));
const doing = adjust(plan, { groups, respondBy: "2024-12-13" }, now(), rules);
if ("rejection" in doing) throw new Error(JSON.stringify(doing.rejection));
const schools = doing.steps.filter(({ kind }) => kind === "school");
for (const { subject } of schools.slice(Math.ceil(schools.length / 2))) held.add(subject);
const wanted = doing.steps.length - held.size;
await beginTurn(
  dataSource,
  { ...TURN, plan: doing.plan, wishesDigest: "made", actor: HUB_LEAD, startedAt: now() },
  doing.steps,
);
await wakeJourney(client, `turn/${SOUTH}/2025-26`, { timeoutMs: 10_000 });
await until("half of the turn", async () => {
  const { done } = await one("select count(*)::int as done from turn_steps where status <> 'waiting'", []);
  return done >= wanted;
});
say(`${wanted} of ${doing.steps.length} steps of the turn are done`);

const made = {
  behind,
  run: "north-october",
  confirmed: half.length,
  payments: lines.length,
  turn: { ...TURN, steps: doing.steps.length, done: wanted },
  ...Object.fromEntries(Object.entries(everybody).map(([kind, all]) => [kind, all.map(({ urn }) => urn)])),
};
if (sqlFile !== undefined) {
  const { ownerUrl, adminUrl } = postgres;
  writeFileSync(sqlFile, await dumpOf({ owner: ownerUrl, admin: adminUrl, migrations: MIGRATIONS, top, made }));
}
worker.stop();
await worker.ended;
await client.connection.close();
await dataSource.destroy();
await inbox.stop();
await temporal.stop();
await postgres.stop();
writeFileSync(join(folder, "made.json"), JSON.stringify(made));
say("stopped");
process.exit(0);
