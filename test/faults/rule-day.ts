// The day on which rules live in these trials, whenever they are run: prospectuses have their years. It lies behind us, or
// an API that lives by it would find the tokens of its callers expired.

import { msOf } from "../../libs/calendar/instants.ts";

export const RULE_DAY = "2026-11-16T09:00:00Z";

/** How far the rules' clock is before this machine's now, in whole seconds (milliseconds). */
export const aheadNow = (): number => Math.round((msOf(RULE_DAY) - Date.now()) / 1_000) * 1_000;

/** By which variable a worker is told. */
export const RULES_AHEAD = "RULES_AHEAD";
