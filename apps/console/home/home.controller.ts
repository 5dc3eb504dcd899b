// GET /: who has not signed in reads what this is; who runs a hub sees what waits today, a school its own journey, and
// others the journeys that are theirs to see. GET /journeys: those at a glance.

import { isLocal } from "../../../libs/config/shapes.ts";
import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { Anyone, Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { JourneysAtAGlance, type Show } from "../../../libs/service/journeys/at-a-glance.ts";
import { READERS } from "../../../libs/service/access/roles.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import { MORNING_ROLES } from "../../../libs/service/hubs/mornings.ts";
import { HubToday } from "../../../libs/service/hubs/today.ts";
import { GroupNames } from "../../../libs/service/work-groups/group-names.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { html } from "../html.ts";
import { filledIn } from "../look/templates.ts";
import { linksOf } from "../navigation.ts";
import { Sessions } from "../session.ts";
import type { Person } from "../visitor.ts";
import { hubInWords } from "../words.ts";
import { hubPage } from "./hub-page.ts";
import { schoolView } from "./school-page.ts";
import { todayView } from "./today-page.ts";
import { trustView } from "./trust-page.ts";

const isOfToday = (role: Role): boolean => MORNING_ROLES.read.some((one) => one === role);
const SHOWS: readonly Show[] = ["all", "owing", "tasks"];
const ID = /^\d{6}-(primary|secondary)$/u;

@Controller()
export class HomeController {
  constructor(
    private readonly sessions: Sessions,
    private readonly desk: Desk,
    private readonly waiting: HubToday,
    private readonly journeys: JourneysAtAGlance,
    private readonly settings: WebSettings,
    private readonly groupNames: GroupNames,
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
      answerPage(response, 200, "School Journeys", filledIn("home/welcome.njk", {}), null);
      return;
    }
    const { role } = person.principal;
    // Where the list was before there was a page of the day.
    if (isOfToday(role) && ("show" in query || "after" in query)) {
      const asked = request.originalUrl.slice(request.originalUrl.indexOf("?"));
      response.writeHead(303, { Location: `/journeys${asked}` }).end();
      return;
    }
    await this.orNothing(response, person, () =>
      role === "school-contact"
        ? this.school(response, person, query["school"])
        : isOfToday(role)
          ? this.today(response, person)
          : this.list(response, person, query, "/"),
    );
  }

  @Get("journeys")
  @Visitors()
  async journeysAtAGlance(
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { person } = await this.desk.visitor(request, response, READERS);
    await this.list(response, person, query, "/journeys");
  }

  /** A page of what is theirs; one that says why there is nothing where nothing is. */
  private async orNothing(response: ApiResponse, person: Person, show: () => Promise<void>): Promise<void> {
    try {
      await show();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "forbidden") throw error;
      answerPage(response, 403, "Nothing to see", html`<p>${error.detail}</p>`, person);
    }
  }

  private async today(response: ApiResponse, person: Person): Promise<void> {
    const view = todayView(await this.waiting.of(person.principal));
    const title = `Today at ${hubInWords(person.principal.hub ?? "")}`;
    // Of what is counted, what a role has a page for: whoever pays has none for applications.
    const own = linksOf(person.principal.role).map(({ href }) => href);
    const counts = view.counts.filter(({ href }) => own.includes(href.split("?", 1)[0] ?? ""));
    answerPage(response, 200, title, filledIn("home/today.njk", { ...view, counts }), person);
  }

  private async list(
    response: ApiResponse,
    person: Person,
    query: Readonly<Record<string, unknown>>,
    base: string,
  ): Promise<void> {
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
      base,
      withHub: principal.hub === null,
      called: await this.groupNames.now(),
      temporalUiUrl: principal.role === "operator" ? uiOnThisMachine(this.settings.temporalUiUrl) : null,
    });
    answerPage(response, 200, title, body, person);
  }

  /** Who speaks for one school, or chose one of several, sees it; else all of them. */
  private async school(response: ApiResponse, person: Person, asked: unknown): Promise<void> {
    const { urns } = person.principal;
    const chosen = urns.length > 1 && typeof asked === "string" ? asked : null;
    const journeys = await this.journeys.ofSchools(person.principal, chosen);
    if (urns.length > 1 && chosen === null) {
      const body = filledIn("home/trust.njk", trustView(journeys, urns.length));
      answerPage(response, 200, "Your schools", body, person);
      return;
    }
    const [first] = journeys;
    const title = first === undefined ? "Your school" : `To do at ${first.school ?? `School ${first.row.urn}`}`;
    answerPage(response, 200, title, filledIn("home/school.njk", schoolView(journeys, chosen)), person);
  }
}

/** Temporal's Web UI asks nobody who they are: no link leads to one that others reach too. */
const uiOnThisMachine = (url: string | null): string | null => (url !== null && isLocal(url) ? url : null);
