// Who may call a route. Every route says so; one that does not is refused (roles.guard.ts), and a test walks them all.

import { SetMetadata, type CustomDecorator } from "@nestjs/common";
import type { Role } from "../service/access/principal.ts";
import type { Roles as AllowedRoles } from "../service/access/roles.ts";

const ALLOWED = "school-journeys:roles";
export type Allowed = readonly Role[] | "anyone" | "visitors";

/** The roles that may call this route, each within what it is held for (scope.ts). */
export const Roles = (...roles: AllowedRoles): CustomDecorator => SetMetadata(ALLOWED, roles);

/** Anyone at all may call this route, signed in or not: it tells nothing about any school. */
export const Anyone = (): CustomDecorator => SetMetadata(ALLOWED, "anyone");

/**
 * Whoever has signed in at the console: a page, which asks its desk who looks (apps/console/desk.ts); a test asks each
 * of them without.
 */
export const Visitors = (): CustomDecorator => SetMetadata(ALLOWED, "visitors");

/** What a handler says about who may call it; null where it says nothing. */
export function allowedOf(handler: object): Allowed | null {
  const allowed: unknown = Reflect.getMetadata(ALLOWED, handler);
  return allowed === "anyone" || allowed === "visitors" || Array.isArray(allowed) ? (allowed as Allowed) : null;
}
