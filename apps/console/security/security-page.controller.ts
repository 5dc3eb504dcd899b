// GET /security: who did what, for whoever runs the service and whoever checks it. GET /security/security-events.csv:
// the same as a file. POST /security/end: the end of every sign-in of one person.

import { Controller, Get, Post, Query, Req, Res } from "@nestjs/common";
import { isLocalDate } from "../../../libs/calendar/dates.ts";
import { endOfDay, startOfDay } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import {
  SECURITY_OUTCOME_CODES,
  SECURITY_ROLES,
  SECURITY_WHATS,
  SecurityLog,
  type SecurityFilter,
} from "../../../libs/service/access/security-log.ts";
import { mustHold, type Roles } from "../../../libs/service/access/roles.ts";
import { SessionKeeper } from "../../../libs/service/access/session-keeper.ts";
import { SchoolNames } from "../../../libs/service/schools/school-names.ts";
import { Problem } from "../../../libs/http/problem.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { textIn, withDates, type Typed } from "../form-fields.ts";
import { hidden, newKey } from "../form-page.ts";
import { IN_FILE } from "../lists/list-asked.ts";
import { answerFile, fileOf } from "../lists/list-file.ts";
import { filledIn } from "../look/templates.ts";
import { MONEY_SEEN } from "../money/tabs.ts";
import { journeysIn } from "./event-words.ts";
import { securityColumns, securityView, type SecurityShow } from "./security-page.ts";

/** Who may end the sign-ins of somebody else. */
const ENDERS: Roles = ["operator"];
const A_PAGE = 100;
const WHO = /^[\w.:|-]{1,128}$/u;
const HUB = /^[a-z0-9-]{1,60}$/u;
const NO = /^\d{1,15}$/u;

@Controller("security")
export class SecurityPageController {
  constructor(
    private readonly desk: Desk,
    private readonly security: SecurityLog,
    private readonly keeper: SessionKeeper,
    private readonly schools: SchoolNames,
  ) {}

  @Get()
  @Visitors()
  async page(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, SECURITY_ROLES.read);
    const show = shownOf(query);
    const after = given(query, "after", NO);
    const { items, next } = await this.security.list(person.principal, {
      ...filterOf(show),
      ...(after !== "" && { after: Number(after) }),
      limit: A_PAGE,
    });
    const form = ENDERS.includes(person.principal.role) ? hidden({ token, key: newKey() }) : null;
    const ended = given(query, "ended", NO);
    const names = await this.schools.of(journeysIn(items));
    const readsRuns = MONEY_SEEN.includes(person.principal.role);
    const look = {
      next,
      form,
      names,
      readsRuns,
      ended: ended === "" ? null : `Sign-ins of ${show.who} that were ended: ${ended}.`,
    };
    answerPage(
      response,
      200,
      "Who did what",
      filledIn("security/security.njk", securityView(items, show, look)),
      person,
    );
  }

  @Get("security-events.csv")
  @Visitors()
  async file(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, SECURITY_ROLES.read);
    const by = person.principal;
    const { items } = await this.security.list(by, { ...filterOf(shownOf(query)), limit: IN_FILE.size });
    const names = await this.schools.of(journeysIn(items));
    await this.security.note({ what: "list-exported", by, code: "security-events", request: request.id });
    answerFile(response, "security-events", fileOf(items, securityColumns(names)));
  }

  @Post("end")
  @Visitors()
  async end(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { visitor, typed } = await this.desk.sent(request, response);
    const by = visitor.person.principal;
    mustHold(by, ENDERS);
    const who = textIn(typed, "who");
    if (!WHO.test(who)) throw new Problem("invalid", "Say whose sign-ins are to end, by their opaque id.");
    const ended = await this.keeper.end(who, null, "elsewhere");
    await this.security.note({ what: "sign-out", by, about: who, code: "by-operator", request: request.id });
    const to = new URLSearchParams({ who, ended: String(ended) }).toString();
    response.writeHead(303, { Location: `/security?${to}` }).end();
  }
}

/** What the address says by this name, where it looks as it should; else nothing. */
function given(query: Typed, name: string, looks: RegExp | ((text: string) => boolean)): string {
  const text = textIn(withDates(query), name).trim();
  return (looks instanceof RegExp ? looks.test(text) : looks(text)) ? text : "";
}

function shownOf(query: Typed): SecurityShow {
  return {
    what: given(query, "what", (text) => SECURITY_WHATS.some((one) => one === text)),
    outcome: given(query, "outcome", (text) => SECURITY_OUTCOME_CODES.some((one) => one === text)),
    who: given(query, "who", WHO),
    hub: given(query, "hub", HUB),
    since: given(query, "since", isLocalDate),
    until: given(query, "until", isLocalDate),
  };
}

/** The same as the log is asked; what is empty narrows nothing. */
function filterOf({ what, outcome, who, hub, since, until }: SecurityShow): Omit<SecurityFilter, "limit"> {
  return {
    ...(what !== "" && { what }),
    ...(outcome !== "" && { outcome }),
    ...(who !== "" && { who }),
    ...(hub !== "" && { hub }),
    ...(since !== "" && { since: startOfDay(since) }),
    ...(until !== "" && { until: endOfDay(until) }),
  };
}
