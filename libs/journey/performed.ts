// When the world was done with what the events of a journey asked for.

import type { Instant } from "../calendar/instants.ts";
import type { Recorded } from "./events.ts";

/**
 * When letters and other effects had gone, by the `seq` of the event that asked for them; one letter may tell of
 * several. What was superseded has no time.
 */
export function performedAt(events: readonly Recorded[]): Map<number, Instant> {
  return new Map(
    events.flatMap((event): [number, Instant][] => {
      if (event.type !== "EffectPerformed" || event.messageId === null) return [];
      return toldBy(events, event.effect).map((seq) => [seq, event.at]);
    }),
  );
}

/** The events that one effect told of: the one that asked, and those that its letters gathered. */
export function toldBy(events: readonly Recorded[], effect: number): number[] {
  const asked = events.find(({ seq }) => seq === effect);
  return asked?.type === "LettersDue" ? [effect, ...asked.letters.flatMap(({ tells }) => tells)] : [effect];
}
