// Who performs an effect records it, too: the loop hears with the result where its subject stands, and need not ask.

import { advanceAsked } from "../libs/book/believe.ts";
import type { BookDeps } from "../libs/book/advance.ts";
import {
  recordOf,
  type AdvanceAnswer,
  type EffectResult,
  type PerformEffect,
  type Performed,
} from "../libs/contract/journey.ts";

/** The activity of an effect, with what it came to recorded in a round of its subject. Rejects as `perform` does. */
export function recordsDone(
  deps: BookDeps,
  perform: (request: PerformEffect) => Promise<EffectResult>,
): (request: PerformEffect) => Promise<Performed> {
  return async (request) => {
    const result = await perform(request);
    const answer = await recorded(deps, request, result);
    return answer === null ? result : { ...result, answer };
  };
}

/** Null where it could not be recorded: the loop does it, and tries for as long as it takes. It is done, whatever. */
async function recorded(
  deps: BookDeps,
  { journey: subject, now, heard }: PerformEffect,
  result: EffectResult,
): Promise<AdvanceAnswer | null> {
  if (now === undefined) return null; // asked by a release that said no time
  try {
    const commands = [recordOf(subject, result, now)];
    const answer = await advanceAsked(deps, { subject, now, commands, ...(heard !== undefined && { heard }) });
    return answer.outcomes.some((outcome) => "fault" in outcome) ? null : { ...answer, outcomes: [] };
  } catch {
    return null;
  }
}
