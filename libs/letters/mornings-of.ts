// The letters of one hub's morning, each for one of its staff.

import { localDate } from "../calendar/instants.ts";
import type { Printed } from "./letter.ts";
import { morningLetter } from "./morning.ts";
import {
  morningOf,
  thingsFor,
  type Morning,
  type MorningThing,
  type MorningTime,
  type Staff,
} from "./morning-lines.ts";
import type { GroupNaming } from "../words/group-name.ts";

/** A letter of a morning, and what it lists. */
export interface MorningFor<S> extends Morning {
  to: S;
  letter: Printed;
}

/** Of which hub and moment; `console`: its address, null where it has none; `called`: what its groups are called. */
interface OfHub {
  hub: string;
  time: MorningTime;
  console: string | null;
  called: GroupNaming;
}

/** One letter each to those of `staff` for whom there is something. */
export function morningsOf<S extends Staff & { name: string | null }>(
  things: readonly MorningThing[],
  staff: readonly S[],
  { hub, time, console, called }: OfHub,
): MorningFor<S>[] {
  return staff.flatMap((to) => {
    const own = thingsFor(things, staff, to).filter((thing) => !hasHeard(to, thing));
    const morning = morningOf(own, time);
    if (morning === null) return [];
    const letter = morningLetter({ hub, day: localDate(time.at), name: to.name, console, called }, morning);
    return [{ ...morning, to, letter }];
  });
}

/** What was told at once to who leads the group is not told to them again. */
const hasHeard = ({ leads }: Staff, { atOnce, workGroup }: MorningThing): boolean =>
  atOnce === true && workGroup !== null && leads.includes(workGroup);
