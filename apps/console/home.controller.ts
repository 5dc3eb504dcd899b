// GET /: who has not signed in reads what this is; hub staff see their journeys at a glance, a school its own.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { NoAccess } from "../../libs/service/access/principal.ts";
import { overview, type Show } from "../../libs/views/journeys/overview.ts";
import { findJourney } from "../../libs/views/journeys/read-journeys.ts";
import { Anyone } from "../../libs/http/allowed.ts";
import { withinOf } from "../../libs/service/access/scope.ts";
import { WebSettings } from "../../libs/http/web-settings.ts";
import { Database } from "../../libs/service/database.ts";
import type { ApiRequest, ApiResponse } from "../../libs/http/request.ts";
import { answerPage } from "./answer-page.ts";
import { html } from "./html.ts";
import { hubPage } from "./hub-page.ts";
import { schoolPage } from "./school-page.ts";
import { Sessions, type Person } from "./session.ts";
import { welcomePage } from "./welcome-page.ts";
import { hubInWords } from "./words.ts";

const A_PAGE = 100;
/** One school may have a primary and a secondary phase, and one person several schools. */
const SCHOOLS_AT_ONCE = 20;
const SHOWS: readonly Show[] = ["all", "owing", "tasks"];
const ID = /^\d{6}-(primary|secondary)$/u;

@Controller()
export class HomeController {
  constructor(
    private readonly sessions: Sessions,
    private readonly database: Database,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Anyone()
  async home(
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const person = await this.sessions.person(request, response);
    if (person === null) {
      answerPage(response, 200, "School Journeys", welcomePage(), null);
      return;
    }
    try {
      await (person.principal.role === "school-contact"
        ? this.school(response, person)
        : this.hub(response, person, query));
    } catch (error) {
      if (!(error instanceof NoAccess)) throw error;
      answerPage(response, 403, "Nothing to see", html`<p>${error.message}</p>`, person);
    }
  }

  private async hub(response: ApiResponse, person: Person, query: Readonly<Record<string, unknown>>): Promise<void> {
    const show = SHOWS.find((each) => each === query["show"]) ?? "all";
    const after = typeof query["after"] === "string" && ID.test(query["after"]) ? query["after"] : null;
    const { principal } = person;
    const glance = await overview(await this.database.open(), {
      within: withinOf(principal),
      show,
      after,
      limit: A_PAGE,
    });
    const title =
      principal.hub === null
        ? "Journeys of every hub"
        : principal.role === "work-group-lead"
          ? "Journeys of your Work Groups"
          : `Journeys of ${hubInWords(principal.hub)}`;
    answerPage(
      response,
      200,
      title,
      hubPage(glance, show, {
        withHub: principal.hub === null,
        temporalUiUrl: principal.role === "operator" ? this.settings.temporalUiUrl : null,
      }),
      person,
    );
  }

  private async school(response: ApiResponse, person: Person): Promise<void> {
    const source = await this.database.open();
    const { items } = await overview(source, {
      within: withinOf(person.principal),
      show: "all",
      after: null,
      limit: SCHOOLS_AT_ONCE,
    });
    const journeys = await Promise.all(
      items.map(async ({ row, school }) => {
        const journey = await findJourney(source, row.id);
        return journey === null ? [] : [{ ...journey, school }];
      }),
    );
    answerPage(response, 200, "Your school’s journey", schoolPage(journeys.flat()), person);
  }
}
