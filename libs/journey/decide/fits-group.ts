// May a school have a place in this Work Group?

import type { Prospectus } from "../../prospectus/prospectus.ts";
import { holds } from "../places.ts";
import { reject, type Rejection } from "../rejection.ts";
import type { GroupAtHand } from "../rules.ts";

/** `wrong-group` for one of another hub or programme. */
export function unfitGroup(group: GroupAtHand, prospectus: Prospectus, hub: string): { rejection: Rejection } | null {
  if (holds(group, prospectus.id) && group.hub === hub) return null;
  return reject("wrong-group", "unfit");
}

/** An offer that named no Work Group has reserved no place. */
export function noRoom(group: GroupAtHand): { rejection: Rejection } | null {
  return group.hasRoom || group.holdsPlace ? null : reject("group-full", "meanwhile");
}
