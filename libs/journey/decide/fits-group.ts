// May a school have a place in this Work Group?

import type { Prospectus } from "../../prospectus/prospectus.ts";
import type { Actor, Because, SchoolFacts } from "../commands.ts";
import { holds } from "../places.ts";
import { reject, type Rejection } from "../rejection.ts";
import type { GroupAtHand } from "../rules.ts";
import type { Begun } from "../state.ts";

/** `wrong-group` for one of another hub or programme. */
export function unfitGroup(group: GroupAtHand, prospectus: Prospectus, hub: string): { rejection: Rejection } | null {
  if (holds(group, prospectus.id) && group.hub === hub) return null;
  return reject("wrong-group", "unfit");
}

/** The same where somebody chooses the group for a school, and for one of special schools where this is none. */
export function wrongGroup(
  group: GroupAtHand,
  prospectus: Prospectus,
  { hub, school }: Pick<Begun, "hub" | "school">,
  asked: { data: Because; by: Pick<Actor, "role"> },
): { rejection: Rejection } | null {
  return unfitGroup(group, prospectus, hub) ?? notSpecial(group, school, asked);
}

/**
 * A group of special schools holds those that the register has as special schools: its word wins over the hub’s. The
 * lead of the hub may take another school in with a reason. Of a school that the register does not know, and of one
 * that has its place there already, nothing is asked.
 */
function notSpecial(
  group: GroupAtHand,
  { special }: Pick<SchoolFacts, "special">,
  { data: { reason }, by: { role } }: { data: Because; by: Pick<Actor, "role"> },
): { rejection: Rejection } | null {
  if (group.special !== true || special !== false || group.holdsPlace) return null;
  const excepted = reason !== undefined && (role === "hub-lead" || role === "service");
  return excepted ? null : reject("wrong-group", "not-special");
}

/** An offer that named no Work Group has reserved no place. */
export function noRoom(group: GroupAtHand): { rejection: Rejection } | null {
  return group.hasRoom || group.holdsPlace ? null : reject("group-full", "meanwhile");
}
