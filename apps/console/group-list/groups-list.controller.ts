// GET /groups: the Work Groups that somebody sees; GET /groups/groups.csv: the same as a file.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import type { GroupSeen } from "../../../libs/service/work-groups/group-in-full.ts";
import { NamedGroups } from "../../../libs/service/work-groups/named-groups.ts";
import { GROUP_ROLES, WorkGroups } from "../../../libs/service/work-groups/work-groups.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import type { Typed } from "../form-fields.ts";
import { html } from "../html.ts";
import { askedIn, sizeOf, type ListAsked } from "../lists/list-asked.ts";
import { answerFile, fileOf } from "../lists/list-file.ts";
import { listPage, type ListSpec } from "../lists/list-view.ts";
import { button } from "../look/parts.ts";
import { groupsAsked, groupsInOrder, groupsList, groupsOnPage } from "./groups-list.ts";

/** The list as somebody asks for it. */
interface Found {
  spec: ListSpec<GroupSeen>;
  asked: ListAsked;
  sorted: readonly GroupSeen[];
}

@Controller("groups")
export class GroupsListController {
  constructor(
    private readonly desk: Desk,
    private readonly groups: WorkGroups,
    private readonly names: NamedGroups,
    private readonly security: SecurityLog,
  ) {}

  @Get()
  @Visitors()
  async page(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, GROUP_ROLES.read);
    const { role } = person.principal;
    const { spec, asked, sorted } = await this.found(person.principal, query);
    const form = GROUP_ROLES.form.includes(role) ? button("Form a Work Group", { href: "/groups/new" }) : null;
    const body = html`${form}${listPage(groupsOnPage(sorted, asked.page, sizeOf(asked)), asked, spec)}`;
    answerPage(response, 200, role === "work-group-lead" ? "Your Work Groups" : "Work Groups", body, person);
  }

  @Get("groups.csv")
  @Visitors()
  async file(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, GROUP_ROLES.read);
    const by = person.principal;
    const { spec, sorted } = await this.found(by, query);
    const about = by.hub === null ? null : `hub ${by.hub}`;
    await this.security.note({ what: "list-exported", by, about, code: "groups", request: request.id });
    answerFile(response, "groups", fileOf(sorted, spec.columns));
  }

  private async found(principal: Principal, query: Typed): Promise<Found> {
    const groups = await this.names.of(principal);
    const spec = groupsList({ groups, withHub: principal.hub === null });
    const asked = askedIn(query, spec);
    const all = await this.groups.all(principal, groupsAsked(asked));
    return { spec, asked, sorted: groupsInOrder(all, asked, groups) };
  }
}
