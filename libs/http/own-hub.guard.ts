import { Injectable, type CanActivate, type ExecutionContext } from "@nestjs/common";
import { sameHub } from "../service/access/scope.ts";
import { callerOf } from "./caller.ts";
import type { ApiRequest } from "./request.ts";

/** Below `hubs/{hub}`: another hub's is not there (404), whatever else is wrong. The use case looks once more. */
@Injectable()
export class OwnHubGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    sameHub(callerOf(request), request.params?.["hub"] ?? "");
    return true;
  }
}
