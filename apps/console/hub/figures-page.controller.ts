// GET /figures, GET and POST /figures/{year}/{programme}: what a hub decides of a programme where no page says.

import { Controller, Get, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import { ProgrammeHere } from "../../../libs/http/parameters.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { FIGURE_ROLES, HubFiguresDesk } from "../../../libs/service/hubs/figures.ts";
import { FiguresBody } from "../../../libs/service/hubs/figures-body.ts";
import { HubStaff } from "../../../libs/service/hubs/staff.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { answerPage } from "../answer-page.ts";
import { Desk, type Page } from "../desk.ts";
import { bodyFrom, textIn, type FormField } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { formShown } from "../form-view.ts";
import type { Html } from "../html.ts";
import { filledIn } from "../look/templates.ts";
import { figureFields, figuresBody, typedOf } from "./figures-form.ts";
import { figuresView, followsView, programmesView, type FollowsView } from "./figures-page.ts";

const TITLE = "What your hub decides";
const BACK = { back: { href: "/figures", words: "Back to all programmes" } };
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
    private readonly staff: HubStaff,
  ) {}

  @Get()
  @Visitors()
  async all(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, FIGURE_ROLES.staff);
    const programmes = await this.figures.list(person.principal, person.principal.hub ?? "");
    answerPage(response, 200, TITLE, filledIn("hub/programmes-of-hub.njk", programmesView(programmes)), person);
  }

  @Get(":year/:programme")
  @Visitors()
  async one(
    @ProgrammeHere() id: string,
    @Query("done") done: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, FIGURE_ROLES.staff);
    const { principal } = person;
    const now = await this.figures.one(principal, principal.hub ?? "", id);
    const mayChange = FIGURE_ROLES.set.some((role) => role === principal.role);
    const state = { action: `/figures/${id}`, token, key: newKey(), typed: typedOf(now), faults: [] };
    const change = mayChange ? changeForm(figureFields(now), state, false) : null;
    const staff = await this.staff.choices(principal);
    const view = figuresView(now, { change, done: done === "set", staff });
    answerPage(response, 200, TITLE, filledIn("hub/figures.njk", view), person, undefined, BACK);
  }

  @Post(":year/:programme")
  @Visitors()
  async set(@ProgrammeHere() id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed, key } = sent;
    const { principal } = visitor.person;
    const hub = principal.hub ?? "";
    const now = await this.figures.one(principal, hub, id);
    const fields = figureFields(now);
    const state = { action: `/figures/${id}`, token: visitor.token, typed };
    const staff = await this.staff.choices(principal);
    const page = (asks: FormState, follows: FollowsView | null): Page => {
      const change = changeForm(fields, asks, follows !== null);
      return { title: TITLE, body: filledIn("hub/figures.njk", figuresView(now, { change, follows, staff })) };
    };
    await this.desk.settle(response, sent, fields, {
      send: async () => {
        const body = validated(FiguresBody, figuresBody(now, bodyFrom(fields, typed), typed));
        if (textIn(typed, "confirmed") === "") return this.figures.wouldSet(principal, hub, id, body);
        await this.figures.set(principal, hub, id, body);
        return null;
      },
      then: (foreseen) =>
        foreseen === null
          ? `/figures/${id}?done=set`
          : page({ ...state, key, faults: [] }, followsView(foreseen, visitor.called)),
      again: (faults, next) => page({ ...state, key: next, faults }, null),
    });
  }
}

/** `looked`: at what would follow; the decision is then one tick on. */
function changeForm(fields: readonly FormField[], state: FormState, looked: boolean): Html {
  return formShown(looked ? [...fields, CONFIRM] : fields, state, {
    button: looked ? "Go on" : "Look at what would follow",
  });
}
