// The shape of each command of a Work Group, as data: for the check at the edge and for the API's documentation.

import { may, must, type Field, type Fields } from "../journey/field.ts";
import { ABSENT, ARRANGING, ASSIGNING, EQUIVALENT, LATE, TIMES } from "../journey/record-fields.ts";
import type { CommandName } from "./commands.ts";
import { GROUP_CHOICES } from "./events.ts";

const word = (words: readonly string[], note: string, example: string, required = false): Field => ({
  kind: "word",
  required,
  note,
  example,
  words,
});

const because = {
  reason: may(
    "text",
    "Why, in words; not blank where a reason is required",
    "The school that is the host has no heating",
  ),
  reasonCode: may("code", "Why, as a code where there is a list", "venue"),
};
const led = {
  lead: must("id", "Who leads it, by an opaque id", "lead-1"),
  leadRole: must("code", "As what: the role that the programme’s page names, in kebab-case", "mastery-readiness-lead"),
  secondYearDone: may(
    "flag",
    "Has completed the second year of the national programme, where the page asks for it",
    true,
  ),
};
const session = must("code", "The session, by its code", "session-1");
const school = must("id", "The school’s journey, by its id", "100001-primary");

/** The names that callers may use. */
export type GroupWireName = Exclude<CommandName, "Tick" | "RecordEffect">;

export const GROUP_FIELDS: Readonly<Record<GroupWireName, Fields>> = {
  FormWorkGroup: {
    hub: must("id", "Code of the hub", "great-north"),
    prospectus: must("code", "The programme and its year", "2020-21/primary-readiness"),
    ...led,
    also: may(
      "codes",
      "Other programmes of its year that it holds: Embedding with Sustaining of one phase; with `special`, any",
      ["2020-21/primary-development"],
    ),
    special: may("flag", "A group of special schools: it may hold any programmes of its year, of both phases", true),
    places: may("count", "How many schools at most; else as many as the page says", 8),
    sessions: {
      ...may("list", "Dates; a session that is not named is on the day of the prospectus", [
        { session: "session-1", on: "2020-10-14", length: "half-day" },
      ]),
      items: { session, on: must("date", "Its date", "2020-10-14"), ...ARRANGING },
    },
    ...because,
  },
  ChangeLead: { ...led, ...because },
  ScheduleSession: {
    session,
    on: must("date", "Its date", "2020-10-14"),
    ...ARRANGING,
    ...because,
  },
  MoveSession: {
    session,
    on: may("date", "Its new date; else the day stays", "2020-10-21"),
    ...ARRANGING,
    ...because,
  },
  CancelSession: { session, ...because },
  TakeRegister: {
    session,
    on: must("date", "The day it was held", "2020-10-14"),
    schools: {
      ...must("list", "Of each school who was there", [
        {
          journey: "100001-primary",
          present: ["teacher-1", "teacher-2"],
          absent: [{ participant: "teacher-3", reasonCode: "cover" }],
          headteacher: true,
        },
      ]),
      items: {
        journey: school,
        present: must("ids", "Who was there of this school; nobody: an empty list", ["teacher-1", "teacher-2"]),
        absent: ABSENT,
        headteacher: may("flag", "The headteacher was there", true),
        late: LATE,
      },
    },
    equivalent: EQUIVALENT,
    ...because,
  },
  BookSupportVisit: {
    journey: school,
    on: must("date", "The day", "2020-11-18"),
    ...TIMES,
    term: word(["autumn", "spring", "summer"], "Of which term; else the next visit", "autumn"),
    ...because,
  },
  OfferTogether: {
    schools: must("ids", "The schools that are to be placed together, by their journeys", [
      "100001-primary",
      "100002-primary",
    ]),
    respondBy: may("date", "Last day to answer; else as long as the prospectus says", "2020-06-30"),
  },
  AdaptDelivery: {
    delivery: word(["in-person", "online", "extended"], "How it goes on", "online", true),
    weeks: may("count", "For `extended`: by how many weeks the sessions to come move", 4),
    until: may(
      "date",
      "The last day on which its schools are not chased; else, for `extended`, as many weeks on",
      "2021-02-12",
    ),
    ...because,
  },
  DecideGroup: {
    decision: word(GROUP_CHOICES, "What becomes of a group with too few schools", "go-on", true),
    workGroup: may("id", "For `join`: which group its schools are to join", "north-readiness-2"),
    ...because,
  },
  AssignTask: { task: must("id", "The task of the group, by its id", "2020/21/register/session-1"), ...ASSIGNING },
};
