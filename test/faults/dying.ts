// Has a worker's process kill itself at a point that its parent names.

import type { Activities } from '../../activities/index.ts';
import type { EffectResult, PerformEffect } from '../../libs/contract/journey.ts';

/** `after-append`: PostgreSQL has committed, Temporal does not know. `after-effect`: the mail is out and noted, Temporal does not know. */
export type Point = 'after-append' | 'after-effect';

/** The activities of a worker that dies, by SIGKILL, the next time it comes to the point that its parent last sent it. */
export function dying(activities: Activities): Activities {
  let armed: Point | null = null;
  process.on('message', (point: Point) => { armed = point; });
  const dieAt = (point: Point): void => {
    if (armed === point) process.kill(process.pid, 'SIGKILL');
  };
  const performed = (perform: (request: PerformEffect) => Promise<EffectResult>) => async (request: PerformEffect) => {
    const result = await perform(request);
    dieAt('after-effect');
    return result;
  };
  return {
    ...activities,
    async advance(request) {
      const answer = await activities.advance(request);
      if (answer.outcomes.length > 0) dieAt('after-append');
      return answer;
    },
    'send-notice': performed(activities['send-notice']),
    'send-reminder': performed(activities['send-reminder']),
  };
}
