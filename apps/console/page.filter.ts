import { Catch, type ArgumentsHost, type ExceptionFilter } from "@nestjs/common";
import { problemToAnswer } from "../../libs/http/problem-from.ts";
import { PROBLEM_TITLES } from "../../libs/http/problem.ts";
import type { ApiRequest, ApiResponse } from "../../libs/http/request.ts";
import type { RejectionCode } from "../../libs/journey/rejection.ts";
import { html, type Html } from "./html.ts";
import { PageProblem } from "./page-problem.ts";
import { page, POLICY } from "./page.ts";

/** Answers any error as a page, with the way on. */
@Catch()
export class PageFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<ApiResponse>();
    const problem = problemToAnswer(error, http.getRequest<ApiRequest>(), response);
    if (problem === null) return;
    const body = html`<p>${problem.detail}</p>
      ${problem instanceof PageProblem ? problem.way : wayOn(problem.code)}`;
    response
      .writeHead(problem.status, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY })
      .end(page(PROBLEM_TITLES[problem.code], body, null));
  }
}

const wayOn = (code: RejectionCode): Html =>
  code === "unauthenticated"
    ? html`<p><a class="button first" href="/sign-in">Sign in</a></p>`
    : html`<p><a class="button" href="/">To the first page</a></p>`;
