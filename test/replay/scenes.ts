// What journeys go through, for histories that every later version of the workflow must still replay. In the order of time: all
// share one clock.

import type { Client } from '@temporalio/client';
import { journeyWorkflowId } from '../../libs/contract/journey.ts';
import { readRehearsal } from '../../libs/journey/rehearsal/file.ts';
import { accepted, application, command, place } from '../workflows/commands.ts';
import { actOut } from '../workflows/live-rehearsal.ts';
import { eventually, type Service } from '../workflows/service.ts';

export interface Stage { service: Service; journey: string; client: Client; away: { store: boolean } }

const reason = { id: 'reason', words: 3 };
const activityIsPending = ({ client, journey }: Stage, name: string): Promise<void> => eventually(async () => {
  const { raw } = await client.workflow.getHandle(journeyWorkflowId(journey)).describe();
  if (!raw.pendingActivities?.some((one) => one.activityType?.name === name)) throw new Error(`${name} is not pending`);
});

export const SCENES: Record<string, { journey: string; act(stage: Stage): Promise<void> }> = {
  'rejected-at-once': {
    journey: '400001-primary',
    async act({ service, journey }) {
      await service.send(journey, command('AcceptOffer', {}));
    },
  },
  'many-at-once': {
    journey: '400002-primary',
    async act({ service, journey }) {
      await place(service, journey);
      await Promise.all(Array.from({ length: 20 }, () => service.send(journey, command('RaiseConcern', { reason }))));
      await service.settled(journey);
    },
  },
  'store-away': {
    journey: '400003-primary',
    async act(stage) {
      const { service, journey, away } = stage;
      accepted(await service.send(journey, application('400003', service)));
      await service.settled(journey);
      away.store = true;
      const waiting = service.send(journey, command('OfferPlace', {}));
      await activityIsPending(stage, 'advance');
      away.store = false;
      accepted(await waiting);
      await service.settled(journey);
    },
  },
  'mail-away': {
    journey: '400004-primary',
    async act({ service, journey }) {
      service.mailIsDown = true;
      accepted(await service.send(journey, application('400004', service)));
      await service.until('2020-06-02T09:00:00Z');
      service.mailIsDown = false;
      await service.until('2020-06-02T10:00:00Z');
      await eventually(async () => {
        const state = await service.state(journey);
        if (state.status === 'none' || state.effects.length > 0) throw new Error('an effect is open');
      });
    },
  },
  exemplary: {
    journey: '400005-primary',
    async act({ service, journey }) {
      await actOut(service, journey, rehearsal(service, 400_005, 'exemplary', '2022-09-30'));
      await service.settled(journey);
    },
  },
  silent: {
    journey: '400006-secondary',
    async act({ service, journey }) {
      const start = await service.now();
      await actOut(service, journey, { ...rehearsal(service, 400_006, 'silent', '2024-08-31', '2023-24/secondary-development', 'secondary'), start });
      await service.until('2024-09-01T00:00:00Z');
      await service.settled(journey);
    },
  },
};

function rehearsal(
  service: Service, urn: number, behaviour: string, until: string, prospectus = '2020-21/primary-readiness', phase = 'primary',
) {
  const school = { urn, name: 'Example School', phase, funding: 'state', headteacher: true, history: [] };
  const read = readRehearsal({ prospectus, school, start: '2020-06-01', until, behaviour, hub: 'attentive' }, service.rules.catalogue);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.rehearsal;
}
