// Webhooks as a hub has them: over HTTP, on real PostgreSQL and Temporal, with the worker as it is run and receivers of their own.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { freePort } from '../../apps/cli/setup/ports.ts';
import type { RunningTemporal } from '../../apps/cli/setup/temporal.ts';
import { startWorker, type RunningWorker } from '../../apps/worker/worker.ts';
import { makeWakeWebhooks } from '../../activities/wake-webhooks.ts';
import { instantFromMs } from '../../libs/calendar/instants.ts';
import { readWorkerEnvironment } from '../../libs/config/environment.ts';
import { webhookWorkflowId } from '../../libs/contract/webhook.ts';
import { renewEpoch } from '../../libs/store/feed.ts';
import { dumpOf, findings } from '../people/findings.ts';
import { putJourney } from '../support/journeys.ts';
import { TEST_KEY } from '../support/people-keys.ts';
import { startReceiver, type Receiver } from '../support/receiver.ts';
import { freshStore, type TestStore } from '../support/store.ts';
import { devServer } from '../support/temporal.ts';
import { historiesOf } from '../workflows/histories.ts';
import { eventually } from '../workflows/service.ts';
import { recordOutput, startApi, type ApiUnderTest, type Reply } from './api-under-test.ts';

const PATH = '/api/v1/hubs/great-north/webhooks';
const HUB = 'great-north';

let store: TestStore;
let temporal: RunningTemporal;
let client: Client;
let worker: RunningWorker;
let api: ApiUnderTest;
let wakeAll: () => Promise<{ woken: number; failed: number }>;
const output = recordOutput();
const started: Receiver[] = [];
const secretsSeen: string[] = [];

beforeAll(async () => {
  store = await freshStore();
  temporal = await devServer();
  client = new Client({ connection: await Connection.connect({ address: temporal.address }) });
  worker = await startWorker(readWorkerEnvironment({
    DATABASE_URL: store.appUrl, TEMPORAL_ADDRESS: temporal.address, SMTP_URL: 'smtp://127.0.0.1:9', PEOPLE_KEY: TEST_KEY.toString('base64'), WEBHOOK_LOOPBACK: 'allow',
  }));
  api = await startApi({ databaseUrl: store.appUrl, temporalAddress: temporal.address, startsAt: instantFromMs(Date.now()), commandTimeoutMs: 5_000, webhookLoopback: true });
  wakeAll = makeWakeWebhooks({ dataSource: store.app, client });
}, 60_000);

afterAll(async () => {
  await Promise.all(started.map((each) => each.stop()));
  worker?.stop();
  await worker?.ended;
  await client?.connection.close();
  await api?.stop();
  await temporal?.stop();
  await store?.close();
  output.end();
}, 60_000);

const ok = (reply: Reply, status = 200): Record<string, unknown> => {
  expect([reply.status, reply.body['detail']]).toEqual([status, undefined]);
  return reply.body;
};
const receiverOf = async (): Promise<Receiver> => {
  const receiver = await startReceiver();
  started.push(receiver);
  return receiver;
};
interface Hook { id: string; secret: string; receiver: Receiver; read(): Promise<Record<string, unknown>>; post(action: string, body?: object): Promise<Record<string, unknown>> }

async function hook(receiver: Receiver, more: object = {}): Promise<Hook> {
  const made = ok(await api.post(PATH, { url: receiver.url, ...more }), 201);
  const [id, secret] = [String(made['id']), String(made['secret'])];
  secretsSeen.push(secret.slice('whsec_'.length));
  const at = `${PATH}/${id}`;
  return { id, secret, receiver, read: async () => ok(await api.get(at)), post: async (action, body) => ok(await api.post(`${at}/${action}`, body)) };
}
let urn = 300_000;
/** Journeys of a school at each of two hubs: what the first hub's feed has of it. */
async function newSchool(until = '2020-06-20'): Promise<string> {
  urn += 1;
  await putJourney(store, { urn: String(urn), hub: HUB, workGroup: 'wg-1', until });
  await putJourney(store, { urn: String(urn + 300_000), hub: 'far-south', workGroup: 'wg-2', until });
  return `${urn}-primary`;
}
const feed = async (after?: unknown): Promise<Record<string, unknown>[]> => {
  const page = ok(await api.get(`/api/v1/events?limit=200${after ? `&after=${String(after)}` : ''}`));
  return page['items'] as Record<string, unknown>[];
};
const ids = (receiver: Receiver): string[] => receiver.arrived.map(({ id }) => id);
/** Waits until the webhook has heard all that there is. */
const heard = (one: Hook): Promise<Record<string, unknown>> => eventually(async () => {
  const state = await one.read();
  if (state['pending'] !== 0) throw new Error(`it waits: ${JSON.stringify(state)}`);
  return state;
}, 30_000);

beforeEach(async () => {
  // Each test has its own webhooks.
  for (const { id } of ok(await api.get(PATH))['items'] as { id: string }[]) ok(await api.del(`${PATH}/${id}`));
});

describe('a webhook', () => {
  it('is told of its own hub’s events from now on, in the feed’s order, each signed and as the feed has it', async () => {
    await newSchool();
    const before = await feed();
    const one = await hook(await receiverOf());
    expect(one.secret).toMatch(/^whsec_[\w+/]{43}=$/u);
    const journeys = [await newSchool(), await newSchool()];
    expect(await wakeAll()).toEqual({ woken: 1, failed: 0 });
    const state = await heard(one);
    const items = await feed(before.at(-1)?.['cursor']);
    expect(items.length).toBeGreaterThan(6);
    expect(new Set(items.map(({ journey }) => journey))).toEqual(new Set(journeys));
    expect(one.receiver.taken(one.secret)).toEqual(items);
    expect(new Set(ids(one.receiver)).size).toBe(items.length);
    expect(state).toMatchObject({ hub: HUB, status: 'enabled', cursor: items.at(-1)?.['cursor'], delivered: { id: ids(one.receiver).at(-1) }, failing: null, disabled: null });
    expect(await wakeAll()).toEqual({ woken: 0, failed: 0 });
  }, 60_000);

  it('is told of the events that it wants alone, and is not woken for others', async () => {
    const one = await hook(await receiverOf(), { events: ['PlaceOffered'] });
    await newSchool('2020-06-03');
    expect(await wakeAll()).toEqual({ woken: 0, failed: 0 });
    await newSchool();
    await wakeAll();
    await heard(one);
    expect(one.receiver.taken(one.secret).map(({ type }) => type)).toEqual(['PlaceOffered']);
  }, 60_000);

  it('is asked for once however often the request is sent, and by its key has the same answer', async () => {
    const body = { url: 'https://hub.example.org/hooks?token=quince-canary' };
    const [first, again] = [await api.post(PATH, body, { key: 'once' }), await api.post(PATH, body, { key: 'once' })];
    expect(ok(again, 201)).toEqual(ok(first, 201));
    expect(first.body).toMatchObject({ url: 'https://hub.example.org/hooks' });
    secretsSeen.push(String(first.body['secret']).slice(6));
    expect((await api.post(PATH, { ...body, events: ['PlaceOffered'] }, { key: 'once' })).body).toMatchObject({ status: 422, code: 'key-reused' });
    expect((ok(await api.get(PATH))['items'] as object[])).toHaveLength(1);
    expect(JSON.stringify(ok(await api.get(PATH)))).not.toMatch(/whsec_|quince/u);
  });

  it('has no other address than one of the public internet (or of this machine, in a local run), and no other events than there are', async () => {
    const refused = async (body: object): Promise<unknown[]> => {
      const { status, body: { code, errors } } = await api.post(PATH, body);
      return [status, code, (errors as { pointer: string }[]).map(({ pointer }) => pointer)];
    };
    for (const url of ['http://hub.example.org/', 'https://10.0.0.1/', 'https://169.254.169.254/latest/meta-data', 'nonsense', 7]) expect(await refused({ url })).toEqual([422, 'invalid', ['/url']]);
    expect(await refused({ url: 'https://hub.example.org/', events: ['PlaceOfferd'] })).toEqual([422, 'invalid', ['/events']]);
    expect((await api.post(PATH, {})).status).toBe(422);
    for (const name of Array.from({ length: 10 }, (_, index) => `https://hub-${index}.example.org/`)) ok(await api.post(PATH, { url: name }), 201);
    expect((await api.post(PATH, { url: 'https://one-more.example.org/' })).body).toMatchObject({ status: 422, detail: 'A hub has 10 webhooks at most: take one away first.' });
  }, 30_000);

  it('is another hub’s business for nobody', async () => {
    const one = await hook(await receiverOf());
    const as = { role: 'hub-lead', hub: 'far-south' } as const;
    const theirs = '/api/v1/hubs/far-south/webhooks';
    for (const path of [PATH, `${PATH}/${one.id}`, `${theirs}/${one.id}`]) expect((await api.get(path, { as })).status).toBe(404);
    expect((await api.del(`${theirs}/${one.id}`, { as })).status).toBe(404);
    expect((await api.post(`${theirs}/${one.id}/replay`, { after: null }, { as })).status).toBe(404);
    expect((await api.get(`${PATH}/${one.id}`, { as: { role: 'hub-coordinator', hub: HUB } })).status).toBe(200);
  });
});

describe('a receiver that fails', () => {
  it('is tried again, and what comes behind waits its turn', async () => {
    const one = await hook(await receiverOf());
    let calls = 0;
    one.receiver.answer = () => (++calls === 3 ? 500 : 200);
    await newSchool();
    await wakeAll();
    const failing = await eventually(async () => {
      const state = await one.read();
      if (state['status'] !== 'failing') throw new Error('it has not failed');
      return state;
    });
    expect(failing).toMatchObject({ failing: { tries: 1, code: 'http-500', next: expect.any(String) } });
    // It is let alone until then.
    expect(await wakeAll()).toEqual({ woken: 0, failed: 0 });
    const state = await heard(one);
    expect(state).toMatchObject({ status: 'enabled', failing: null, history: [{ what: 'failed', by: 'service', code: 'http-500' }, { what: 'created', by: 'p-1' }] });
    const [failed, ...retried] = ids(one.receiver).slice(2);
    expect(retried[0]).toBe(failed);
    expect(one.receiver.taken(one.secret).map(({ seq }) => seq)).toEqual(one.receiver.taken(one.secret).map((_, index) => index + 1));
  }, 60_000);

  it('keeps no other waiting: neither one that is dead, nor one that never answers', async () => {
    const dead = await hook({ ...await receiverOf(), url: `http://127.0.0.1:${await freePort()}/` });
    const mute = await hook(await receiverOf());
    mute.receiver.answer = () => 'silence';
    const live = await hook(await receiverOf());
    await newSchool();
    expect(await wakeAll()).toEqual({ woken: 3, failed: 0 });
    const before = Date.now();
    await heard(live);
    expect(Date.now() - before).toBeLessThan(5_000);
    expect(live.receiver.taken(live.secret).length).toBeGreaterThan(3);
    await eventually(async () => expect(await dead.read()).toMatchObject({ status: 'failing', failing: { code: 'connection-refused' } }));
    expect(mute.receiver.arrived).toHaveLength(1);
    // Fifteen seconds are the patience of a delivery.
    await eventually(async () => expect(await mute.read()).toMatchObject({ status: 'failing', failing: { tries: 1, code: 'timed-out' } }), 25_000);
  }, 60_000);

  it('that says it is gone is disabled at once; a redirect is not followed', async () => {
    const [gone, moved, target] = [await hook(await receiverOf()), await hook(await receiverOf()), await receiverOf()];
    gone.receiver.answer = () => 410;
    moved.receiver.answer = () => ({ status: 307, headers: { location: target.url } });
    await newSchool();
    await wakeAll();
    await eventually(async () => expect(await gone.read()).toMatchObject({ status: 'disabled', disabled: { because: 'gone' }, failing: { code: 'http-410', next: null } }));
    await eventually(async () => expect(await moved.read()).toMatchObject({ status: 'failing', failing: { code: 'http-307' } }));
    expect(target.arrived).toEqual([]);
    // Nothing was lost: enabled again, it goes on from where it was.
    gone.receiver.answer = () => 200;
    ok(await api.patch(`${PATH}/${gone.id}`, { enabled: true }));
    await heard(gone);
    expect(gone.receiver.taken(gone.secret).map(({ seq }) => seq)).toEqual(gone.receiver.taken(gone.secret).map((_, index) => index + 1));
  }, 60_000);

  it('is tried again also where Temporal has lost the workflow', async () => {
    const one = await hook(await receiverOf());
    one.receiver.answer = () => 500;
    await newSchool();
    await wakeAll();
    await eventually(async () => expect(await one.read()).toMatchObject({ status: 'failing' }));
    await client.workflow.getHandle(webhookWorkflowId(one.id)).terminate('as if the cluster had been lost');
    one.receiver.answer = () => 200;
    await eventually(async () => {
      await makeWakeWebhooks({ dataSource: store.app, client })({ now: instantFromMs(Date.now() + 120_000) });
      expect(await one.read()).toMatchObject({ status: 'enabled', delivered: { id: expect.any(String) } });
    });
  }, 30_000);

  it('whose yes was not recorded is sent the message twice, under the same id', async () => {
    const one = await hook(await receiverOf());
    const [runner, last] = [store.owner.createQueryRunner(), { id: '' }];
    await newSchool();
    one.receiver.answer = ({ id }) => {
      last.id ||= id;
      return 200;
    };
    await runner.startTransaction();
    await runner.query('select from webhooks where id = $1 for update', [one.id]); // nobody can record anything
    await wakeAll();
    await eventually(async () => expect(one.receiver.arrived.length).toBeGreaterThan(1), 30_000);
    await runner.rollbackTransaction();
    await runner.release();
    await heard(one);
    const copies = ids(one.receiver).filter((id) => id === last.id).length;
    expect(copies).toBeGreaterThan(1);
    expect(ids(one.receiver).slice(0, copies)).toEqual(Array.from({ length: copies }, () => last.id));
    const once = [...new Set(ids(one.receiver))];
    expect(once).toEqual(ids(one.receiver).slice(copies - 1));
  }, 60_000);
});

describe('what a hub does with it', () => {
  it('replay: posts again what came after a place, under the same ids, once', async () => {
    const one = await hook(await receiverOf());
    await newSchool();
    await wakeAll();
    await heard(one);
    const [first, all] = [one.receiver.taken(one.secret)[0], ids(one.receiver)];
    const at = `${PATH}/${one.id}/replay`;
    ok(await api.post(at, { after: first?.['cursor'] }, { key: 'replay' }));
    await heard(one);
    ok(await api.post(at, { after: first?.['cursor'] }, { key: 'replay' }));
    await wakeAll();
    await heard(one);
    expect(ids(one.receiver)).toEqual([...all, ...all.slice(1)]);
    expect((await api.post(at, { after: 'nonsense' })).body).toMatchObject({ status: 422, errors: [{ pointer: '/after' }] });
    expect((await api.post(at, {})).body).toMatchObject({ status: 422, errors: [{ pointer: '/after' }] });
    ok(await api.post(at, { after: null }));
    await heard(one);
    expect(one.receiver.taken(one.secret).length).toBeGreaterThan(2 * all.length);
    expect(one.receiver.taken(one.secret).every(({ journey }) => Number(String(journey).slice(0, 6)) < 600_000)).toBe(true);
  }, 60_000);

  it('a new secret: both sign while it is replaced', async () => {
    const one = await hook(await receiverOf());
    const rotated = ok(await api.post(`${PATH}/${one.id}/rotate-secret`, undefined, { key: 'rotate' }));
    expect(ok(await api.post(`${PATH}/${one.id}/rotate-secret`, undefined, { key: 'rotate' }))).toEqual(rotated);
    const newer = String(rotated['secret']);
    secretsSeen.push(newer.slice(6));
    await newSchool();
    await wakeAll();
    await heard(one);
    expect([newer === one.secret, one.receiver.taken(newer)]).toEqual([false, one.receiver.taken(one.secret)]);
    // Asked again, the oldest signs no more.
    secretsSeen.push(String((await one.post('rotate-secret'))['secret']).slice(6));
    one.receiver.arrived.length = 0;
    await newSchool();
    await wakeAll();
    await heard(one);
    expect(() => one.receiver.taken(one.secret)).toThrow('No matching signature');
    expect(one.receiver.taken(newer).length).toBeGreaterThan(0);
  }, 60_000);

  it('a test: one message of type Ping, also while it is disabled', async () => {
    const one = await hook(await receiverOf());
    ok(await api.patch(`${PATH}/${one.id}`, { enabled: false }));
    await one.post('test');
    await eventually(async () => expect(await one.read()).toMatchObject({ status: 'disabled', disabled: { because: 'asked' }, ping: { doneAt: expect.any(String), code: null } }));
    expect(one.receiver.taken(one.secret)).toEqual([{ type: 'Ping', at: expect.any(String), hub: HUB, webhook: one.id }]);
    one.receiver.answer = () => 503;
    await one.post('test');
    await eventually(async () => expect(await one.read()).toMatchObject({ ping: { doneAt: expect.any(String), code: 'http-503' } }));
    await newSchool();
    expect(await wakeAll()).toEqual({ woken: 0, failed: 0 });
    expect(await one.read()).toMatchObject({ pending: expect.any(Number), status: 'disabled' });
  }, 30_000);

  it('another address and other events; what is taken away is gone, with its workflow', async () => {
    const [one, other] = [await hook(await receiverOf()), await receiverOf()];
    expect(ok(await api.patch(`${PATH}/${one.id}`, { url: other.url, events: ['PlaceOffered'] }))).toMatchObject({ events: ['PlaceOffered'], url: other.url.split('?')[0] });
    expect((await api.patch(`${PATH}/${one.id}`, {})).status).toBe(422);
    expect((await api.patch(`${PATH}/${one.id}`, { url: 'https://10.0.0.1/' })).body).toMatchObject({ status: 422, errors: [{ pointer: '/url' }] });
    await newSchool();
    await wakeAll();
    await heard(one);
    expect([one.receiver.arrived.length, other.taken(one.secret).map(({ type }) => type)]).toEqual([0, ['PlaceOffered']]);
    expect(ok(await api.del(`${PATH}/${one.id}`))).toEqual({ removed: one.id });
    expect((await api.get(`${PATH}/${one.id}`)).status).toBe(404);
    await eventually(async () => expect((await client.workflow.getHandle(webhookWorkflowId(one.id)).describe()).status.name).toBe('COMPLETED'));
    expect(await store.owner.query('select sealed, wrapped, kek from webhooks where id = $1', [one.id])).toEqual([{ sealed: null, wrapped: null, kek: null }]);
  }, 30_000);
});

it('goes on after a restore, from where it was', async () => {
  const one = await hook(await receiverOf());
  await newSchool();
  await wakeAll();
  await heard(one);
  const before = one.receiver.arrived.length;
  await renewEpoch(store.owner, 'restored');
  await newSchool();
  await wakeAll();
  await heard(one);
  expect(new Set(ids(one.receiver)).size).toBe(2 * before);
}, 30_000);

it('answers as the OpenAPI document says', async () => {
  const document = ok(await api.get('/api/openapi.json'));
  const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, 'api');
  const fits = (name: string, value: unknown): unknown => {
    const check = ajv.getSchema(`api#/components/schemas/${name}`);
    return check?.(value) ? [] : check?.errors ?? 'no schema';
  };
  const one = await hook(await receiverOf());
  one.receiver.answer = () => 500;
  await newSchool();
  await wakeAll();
  await one.post('test');
  await eventually(async () => expect(await one.read()).toMatchObject({ status: 'failing', ping: { code: 'http-500' } }));
  const made = ok(await api.post(PATH, { url: one.receiver.url }), 201);
  secretsSeen.push(String(made['secret']).slice(6));
  expect([fits('Webhook', await one.read()), fits('WebhookPage', ok(await api.get(PATH))), fits('WebhookWithSecret', made)]).toEqual([[], [], []]);
  expect([fits('WebhookRow', ok(await api.patch(`${PATH}/${one.id}`, { enabled: false }))), fits('WebhookRemoved', ok(await api.del(`${PATH}/${one.id}`)))]).toEqual([[], []]);
}, 30_000);

it('keeps secrets and what follows the question mark sealed: they are in no table, history or log', async () => {
  const one = await hook(await receiverOf());
  await newSchool();
  await wakeAll();
  await heard(one);
  const places = { ...await dumpOf(store.owner), histories: await historiesOf(client, webhookWorkflowId(one.id)), logs: output.end() };
  expect(findings(places, [one.id]).map((found) => found.split(':')[0])).toEqual(expect.arrayContaining(['public.webhooks', 'histories']));
  expect(places.logs).toContain('webhooks');
  expect(secretsSeen.length).toBeGreaterThan(15);
  expect(findings(places, ['canary', ...secretsSeen])).toEqual([]);
}, 30_000);
