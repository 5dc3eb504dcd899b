// The guard of every route, deny by default: who is not signed in is 401, whose role is not named 403. Which schools a
// role sees is the handlers' affair (scope.ts).

import { Injectable, type CanActivate, type ExecutionContext } from "@nestjs/common";
import { Problem } from "./problem.ts";
import type { ApiRequest } from "./request.ts";
import { unauthenticated } from "./unauthenticated.ts";
import { mustHold } from "../service/access/roles.ts";
import { allowedOf } from "./allowed.ts";

@Injectable()
export class RolesGuard implements CanActivate {
  /** @throws Problem `unauthenticated`, `forbidden` */
  canActivate(context: ExecutionContext): boolean {
    const allowed = allowedOf(context.getHandler());
    if (allowed === null) throw new Problem("forbidden", "This route names no role that may call it.");
    if (allowed === "anyone" || allowed === "visitors") return true;
    const { caller } = context.switchToHttp().getRequest<ApiRequest>();
    if (!caller) throw unauthenticated();
    mustHold(caller, allowed);
    return true;
  }
}
