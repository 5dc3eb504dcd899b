// A Work Group as it is shown: its places counted, its waitlist in its order.

import type { Instant } from "../../calendar/instants.ts";
import type { WorkGroupWhole } from "../../views/work-groups/read-work-groups.ts";
import type { WorkGroupSessionRow } from "../../views/work-groups/work-group-sessions.ts";
import type { WorkGroupRow } from "../../views/work-groups/work-groups.ts";
import type { GroupNaming } from "../../words/group-name.ts";
import { warningOf } from "../../work-group/describe.ts";

/** `least`, `most`, `free`: null where no number is set. `warning`: what is not as the programme has it. */
export interface GroupSeen extends WorkGroupRow {
  /** What it is called. */
  name: string;
  places: { least: number | null; most: number | null; reserved: number; taken: number; free: number | null };
  warning: string | null;
}

/** A school that waits, in order from 1; `together`: how many wait as one with it, itself included. */
export interface Waits {
  journey: string;
  position: number;
  since: Instant;
  held: boolean;
  together: number | null;
}

/** `schools`: those that hold a place. */
export interface GroupInFull extends GroupSeen {
  schools: Pick<WorkGroupWhole["schools"][number], "journey" | "status" | "since">[];
  waitlist: Waits[];
  sessions: SessionSeen[];
}

/** A session as it is held. `place`, `link`: in words, for who comes there or leads it; null for all others. */
export interface SessionSeen extends Omit<WorkGroupSessionRow, "workGroup"> {
  place: string | null;
  link: string | null;
}

/** One line of a list of Work Groups. `called`: by which names. */
export function groupInShort<R extends WorkGroupRow>(row: R, called: GroupNaming): R & GroupSeen {
  const { least, most, reserved, taken, status } = row;
  const free = most === null ? null : Math.max(0, most - reserved - taken);
  return {
    ...row,
    name: called(row.id),
    places: { least, most, reserved, taken, free },
    warning: warningOf(status, reserved + taken, least),
  };
}

/** A Work Group with its schools, its waitlist and its sessions. `texts`: those of its places and links, by id. */
export function groupInFull(
  whole: WorkGroupWhole,
  texts: ReadonlyMap<string, string>,
  called: GroupNaming,
): GroupInFull {
  const { schools, ...group } = groupInShort(whole, called);
  const waitlist = schools.flatMap(({ journey, position, since, held, together }): Waits[] => {
    if (position === null) return [];
    return [{ journey, position, since, held, together }];
  });
  const sessions = whole.sessions.map(({ workGroup: _, ...one }) => ({
    ...one,
    place: texts.get(one.placeId ?? "") ?? null,
    link: texts.get(one.linkId ?? "") ?? null,
  }));
  return { ...group, schools: schools.filter(({ position }) => position === null), waitlist, sessions };
}
