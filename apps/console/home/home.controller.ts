// GET /: who has not signed in reads what this is; who runs a hub sees what waits today, a school its own journey, and
// others the schools that are theirs to see.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { Anyone } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { JourneysAtAGlance } from "../../../libs/service/journeys/at-a-glance.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import { MORNING_ROLES } from "../../../libs/service/hubs/mornings.ts";
import { HubToday } from "../../../libs/service/hubs/today.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { answerPage } from "../answer-page.ts";
import type { Typed } from "../form-fields.ts";
import { newForm } from "../form-page.ts";
import { html } from "../html.ts";
import { SchoolsDesk } from "../journeys/schools-desk.ts";
import { filledIn } from "../look/templates.ts";
import { linksOf } from "../navigation.ts";
import { Sessions } from "../session.ts";
import type { Person } from "../visitor.ts";
import { hubInWords } from "../words.ts";
import { schoolView } from "./school-page.ts";
import { todayView } from "./today-page.ts";
import { trustView } from "./trust-page.ts";

const isOfToday = (role: Role): boolean => MORNING_ROLES.read.some((one) => one === role);

@Controller()
export class HomeController {
  constructor(
    private readonly sessions: Sessions,
    private readonly waiting: HubToday,
    private readonly journeys: JourneysAtAGlance,
    private readonly schools: SchoolsDesk,
  ) {}

  @Get()
  @Anyone()
  async home(@Req() request: ApiRequest, @Res() response: ApiResponse, @Query() query: Typed): Promise<void> {
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
          : this.list(request, response, person, query),
    );
  }

  /** A page of what is theirs; one that says why there is nothing where nothing is. */
  private async orNothing(response: ApiResponse, person: Person, show: () => Promise<void>): Promise<void> {
    try {
      await show();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "forbidden") throw error;
      answerPage(response, 403, "Nothing to see", html`<p class="govuk-body">${error.detail}</p>`, person);
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

  private async list(request: ApiRequest, response: ApiResponse, person: Person, query: Typed): Promise<void> {
    const token = (await this.sessions.look(request))?.visitor.token ?? "";
    const { title, body } = await this.schools.page(person.principal, query, "/", newForm(token));
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
