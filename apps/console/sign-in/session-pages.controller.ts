// GET /sessions, POST /sessions/end: where somebody is signed in, and the end of it. GET /kept: what they typed before
// they had to sign in anew.

import { Controller, Get, Post, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { SessionKeeper } from "../../../libs/service/access/session-keeper.ts";
import { answerPage } from "../answer-page.ts";
import { CAME_BACK, Desk } from "../desk.ts";
import { allIn, textIn } from "../form-fields.ts";
import { filledIn } from "../look/templates.ts";
import { Sessions } from "../session.ts";
import { keptFormView, sessionsView } from "./sessions-page.ts";

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u;

@Controller()
export class SessionPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly keeper: SessionKeeper,
    private readonly sessions: Sessions,
    private readonly security: SecurityLog,
  ) {}

  @Get("sessions")
  @Visitors()
  async list(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response);
    const seen = await this.keeper.list(visitor.person.principal.who);
    const body = filledIn("sign-in/sessions.njk", sessionsView(seen, visitor));
    answerPage(response, 200, "Where you are signed in", body, visitor.person);
  }

  @Post("sessions/end")
  @Visitors()
  async end(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { visitor, typed } = await this.desk.ending(request, response);
    const { who } = visitor.person.principal;
    const named = allIn(typed, "session").filter((id) => UUID.test(id));
    const all = textIn(typed, "all") !== "";
    const ended = await this.keeper.end(who, all ? null : named, "elsewhere");
    const code = all ? "everywhere" : "one";
    const by = visitor.person.principal;
    if (ended > 0) await this.security.note({ what: "sign-out", by, code, request: request.id });
    const here = all || named.includes(visitor.session);
    if (here) await this.sessions.signOut(request, response);
    response.writeHead(303, { Location: here ? "/" : "/sessions" }).end();
  }

  @Get("kept")
  @Visitors()
  async kept(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response);
    const form = await this.sessions.takeForm(request, response, visitor.person.principal.who);
    const body = filledIn("sign-in/kept-form.njk", keptFormView(form, visitor, CAME_BACK));
    answerPage(response, 200, "You are signed in", body, visitor.person);
  }
}
