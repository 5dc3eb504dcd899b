import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from "@nestjs/common";
import { problemToAnswer } from "../../libs/http/problem-from.ts";
import type { ApiRequest, ApiResponse } from "../../libs/http/request.ts";
import { answerPage } from "./answer-page.ts";
import { problemView, wayBack } from "./errors/problem-page.ts";
import { filledIn } from "./look/templates.ts";
import { POLICY } from "./page.ts";
import { personAt } from "./visitor.ts";

/** Answers any error as a page, with the way on and the way back. */
@Catch()
export class PageFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const response = http.getResponse<ApiResponse>();
    const problem = problemToAnswer(error, request, response);
    if (problem === null) return;
    const { referer, host: name } = request.headers;
    const { title, view } = problemView(problem, { own: !(error instanceof HttpException), request: request.id });
    answerPage(response, problem.status, title, filledIn("errors/problem.njk", view), personAt(request), POLICY, {
      back: wayBack(referer, name, request.originalUrl),
    });
  }
}
