// The letters of one hub's morning, each for one of its staff.

import { localDate } from "../calendar/instants.ts";
import type { Catalogue } from "../prospectus/catalogue.ts";
import type { Printed } from "./letter.ts";
import { morningLetter } from "./morning.ts";
import { morningOf, ownerOf, type Morning, type MorningThing, type MorningTime, type Staff } from "./morning-lines.ts";
import { groupNamed } from "./words.ts";

/** A letter of a morning, and what it lists. */
export interface MorningFor<S> extends Morning {
  to: S;
  letter: Printed;
}

/** Of which hub and moment; `console`: its address, null where it has none; `groups`: its Work Groups, by their ids. */
interface OfHub {
  hub: string;
  time: MorningTime;
  console: string | null;
  groups: readonly { id: string; prospectus: string }[];
  catalogue: Catalogue;
}

/** One letter each to those of `staff` for whom there is something. */
export function morningsOf<S extends Staff & { name: string | null }>(
  things: readonly MorningThing[],
  staff: readonly S[],
  { hub, time, console, ...known }: OfHub,
): MorningFor<S>[] {
  return staff.flatMap((to) => {
    const morning = morningOf(
      things.filter((thing) => ownerOf(thing, staff) === to && !hasHeard(to, thing)),
      time,
    );
    if (morning === null) return [];
    const groups = groupsInWords(known, staff, to);
    const letter = morningLetter({ hub, day: localDate(time.at), name: to.name, console, groups }, morning);
    return [{ ...morning, to, letter }];
  });
}

/** What was told at once to who leads the group is not told to them again. */
const hasHeard = ({ leads }: Staff, { atOnce, workGroup }: MorningThing): boolean =>
  atOnce === true && workGroup !== null && leads.includes(workGroup);

/**
 * What Work Groups are called, by their ids: by what each is for and who of `staff` leads it; `reader`: one of them.
 * Those that would be called the same are numbered.
 */
export function groupsInWords<S extends Staff & { name: string | null }>(
  { groups, catalogue }: Pick<OfHub, "groups" | "catalogue">,
  staff: readonly S[],
  reader: S | null,
): ReadonlyMap<string, string> {
  const called = groups.map(({ id, prospectus }) => {
    const lead = staff.find(({ leads }) => leads.includes(id));
    return { id, name: groupNamed(catalogue.get(prospectus), lead && lead === reader ? "you" : (lead?.name ?? null)) };
  });
  return new Map(
    called.map(({ id, name }) => {
      const alike = called.filter((one) => one.name === name);
      const which = alike.findIndex((one) => one.id === id) + 1;
      return [id, alike.length === 1 ? name : `${name} (${which} of ${alike.length})`];
    }),
  );
}
