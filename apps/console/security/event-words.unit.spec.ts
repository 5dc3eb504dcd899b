import { expect, it } from "@jest/globals";
import type { SecurityEventSeen } from "../../../libs/service/access/security-log.ts";
import { aboutInWords, codeInWords, journeysIn, routeInWords } from "./event-words.ts";

const event = (more: Partial<SecurityEventSeen>): SecurityEventSeen => ({
  no: 1,
  at: "2020-12-01T08:00:00Z",
  what: "refused",
  outcome: "refused",
  who: "p-1",
  role: "hub-lead",
  hub: "great-north",
  about: null,
  code: null,
  request: "r-1",
  ...more,
});
const NAMES = new Map([["100001-primary", "Example Primary School"]]);

it.each([
  ["GET /", "The first page"],
  ["POST /api/v1/journeys/:id/offer-place", "Journeys: offer place"],
  ["GET /api/v1/hubs/:hub/turn/:year", "Hubs: turn"],
  ["GET /money", "Money"],
])("%s is %s", (route, says) => {
  expect(routeInWords(route)).toBe(says);
});

it.each([
  [
    "journey 100001-primary",
    { says: "Example Primary School", code: "100001-primary", href: "/journeys/100001-primary" },
  ],
  ["journey 100009-primary", { says: "School 100009", code: "100009-primary", href: "/journeys/100009-primary" }],
  ["payment-run r1", { says: "A payment run", code: "r1", href: "/money/runs/r1" }],
  ["hub great-north", { says: "Great North", code: null }],
  ["person p-head", { says: "A person", code: "p-head" }],
  ["note 5d2c", { says: "A note", code: "5d2c" }],
  ["hub-letter 5d2c", { says: "A hub letter", code: "5d2c" }],
  ["p-head", { says: "", code: "p-head" }],
  ["GET /money", { says: "Money", code: "GET /money" }],
  [null, null],
])("what %s is of", (about, says) => {
  expect(aboutInWords(event({ about }), NAMES, true)).toEqual(says);
});

it("a payment run leads nowhere for who may not read it, as an operator", () => {
  const said = aboutInWords(event({ about: "payment-run r1" }), NAMES, false);
  expect(said).toEqual({ says: "A payment run", code: "r1" });
});

it.each([
  ["refused", "forbidden", { says: "Your role may not do this", code: null }],
  ["role-changed", "was hub-lead great-north", { says: "Before: hub lead, Great North", code: null }],
  ["role-changed", "taken-back", { says: "Taken back", code: null }],
  ["successor-set-aside", "100021", { says: "URN 100021", code: null }],
  ["not-theirs", "GET /journeys/:id", { says: "Journeys", code: "GET /journeys/:id" }],
  ["sign-in", null, null],
])("of %s, what %s says", (what, code, says) => {
  expect(codeInWords(event({ what, code }))).toEqual(says);
});

it("the journeys that are named are found, and nothing else", () => {
  const about = ["journey 100001-primary", "journey x", "GET /api/v1/journeys/:id", null];
  expect(journeysIn(about.map((one) => event({ about: one })))).toEqual([{ journey: "100001-primary" }]);
});
