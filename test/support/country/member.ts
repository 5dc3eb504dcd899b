// A school of the rehearsed country.

import type { Actor } from "../../../libs/journey/commands.ts";
import type { Recorded } from "../../../libs/journey/events.ts";

/** A school's life as it was rehearsed: `by`, who did each of its events. */
export interface Member {
  urn: string;
  phase: "primary" | "secondary";
  events: readonly Recorded[];
  by: readonly Actor[];
}
