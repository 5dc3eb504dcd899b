// What a hub asks of a school that is at another hub waits there: so it is answered, the same however often it is
// asked.

import type { DataSource } from "typeorm";
import { fold } from "../../journey/evolve.ts";
import { load } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { streamOf } from "../../store/events/streams.ts";

/** Which hub waits, and until the end of which day. */
export interface Moving {
  to: string;
  until: string;
}

/** Whether `hub` waits for the journey's own hub at this version, and until when; null where it does not. */
export async function movingTo(
  source: DataSource,
  journey: string,
  hub: string,
  version: number,
): Promise<Moving | null> {
  const state = fold(recorded((await load(source, streamOf(journey))).filter(({ seq }) => seq <= version)));
  if (state.status === "none" || state.hub === hub || state.move?.to !== hub) return null;
  return { to: hub, until: state.move.until };
}
