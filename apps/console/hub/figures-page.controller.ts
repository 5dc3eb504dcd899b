// GET /figures, GET and POST /figures/{year}/{programme}: what a hub decides of a programme where no page says.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { FIGURE_ROLES, FiguresBody, HubFiguresDesk } from "../../../libs/service/hubs/figures.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { answerPage } from "../answer-page.ts";
import { Desk, type Page } from "../desk.ts";
import { bodyFrom, textIn, type FormField } from "../form-fields.ts";
import { form, newKey, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { figureFields, figuresBody, figuresPage, programmesOfHub, typedOf, whatFollows } from "./figures-page.ts";

const TITLE = "What your hub decides";
const CONFIRM: FormField = {
  kind: "tick",
  name: "confirmed",
  label: "We have looked at what would follow, and decide so",
  required: false,
};

@Controller("figures")
export class FiguresPageController {
  constructor(
    private readonly desk: Desk,
    private readonly figures: HubFiguresDesk,
  ) {}

  @Get()
  @Visitors()
  async all(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, FIGURE_ROLES.staff);
    const programmes = await this.figures.list(person.principal, person.principal.hub ?? "");
    answerPage(response, 200, TITLE, programmesOfHub(programmes), person);
  }

  @Get(":year/:programme")
  @Visitors()
  async one(
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Query("done") done: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, FIGURE_ROLES.staff);
    const { principal } = person;
    const id = `${year}/${programme}`;
    const now = await this.figures.one(principal, principal.hub ?? "", id);
    const mayChange = FIGURE_ROLES.set.some((role) => role === principal.role);
    const state = { action: `/figures/${id}`, token, key: newKey(), typed: typedOf(now), faults: [] };
    const change = mayChange ? changeForm(figureFields(now), state, null) : null;
    answerPage(response, 200, TITLE, figuresPage(now, change, done === "set"), person);
  }

  @Post(":year/:programme")
  @Visitors()
  async set(
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed, key } = sent;
    const { principal } = visitor.person;
    const hub = principal.hub ?? "";
    const id = `${year}/${programme}`;
    const now = await this.figures.one(principal, hub, id);
    const fields = figureFields(now);
    const state = { action: `/figures/${id}`, token: visitor.token, typed };
    const page = (form: Html): Page => ({ title: TITLE, body: figuresPage(now, form, false) });
    await this.desk.settle(response, sent, fields, {
      send: async () => {
        const body = validated(FiguresBody, figuresBody(bodyFrom(fields, typed), typed));
        if (textIn(typed, "confirmed") === "") return this.figures.wouldSet(principal, hub, id, body);
        await this.figures.set(principal, hub, id, body);
        return null;
      },
      then: (foreseen) =>
        foreseen === null
          ? `/figures/${id}?done=set`
          : page(changeForm(fields, { ...state, key, faults: [] }, whatFollows(foreseen))),
      again: (faults, next) => page(changeForm(fields, { ...state, key: next, faults }, null)),
    });
  }
}

/** `follows`: what would follow, once it was asked; the decision is then one tick on. */
function changeForm(fields: readonly FormField[], state: FormState, follows: Html | null): Html {
  const button = follows === null ? "Look at what would follow" : "Go on";
  const asked = follows === null ? fields : [...fields, CONFIRM];
  return html`<h2>Change them</h2>${follows}${form(asked, state, { button })}`;
}
