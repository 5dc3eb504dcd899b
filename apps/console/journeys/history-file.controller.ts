// GET /journeys/{id}/history.csv: what happened to a journey, as its page is narrowed, as a file.

import { Controller, Get, Param, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { ROLES } from "../../../libs/service/access/principal.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { JourneyFacts } from "../../../libs/service/journeys/journey-facts.ts";
import { Desk } from "../desk.ts";
import type { Typed } from "../form-fields.ts";
import { answerFile } from "../lists/list-file.ts";
import { historyFile } from "./history-page.ts";

@Controller("journeys/:id/history.csv")
export class HistoryFileController {
  constructor(
    private readonly desk: Desk,
    private readonly journeys: JourneyFacts,
    private readonly security: SecurityLog,
  ) {}

  /** For everybody who sees the school's page, and what they see there. */
  @Get()
  @Visitors()
  async file(
    @Param("id") id: string,
    @Query() query: Typed,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person } = await this.desk.visitor(request, response, ROLES);
    const by = person.principal;
    const facts = await this.journeys.seen(by, id, request.id);
    const texts = await this.journeys.texts(by, facts);
    const ours = facts.here && by.role === "school-contact";
    const csv = historyFile(facts, { query, texts, ours, takesBack: [] });
    const about = `journey ${facts.journey.id}`;
    await this.security.note({ what: "list-exported", by, about, code: "history", request: request.id });
    answerFile(response, "history", csv);
  }
}
