// GET and POST /groups/{id}/name: what a hub calls a Work Group.

import { Controller, Get, Param, Post, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { GROUP_NAME_ROLES, GroupNameBody, GroupNames } from "../../../libs/service/work-groups/group-names.ts";
import { WorkGroups } from "../../../libs/service/work-groups/work-groups.ts";
import { answerPage } from "../answer-page.ts";
import { Desk, type Page } from "../desk.ts";
import { bodyFrom, type FormField } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { formShown } from "../form-view.ts";
import { backTo } from "./around-a-group.ts";

const FIELDS: readonly FormField[] = [
  {
    kind: "line",
    name: "name",
    label: "What it is called",
    hint: "As schools and staff will read it, such as North Readiness 1. No person’s name.",
    required: true,
  },
];

@Controller("groups/:id/name")
export class GroupNameController {
  constructor(
    private readonly desk: Desk,
    private readonly groups: WorkGroups,
    private readonly names: GroupNames,
  ) {}

  @Get()
  @Visitors()
  async show(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, GROUP_NAME_ROLES.set);
    const facts = await this.groups.facts(person.principal, id);
    const { title, body } = page(id, { token, key: newKey(), typed: { name: facts.group.name }, faults: [] });
    answerPage(response, 200, title, body, person, undefined, backTo(facts));
  }

  @Post()
  @Visitors()
  async set(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    await this.desk.settle(response, sent, FIELDS, {
      send: async () => {
        const body = validated(GroupNameBody, bodyFrom(FIELDS, typed));
        return this.names.set(visitor.person.principal, id, body);
      },
      then: () => `/groups/${id}?done=name`,
      again: (faults, key) => page(id, { token: visitor.token, key, typed, faults }),
    });
  }
}

const page = (id: string, state: Omit<FormState, "action">): Page => ({
  title: "Call a Work Group otherwise",
  body: formShown(FIELDS, { ...state, action: `/groups/${id}/name` }, { button: "Call it so" }),
});
