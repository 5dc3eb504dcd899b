// The day that a demonstration shows.

import { instantAt, type Instant, type LocalDate } from "../../libs/calendar/instants.ts";

/** A Tuesday of the spring term, on which everything is under way. */
export const DEMO_DAY: LocalDate = "2025-03-11";
/** When on it: what is due on the day has come, and the day is still to be worked. */
export const DEMO_BEGINS: Instant = instantAt(DEMO_DAY, "10:00");
