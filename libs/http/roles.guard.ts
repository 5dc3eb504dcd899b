// The guard of every route, deny by default: who is not signed in is 401, whose role is not named 403. Which schools a
// role sees is the handlers' affair (scope.ts).

import { Injectable, type CanActivate, type ExecutionContext } from "@nestjs/common";
import type { Principal } from "../service/access/principal.ts";
import { Problem } from "./problem.ts";
import type { ApiRequest } from "./request.ts";
import { unauthenticated } from "./unauthenticated.ts";
import { mustHold } from "../service/access/roles.ts";
import { allowedOf } from "./allowed.ts";

@Injectable()
export class RolesGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    mayCall(context.getHandler(), () => context.switchToHttp().getRequest<ApiRequest>().caller ?? null);
    return true;
  }
}

/**
 * Whether someone may call this handler.
 * @throws Problem `unauthenticated`, `forbidden`
 */
export function mayCall(handler: object, who: () => Principal | null): void {
  const allowed = allowedOf(handler);
  if (allowed === null) throw new Problem("forbidden", "This route names no role that may call it.");
  if (allowed === "anyone" || allowed === "visitors") return;
  const caller = who();
  if (!caller) throw unauthenticated();
  mustHold(caller, allowed);
}
