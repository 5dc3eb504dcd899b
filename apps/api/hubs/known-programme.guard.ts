import { Injectable, type CanActivate, type ExecutionContext } from "@nestjs/common";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { knownProgramme } from "../../../libs/service/hubs/known-programme.ts";

/** Below `{year}/{programme}`: what is no programme is not there (404), whatever is sent to it. */
@Injectable()
export class KnownProgrammeGuard implements CanActivate {
  constructor(private readonly settings: WebSettings) {}

  canActivate(context: ExecutionContext): boolean {
    const { params } = context.switchToHttp().getRequest<ApiRequest>();
    knownProgramme(this.settings.catalogue, `${params?.["year"] ?? ""}/${params?.["programme"] ?? ""}`);
    return true;
  }
}
