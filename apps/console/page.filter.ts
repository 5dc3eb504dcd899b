import { Catch, type ArgumentsHost, type ExceptionFilter } from "@nestjs/common";
import { problemToAnswer } from "../../libs/http/problem-from.ts";
import { PROBLEM_TITLES } from "../../libs/http/problem.ts";
import type { ApiRequest, ApiResponse } from "../../libs/http/request.ts";
import { html } from "./html.ts";
import { page, POLICY } from "./page.ts";

/** Answers any error as a page, with the way on. */
@Catch()
export class PageFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<ApiResponse>();
    const problem = problemToAnswer(error, http.getRequest<ApiRequest>(), response);
    if (problem === null) return;
    const way =
      problem.code === "unauthenticated"
        ? html`<a class="button first" href="/sign-in">Sign in</a>`
        : html`<a class="button" href="/">To the first page</a>`;
    const body = html`<p>${problem.detail}</p>
      <p>${way}</p>`;
    response
      .writeHead(problem.status, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY })
      .end(page(PROBLEM_TITLES[problem.code], body, null));
  }
}
