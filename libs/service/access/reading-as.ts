// To read the service as somebody else does: what a role sees of a hub, a Work Group or a school. For half an hour,
// without a button that does anything, without anything sealed, and on record.

import type { DataSource } from "typeorm";
import { journeysThatFit } from "../../views/journeys/narrow-journeys.ts";
import { groupsSeen } from "../../views/work-groups/read-work-groups.ts";
import type { Within } from "../../views/within.ts";
import type { Database } from "../database.ts";
import { Refusal } from "../refusal.ts";
import { isOfHub, type Principal, type Role } from "./principal.ts";
import { mustHold, type Roles } from "./roles.ts";
import type { SecurityLog } from "./security-log.ts";

export { withNothingSealed } from "../../people/not-shown.ts";

export const READ_AS_ROLES: Roles = ["operator", "hub-lead"];

/** As whom each may read: an operator as anybody, a hub lead as those of their own hub. */
const AS: Readonly<Partial<Record<Role, Roles>>> = {
  operator: ["hub-lead", "hub-coordinator", "finance-officer", "work-group-lead", "school-contact", "auditor"],
  "hub-lead": ["hub-coordinator", "finance-officer", "work-group-lead", "school-contact"],
};
export const readableAs = (role: Role): readonly Role[] => AS[role] ?? [];

/** Milliseconds for which it lasts. */
export const READING_MS = 30 * 60 * 1_000;

/** As whom; what the role is not held for is passed over. */
export interface ReadAsAsked {
  role: string;
  hub: string;
  workGroup: string;
  urn: string;
}

export class ReadingAs {
  constructor(
    private readonly database: Database,
    private readonly security: SecurityLog,
  ) {}

  /**
   * As whom a caller reads from now on: with their own id, in another role. It is noted first. `request`: which asked.
   * @throws Refusal `forbidden`; `invalid` for a role that is not theirs to read as, or a hub, group or school that
   * they do not see
   */
  async begin(caller: Principal, asked: ReadAsAsked, request: string): Promise<Principal> {
    mustHold(caller, READ_AS_ROLES);
    const role = readableAs(caller.role).find((one) => one === asked.role);
    if (role === undefined) throw wrong("role", "Choose as whom you want to read.");
    const hub = caller.hub ?? asked.hub;
    const as: Principal = {
      who: caller.who,
      role,
      hub: isOfHub(role) ? hub : null,
      urns: role === "school-contact" ? [asked.urn] : [],
      workGroups: role === "work-group-lead" ? [asked.workGroup] : [],
    };
    await isThere(await this.database.open(), as, caller.hub === null ? null : { hub: caller.hub });
    await this.security.note({ what: "read-as", by: caller, about: aboutOf(as), code: role, request });
    return as;
  }
}

/** Whether somebody may go on reading so: their own role may have changed since. */
export const mayReadAs = (own: Principal, as: Principal): boolean =>
  own.who === as.who && readableAs(own.role).includes(as.role) && (own.hub === null || (as.hub ?? own.hub) === own.hub);

function aboutOf({ role, hub, urns, workGroups }: Principal): string | null {
  if (role === "school-contact") return `school ${urns[0] ?? ""}`;
  if (role === "work-group-lead") return `work-group ${workGroups[0] ?? ""}`;
  return hub === null ? null : `hub ${hub}`;
}

async function isThere(source: DataSource, as: Principal, within: Within | null): Promise<void> {
  const { role, hub, urns, workGroups } = as;
  if (role === "school-contact") {
    const [urn = ""] = urns;
    if (!/^\d{6}$/u.test(urn) || (await journeysThatFit(source, { urn, within }).getCount()) === 0)
      throw wrong("urn", "There is no school with this URN that you see.");
  }
  if (isOfHub(role) && (hub === null || (await journeysThatFit(source, { hub }).getCount()) === 0))
    throw wrong("hub", "Choose a Maths Hub that has schools.");
  if (role === "work-group-lead" && (await groupsSeen(source, workGroups, { hub: hub ?? "" })).length === 0)
    throw wrong("workGroup", "Choose a Work Group of this hub.");
}

function wrong(field: string, detail: string): Refusal {
  return new Refusal("invalid", detail, { errors: [{ pointer: `/${field}`, detail }] });
}
