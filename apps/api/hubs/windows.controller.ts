// When a hub takes applications: its own decision, in place of what a programme's page says.

import { Body, Controller, Get, Param, Put, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { HubWindows, WINDOW_ROLES, WindowBody } from "../../../libs/service/hubs/windows.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, PROGRAMME, YEAR } from "../openapi/parameters.ts";
import { WindowAnswer, WindowPageAnswer } from "./decisions.dto.ts";
import { KnownProgrammeGuard } from "./known-programme.guard.ts";

@Controller("api/v1/hubs/:hub/windows")
export class WindowsController {
  constructor(private readonly windows: HubWindows) {}

  @Get()
  @Roles(...WINDOW_ROLES.read)
  @Doc({
    id: "listWindows",
    tag: "Windows",
    summary: "When this hub takes applications, where it has said so itself",
    description: "For a programme that is not listed, opensOn and closesOn of GET /api/v1/prospectuses hold.",
    parameters: [HUB],
    answer: WindowPageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("hub") hub: string): Promise<WindowPageAnswer> {
    return { items: await this.windows.list(caller, hub), next: null };
  }

  @Put(":year/:programme")
  @UseGuards(OwnHubGuard, KnownProgrammeGuard)
  @Roles(...WINDOW_ROLES.set)
  @Doc({
    id: "setWindow",
    tag: "Windows",
    summary: "Say when this hub takes applications for a programme",
    description:
      "Both days are part of it, in London; closesOn is not after 31 August of the academic year. It " +
      "replaces what the page says, for this hub, " +
      "from now on. The same dates once more change nothing. Roles: hub-coordinator, hub-lead.",
    parameters: [HUB, YEAR, PROGRAMME],
    answer: WindowAnswer,
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  set(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Body() body: WindowBody,
  ): Promise<WindowAnswer> {
    return this.windows.set(caller, hub, `${year}/${programme}`, body);
  }
}
