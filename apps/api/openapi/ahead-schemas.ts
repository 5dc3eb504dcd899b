// The shapes of what lies ahead.

import {
  date,
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
  Calendar: object({
    from: instant,
    until: date,
    items: listOf(
      object({
        kind: words(
          ["owed", "by-itself"],
          "A promise that falls due on that day, or what the service does at that instant",
        ),
        at: instant,
        on: date,
        what: text("The event that will be recorded; CommitmentDue and SessionDue for a day"),
        commitment: orNull(text()),
        by: orNull(words(["school", "hub"])),
        says: text(),
        unless: text("What would cancel it"),
        journey: orNull(text()),
        urn: orNull(text()),
        school: orNull(text("Its name")),
      }),
    ),
  }),
  CalendarLinkAsked: sent(
    { journey: shaped(LINKED.journey), workGroup: shaped(LINKED.workGroup), hub: shaped(LINKED.hub) },
    ["journey", "workGroup", "hub"],
  ),
  CalendarLink: object(link),
  CalendarLinkMade: object({ ...link, url: text("Shown this once") }),
  CalendarLinkPage: object({ items: listOf(object(link)), next: { type: "null" } }),
  ICalendar: { type: "string", description: "RFC 5545" },
};

const LINK = {
  id: "7d1f9c52-3f0c-4f1e-9a0b-2b8f6f6f2d11",
  kind: "hub",
  of: "great-north",
  madeAt: "2020-09-01T08:00:00Z",
  revokedAt: null,
};

export const AHEAD_EXAMPLES: Readonly<Record<string, unknown>> = {
  Calendar: {
    from: "2020-12-01T08:00:00Z",
    until: "2020-12-31",
    items: [
      {
        kind: "by-itself",
        at: "2020-12-09T00:00:00Z",
        on: "2020-12-09",
        what: "CommitmentMissed",
        commitment: "gap-task-1",
        by: null,
        says: "Missed: gap-task-1, which was due on 8 December 2020.",
        unless: "it is recorded as done, rescheduled or waived before, or the journey is paused or withdrawn",
        journey: "100001-primary",
        urn: "100001",
        school: "Example Primary School",
      },
    ],
  },
  CalendarLink: LINK,
  CalendarLinkMade: {
    ...LINK,
    url: "https://journeys.example.org/calendars/q5Yb1m1sV0p7Q3cR8mU2nT4xW6zA9bC1dE3fG5hJ7kL.ics",
  },
  CalendarLinkPage: { items: [LINK], next: null },
  ICalendar: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//School Journeys//forward calendar//EN\r\nEND:VCALENDAR",
};
