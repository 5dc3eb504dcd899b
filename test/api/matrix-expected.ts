// What each role is to be answered on each route: the matrix, written down.

import type { Role } from "../../libs/service/access/principal.ts";
import type { ApiRoute } from "../../apps/api/routes.ts";
import type { Who } from "../support/sign-in.ts";

/** For what somebody is held: for what is asked about, for something else, for nothing. */
export const PLACES = ["own", "other", "none"] as const;
export type Place = (typeof PLACES)[number];
type Kind =
  | "journey"
  | "people"
  | "hub"
  | "intake"
  | "journeys"
  | "feed"
  | "programmes"
  | "schools"
  | "eligibility"
  | "questions"
  | "aside"
  | "moves"
  | "watches"
  | "watch"
  | "person"
  | "groups"
  | "forming"
  | "group"
  | "links"
  | "link"
  | "me"
  | "turn"
  | "tasks"
  | "webhook"
  | "runs"
  | "preparing"
  | "run"
  | "remittance"
  | "bulk"
  | "letter";

export const JOURNEYS: Record<Exclude<Place, "none">, string> = { own: "100001-primary", other: "100002-primary" };
export const WEBHOOK = "0b9f6f0e6c1a8d6ea1b20d6a3f4c5e7b";

/** Someone in a role, held for what the routes are asked about, for something else, or for nothing. */
export function someone(role: Role, place: Place): Who {
  const [hub, urn] = place === "own" ? ["great-north", "100001"] : ["far-south", "100002"];
  if (place === "none") return { role };
  if (role === "school-contact") return { role, urns: [urn] };
  return { role, hub, ...(role === "work-group-lead" ? { workGroups: ["wg-1"] } : {}) };
}

export function kindOf({ method, path }: ApiRoute): Kind {
  if (path === "/api/v1/journeys") return "journeys";
  if (path === "/api/v1/journeys/{id}/people" && method === "post") return "people";
  // As a person who is added: it takes no If-Match.
  if (/\/\{id\}\/(notes|redactions|revoke-answer-links)$/u.test(path) && method === "post") return "people";
  // Nobody here has written one.
  if (path.startsWith("/api/v1/journeys/{id}/notes/{note}/")) return "letter";
  if (path.startsWith("/api/v1/journeys/{id}")) return "journey";
  if (path.startsWith("/api/v1/hubs/{hub}/bulk-applications")) return "bulk";
  if (path.startsWith("/api/v1/hubs/{hub}/turn/{year}")) return "turn";
  if (path.startsWith("/api/v1/hubs/{hub}/webhooks/{id}")) return "webhook";
  if (path === "/api/v1/hubs/{hub}/letters/{letter}") return "letter";
  // Nobody is on the list here.
  if (path === "/api/v1/hubs/{hub}/staff/{person}/leave") return "letter";
  // Its body is read first.
  if (path === "/api/v1/work-groups/{id}/name") return "aside";
  if (path.startsWith("/api/v1/hubs/{hub}/")) return "hub";
  if (path === "/api/v1/applications" || path === "/api/v1/interests") return "intake";
  if (path === "/api/v1/calendar-links") return "links";
  if (path.startsWith("/api/v1/calendar-links/")) return "link";
  if (path === "/api/v1/events") return "feed";
  if (path.startsWith("/api/v1/prospectuses")) return "programmes";
  if (path === "/api/v1/schools" || path === "/api/v1/schools/{urn}") return "schools";
  if (path === "/api/v1/schools/{urn}/eligibility") return "eligibility";
  if (path === "/api/v1/school-questions") return "questions";
  if (path === "/api/v1/school-questions/{id}/set-aside") return "aside";
  if (path === "/api/v1/moves") return "moves";
  if (path === "/api/v1/watch-list") return "watches";
  if (path === "/api/v1/watch-list/{id}") return "watch";
  if (path.startsWith("/api/v1/tasks")) return "tasks";
  if (path.startsWith("/api/v1/people/{id}/")) return "person";
  if (path === "/api/v1/work-groups") return method === "get" ? "groups" : "forming";
  if (path.startsWith("/api/v1/work-groups/{id}")) return "group";
  if (path === "/api/v1/payment-runs") return method === "get" ? "runs" : "preparing";
  if (path.endsWith("/remittance.csv")) return "remittance";
  if (path.startsWith("/api/v1/payment-runs/{id}/bank-answers")) return "bulk";
  if (path.startsWith("/api/v1/payment-runs/{id}")) return "run";
  if (path === "/api/v1/me" || path === "/api/v1/security-events" || path === "/api/v1/country") return "me";
  throw new Error(`What holds for ${path}? Say it here.`);
}

/**
 * What comes of asking about great-north and its journey: status, then the code of a problem or whose journeys are told
 * of.
 */
export function expected(route: ApiRoute, role: Role, place: Place): string {
  if (!Array.isArray(route.allowed) || !route.allowed.includes(role)) return "403 forbidden";
  const everywhere = role === "operator" || role === "auditor";
  if (place === "none" && !everywhere) return "403 forbidden";
  const seen = everywhere ? [JOURNEYS.own, JOURNEYS.other] : place === "none" ? [] : [JOURNEYS[place]];
  const elsewhere = place === "other" && !everywhere;
  switch (kindOf(route)) {
    // What is let through is not carried out: it has an If-Match or an Idempotency-Key that is none, or a body that
    // does not fit.
    case "journey":
    case "group":
    case "run":
    case "webhook":
      return elsewhere ? "404 not-found" : route.method === "get" ? "200 " : "400 invalid";
    case "people":
      return elsewhere ? "404 not-found" : "422 invalid";
    case "person":
      return elsewhere ? "404 not-found" : route.method === "get" ? "200 " : "422 invalid";
    case "watch":
      return elsewhere ? "404 not-found" : "200 ";
    // A file is asked for; an id of none is of none.
    case "bulk":
      return elsewhere || route.method === "get" ? "404 not-found" : "415 invalid";
    case "hub":
      return elsewhere && role !== "school-contact"
        ? "404 not-found"
        : route.method === "get" || route.method === "delete"
          ? "200 "
          : "422 invalid";
    // One that is done is neither interrupted nor resumed.
    case "turn":
      return elsewhere ? "404 not-found" : route.method === "get" ? "200 " : "409 not-in-this-state";
    // They are those of one's own hub.
    case "tasks":
      return route.method !== "get" ? "422 invalid" : everywhere ? "404 not-found" : "200 ";
    case "aside":
      return "422 invalid";
    // It is not authorised yet.
    case "remittance":
      return elsewhere ? "404 not-found" : "409 not-in-this-state";
    // Without a word on the hub, everybody prepares for their own.
    case "preparing":
      return "400 invalid";
    case "runs":
      return `200 ${elsewhere ? "" : "r1"}`;
    case "links":
      return route.method === "get" ? "200 " : "422 invalid";
    // Nobody here has written one.
    case "letter":
    // Links are their maker's own, and nobody here has made one.
    case "link":
      return "404 not-found";
    case "groups":
      return `200 ${elsewhere ? "" : "wg-1"}`;
    case "intake":
    case "forming":
      return elsewhere ? "403 forbidden" : "422 invalid";
    case "journeys":
    case "feed":
      return `200 ${seen.join(" ")}`;
    // Everyone is told who they are. The register is public, and a hub asks about any school; its questions are its own
    // (access.int.spec.ts).
    case "me":
    case "programmes":
    case "schools":
    case "questions":
    // Nobody asks for a school here (between-hubs.int.spec.ts), nor watches one (console-find.int.spec.ts).
    case "moves":
    case "watches":
      return "200 ";
    case "eligibility":
      return elsewhere && role === "school-contact" ? "403 forbidden" : "422 invalid";
  }
}
