// Who did what stands in a journey's events, as far as whoever reads it may know them.

import type { ActorRole } from "../../journey/commands.ts";
import type { StoredEvent } from "../../store/events/event-store.ts";
import type { Principal } from "../access/principal.ts";

/** `service`: time itself, and nobody. `name`: null for who does not read it, or where nobody has told it. */
export interface Doer {
  role: ActorRole;
  name: string | null;
  /** It is whoever reads it. */ own: boolean;
  /** They answered from a letter, without signing in. */ fromLetter: boolean;
}

type Done = Pick<StoredEvent, "seq" | "actor">;

/** Who did each thing, by its seq. `named`: what a caller calls somebody, by the id that stands in events. */
export function doersOf(
  stored: readonly Done[],
  { who }: Pick<Principal, "who">,
  named: (who: string) => string | null,
): ReadonlyMap<number, Doer> {
  return new Map(
    stored.map(({ seq, actor }): [number, Doer] => [
      seq,
      { role: actor.role, name: named(actor.who), own: actor.who === who, fromLetter: actor.via === "letter" },
    ]),
  );
}

/** The people of the school who answered from letters: of them alone the service knows the name. */
export const answeredBy = (stored: readonly Done[]): string[] => [
  ...new Set(stored.flatMap(({ actor }) => (actor.via === "letter" ? [actor.who] : []))),
];
