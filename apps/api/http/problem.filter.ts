import { Catch, type ArgumentsHost, type ExceptionFilter } from "@nestjs/common";
import { problemToAnswer } from "../../../libs/http/problem-from.ts";
import { bodyOf, PROBLEM_JSON } from "../../../libs/http/problem.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";

/** Answers any error as `application/problem+json`; what nobody foresaw as 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<ApiRequest>(), http.getResponse<ApiResponse>()];
    const problem = problemToAnswer(error, request, response);
    if (problem === null) return;
    response
      .writeHead(problem.status, { "Content-Type": PROBLEM_JSON })
      .end(JSON.stringify(bodyOf(problem, request.originalUrl)));
  }
}
