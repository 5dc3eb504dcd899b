// When what an event asked of the world was done.

import type { Instant } from "../calendar/instants.ts";
import type { Recorded } from "./events.ts";

/** By the `seq` of the event that asked; nothing for a letter that was not sent after all. */
export function performedAt(events: readonly Recorded[]): Map<number, Instant> {
  return new Map(
    events.flatMap((event): [number, Instant][] =>
      event.type === "EffectPerformed" && event.messageId !== null ? [[event.effect, event.at]] : [],
    ),
  );
}
