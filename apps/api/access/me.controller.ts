// GET /api/v1/me: who one is here. A hub forms a Work Group for its lead by the id that the lead reads here.

import { Controller, Get } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import { ROLES, type Principal } from "../../../libs/service/access/principal.ts";
import { WhoAmI } from "../../../libs/service/access/who-am-i.ts";
import { Named, Text, Texts, Word } from "../../../libs/service/shape/field.ts";
import { Doc } from "../openapi/doc.ts";

@Named("Me")
class MeAnswer {
  @Text({ says: "An opaque id", example: "lead-1" }) who: string;
  @Word(ROLES, { example: "work-group-lead" }) role: string;
  @Text({ orNull: true, says: "Code of the hub", example: "great-north" }) hub: string | null;
  @Texts({ each: "A school you speak for", example: [] }) urns: readonly string[];
  @Texts({ each: "A Work Group you lead", example: ["north-readiness-1"] }) workGroups: readonly string[];
}

@Controller("api/v1/me")
export class MeController {
  constructor(private readonly whoAmI: WhoAmI) {}

  @Get()
  @Roles(...ROLES)
  @Doc({
    id: "whoAmI",
    tag: "Sign-in",
    summary: "Who you are here, in which role, and what it is held for",
    description:
      "`who` is what events say of you. A Work Group is formed (or its lead changed) with it as `lead`: " +
      "from then on that person, as work-group-lead of its hub, sees the group and its schools.",
    answer: MeAnswer,
    problems: [403, 503],
  })
  me(@Caller() caller: Principal): Promise<MeAnswer> {
    return this.whoAmI.of(caller);
  }
}
