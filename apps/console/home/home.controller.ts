// GET /: who has not signed in reads what this is; hub staff see their journeys at a glance, a school its own.

import { isLocal } from "../../../libs/config/shapes.ts";
import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { Anyone } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { JourneysAtAGlance, type Show } from "../../../libs/service/journeys/at-a-glance.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { answerPage } from "../answer-page.ts";
import { html } from "../html.ts";
import { Sessions } from "../session.ts";
import type { Person } from "../visitor.ts";
import { hubInWords } from "../words.ts";
import { hubPage } from "./hub-page.ts";
import { schoolPage } from "./school-page.ts";
import { welcomePage } from "./welcome-page.ts";

const SHOWS: readonly Show[] = ["all", "owing", "tasks"];
const ID = /^\d{6}-(primary|secondary)$/u;

@Controller()
export class HomeController {
  constructor(
    private readonly sessions: Sessions,
    private readonly journeys: JourneysAtAGlance,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Anyone()
  async home(
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const person = await this.sessions.person(request);
    if (person === null) {
      answerPage(response, 200, "School Journeys", welcomePage(), null);
      return;
    }
    try {
      await (person.principal.role === "school-contact"
        ? this.school(response, person)
        : this.hub(response, person, query));
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "forbidden") throw error;
      answerPage(response, 403, "Nothing to see", html`<p>${error.detail}</p>`, person);
    }
  }

  private async hub(response: ApiResponse, person: Person, query: Readonly<Record<string, unknown>>): Promise<void> {
    const show = SHOWS.find((each) => each === query["show"]) ?? "all";
    const after = typeof query["after"] === "string" && ID.test(query["after"]) ? query["after"] : null;
    const { principal } = person;
    const glance = await this.journeys.ofHub(principal, { show, after });
    const title =
      principal.hub === null
        ? "Journeys of every hub"
        : principal.role === "work-group-lead"
          ? "Journeys of your Work Groups"
          : `Journeys of ${hubInWords(principal.hub)}`;
    const body = hubPage(glance, show, {
      withHub: principal.hub === null,
      temporalUiUrl: principal.role === "operator" ? uiOnThisMachine(this.settings.temporalUiUrl) : null,
    });
    answerPage(response, 200, title, body, person);
  }

  private async school(response: ApiResponse, person: Person): Promise<void> {
    const journeys = await this.journeys.ofSchools(person.principal);
    answerPage(response, 200, "Your school’s journey", schoolPage(journeys), person);
  }
}

/** Temporal's Web UI asks nobody who they are: no link leads to one that others reach too. */
const uiOnThisMachine = (url: string | null): string | null => (url !== null && isLocal(url) ? url : null);
