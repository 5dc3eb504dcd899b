// GET /triage: the applications that wait for the hub; GET /triage/applications.csv: the same as a file.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { WAITING } from "../../../libs/service/intake/triage.ts";
import { TRIAGE_ROLES, TriageQueue } from "../../../libs/service/intake/triage-queue.ts";
import { JourneysAtAGlance } from "../../../libs/service/journeys/at-a-glance.ts";
import { NamedGroups } from "../../../libs/service/work-groups/named-groups.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import type { Typed } from "../form-fields.ts";
import { askedIn, IN_FILE, sizeOf } from "../lists/list-asked.ts";
import { answerFile, fileOf } from "../lists/list-file.ts";
import { listPage } from "../lists/list-view.ts";
import { hubInWords, inWords } from "../words.ts";
import { applicationColumns, applicationsAsked, applicationsList } from "./triage-list.ts";

@Controller("triage")
export class TriagePageController {
  constructor(
    private readonly desk: Desk,
    private readonly queue: TriageQueue,
    private readonly journeys: JourneysAtAGlance,
    private readonly groups: NamedGroups,
    private readonly security: SecurityLog,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Visitors()
  async page(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, TRIAGE_ROLES.readTexts);
    const { principal } = person;
    const hub = principal.hub ?? "";
    const known = { texts: new Map<string, string>(), criterion: this.criterion, called };
    const programmes = await this.programmes(principal);
    const asked = askedIn(query, applicationsList(programmes, known));
    const { filter, order } = applicationsAsked(asked);
    const page = { ...order, page: asked.page, size: sizeOf(asked) };
    const { texts, ...found } = await this.queue.withTexts(principal, hub, filter, page);
    const body = listPage(found, asked, applicationsList(programmes, { ...known, texts }));
    answerPage(response, 200, `Applications that wait for ${hubInWords(hub)}`, body, person);
  }

  @Get("applications.csv")
  @Visitors()
  async file(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, TRIAGE_ROLES.readTexts);
    const { principal } = person;
    const groups = await this.groups.of(principal);
    const words = { texts: new Map<string, string>(), criterion: this.criterion, called };
    const spec = applicationsList(await this.programmes(principal), words);
    const { filter, order } = applicationsAsked(askedIn(query, spec));
    const { items } = await this.queue.page(principal, principal.hub ?? "", filter, { ...order, ...IN_FILE });
    await this.note(principal, request.id);
    answerFile(response, "applications", fileOf(items, applicationColumns(groups)));
  }

  private note(by: Principal, request: string): Promise<void> {
    const about = `hub ${by.hub ?? ""}`;
    return this.security.note({ what: "list-exported", by, about, code: "applications", request });
  }

  /** Those for which somebody waits. */
  private async programmes(principal: Principal): Promise<string[]> {
    const waiting: readonly string[] = WAITING;
    const choices = (await this.journeys.choices(principal)).filter(({ status }) => waiting.includes(status));
    return [...new Set(choices.flatMap(({ prospectus }) => prospectus ?? []))].sort();
  }

  private readonly criterion = (id: string, code: string): string =>
    this.settings.catalogue.get(id)?.application.criteria?.value.find((one) => one.code === code)?.text ??
    inWords(code);
}
