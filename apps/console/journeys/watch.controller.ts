// POST /journeys/{id}/watch: the school is on one's watch list from now on, or no longer.

import { Controller, Param, Post, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { Watching } from "../../../libs/service/journeys/watching.ts";
import { Desk } from "../desk.ts";
import { textIn } from "../form-fields.ts";

@Controller("journeys/:id/watch")
export class WatchController {
  constructor(
    private readonly desk: Desk,
    private readonly watching: Watching,
  ) {}

  @Post()
  @Visitors()
  async set(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { visitor, typed } = await this.desk.sent(request, response);
    const journey = await this.watching.set(visitor.person.principal, id, textIn(typed, "on") === "yes");
    response.writeHead(303, { Location: `/journeys/${journey}` }).end();
  }
}
