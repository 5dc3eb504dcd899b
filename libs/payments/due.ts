// What happens to a payment run by itself: nothing. What goes on, batch by batch, are effects of what people decided.

import type { Instant } from "../calendar/instants.ts";
import type { PaymentRun } from "./state.ts";

/** When something next happens by itself (UTC): never. */
export function due(_run: PaymentRun): Instant | null {
  return null;
}
