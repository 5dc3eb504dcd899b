// Who may call a route. Every route says so; one that does not is refused (roles.guard.ts), and a test walks them all.

import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { ActorRole } from '../../../libs/journey/commands.ts';

/** The roles of people who sign in (CONTRACT "Words"); `service` is nobody's. */
export type Role = Exclude<ActorRole, 'service'>;

export const ROLES: readonly Role[] = [
  'hub-coordinator', 'hub-lead', 'work-group-lead', 'finance-officer', 'school-contact', 'operator', 'auditor',
];

/** Those who may look at every school of a hub. */
export const READERS: readonly [Role, ...Role[]] = ['hub-coordinator', 'hub-lead', 'work-group-lead', 'finance-officer', 'operator', 'auditor'];

const ALLOWED = 'school-journeys:roles';

/** The roles that may call this route; the first is assumed for a caller who names none (until sign-in exists). */
export const Roles = (...roles: readonly [Role, ...Role[]]): CustomDecorator => SetMetadata(ALLOWED, roles);

/** Anyone at all may call this route: it tells nothing about any school. */
export const Anyone = (): CustomDecorator => SetMetadata(ALLOWED, 'anyone');

/** What a handler says about who may call it; null where it says nothing. */
export function allowedOf(handler: object): readonly Role[] | 'anyone' | null {
  const allowed: unknown = Reflect.getMetadata(ALLOWED, handler);
  return allowed === 'anyone' || Array.isArray(allowed) ? allowed as readonly Role[] | 'anyone' : null;
}
