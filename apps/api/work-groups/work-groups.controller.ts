// Work Groups: formed, read, and told what a hub decides about them. One route for each command, made from their table
// (libs/service/work-groups/group-commands.ts).

import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { askedOf } from "../../../libs/http/asked.ts";
import { etagOf } from "../../../libs/http/if-match.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import { slugOf } from "../../../libs/service/commands/journey-commands.ts";
import { turnInWords } from "../../../libs/work-group/describe.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { orNull, shaped } from "../../../libs/service/shape/schema.ts";
import { GROUP_COMMANDS, ROUTED_OF_GROUPS } from "../../../libs/service/work-groups/group-commands.ts";
import { GROUP_NAME_ROLES, GroupNameBody, GroupNames } from "../../../libs/service/work-groups/group-names.ts";
import { GROUP_ROLES, WorkGroups } from "../../../libs/service/work-groups/work-groups.ts";
import { GROUP_FIELDS } from "../../../libs/work-group/command-fields.ts";
import { GROUP_ID } from "../../../libs/work-group/together.ts";
import { addCommandRoute } from "../commands/add-route.ts";
import { bodySchema, exampleBody } from "../openapi/command-schema.ts";
import { isYes } from "../journeys/page.dto.ts";
import { Doc } from "../openapi/doc.ts";
import { PREVIEW, WORK_GROUP_ID } from "../openapi/parameters.ts";
import {
  GroupAnswered,
  GroupCommandAnswer,
  GroupNameAnswer,
  GroupPageAnswer,
  GroupRowAnswer,
  WorkGroupsQuery,
} from "./work-groups.dto.ts";

const NAMING = {
  id: {
    kind: "id",
    required: false,
    note: "Its id, in small letters, numbers and hyphens; else made of hub, programme and name",
    example: "north-readiness-1",
  },
  name: {
    kind: "code",
    required: false,
    note: "What the hub calls it; where no id is sent it becomes part of the id: no person’s name",
    example: "North Readiness 1",
  },
} as const;
const FORMING = { ...NAMING, ...GROUP_FIELDS.FormWorkGroup };
const ASKED = bodySchema(FORMING);
const FORMING_BODY = {
  ...ASKED,
  properties: { ...ASKED.properties, id: { ...orNull(shaped(GROUP_ID)), description: NAMING.id.note } },
};

@Controller("api/v1/work-groups")
export class WorkGroupsController {
  constructor(
    private readonly groups: WorkGroups,
    private readonly names: GroupNames,
  ) {}

  @Get()
  @Roles(...GROUP_ROLES.read)
  @Doc({
    id: "listWorkGroups",
    tag: "Work Groups",
    summary: "Work Groups, by id, those that fit every filter",
    answer: GroupPageAnswer,
    problems: [403, 422, 503],
  })
  async list(
    @Caller() caller: Principal,
    @Query() { placesLeft, ...query }: WorkGroupsQuery,
  ): Promise<GroupPageAnswer> {
    const { items, next } = await this.groups.list(caller, { ...query, placesLeft: isYes(placesLeft) });
    return { items: items.map((group) => present(GroupRowAnswer, group)), next };
  }

  @Post()
  @HttpCode(201)
  @Roles(...GROUP_ROLES.form)
  @Doc({
    id: "formWorkGroup",
    tag: "Work Groups",
    summary: "Form a Work Group: its programme, its lead, its places and the days on which it meets",
    description:
      "Schools that were offered a place under this id before are in it from the first. Roles: " +
      "hub-coordinator, hub-lead.",
    parameters: [PREVIEW],
    body: { schema: FORMING_BODY, example: exampleBody(FORMING), required: true },
    answer: GroupCommandAnswer,
    status: 201,
    etag: true,
    command: true,
    problems: [400, 403, 404, 409, 412, 413, 415, 422, 503],
  })
  async form(
    @AskedHere() asked: Asked,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<GroupCommandAnswer> {
    const answer = await this.groups.form(asked);
    response.setHeader("Location", `/api/v1/work-groups/${answer.workGroup}`);
    response.setHeader("ETag", etagOf(answer.version));
    return answer;
  }

  @Get(":id")
  @Roles(...GROUP_ROLES.read)
  @Doc({
    id: "getWorkGroup",
    tag: "Work Groups",
    summary: "One Work Group: its places, its schools, who waits and why there, its sessions",
    parameters: [WORK_GROUP_ID],
    answer: GroupAnswered,
    etag: true,
    problems: [403, 404, 503],
  })
  async one(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<GroupAnswered> {
    const group = await this.groups.one(caller, id);
    response.setHeader("ETag", etagOf(group.version));
    const waitlist = group.waitlist.map((one) => ({ ...one, explained: turnInWords(one) }));
    return present(GroupAnswered, { ...group, waitlist });
  }

  @Put(":id/name")
  @Roles(...GROUP_NAME_ROLES.set)
  @Doc({
    id: "nameWorkGroup",
    tag: "Work Groups",
    summary: "Say what a Work Group is called",
    description:
      "Pages, letters and calendars call it so from now on; its id stays. The same once more changes nothing. Roles: " +
      "hub-coordinator, hub-lead.",
    parameters: [WORK_GROUP_ID],
    answer: GroupNameAnswer,
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  name(@Caller() caller: Principal, @Param("id") id: string, @Body() body: GroupNameBody): Promise<GroupNameAnswer> {
    return this.names.set(caller, id, body);
  }

  /** Sends one command to the Work Group. */
  async perform(
    name: keyof typeof GROUP_COMMANDS,
    id: string,
    request: ApiRequest,
    response: ApiResponse,
  ): Promise<GroupCommandAnswer> {
    const answer = await this.groups.perform(name, id, askedOf(request));
    response.setHeader("ETag", etagOf(answer.version));
    return answer;
  }
}

ROUTED_OF_GROUPS.forEach((name) => {
  const { roles, summary, description } = GROUP_COMMANDS[name];
  const fields = GROUP_FIELDS[name];
  addCommandRoute(WorkGroupsController, name, {
    path: `:id/${slugOf(name)}`,
    roles,
    doc: {
      id: `workGroup${name}`,
      tag: "Work Groups",
      summary,
      description: `${description === undefined ? "" : `${description} `}Roles: ${roles.join(", ")}.`,
      parameters: [WORK_GROUP_ID],
      body: { schema: bodySchema(fields), example: exampleBody(fields), required: true },
      answer: GroupCommandAnswer,
    },
  });
});
