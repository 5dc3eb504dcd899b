// What a security event is of, and what more is to be said of it, in words: events have ids and codes alone.

import { PROBLEM_TITLES } from "../../../libs/http/problem.ts";
import {
  SECURITY_EVENTS,
  type SecurityEventSeen,
  type SecurityWhat,
} from "../../../libs/service/access/security-log.ts";
import { groupNameOf } from "../../../libs/words/group-name.ts";
import { hubInWords, inWords, low } from "../words.ts";

/** What happened. */
export const whatInWords = (what: string): string => SECURITY_EVENTS[what as SecurityWhat] ?? inWords(what);

/** In words, and as it is kept, where that says more. `href`: where it is read. */
export interface InWords {
  says: string;
  code: string | null;
  href?: string;
}

const ROUTE = /^[A-Z]+ \//u;
const THING =
  /^(?<kind>journey|work-group|payment-run|person|letter|hub-letter|note|webhook|calendar-link|hub) (?<id>\S+)$/u;
const JOURNEY = /^\d{6}-(?:primary|secondary)$/u;

/** The journeys that these events name, for the names of their schools. */
export function journeysIn(events: readonly SecurityEventSeen[]): { journey: string }[] {
  return events.flatMap(({ about }) => {
    const { kind, id = "" } = THING.exec(about ?? "")?.groups ?? {};
    return kind === "journey" && JOURNEY.test(id) ? [{ journey: id }] : [];
  });
}

/**
 * What an event is of; null where it is of nothing but itself. `names`: of schools, by journey; `readsRuns`: who looks
 * may read payment runs.
 */
export function aboutInWords(
  { about }: SecurityEventSeen,
  names: ReadonlyMap<string, string>,
  readsRuns: boolean,
): InWords | null {
  if (about === null) return null;
  if (ROUTE.test(about)) return { says: routeInWords(about), code: about };
  const { kind = "", id = "" } = THING.exec(about)?.groups ?? {};
  switch (kind) {
    case "journey":
      return { says: names.get(id) ?? `School ${id.slice(0, 6)}`, code: id, href: `/journeys/${id}` };
    case "work-group":
      return { says: `Work Group ${groupNameOf(id)}`, code: id, href: `/groups/${id}` };
    case "payment-run":
      return { says: "A payment run", code: id, ...(readsRuns && { href: `/money/runs/${id}` }) };
    case "hub":
      return { says: hubInWords(id), code: null };
    case "":
      return { says: "", code: about };
    default:
      return { says: `A ${low(kind)}`, code: id };
  }
}

/** What more is to be said of an event: a problem by its title, who held which role before, by which address. */
export function codeInWords({ what, code }: SecurityEventSeen): InWords | null {
  if (code === null) return null;
  if (ROUTE.test(code)) return { says: routeInWords(code), code };
  const [was, role = "", hub = ""] = code.split(" ");
  if (what === "role-changed" && was === "was") {
    const before = [low(role), ...(hub === "" ? [] : [hubInWords(hub)])].join(", ");
    return { says: `Before: ${before}`, code: null };
  }
  if (what === "successor-set-aside") return { says: `URN ${code}`, code: null };
  const title = (PROBLEM_TITLES as Readonly<Record<string, string | undefined>>)[code];
  return { says: title ?? inWords(code), code: null };
}

/** `POST /api/v1/journeys/:id/offer-place` as `Journeys: offer place`. */
export function routeInWords(route: string): string {
  const path = route.slice(route.indexOf("/"));
  const [first, ...rest] = path.split("/").filter((part) => part !== "" && !part.startsWith(":") && !OF_API.test(part));
  return first === undefined ? "The first page" : [inWords(first), ...rest.map(low)].join(": ");
}

const OF_API = /^(?:api|v1)$/u;
