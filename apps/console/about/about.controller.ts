// GET /accessibility, /privacy, /cookies, /contact: what a service says of itself, to anybody, also while PostgreSQL
// does not answer. GET /more: the pages of a role that do not stand at the top.

import { Controller, Get, Req, Res } from "@nestjs/common";
import { Anyone, Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { filledIn } from "../look/templates.ts";
import { linksOf } from "../navigation.ts";
import { personAt } from "../visitor.ts";
import { aboutView, moreView } from "./about-page.ts";

@Controller()
export class AboutController {
  constructor(
    private readonly settings: WebSettings,
    private readonly desk: Desk,
  ) {}

  @Get("accessibility")
  @Anyone()
  accessibility(@Req() request: ApiRequest, @Res() response: ApiResponse): void {
    this.answer(request, response, "Accessibility statement", "accessibility");
  }

  @Get("privacy")
  @Anyone()
  privacy(@Req() request: ApiRequest, @Res() response: ApiResponse): void {
    this.answer(request, response, "Privacy", "privacy");
  }

  @Get("cookies")
  @Anyone()
  cookies(@Req() request: ApiRequest, @Res() response: ApiResponse): void {
    this.answer(request, response, "Cookies", "cookies");
  }

  @Get("contact")
  @Anyone()
  contact(@Req() request: ApiRequest, @Res() response: ApiResponse): void {
    this.answer(request, response, "Contact", "contact");
  }

  @Get("more")
  @Visitors()
  async more(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response);
    const body = filledIn("about/more.njk", moreView(linksOf(person.principal.role)));
    answerPage(response, 200, "More", body, person);
  }

  private answer(request: ApiRequest, response: ApiResponse, title: string, template: string): void {
    const { publicUrl, supportEmail = null } = this.settings;
    const view = aboutView({ secure: publicUrl.startsWith("https:"), support: supportEmail });
    answerPage(response, 200, title, filledIn(`about/${template}.njk`, view), personAt(request));
  }
}
