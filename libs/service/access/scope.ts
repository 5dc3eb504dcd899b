// Which journeys someone sees: a hub its own, a Work Group lead their groups' (of their hub: those that the token
// names, and those whose lead they are), a school its own, operators and auditors all. What is outside is not refused
// but not there (404): nobody learns of another hub's journey.

import type { DataSource } from "typeorm";
import { isOfHub, NoAccess, whatIsMissing, type Principal } from "./principal.ts";
import { grantsOf } from "../../views/journeys/read-journeys.ts";
import { findWorkGroupRow } from "../../views/work-groups/read-work-groups.ts";
import type { Within } from "../../views/within.ts";
import { Refusal } from "../refusal.ts";

/**
 * The journeys someone sees, as a filter of reads; null: all.
 * @throws NoAccess for a role that is held for nothing
 */
export function withinOf(principal: Principal): Within | null {
  const missing = whatIsMissing(principal);
  if (missing !== null) throw new NoAccess(missing);
  const { who, role, hub, urns, workGroups } = principal;
  switch (role) {
    case "operator":
    case "auditor":
      return null;
    case "school-contact":
      return { urns };
    case "work-group-lead":
      return { hub: hub ?? "", workGroups, lead: who };
    case "hub-coordinator":
    case "hub-lead":
    case "finance-officer":
      return { hub: hub ?? "" };
    default:
      return nobody(role);
  }
}

/**
 * For what belongs to a hub and has its code in the address (its windows, its groups).
 * @throws Refusal `not-found` for another hub's
 */
export function sameHub({ role, hub }: Principal, wanted: string): void {
  if (role === "operator" || role === "auditor" || hub === wanted) return;
  throw new Refusal("not-found", "There is no such hub.", { sought: { kind: "hub", id: wanted } });
}

/**
 * Whether someone may apply for this school at this hub: a school for itself, a hub for those who come to it.
 * @throws Refusal `forbidden`
 */
export function mayApply({ role, hub, urns }: Principal, school: { urn: string; hub: string }): void {
  if (role === "school-contact" ? urns.includes(school.urn) : hub === school.hub) return;
  throw new Refusal(
    "forbidden",
    role === "school-contact" ? "You apply for your own school alone." : "Schools apply to your own hub alone.",
  );
}

/**
 * The grant that a body means (of its stage and year, else the latest), for who may decide about it: the people of the
 * hub at which it fell due, also once the school has gone to another.
 * @throws Refusal `forbidden`
 */
export async function grantMeant(
  source: DataSource,
  caller: Principal,
  journey: string,
  body: unknown,
): Promise<{ stage: string; academicYear: string } | null> {
  const { stage, academicYear } = Object(body) as Record<string, unknown>;
  const grants = (await grantsOf(source, journey)).filter(
    (one) => (stage ?? one.stage) === one.stage && (academicYear ?? one.academicYear) === one.academicYear,
  );
  const own = grants.filter(({ hub }) => hub === caller.hub);
  if (grants.length > 0 && own.length === 0)
    throw new Refusal("forbidden", "This grant is of the hub at which it fell due: its people decide about it.");
  const meant = own.at(-1);
  return meant === undefined ? null : { stage: meant.stage, academicYear: meant.academicYear };
}

/**
 * Whether someone may form a Work Group at this hub.
 * @throws Refusal `forbidden`
 */
export function mayForm(caller: Principal, body: unknown): void {
  const { hub } = Object(body) as Record<string, unknown>;
  if (typeof hub === "string" && hub !== caller.hub)
    throw new Refusal("forbidden", "Work Groups are formed at your own hub alone.");
}

/**
 * Whether a command may name the Work Group that its body names: one that was formed is its hub's own.
 * @throws Refusal `wrong-group`
 */
export async function mayNameGroup(source: DataSource, caller: Principal, body: unknown): Promise<void> {
  const { workGroup } = Object(body) as Record<string, unknown>;
  const formed = typeof workGroup === "string" ? await findWorkGroupRow(source, workGroup) : null;
  if (formed !== null && formed.hub !== caller.hub)
    throw new Refusal("wrong-group", "This Work Group is not one of your hub.");
}

/**
 * Whether someone may ask if this school could apply, at this hub: a school of itself at any hub, a hub of any school
 * at its own.
 * @throws Refusal `forbidden`
 */
export function mayAskFor(
  { role, hub, urns }: Principal,
  { urn, hub: asked }: { urn?: string; hub?: string | undefined },
): void {
  if (role === "school-contact" && urn !== undefined && !urns.includes(urn))
    throw new Refusal("forbidden", "You ask for your own school alone.");
  if (isOfHub(role) && asked !== undefined && asked !== hub)
    throw new Refusal("forbidden", "You ask for your own hub alone.");
}

function nobody(role: never): never {
  throw new NoAccess(`The role ${String(role)} is held for nothing.`);
}
