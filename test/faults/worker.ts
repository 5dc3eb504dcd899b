// A worker of the fault test: the real one, that kills itself at a point it is told by its parent.

import type { Activities } from '../../activities/index.ts';
import { sdkLogger } from '../../apps/worker/log.ts';
import { startWorker } from '../../apps/worker/worker.ts';
import { Runtime } from '@temporalio/worker';
import { readWorkerEnvironment } from '../../libs/config/environment.ts';
import type { EffectResult, PerformEffect } from '../../libs/contract/journey.ts';

/**
 * `after-append`: PostgreSQL has committed, Temporal does not know. `after-effect`: the mail is out, nobody has noted it. Of a payment run: `after-run` as
 * after-append; `before-batch` and `after-batch`: around the transaction of a batch of payments.
 */
export type Point = 'after-append' | 'after-effect' | 'after-run' | 'before-batch' | 'after-batch';

let armed: Point | null = null;
process.on('message', (point: Point) => { armed = point; });

function dieAt(point: Point): void {
  if (armed === point) process.kill(process.pid, 'SIGKILL');
}

function around(activities: Activities): Activities {
  const performed = (perform: (request: PerformEffect) => Promise<EffectResult>) => async (request: PerformEffect) => {
    const result = await perform(request);
    dieAt('after-effect');
    return result;
  };
  const batch = (carryOn: (request: PerformEffect) => Promise<EffectResult>) => async (request: PerformEffect) => {
    dieAt('before-batch');
    const result = await carryOn(request);
    dieAt('after-batch');
    return result;
  };
  return {
    ...activities,
    async advanceRun(request) {
      const answer = await activities.advanceRun(request);
      if (answer.outcomes.length > 0) dieAt('after-run');
      return answer;
    },
    'take-payables': batch(activities['take-payables']),
    'authorise-payments': batch(activities['authorise-payments']),
    'confirm-payments': batch(activities['confirm-payments']),
    async advance(request) {
      const answer = await activities.advance(request);
      if (answer.outcomes.length > 0) dieAt('after-append');
      return answer;
    },
    'send-notice': performed(activities['send-notice']),
    'send-reminder': performed(activities['send-reminder']),
  };
}

Runtime.install({ shutdownSignals: [], logger: sdkLogger('ERROR') });
const worker = await startWorker(readWorkerEnvironment(process.env), { around, bundle: process.argv[2] ?? '' });
process.on('SIGTERM', () => worker.stop());
process.send?.('working');
await worker.ended;
process.exit(0);
