// GET and POST /calendar-links: the links that calendar programs read by; of a hub those that anybody made. POST
// /calendar-links/{id}/revoke: one of them ends.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { CalendarLinks, HUB_LINK_ROLES, LINK_ROLES } from "../../../libs/service/ahead/calendar-links.ts";
import { HUB_CODE } from "../../../libs/service/hub-code.ts";
import { HubDirectory } from "../../../libs/service/hub-directory.ts";
import { JourneysAtAGlance } from "../../../libs/service/journeys/at-a-glance.ts";
import { SchoolNames } from "../../../libs/service/schools/school-names.ts";
import { WorkGroups } from "../../../libs/service/work-groups/work-groups.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import { bodyFrom, textIn, type Choice, type Typed } from "../form-fields.ts";
import { newForm, type FormState } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import type { AtDesk } from "../visitor.ts";
import { hubInWords } from "../words.ts";
import { linkFields, linksView, type LinksLook } from "./calendar-links-page.ts";

/** An auditor looks at events, and needs no calendar. */
const ROLES = LINK_ROLES.filter((role) => role !== "auditor");
const ACTION = "/calendar-links";
const JOURNEY = /^\d{6}-(?:primary|secondary)$/u;

@Controller("calendar-links")
export class CalendarLinksPageController {
  constructor(
    private readonly desk: Desk,
    private readonly links: CalendarLinks,
    private readonly settings: WebSettings,
    private readonly schools: SchoolNames,
    private readonly directory: HubDirectory,
    private readonly groups: WorkGroups,
    private readonly own: JourneysAtAGlance,
  ) {}

  @Get()
  @Visitors()
  async list(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, ROLES);
    const hub = hubIn(visitor.person.principal, query);
    const choices = await this.choices(visitor.person.principal, hub);
    const of = choices.some(({ value }) => value === textIn(query, "of")) ? { of: textIn(query, "of") } : {};
    const state = { action: ACTION, ...newForm(visitor.token), typed: of };
    const done = query["done"] === "revoked" ? "The link shows nothing from now on." : null;
    const { title, body } = await this.page(visitor, state, { hub, choices, done, made: null });
    answerPage(response, 200, title, body, visitor.person);
  }

  @Post()
  @Visitors()
  async make(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const { principal } = visitor.person;
    const hub = hubIn(principal, typed);
    const choices = await this.choices(principal, hub);
    const fields = linkFields(choices);
    const { of, ...rest } = bodyFrom(fields, typed);
    const body = { ...rest, ...(typeof of === "string" && { [whatIs(of, hub)]: of }) };
    const state = { action: ACTION, token: visitor.token };
    await this.desk.settle<Page>(response, sent, fields, {
      send: async () => {
        const made = await this.links.make(askedBy(sent, body));
        const address = "secret" in made ? `${this.settings.publicUrl}/calendars/${made.secret}.ics` : null;
        const around = { hub, choices, done: "Your link is made.", made: address };
        return this.page(visitor, { action: ACTION, ...newForm(visitor.token) }, around);
      },
      then: (page) => page,
      again: (faults, key) =>
        this.page(visitor, { ...state, key, typed, faults }, { hub, choices, done: null, made: null }),
    });
  }

  @Post(":id/revoke")
  @Visitors()
  async revoke(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    await this.links.revoke(askedBy(sent, {}), id);
    const hub = textIn(sent.typed, "hub");
    const to = new URLSearchParams({ done: "revoked", ...(HUB_CODE.test(hub) && { hub }) }).toString();
    response.writeHead(303, { Location: `${ACTION}?${to}` }).end();
  }

  private async page(
    { person: { principal }, called }: AtDesk,
    state: FormState,
    around: Pick<LinksLook, "choices" | "done" | "made"> & { hub: string | null },
  ): Promise<Page> {
    // An operator looks after the links of every hub, one hub after the other.
    const hubs = principal.role === "operator" ? this.directory.hubs.all.map(({ code }) => code) : [];
    const looksAfter = (HUB_LINK_ROLES as readonly string[]).includes(principal.role) ? around.hub : null;
    const links = await (looksAfter === null ? this.links.list(principal) : this.links.ofHub(principal, looksAfter));
    const journeys = links.flatMap(({ kind, of }) => (kind === "journey" ? [{ journey: of }] : []));
    const now = instantFromMs(this.settings.clock());
    const names = await this.schools.of(journeys);
    const look = { ...around, hub: looksAfter, now, who: principal.who, hubs, called, names };
    const title = looksAfter === null ? own(principal) : `Calendar links of ${hubInWords(looksAfter)}`;
    return { title, body: filledIn("ahead/calendar-links.njk", linksView(links, state, look)) };
  }

  /** Of what somebody can make a link: the whole hub, Work Groups that they see, or their own schools. */
  private async choices(principal: Principal, hub: string | null): Promise<Choice[]> {
    if (principal.role === "school-contact") {
      const own = await this.own.ofSchools(principal, null);
      return own.map(({ row, school }) => ({ value: row.id, words: `${school ?? `School ${row.urn}`}, ${row.phase}` }));
    }
    if (hub === null) return [];
    const groups = await this.groups.all(principal, { hub, status: "formed" });
    const whole = { value: hub, words: `${hubInWords(hub)}, the whole hub` };
    return [
      ...(principal.role === "work-group-lead" ? [] : [whole]),
      ...groups.map(({ id, name }) => ({ value: id, words: name })),
    ];
  }
}

/** An operator has yet to say of which hub. */
const own = ({ role }: Principal): string => (role === "operator" ? "Calendar links" : "Your dates in your calendar");

/** Whose hub is meant; null where nobody has said it, or it is none. */
function hubIn({ hub }: Principal, typed: Typed): string | null {
  if (hub !== null) return hub;
  const asked = textIn(typed, "hub").trim();
  return HUB_CODE.test(asked) ? asked : null;
}

function whatIs(of: string, hub: string | null): "journey" | "hub" | "workGroup" {
  return JOURNEY.test(of) ? "journey" : of === hub ? "hub" : "workGroup";
}
