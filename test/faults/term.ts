// `npm run test:reminders -- [--schools 400] [--seed 1]`: the reminders of a term, all due at one moment to the schools of 40 hubs, while workers
// are killed, the mail server fails and is slow, and PostgreSQL is restarted. Then every one is accounted for. Ends with 1 if one is not.

import { createServer, connect } from 'node:net';
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { ensureSweepSchedule, recover } from '../../activities/sweep.ts';
import { addSeconds, instantFromMs, localDate, type Instant } from '../../libs/calendar/instants.ts';
import { addDays } from '../../libs/calendar/dates.ts';
import { ENGLAND } from '../../libs/calendar/terms.ts';
import { loadCatalogue } from '../../libs/config/load-catalogue.ts';
import { beginYear } from '../../libs/journey/commitments.ts';
import type { JourneyEvent } from '../../libs/journey/events.ts';
import { fold } from '../../libs/journey/evolve.ts';
import { putPerson } from '../../libs/people/people.ts';
import { append, load } from '../../libs/store/event-store.ts';
import { recorded } from '../../libs/store/known-events.ts';
import { journeyStream, saveStream, streamRow } from '../../libs/store/streams.ts';
import { accountedReminders, reminderTotals, type ReminderTotals } from '../../libs/views/read-due-reminders.ts';
import { writeViews } from '../../libs/views/write.ts';
import { generator } from '../support/generator.ts';
import { PROSPECTUS } from './school.ts';
import { startWorld, type World } from './world.ts';

const { values } = parseArgs({ options: { schools: { type: 'string', default: '400' }, seed: { type: 'string', default: '1' } } });
const schools = Number(values.schools);
const random = generator(Number(values.seed));
const loaded = loadCatalogue();
const HUBS = 40;
const MOST_KILLS = 24;
const PATIENCE_MS = 6 * 60_000;

Runtime.install({ logger: new DefaultLogger('ERROR') });
const mail = { failing: 0, slow: 0, connections: 0, broken: 0 };
const world = await startWorld(3, { mailThrough, mailRate: '10' });
const begins = instantFromMs(Date.now());
// Time enough to seed them all; a term's letters fall due at one moment.
const dueAt = addSeconds(begins, Math.ceil(20 + schools / 25));
for (let urn = 600_000; urn < 600_000 + schools; urn++) await put(String(urn), `hub-${urn % HUBS}`);
await ensureSweepSchedule(world.client);
await recover({ dataSource: world.dataSource, client: world.client });
say(`${schools} journeys wait for ${dueAt}`);
const done = { kills: 0, restarts: 0 };
mail.failing = 0.3;
mail.slow = 0.3;
await pause(Math.max(0, Date.parse(dueAt) - Date.now()));
const until = Date.now() + PATIENCE_MS;
let account = await settled();
while (account.pending + account.stalled > 0 && Date.now() < until) {
  await trouble(world);
  account = await settled();
}
const faults = await verdict(account);
const arrived = (await world.inbox.messages()).map(({ messageId }) => messageId);
process.stdout.write(`${JSON.stringify({ account, distinct: new Set(arrived).size, copies: arrived.length - new Set(arrived).size, ...done, mail, seconds: Math.round((Date.now() - Date.parse(dueAt)) / 1000) })}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
process.stdout.write(faults.length > 0 ? `${faults.join('\n')}\n` : 'every reminder that was due is accounted for\n');
await world.stop();
process.exit();

/** A school whose year began this moment; one in twenty has opted out, one in twenty is paused. */
async function put(urn: string, hub: string): Promise<void> {
  const prospectus = loaded.get(PROSPECTUS);
  if (!prospectus) throw new Error(`there is no ${PROSPECTUS}`);
  const contactId = `${urn}-applicant`;
  await putPerson(world.dataSource, { id: contactId, firstName: 'Alex', lastName: 'Example', email: `office-${urn}@school.example` });
  const fit = { experienced: true, authority: true, releasedForAllSessions: true };
  const year = beginYear(prospectus, { calendar: ENGLAND }, begins, null, [], begins)
    .map((event): JourneyEvent => (event.type === 'StageStarted' ? { ...event, reminders: [{ term: 'autumn', at: dueAt, termEndsOn: addDays(localDate(begins), 60) }] } : event));
  const events: JourneyEvent[] = [
    { type: 'ApplicationSubmitted', at: begins, hub, prospectus: PROSPECTUS, criteria: [], school: { urn, phase: 'primary', funding: 'state', open: true, headteacher: false, history: [] }, reasonsId: null, reasonsWords: 1, contactId, group: [] },
    { type: 'PlaceOffered', at: begins, workGroup: null, respondBy: localDate(begins) },
    { type: 'OfferAccepted', at: begins },
    { type: 'ParticipantNominated', at: begins, participant: `${urn}-1`, role: 'maths-lead', ...fit },
    { type: 'SchoolPlaced', at: begins, workGroup: null, stage: 'readiness', academicYear: prospectus.academicYear, prospectus: PROSPECTUS },
    ...[1, 2, 5].map((effect): JourneyEvent => ({ type: 'EffectPerformed', at: begins, effect, messageId: null })), ...year,
    ...(Number(urn) % 20 === 3 ? [{ type: 'RemindersOptedOut' as const, at: begins, until: addDays(localDate(begins), 60) }] : []),
    ...(Number(urn) % 20 === 7 ? [{ type: 'JourneyPaused' as const, at: begins, until: null }] : []),
  ];
  const journey = `${urn}-primary`;
  const stream = journeyStream(journey);
  await world.dataSource.transaction(async (manager) => {
    await append(manager, stream, 0, events.map((event) => ({ event, actor: { who: 'term', role: 'operator' as const }, commandId: null })));
    const kept = recorded(await load(manager, stream));
    const state = fold(kept);
    await writeViews(manager, { journey, events: [], state: fold([]) }, { journey, events: kept, state });
    await saveStream(manager, streamRow(stream, kept, state));
  });
}

/** One thing goes wrong, then another. */
async function trouble({ workers, restartPostgres }: World): Promise<void> {
  const ready = workers.filter((worker) => worker.ready);
  const victim = ready[Math.floor(random() * ready.length)];
  if (done.kills > 0 && done.kills % 8 === 0 && done.restarts < done.kills / 8) {
    await restartPostgres();
    done.restarts += 1;
  } else if (victim && done.kills < MOST_KILLS) {
    if (random() < 0.5) victim.kill();
    else await victim.dieAt('after-effect', 3_000);
    done.kills += 1;
  } else {
    // It has had its share: what is left gets through.
    mail.failing = 0;
    mail.slow = 0;
  }
  await pause(1_000 + random() * 3_000);
}

async function settled(): Promise<ReminderTotals> {
  for (;;) {
    try {
      return await reminderTotals(world.dataSource, { within: null, now: latest() });
    } catch {
      await pause(500); // PostgreSQL is coming back
    }
  }
}

function latest(): Instant {
  return instantFromMs(Date.now());
}

async function verdict(totals: ReminderTotals): Promise<string[]> {
  const { due, sent, heldBack, superseded, pending, stalled, letters } = totals;
  const rows = await world.dataSource.query<{ data: { messageId: string | null } }[]>("select data from events where type = 'EffectPerformed'");
  const noted = rows.flatMap(({ data }) => (data.messageId ?? '').split(' ').filter(Boolean));
  const inbox = new Set((await world.inbox.messages()).map(({ messageId }) => messageId));
  const open = await accountedReminders(world.dataSource, { within: null, now: latest() }, { outcome: 'pending', limit: 5 });
  return [
    ...(due === schools ? [] : [`${schools} were due, ${due} are in the account`]),
    ...(sent + heldBack + superseded + pending + stalled === due ? [] : ['the account does not add up']),
    ...(pending + stalled === 0 ? [] : [`${pending + stalled} are open: ${open.items.map(({ id }) => id).join(' ')}`]),
    ...(heldBack === expectedHeldBack() ? [] : [`${heldBack} were held back, not ${expectedHeldBack()}`]),
    ...(new Set(noted).size === noted.length ? [] : ['a letter is noted twice']),
    ...noted.filter((id) => !inbox.has(id)).map((id) => `${id} is noted as sent and did not arrive`),
    ...(letters === sent ? [] : [`${sent} reminders in ${letters} letters, with one reader each`]),
  ];
}

function expectedHeldBack(): number {
  return Array.from({ length: schools }, (_, index) => (600_000 + index) % 20).filter((rest) => rest === 3 || rest === 7).length;
}

/** Stands before the inbox: breaks some connections off, and keeps others waiting. */
async function mailThrough(smtpUrl: string): Promise<string> {
  const { hostname, port } = new URL(smtpUrl);
  const server = createServer((client) => {
    mail.connections += 1;
    const fate = random();
    client.on('error', () => client.destroy());
    if (fate < mail.failing) {
      mail.broken += 1;
      client.destroy();
      return;
    }
    setTimeout(() => {
      const inbox = connect(Number(port), hostname);
      inbox.on('error', () => client.destroy());
      client.on('close', () => inbox.destroy());
      inbox.on('close', () => client.destroy());
      client.pipe(inbox).pipe(client);
    }, fate < mail.failing + mail.slow ? 2_000 : 0);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  return `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

function say(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}
