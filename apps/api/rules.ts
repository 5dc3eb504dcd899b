import type { Rules } from "../../libs/journey/rules.ts";
import { ENGLAND } from "../../libs/calendar/terms.ts";
import type { ApiSettings } from "./api-settings.ts";

/** The service's own rules, to read ahead and to preview with: what they decide here is written nowhere. */
export function rulesOf({ catalogue, calendarOf }: ApiSettings): Rules {
  return { catalogue, calendar: ENGLAND, calendarOf };
}
