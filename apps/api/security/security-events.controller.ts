// GET /api/v1/security-events: who did what.

import { Controller, Get, Query } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SECURITY_ROLES, SecurityLog } from "../../../libs/service/access/security-log.ts";
import { Doc } from "../openapi/doc.ts";
import { filterOf, SecurityEventPageAnswer, SecurityEventsQuery } from "./security.dto.ts";

@Controller("api/v1/security-events")
export class SecurityEventsController {
  constructor(private readonly security: SecurityLog) {}

  @Get()
  @Roles(...SECURITY_ROLES.read)
  @Doc({
    id: "listSecurityEvents",
    tag: "Sign-in",
    summary: "Who signed in, was refused, gave out or erased what, newest first",
    description:
      "Ids and codes alone, kept two years; nobody changes or drops one before. What strangers are refused is " +
      "kept up to 120 a minute for each process; the log has all. Roles: operator, auditor.",
    answer: SecurityEventPageAnswer,
    problems: [403, 422, 503],
  })
  list(@Caller() caller: Principal, @Query() query: SecurityEventsQuery): Promise<SecurityEventPageAnswer> {
    return this.security.list(caller, filterOf(query));
  }
}
