import { rulesOfHubs } from "../book/hub-rules.ts";
import { ENGLAND } from "../calendar/terms.ts";
import type { Rules } from "../journey/rules.ts";
import type { Queryable } from "../store/prepared.ts";
import type { ServiceSettings } from "./settings.ts";

type Ruling = Pick<ServiceSettings, "catalogue" | "calendarOf">;

/** The service's own rules, for what reads itself what hubs have decided (a round that is foreseen). */
export function rulesOf({ catalogue, calendarOf }: Ruling): Rules {
  return { catalogue, calendar: ENGLAND, calendarOf };
}

/**
 * The service's own rules with the programmes as each hub has them now, to read ahead and to preview with: what they
 * decide here is written nowhere. Rejects with StoreError.
 */
export function rulesNow(db: Queryable, settings: Ruling): Promise<Rules> {
  return rulesOfHubs(db, rulesOf(settings));
}
