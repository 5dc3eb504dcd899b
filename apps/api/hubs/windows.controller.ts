// When a hub takes applications: its own decision, in place of what a programme's page says.

import { Controller, Get, Param, Put, Req } from "@nestjs/common";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { windowFaults } from "../../../libs/prospectus/hub-window.ts";
import { setWindow, windowsOf, type HubWindow } from "../../../libs/store/hubs/windows.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { READERS } from "../../../libs/service/access/roles.ts";
import { sameHub } from "../../../libs/service/access/scope.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { Database } from "../../../libs/service/database.ts";
import { Problem } from "../../../libs/http/problem.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { Doc } from "../openapi/doc.ts";
import { WINDOW_EXAMPLE } from "../openapi/examples.ts";
import { HUB, PROGRAMME, YEAR } from "../openapi/parameters.ts";
import { ref } from "../../../libs/service/shape/schema.ts";
import { hubCode } from "../../../libs/service/hub-code.ts";
import { WindowBody } from "./window.dto.ts";

@Controller("api/v1/hubs/:hub/windows")
export class WindowsController {
  constructor(
    private readonly database: Database,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "listWindows",
    tag: "Windows",
    summary: "When this hub takes applications, where it has said so itself",
    description: "For a programme that is not listed, opensOn and closesOn of GET /api/v1/prospectuses hold.",
    parameters: [HUB],
    answer: "WindowPage",
    problems: [403, 404, 503],
  })
  async list(@Param("hub") hub: string, @Req() request: ApiRequest): Promise<{ items: HubWindow[]; next: null }> {
    const caller = callerOf(request);
    if (caller.role !== "school-contact") sameHub(caller, hub); // a school looks where it may apply
    return { items: await windowsOf(await this.database.open(), hubCode(hub)), next: null };
  }

  @Put(":year/:programme")
  @Roles("hub-coordinator", "hub-lead")
  @Doc({
    id: "setWindow",
    tag: "Windows",
    summary: "Say when this hub takes applications for a programme",
    description:
      "Both days are part of it, in London; closesOn is not after 31 August of the academic year. It " +
      "replaces what the page says, for this hub, " +
      "from now on. The same dates once more change nothing. Roles: hub-coordinator, hub-lead.",
    parameters: [HUB, YEAR, PROGRAMME],
    body: { schema: ref("WindowDates"), example: WINDOW_EXAMPLE, required: true },
    answer: "Window",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async set(
    @Param("hub") hub: string,
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Req() request: ApiRequest,
  ): Promise<HubWindow> {
    const caller = callerOf(request);
    sameHub(caller, hub);
    const prospectus = this.settings.catalogue.get(`${year}/${programme}`);
    if (!prospectus)
      throw new Problem("not-found", "There is no such prospectus. GET /api/v1/prospectuses lists them.");
    const { opensOn, closesOn } = validated(WindowBody, request.body);
    const errors = windowFaults(prospectus, { opensOn, closesOn });
    if (errors.length > 0) throw new Problem("invalid", `The window does not fit: ${errors[0]?.detail}`, { errors });
    return setWindow(await this.database.open(), {
      hub: hubCode(hub),
      prospectus: prospectus.id,
      opensOn,
      closesOn,
      setBy: caller.who,
      setAt: instantFromMs(this.settings.clock()),
    });
  }
}
