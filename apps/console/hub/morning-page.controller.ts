// GET /morning: the letters that a hub's staff would have on its next morning, to read.

import { Controller, Get, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { HubMornings, MORNING_ROLES } from "../../../libs/service/hubs/mornings.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { filledIn } from "../look/templates.ts";
import { morningView } from "./morning-page.ts";

@Controller("morning")
export class MorningPageController {
  constructor(
    private readonly desk: Desk,
    private readonly mornings: HubMornings,
  ) {}

  @Get()
  @Visitors()
  async next(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, MORNING_ROLES.read);
    const ahead = await this.mornings.next(person.principal, person.principal.hub ?? "", "");
    const body = filledIn("hub/morning.njk", morningView(ahead));
    answerPage(response, 200, "The next morning’s letter", body, person);
  }
}
