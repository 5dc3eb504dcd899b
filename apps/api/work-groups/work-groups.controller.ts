// Work Groups: formed, read, and told what a hub decides about them. One route for each command, made from the table in
// work-group-routes.ts.

import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from "@nestjs/common";
import { groupName } from "../../../libs/contract/work-group.ts";
import { sealFields } from "../../../libs/journey/wire.ts";
import { findWorkGroup, findWorkGroups } from "../../../libs/views/work-groups/read-work-groups.ts";
import { isGroupWithin } from "../../../libs/views/within.ts";
import { GROUP_FIELDS, type GroupWireName } from "../../../libs/work-group/command-fields.ts";
import { GROUP_ID, isGroupId } from "../../../libs/work-group/together.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { READERS } from "../../../libs/service/access/roles.ts";
import { mayForm, withinOf } from "../../../libs/service/access/scope.ts";
import { askedOf } from "../../../libs/http/asked.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { addCommandRoute } from "../commands/add-route.ts";
import { slugOf } from "../../../libs/service/commands/journey-commands.ts";
import {
  CommandSender,
  type GroupAnswer,
  type NewId,
  type Prepared,
} from "../../../libs/service/commands/command-sender.ts";
import { Database } from "../../../libs/service/database.ts";
import { etagOf } from "../../../libs/http/if-match.ts";
import { Problem } from "../../../libs/http/problem.ts";
import { refusalOf } from "../../../libs/service/refusal.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { bodySchema, exampleBody } from "../openapi/command-schema.ts";
import { Doc } from "../openapi/doc.ts";
import { WORK_GROUP_ID } from "../openapi/parameters.ts";
import { orNull, shaped } from "../../../libs/service/shape/schema.ts";
import { newGroupId } from "./group-id.ts";
import { groupSeen } from "./group-seen.ts";
import { presentGroup, presentGroupRow } from "./present-work-group.ts";
import { GROUP_ROUTES, ROUTED_OF_GROUPS } from "./work-group-routes.ts";
import { WORK_GROUPS_PARAMETERS, WorkGroupsQuery } from "./work-groups.dto.ts";

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
    note: "What the hub calls it, where no id is sent: becomes part of the id, so no person’s name",
    example: "north-1",
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
    private readonly sender: CommandSender,
    private readonly database: Database,
  ) {}

  @Get()
  @Roles(...READERS)
  @Doc({
    id: "listWorkGroups",
    tag: "Work Groups",
    summary: "Work Groups, by id, those that fit every filter",
    parameters: WORK_GROUPS_PARAMETERS,
    answer: "WorkGroupPage",
    problems: [403, 422, 503],
  })
  async list(@Query() query: unknown, @Req() request: ApiRequest): Promise<{ items: object[]; next: string | null }> {
    const filter = validated(WorkGroupsQuery, query, { only: true });
    const { items, next } = await findWorkGroups(await this.database.open(), {
      ...filter,
      within: withinOf(callerOf(request)),
    });
    return { items: items.map(presentGroupRow), next };
  }

  @Post()
  @HttpCode(201)
  @Roles("hub-coordinator", "hub-lead")
  @Doc({
    id: "formWorkGroup",
    tag: "Work Groups",
    summary: "Form a Work Group: its programme, its lead, its places and the days on which it meets",
    description:
      "Schools that were offered a place under this id before are in it from the first. Roles: " +
      "hub-coordinator, hub-lead.",
    body: { schema: FORMING_BODY, example: exampleBody(FORMING), required: true },
    answer: "WorkGroupAnswer",
    status: 201,
    etag: true,
    command: true,
    problems: [400, 403, 404, 409, 412, 413, 415, 422, 503],
  })
  async form(@Req() request: ApiRequest, @Res({ passthrough: true }) response: ApiResponse): Promise<GroupAnswer> {
    const answer = await this.sender.sendToGroup(askedOf(request), {
      name: "FormWorkGroup",
      route: "work-groups",
      prepare: (_source, newId) => {
        mayForm(callerOf(request), request.body);
        const prepared = prepare("FormWorkGroup", "", request.body, newId);
        return { ...prepared, journey: groupName(newGroupId(request.body, newId("text", "id").slice(0, 4))) };
      },
    });
    response.setHeader("Location", `/api/v1/work-groups/${answer.workGroup}`);
    response.setHeader("ETag", etagOf(answer.version));
    return answer;
  }

  @Get(":id")
  @Roles(...READERS)
  @Doc({
    id: "getWorkGroup",
    tag: "Work Groups",
    summary: "One Work Group: its places, its schools, who waits and why there, its sessions",
    parameters: [WORK_GROUP_ID],
    answer: "WorkGroup",
    etag: true,
    problems: [403, 404, 503],
  })
  async one(
    @Param("id") id: string,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<object> {
    const group = isGroupId(id) ? await findWorkGroup(await this.database.open(), id) : null;
    if (!group || !isGroupWithin(group, withinOf(callerOf(request)))) throw noGroup();
    response.setHeader("ETag", etagOf(group.version));
    return presentGroup(group);
  }

  /** Sends one command to the Work Group. */
  async perform(
    name: keyof typeof GROUP_ROUTES,
    id: string,
    request: ApiRequest,
    response: ApiResponse,
  ): Promise<GroupAnswer> {
    if ((await groupSeen(await this.database.open(), id, callerOf(request))) === null) throw noGroup();
    const answer = await this.sender.sendToGroup(askedOf(request), {
      name,
      route: `work-groups/${id}/${slugOf(name)}`,
      prepare: (_source, newId) => prepare(name, id, request.body, newId),
    });
    response.setHeader("ETag", etagOf(answer.version));
    return answer;
  }
}

function prepare(name: GroupWireName, id: string, body: unknown, newId: NewId): Prepared {
  const sealed = sealFields(GROUP_FIELDS[name], body, newId);
  if ("rejection" in sealed) throw refusalOf(sealed.rejection);
  return { journey: groupName(id), sealed };
}

function noGroup(): Problem {
  return new Problem("not-found", "There is no Work Group with this id. POST /api/v1/work-groups forms one.");
}

ROUTED_OF_GROUPS.forEach((name) => {
  const { roles, summary, description } = GROUP_ROUTES[name];
  addCommandRoute(WorkGroupsController, name, {
    path: `:id/${slugOf(name)}`,
    roles,
    doc: {
      id: `workGroup${name}`,
      tag: "Work Groups",
      summary,
      description: `${description === undefined ? "" : `${description} `}Roles: ${roles.join(", ")}.`,
      parameters: [WORK_GROUP_ID],
      body: { schema: bodySchema(GROUP_FIELDS[name]), example: exampleBody(GROUP_FIELDS[name]), required: true },
      answer: "WorkGroupAnswer",
    },
  });
});
