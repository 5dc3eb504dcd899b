// The shapes of what lies ahead, and of why.

import {
  date,
  instant,
  listOf,
  object,
  orNull,
  text,
  whole,
  words,
  type Schema,
} from "../../../libs/service/shape/schema.ts";

const by = orNull(object({ who: text("An opaque id"), role: text() }));

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
  Explanation: object({
    about: text(),
    asOf: instant,
    stands: text("The answer in one sentence"),
    chain: listOf(
      object({
        seq: whole("The event behind it"),
        at: instant,
        says: text(),
        by,
        rule: orNull(
          object({
            says: text(),
            source: words(["page", "assumption", "service"], "`service`: how this service works for every programme"),
            page: orNull(text()),
            quotes: orNull(text("The page’s words")),
          }),
        ),
      }),
    ),
    text: text("The whole for a person to read"),
  }),
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
  Explanation: {
    about: "The grant of development 2020/21",
    asOf: "2020-10-08T08:00:00Z",
    stands: "£2,000 is due, not yet payable: it waits until participants have attended the first session.",
    chain: [
      {
        seq: 8,
        at: "2020-08-31T23:00:00Z",
        says: "*** development 2020/21 begins (2020-21/secondary-development): 9 commitments.",
        by: null,
        rule: {
          says: "2020-21/secondary-development gives a school £2,000.",
          source: "page",
          page: "007_example.txt",
          quotes: "Each department receives £2000",
        },
      },
    ],
    text: "The grant of development 2020/21, as of 8 October 2020, 09:00\n£2,000 is due, …",
  },
};
