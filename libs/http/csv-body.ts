// A file of CSV that a request sends, as it comes.

import { MOST_BYTES } from "../service/bulk/csv-rows.ts";
import { capped } from "./capped.ts";
import { Problem } from "./problem.ts";
import { headerOf, type ApiRequest } from "./request.ts";

/** The file that a request sends, as it comes. @throws Problem 415 for what is no CSV, 413 for what is too large */
export function csvOf(request: ApiRequest): AsyncIterable<Buffer> {
  if (!/^text\/csv\s*(;|$)/iu.test(headerOf(request, "Content-Type") ?? ""))
    throw new Problem("invalid", "Send a file of CSV, in UTF-8, with Content-Type: text/csv.", { status: 415 });
  return capped(request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>, MOST_BYTES);
}
