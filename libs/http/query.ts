// What may stand behind the question mark. An operation of the API declares its parameters, and one that it does not
// know is refused: a filter that is misspelt must not find everything, a `preview` that is must not act.

import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from "@nestjs/common";
import { map, type Observable } from "rxjs";
import type { FieldFault } from "../service/refusal.ts";
import { Problem } from "./problem.ts";
import type { ApiRequest, ApiResponse } from "./request.ts";

const PREVIEW = "preview";
/** More faults than anybody mends at once. */
const MOST_FAULTS = 20;

/** The parameters that a handler's operation declares; null for what is no operation of the API, such as a page. */
export type Declared = (handler: object) => ReadonlySet<string> | null;

/**
 * Looks at each request after it was let in, before anything of it is read; and gives a preview the status of one:
 * nothing was made.
 */
@Injectable()
export class KnownQuery implements NestInterceptor {
  constructor(private readonly declared: Declared) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const known = this.declared(context.getHandler());
    if (known === null) return next.handle();
    mustBeDeclared(parametersOf(request), known);
    if (!isPreview(request)) return next.handle();
    const response = http.getResponse<ApiResponse>();
    return next.handle().pipe(
      map((answer: unknown) => {
        response.statusCode = 200;
        response.removeHeader("Location");
        return answer;
      }),
    );
  }
}

/** @throws Problem `invalid`, with each parameter that is not among those declared, or is there twice */
export function mustBeDeclared(sent: URLSearchParams, declared: ReadonlySet<string>): void {
  const names = [...new Set(sent.keys())];
  const errors = names.flatMap((name): FieldFault[] => {
    const pointer = `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (!declared.has(name)) return [{ pointer, detail: "This operation has no parameter of this name." }];
    return sent.getAll(name).length > 1 ? [{ pointer, detail: "It is there more than once." }] : [];
  });
  if (errors.length === 0) return;
  const asked = [...declared].join(", ");
  const detail = `A query parameter is not one of this operation’s: ${asked === "" ? "it takes none" : asked}.`;
  throw new Problem("invalid", detail, { errors: errors.slice(0, MOST_FAULTS) });
}

/** Is it only asked what would come of it? @throws Problem `invalid` for a `preview` that is neither true nor false */
export function isPreview(request: ApiRequest): boolean {
  const asked = parametersOf(request).get(PREVIEW);
  if (asked === null || asked === "false") return false;
  if (asked === "true") return true;
  throw new Problem("invalid", "preview is true or false.", {
    errors: [{ pointer: `/${PREVIEW}`, detail: "preview is true or false." }],
  });
}

function parametersOf({ originalUrl }: ApiRequest): URLSearchParams {
  const at = originalUrl.indexOf("?");
  return new URLSearchParams(at < 0 ? "" : originalUrl.slice(at));
}
