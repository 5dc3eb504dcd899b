// That it is a demonstration, and which day it shows: said at the top of every page, so that nobody takes a made-up
// school for one that is there.

import { instantFromMs } from "../../libs/calendar/instants.ts";
import { day } from "./words.ts";

let clock: (() => number) | null = null;

/** Has every page of this process say so. `shows`: its clock, in milliseconds; null where it is no demonstration. */
export function showDemonstration(shows: (() => number) | null): void {
  clock = shows;
}

/** What stands above a page; null in service. */
export function demonstrationNote(): string | null {
  if (clock === null) return null;
  return `Here it is ${day(instantFromMs(clock()))}. The schools and people are made up, and no mail leaves.`;
}
