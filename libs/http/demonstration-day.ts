// What a program is told that calls a demonstration: by which day it lives, with every answer.

import { instantFromMs, localDate } from "../calendar/instants.ts";
import type { ApiRequest, ApiResponse } from "./request.ts";
import type { WebSettings } from "./web-settings.ts";

/** Answers carry `Demonstration-Day: 2025-03-11` in a demonstration, and nothing in service. */
export function demonstrationDay({ demonstration, clock }: Pick<WebSettings, "demonstration" | "clock">) {
  return (_request: ApiRequest, response: ApiResponse, next: () => void): void => {
    if (demonstration === true) response.setHeader("Demonstration-Day", localDate(instantFromMs(clock())));
    next();
  };
}
