// GET /sign-in, GET /signed-in, POST /sign-out: a person comes and goes. What they typed before they had to sign in
// anew waits for them at /kept.

import { Controller, Get, Post, Req, Res } from "@nestjs/common";
import { HubStaff } from "../../../libs/service/hubs/staff.ts";
import { NoAccess } from "../../../libs/service/access/principal.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { Anyone } from "../../../libs/http/allowed.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { faultOf, writeLog } from "../../../libs/watch/log.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { noSignInView } from "../errors/problem-page.ts";
import { answerPage } from "../answer-page.ts";
import { filledIn } from "../look/templates.ts";
import { Sessions } from "../session.ts";
import { SignInClient, type Errand, type SignedIn } from "./sign-in-client.ts";

@Controller()
export class SignInController {
  constructor(
    private readonly client: SignInClient,
    private readonly sessions: Sessions,
    private readonly settings: WebSettings,
    private readonly security: SecurityLog,
    private readonly staff: HubStaff,
  ) {}

  @Get("sign-in")
  @Anyone()
  async signIn(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    // The cookie that waits for the way back must be at the name one comes back to.
    const { origin, host } = new URL(this.settings.publicUrl);
    if (request.headers.host !== host) return redirect(response, `${origin}/sign-in`);
    const { url, errand } = await this.client.begin();
    await this.sessions.leave(request, response, errand);
    redirect(response, url);
  }

  @Get("signed-in")
  @Anyone()
  async signedIn(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const errand = await this.sessions.comeBack(request, response);
    const came =
      errand === null ? "This sign-in was not begun here, or too long ago." : await this.personOf(request, errand);
    if (typeof came === "string") {
      this.security.noteBeside({ what: "sign-in", by: null, outcome: "failed", request: request.id });
      answerPage(response, 403, "You are not signed in", filledIn("errors/problem.njk", noSignInView(came)), null);
      return;
    }
    await this.sessions.signIn(request, response, came);
    if (came.address !== null) await this.staff.signsIn(came.person.principal, came.address);
    await this.security.note({ what: "sign-in", by: came.person.principal, request: request.id });
    redirect(response, (await this.sessions.hasForm(request, response)) ? "/kept" : "/");
  }

  @Post("sign-out")
  @Anyone()
  async signOut(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const person = await this.sessions.signOut(request, response);
    if (person !== null) await this.security.note({ what: "sign-out", by: person.principal, request: request.id });
    redirect(response, "/");
  }

  /** Who came back, or why nobody did, as a sentence. */
  private async personOf(request: ApiRequest, errand: Errand): Promise<SignedIn | string> {
    try {
      return await this.client.end(request.originalUrl, errand);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (error instanceof NoAccess) return error.message;
      writeLog("warn", "sign-in failed", { request: request.id, ...faultOf(error) });
      return "The sign-in did not say who you are.";
    }
  }
}

function redirect(response: ApiResponse, to: string): void {
  response.writeHead(303, { Location: to }).end();
}
