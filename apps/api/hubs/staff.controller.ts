// The staff of a hub: who may be chosen as a lead, or given a task.

import { Controller, Get, HttpCode, Param, Post, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import { HubStaff, LeavingBody, STAFF_ROLES, StaffBody } from "../../../libs/service/hubs/staff.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, PREVIEW, STAFF_PERSON } from "../openapi/parameters.ts";
import { StaffEnteredAnswer, StaffLeftAnswer, StaffPageAnswer } from "./staff.dto.ts";
import { cameInWords, withWhy } from "./task-lines.dto.ts";

@Controller("api/v1/hubs/:hub/staff")
@UseGuards(OwnHubGuard)
export class HubStaffController {
  constructor(private readonly staff: HubStaff) {}

  @Get()
  @Roles(...STAFF_ROLES.read)
  @Doc({
    id: "listStaff",
    tag: "People",
    summary: "The staff of this hub, by name and role",
    parameters: [HUB],
    answer: StaffPageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("hub") hub: string): Promise<StaffPageAnswer> {
    return { items: await this.staff.list(caller, hub), next: null };
  }

  @Post()
  @HttpCode(201)
  @Roles(...STAFF_ROLES.set)
  @Doc({
    id: "enterStaff",
    tag: "People",
    summary: "Enter somebody on the list of the hub’s staff",
    description:
      "Sealed as every person is. Who is there with this address already keeps their id and has this name and role " +
      "from now on. At their first sign-in with it, verified there, they are known as this person.",
    parameters: [HUB, PREVIEW],
    body: StaffBody,
    answer: StaffEnteredAnswer,
    status: 201,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  enter(@Param("hub") hub: string, @AskedHere() asked: Asked): Promise<StaffEnteredAnswer> {
    return this.staff.enter(hub, asked);
  }

  @Post(":person/leave")
  @HttpCode(200)
  @Roles(...STAFF_ROLES.set)
  @Doc({
    id: "staffLeaves",
    tag: "People",
    summary: "Take somebody off the list, and hand on their open tasks and their Work Groups",
    description:
      "Each open task is given to `handTo`, by its own assign-task; each Work Group that they lead has `leadTo` as " +
      "its lead, in the same role, by its own change-lead. `leads` says which need another lead still. Sent again it " +
      "goes on where it stopped, and says what was still to be done.",
    parameters: [HUB, STAFF_PERSON, PREVIEW],
    body: LeavingBody,
    answer: StaffLeftAnswer,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async leave(
    @Param("hub") hub: string,
    @Param("person") person: string,
    @AskedHere() asked: Asked,
  ): Promise<StaffLeftAnswer> {
    const { handedOn, ofGroups, ...answer } = await this.staff.leave(hub, person, asked);
    return { ...answer, handedOn: cameInWords(handedOn), ofGroups: ofGroups.map(withWhy) };
  }
}
