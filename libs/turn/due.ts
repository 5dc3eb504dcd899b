// What happens to a hub's turn by itself: nothing. Its steps are taken, some at a time, until all are.

import type { Instant } from "../calendar/instants.ts";
import type { Turn } from "./state.ts";

/** When something next happens by itself (UTC): never. */
export function due(_turn: Turn): Instant | null {
  return null;
}
