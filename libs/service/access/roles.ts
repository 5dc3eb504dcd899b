// Who may ask for what: each use case names its roles, and asks before it does anything.

import { Refusal } from "../refusal.ts";
import { whatIsMissing, type Principal, type Role } from "./principal.ts";

/** One role at least: what names none is for nobody. */
export type Roles = readonly [Role, ...Role[]];

/** Those who may look at every school of a hub. */
export const READERS: Roles = [
  "hub-coordinator",
  "hub-lead",
  "work-group-lead",
  "finance-officer",
  "operator",
  "auditor",
];

/** Those who may look at a hub's money. */
export const MONEY_READERS: Roles = ["finance-officer", "hub-lead", "hub-coordinator", "operator", "auditor"];

/**
 * Sees to it that someone holds one of these roles, and holds it for something.
 * @throws Refusal `forbidden`
 */
export function mustHold(caller: Principal, roles: readonly Role[]): void {
  if (!roles.includes(caller.role)) throw new Refusal("forbidden", `This needs the role ${roles.join(" or ")}.`);
  const missing = whatIsMissing(caller);
  if (missing !== null) throw new Refusal("forbidden", missing);
}
