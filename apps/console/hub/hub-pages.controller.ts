// GET /windows, GET and POST /windows/{year}/{programme}: when a hub takes applications.

import { Controller, Get, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import { ProgrammeHere } from "../../../libs/http/parameters.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { HubWindows, WINDOW_ROLES, WindowBody } from "../../../libs/service/hubs/windows.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { answerPage } from "../answer-page.ts";
import { Desk, type Page } from "../desk.ts";
import { bodyFrom, type FormField } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { formShown } from "../form-view.ts";
import { programmeInWords } from "../words.ts";
import { filledIn } from "../look/templates.ts";
import { windowsView } from "./windows-page.ts";

const DATES: readonly FormField[] = [
  { kind: "date", name: "opensOn", label: "First day", required: true },
  {
    kind: "date",
    name: "closesOn",
    label: "Last day",
    hint: "Not after 31 August of the academic year.",
    required: true,
  },
];

const BACK = { back: { href: "/windows", words: "Back to all windows" } };

@Controller()
export class HubPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly hubWindows: HubWindows,
    private readonly settings: WebSettings,
  ) {}

  @Get("windows")
  @Visitors()
  async windows(@Query("done") done: unknown, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, WINDOW_ROLES.set);
    answerPage(
      response,
      200,
      "When your hub takes applications",
      filledIn(
        "hub/windows.njk",
        windowsView(await this.hubWindows.now(person.principal, person.principal.hub ?? ""), done === "set"),
      ),
      person,
    );
  }

  @Get("windows/:year/:programme")
  @Visitors()
  async window(
    @ProgrammeHere() programme: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, WINDOW_ROLES.set);
    const all = await this.hubWindows.now(person.principal, person.principal.hub ?? "");
    const now = all.find(({ id }) => id === programme);
    const typed = now === undefined ? {} : { opensOn: now.opensOn, closesOn: now.closesOn };
    const { title, body } = this.formPage(programme, {
      action: `/windows/${programme}`,
      token,
      key: newKey(),
      typed,
      faults: [],
    });
    answerPage(response, 200, title, body, person, undefined, BACK);
  }

  @Post("windows/:year/:programme")
  @Visitors()
  async set(
    @ProgrammeHere() programme: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const { principal } = visitor.person;
    await this.desk.settle(response, sent, DATES, {
      send: async () =>
        this.hubWindows.set(principal, principal.hub ?? "", programme, validated(WindowBody, bodyFrom(DATES, typed))),
      then: () => "/windows?done=set",
      again: (faults, key) =>
        this.formPage(programme, {
          action: `/windows/${programme}`,
          token: visitor.token,
          key,
          typed,
          faults,
        }),
    });
  }

  private formPage(id: string, state: FormState): Page {
    const prospectus = this.settings.catalogue.get(id);
    if (!prospectus) throw new Refusal("not-found", "There is no such programme.");
    return {
      title: "Set a window",
      body: formShown(DATES, state, { says: programmeInWords(prospectus), button: "Set the window" }),
    };
  }
}
