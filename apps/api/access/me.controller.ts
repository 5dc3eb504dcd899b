// GET /api/v1/me: who one is here. A hub forms a Work Group for its lead by the id that the lead reads here.

import { Controller, Get, Req } from "@nestjs/common";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { findWorkGroups } from "../../../libs/views/work-groups/read-work-groups.ts";
import { Database } from "../../../libs/service/database.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { Doc } from "../openapi/doc.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { ROLES } from "../../../libs/service/access/principal.ts";
import { withinOf } from "../../../libs/service/access/scope.ts";
import { callerOf } from "../../../libs/http/caller.ts";

/** More than anyone leads. */
const MOST_GROUPS = 100;

@Controller("api/v1/me")
export class MeController {
  constructor(private readonly database: Database) {}

  @Get()
  @Roles(...ROLES)
  @Doc({
    id: "whoAmI",
    tag: "Sign-in",
    summary: "Who you are here, in which role, and what it is held for",
    description:
      "`who` is what events say of you. A Work Group is formed (or its lead changed) with it as `lead`: " +
      "from then on that person, as work-group-lead of its hub, sees the group and its schools.",
    answer: "Me",
    problems: [403, 503],
  })
  async me(@Req() request: ApiRequest): Promise<Principal> {
    const { who, role, hub, urns, workGroups } = callerOf(request);
    const led = role === "work-group-lead" ? await this.led(request) : [];
    return { who, role, hub, urns, workGroups: [...new Set([...workGroups, ...led])] };
  }

  private async led(request: ApiRequest): Promise<string[]> {
    const { items } = await findWorkGroups(await this.database.open(), {
      within: withinOf(callerOf(request)),
      limit: MOST_GROUPS,
    });
    return items.map(({ id }) => id);
  }
}
