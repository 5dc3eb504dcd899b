// GET /turn: the year's turn as it would be done, or as it is being done. POST /turn, /turn/{year}/interrupt,
// /turn/{year}/resume.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import type { TurnAsItStands } from "../../../libs/service/turn/read-turn-progress.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { HubStaff } from "../../../libs/service/hubs/staff.ts";
import { HubTurns } from "../../../libs/service/turn/hub-turns.ts";
import { inAddress, springOf, turnsInto } from "../../../libs/service/turn/turn-year.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { usualRoleOf } from "../../../libs/work-group/decide/form.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import type { FormField } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { SchoolNames } from "../../../libs/service/schools/school-names.ts";
import { filledIn } from "../look/templates.ts";
import { STAFF } from "../staff.ts";
import type { AtDesk } from "../visitor.ts";
import { turnBody, turnProgressView, turnView, type TurnLook } from "./turn-page.ts";

const FIELDS: readonly FormField[] = [
  { kind: "date", name: "respondBy", label: "Last day to answer", required: false },
];

@Controller("turn")
export class TurnPageController {
  constructor(
    private readonly desk: Desk,
    private readonly turns: HubTurns,
    private readonly names: SchoolNames,
    private readonly settings: WebSettings,
    private readonly staff: HubStaff,
  ) {}

  @Get()
  @Visitors()
  async look(@Query("into") asked: unknown, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, STAFF);
    const into = turnsInto(typeof asked === "string" ? asked : undefined, this.at());
    const begun = await this.turns.begun(visitor.person.principal, hubOf(visitor), inAddress(into));
    const state = {
      action: `/turn?into=${inAddress(into)}`,
      token: visitor.token,
      key: newKey(),
      typed: {},
      faults: [],
    };
    const { title, body } =
      begun === null ? await this.preview(visitor, into, state) : await this.progress(visitor, begun, state);
    answerPage(response, 200, title, body, visitor.person);
  }

  @Post()
  @Visitors()
  async begin(@Query("into") asked: unknown, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const into = turnsInto(typeof asked === "string" ? asked : undefined, this.at());
    const hub = hubOf(visitor);
    const { plan } = await this.turns.preview(visitor.person.principal, hub, inAddress(into));
    const body = turnBody(plan, inAddress(into), typed, (id) => this.leadOf(id));
    await this.desk.settle(response, sent, FIELDS, {
      send: () => this.turns.begin(hub, askedBy(sent, body)),
      then: () => `/turn?into=${inAddress(into)}`,
      // As it stands now: what was looked at may be what has changed.
      again: (faults, next) =>
        this.preview(visitor, into, {
          action: `/turn?into=${inAddress(into)}`,
          token: visitor.token,
          key: next,
          typed,
          faults,
        }),
    });
  }

  @Post(":year/:way")
  @Visitors()
  async run(
    @Param("year") year: string,
    @Param("way") way: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    if (way !== "interrupt" && way !== "resume") throw new Refusal("not-found", "There is no such page.");
    const { visitor } = sent;
    const hub = hubOf(visitor);
    await this.desk.settle(response, sent, [], {
      send: () => this.turns.run(hub, year, way === "resume", askedBy(sent, null)),
      then: () => `/turn?into=${year}`,
      again: async (faults, key) =>
        this.progress(visitor, await this.turns.read(visitor.person.principal, hub, year), {
          action: "",
          token: visitor.token,
          key,
          typed: {},
          faults,
        }),
    });
  }

  private async preview(visitor: AtDesk, into: string, state: FormState): Promise<Page> {
    const { principal } = visitor.person;
    const preview = await this.turns.preview(principal, hubOf(visitor), inAddress(into));
    const spring = springOf(into);
    const look: TurnLook = {
      names: await this.names.of(preview.plan.schools),
      called: visitor.called,
      staff: await this.staff.choices(principal),
      leads: (id) => this.leadOf(id),
      opensOn: localDate(this.at()) < spring ? spring : null,
      mayDo: principal.role === "hub-lead",
    };
    return { title: "The year’s turn", body: filledIn("hub/turn.njk", turnView(preview, look, state)) };
  }

  private async progress(visitor: AtDesk, turn: TurnAsItStands, state: FormState): Promise<Page> {
    const look = { names: await this.names.of(turn.schools), called: visitor.called };
    const runs = visitor.person.principal.role === "hub-lead" ? state : null;
    return {
      title: "The year’s turn",
      body: filledIn("hub/turn-progress.njk", turnProgressView(turn, look, runs)),
    };
  }

  private leadOf(prospectus: string): string | null {
    const found = this.settings.catalogue.get(prospectus);
    return found ? usualRoleOf(found) : null;
  }

  private at(): string {
    return instantFromMs(this.settings.clock());
  }
}

/** The hub of whoever looks: a turn is its own staff's. @throws Refusal `forbidden` */
function hubOf({ person }: AtDesk): string {
  if (person.principal.hub === null) throw new Refusal("forbidden", "The year’s turn is its hub’s own.");
  return person.principal.hub;
}
