// The guard of every route, deny by default. Until sign-in exists (issue 4) it believes the headers X-Principal and
// X-Role: that is why the API listens on 127.0.0.1 alone (main.ts).

import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Problem } from '../http/problem.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import { allowedOf, ROLES, type Role } from './roles.ts';

// No @: an e-mail address would end in events, which never hold one.
const PRINCIPAL = /^[\w.:-]{1,64}$/u;

@Injectable()
export class RolesGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const allowed = allowedOf(context.getHandler());
    if (allowed === null) throw new Problem('forbidden', 'This route names no role that may call it.');
    if (allowed === 'anyone') return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    request.caller = callerOf(request.headers['x-principal'], request.headers['x-role'], allowed);
    return true;
  }
}

/**
 * Who calls, from the two headers.
 * @throws Problem 403 `forbidden` for a role that may not, 400 `invalid` for a principal that is no opaque id
 */
export function callerOf(principal: unknown, role: unknown, allowed: readonly Role[]): Caller {
  const who = principal ?? 'local';
  if (typeof who !== 'string' || !PRINCIPAL.test(who)) {
    throw new Problem('invalid', 'X-Principal is an opaque id of up to 64 letters, digits and - . : _, never an e-mail address.', { status: 400 });
  }
  const asked = role ?? allowed[0];
  const known = ROLES.find((each) => each === asked);
  if (known === undefined || !allowed.includes(known)) {
    throw new Problem('forbidden', `This needs the role ${allowed.join(' or ')} (X-Role).`);
  }
  return { who, role: known };
}
