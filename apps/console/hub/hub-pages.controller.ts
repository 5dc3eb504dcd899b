// GET /triage, GET /windows, GET and POST /windows/{year}/{programme}: the pages of a hub's own staff.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import type { DataSource } from "typeorm";
import { academicYearOf } from "../../../libs/calendar/academic-years.ts";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { getText } from "../../../libs/people/people.ts";
import { windowsOf } from "../../../libs/store/hubs/windows.ts";
import type { Triaged } from "../../../libs/service/intake/triage.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import { type Role } from "../../../libs/service/access/principal.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { Database } from "../../../libs/service/database.ts";
import { Problem } from "../../../libs/http/problem.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { TriageController } from "../../api/hubs/triage.controller.ts";
import { WindowsController } from "../../api/hubs/windows.controller.ts";
import { answerPage } from "../answer-page.ts";
import { Desk, type Page } from "../desk.ts";
import { bodyFrom, type FormField } from "../form-fields.ts";
import { form, newKey, type FormState } from "../form-page.ts";
import { html } from "../html.ts";
import { hubInWords, inWords, programmeInWords } from "../words.ts";
import { TRIAGE_SHOWS, triagePage } from "./triage-page.ts";
import { windowsPage, type WindowLine } from "./windows-page.ts";

type Query = Readonly<Record<string, unknown>>;
const STAFF: readonly Role[] = ["hub-coordinator", "hub-lead"];
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

@Controller()
export class HubPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly database: Database,
    private readonly settings: WebSettings,
  ) {}

  @Get("triage")
  @Visitors()
  async triage(@Query() query: Query, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, STAFF);
    const hub = visitor.person.principal.hub ?? "";
    const show = TRIAGE_SHOWS.find((one) => one === query["status"]) ?? null;
    const asked = {
      ...(show !== null && { status: show }),
      ...(typeof query["after"] === "string" && { after: query["after"] }),
      limit: 25,
    };
    const { items, next } = await this.desk.ask(
      visitor,
      request,
      { controller: TriageController, handler: "list" },
      (queue, own) => queue.list(hub, asked, own),
    );
    const texts = await textsOf(await this.database.open(), items);
    answerPage(
      response,
      200,
      `Applications that wait for ${hubInWords(hub)}`,
      triagePage(items, next, show, { texts, criterion: (id, code) => this.criterion(id, code) }),
      visitor.person,
    );
  }

  @Get("windows")
  @Visitors()
  async windows(@Query("done") done: unknown, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, STAFF);
    answerPage(
      response,
      200,
      "When your hub takes applications",
      windowsPage(await this.lines(person.principal.hub ?? ""), done === "set"),
      person,
    );
  }

  @Get("windows/:year/:programme")
  @Visitors()
  async window(
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, STAFF);
    const now = (await this.lines(person.principal.hub ?? "")).find(({ id }) => id === `${year}/${programme}`);
    const typed = now === undefined ? {} : { opensOn: now.opensOn, closesOn: now.closesOn };
    const { title, body } = this.formPage(`${year}/${programme}`, {
      action: `/windows/${year}/${programme}`,
      token,
      key: newKey(),
      typed,
      faults: [],
    });
    answerPage(response, 200, title, body, person);
  }

  @Post("windows/:year/:programme")
  @Visitors()
  async set(
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const hub = visitor.person.principal.hub ?? "";
    await this.desk.settle(response, sent, DATES, {
      send: () =>
        this.desk.ask(
          visitor,
          request,
          { controller: WindowsController, handler: "set", body: bodyFrom(DATES, typed) },
          (windows, own) => windows.set(hub, year, programme, own),
        ),
      then: () => "/windows?done=set",
      again: (faults, key) =>
        this.formPage(`${year}/${programme}`, {
          action: `/windows/${year}/${programme}`,
          token: visitor.token,
          key,
          typed,
          faults,
        }),
    });
  }

  private formPage(id: string, state: FormState): Page {
    const prospectus = this.settings.catalogue.get(id);
    if (!prospectus) throw new Problem("not-found", "There is no such programme.");
    return {
      title: "Set a window",
      body: html`<p>${programmeInWords(prospectus)}</p>${form(DATES, state, { button: "Set the window" })}<p><a
        href="/windows">Back to all windows</a></p>`,
    };
  }

  private criterion(id: string, code: string): string {
    return (
      this.settings.catalogue.get(id)?.application.criteria?.value.find((one) => one.code === code)?.text ??
      inWords(code)
    );
  }

  /** The windows of a hub for the year under way and later ones, as they stand. */
  private async lines(hub: string): Promise<WindowLine[]> {
    const set = new Map((await windowsOf(await this.database.open(), hub)).map((one) => [one.prospectus, one]));
    const year = academicYearOf(localDate(instantFromMs(this.settings.clock())));
    return this.settings.catalogue
      .all()
      .filter((one) => one.academicYear >= year)
      .map(({ id, stage, phase, academicYear, window }) => {
        const own = set.get(id);
        return {
          id,
          stage,
          phase,
          academicYear,
          opensOn: own?.opensOn ?? window.opensOn.value,
          closesOn: own?.closesOn ?? window.closesOn.value,
          own: own !== undefined,
        };
      });
  }
}

/** The reasons of these applications and what was asked, by id. */
async function textsOf(source: DataSource, items: readonly Triaged[]): Promise<Map<string, string>> {
  const ids = items
    .flatMap(({ reasonsId, asked, partners }) => [
      reasonsId,
      asked?.reasonId ?? null,
      ...partners.map(({ relationshipId }) => relationshipId),
    ])
    .filter((id): id is string => id !== null);
  const read = await Promise.all(
    ids.map(async (id): Promise<[string, string | null]> => [id, await getText(source, id)]),
  );
  return new Map(read.flatMap(([id, text]): [string, string][] => (text === null ? [] : [[id, text]])));
}
