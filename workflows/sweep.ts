// The sweep: finds journeys whose stored `due` or open effect is late and wakes them. Nothing depends on Temporal's memory.

import { proxyActivities } from '@temporalio/workflow';

const { sweep: findAndWake } = proxyActivities<{ sweep(): Promise<unknown> }>({
  startToCloseTimeout: '5 minutes',
  // The schedule comes round again; a failing sweep is not worth more tries than that.
  retry: { maximumAttempts: 3, initialInterval: '2 seconds' },
});

/** One round of the sweep, started by its Schedule. @returns what the activity counted */
export async function sweep(): Promise<unknown> {
  return await findAndWake();
}
