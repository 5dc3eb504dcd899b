// The shapes of links for calendar programs.

import {
  instant,
  listOf,
  object,
  orNull,
  sent,
  shaped,
  text,
  words,
  type Schema,
} from "../../../libs/service/shape/schema.ts";

/** What a calendar link is asked for by. */
export const LINKED = {
  journey: /^\d{6}-(primary|secondary)$/u,
  workGroup: /^[a-z0-9-]{1,100}$/u,
  hub: /^[a-z0-9-]{1,60}$/u,
} as const;

const link = {
  id: text(),
  kind: words(["journey", "work-group", "hub"]),
  of: text("Its id, or the code of the hub"),
  madeAt: instant,
  revokedAt: orNull(instant),
};

export const AHEAD_SCHEMAS: Readonly<Record<string, Schema>> = {
  CalendarLinkAsked: sent(
    { journey: shaped(LINKED.journey), workGroup: shaped(LINKED.workGroup), hub: shaped(LINKED.hub) },
    ["journey", "workGroup", "hub"],
  ),
  CalendarLink: object(link),
  CalendarLinkMade: object({ ...link, url: text("Shown this once") }),
  CalendarLinkPage: object({ items: listOf(object(link)), next: { type: "null" } }),
};

const LINK = {
  id: "7d1f9c52-3f0c-4f1e-9a0b-2b8f6f6f2d11",
  kind: "hub",
  of: "great-north",
  madeAt: "2020-09-01T08:00:00Z",
  revokedAt: null,
};

export const AHEAD_EXAMPLES: Readonly<Record<string, unknown>> = {
  CalendarLink: LINK,
  CalendarLinkMade: {
    ...LINK,
    url: "https://journeys.example.org/calendars/q5Yb1m1sV0p7Q3cR8mU2nT4xW6zA9bC1dE3fG5hJ7kL.ics",
  },
  CalendarLinkPage: { items: [LINK], next: null },
};
