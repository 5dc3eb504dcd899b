// Which Work Groups someone sees.

import type { DataSource } from "typeorm";
import type { Principal } from "../access/principal.ts";
import { findWorkGroupRow, groupsSeen } from "../../views/work-groups/read-work-groups.ts";
import type { WorkGroupRow } from "../../views/work-groups/work-groups.ts";
import { isGroupId } from "../../work-group/together.ts";
import { withinOf } from "../access/scope.ts";
import { Refusal } from "../refusal.ts";

/** The Work Group of that id, where `caller` sees it; else null. Rejects with StoreError. */
export async function groupSeen(source: DataSource, id: string, caller: Principal): Promise<WorkGroupRow | null> {
  const group = isGroupId(id) ? await findWorkGroupRow(source, id) : null;
  return group !== null && (await isSeen(source, id, caller)) ? group : null;
}

/** Whether somebody sees this Work Group. Rejects with StoreError. */
export async function isSeen(source: DataSource, id: string, caller: Principal): Promise<boolean> {
  const within = withinOf(caller);
  return within === null || (await groupsSeen(source, [id], within)).length > 0;
}

/** There is no such Work Group, or none that is theirs to see. */
export function noGroup(id: string): Refusal {
  const detail = "There is no Work Group with this id: take one from the list of Work Groups.";
  return new Refusal("not-found", detail, { sought: { kind: "work-group", id } });
}
