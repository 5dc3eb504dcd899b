import { Injectable, type CanActivate, type ExecutionContext } from "@nestjs/common";
import { callerOf } from "../../../libs/http/caller.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { mayAskFor } from "../../../libs/service/access/scope.ts";

/** Of a school's own affairs: it asks for no other (403), whatever else is wrong. The use case looks once more. */
@Injectable()
export class OwnSchoolGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    mayAskFor(callerOf(request), { urn: request.params?.["urn"] ?? "" });
    return true;
  }
}
