import { Catch, type ArgumentsHost, type ExceptionFilter } from "@nestjs/common";
import type { ApiRequest } from "../../libs/http/request.ts";
import { problemFrom } from "../../libs/http/problem-from.ts";
import { Refusal } from "../../libs/service/refusal.ts";
import type { SecurityLog } from "../../libs/service/access/security-log.ts";
import { ProblemFilter } from "../api/http/problem.filter.ts";
import { PageFilter } from "../console/page.filter.ts";

/** Every error, also one that no handler was reached with: a browser that asked for a page sees one. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly pages = new PageFilter();
  private readonly problems = new ProblemFilter();

  constructor(private readonly security: SecurityLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.note(error, host.switchToHttp().getRequest<ApiRequest>());
    const forPerson = isForPerson(host.switchToHttp().getRequest<ApiRequest>());
    (forPerson ? this.pages : this.problems).catch(error, host);
  }

  /** Who was refused what, and who asked for what is another's. */
  private note(error: unknown, request: ApiRequest): void {
    const { status, code } = problemFrom(error);
    const { id, caller, visitor, stranger, method = "", route } = request;
    const about = route === undefined ? null : `${method} ${route.path}`;
    const asked = { by: caller ?? visitor ?? null, about, request: id };
    if (error instanceof Refusal && error.sought !== undefined && asked.by !== null)
      this.security.noteSought(error.sought, asked, about);
    if (status !== 401 && status !== 403) return;
    if (stranger === error && request.headers.authorization !== undefined)
      this.security.noteBeside({ ...asked, what: "token-failed", outcome: "failed", code });
    else this.security.noteBeside({ ...asked, what: "refused", outcome: "refused", code });
  }
}

/** Whether a browser asked for a page, outside the API. */
function isForPerson({ headers, originalUrl }: ApiRequest): boolean {
  return /\btext\/html\b/u.test(headers.accept ?? "") && !/^\/(api|health)\b/u.test(originalUrl);
}
