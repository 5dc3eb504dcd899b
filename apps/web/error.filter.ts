import { Catch, type ArgumentsHost, type ExceptionFilter } from "@nestjs/common";
import type { ApiRequest } from "../../libs/http/request.ts";
import { ProblemFilter } from "../api/http/problem.filter.ts";
import { PageFilter } from "../console/page.filter.ts";

/** Every error, also one that no handler was reached with: a browser that asked for a page sees one. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly pages = new PageFilter();
  private readonly problems = new ProblemFilter();

  catch(error: unknown, host: ArgumentsHost): void {
    const forPerson = isForPerson(host.switchToHttp().getRequest<ApiRequest>());
    (forPerson ? this.pages : this.problems).catch(error, host);
  }
}

/** Whether a browser asked for a page, outside the API. */
function isForPerson({ headers, originalUrl }: ApiRequest): boolean {
  return /\btext\/html\b/u.test(headers.accept ?? "") && !/^\/(api|health)\b/u.test(originalUrl);
}
