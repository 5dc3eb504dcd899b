import type { RejectionCode } from "../../libs/journey/rejection.ts";
import { Problem } from "../../libs/http/problem.ts";
import type { Html } from "./html.ts";

/** A problem that a page answers with a way on of its own. */
export class PageProblem extends Problem {
  constructor(
    code: RejectionCode,
    detail: string,
    readonly way: Html,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code, detail, { headers });
  }
}
