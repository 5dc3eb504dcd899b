import type { Rules } from "../journey/rules.ts";
import { ENGLAND } from "../calendar/terms.ts";
import type { ServiceSettings } from "./settings.ts";

/** The service's own rules, to read ahead and to preview with: what they decide here is written nowhere. */
export function rulesOf({ catalogue, calendarOf }: Pick<ServiceSettings, "catalogue" | "calendarOf">): Rules {
  return { catalogue, calendar: ENGLAND, calendarOf };
}
