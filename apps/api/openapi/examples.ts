// Examples that hang together: one made-up primary school, from its application on.

import { VERSION } from "../../../libs/config/version.ts";
import { AHEAD_EXAMPLES } from "./ahead-schemas.ts";
import { exampleBody } from "./command-schema.ts";
import { INTAKE_EXAMPLES } from "./intake-schemas.ts";
import { COMMAND_FIELDS } from "../../../libs/journey/wire.ts";

export const WINDOW_EXAMPLE = { opensOn: "2020-09-21", closesOn: "2020-10-16" };
const WINDOW = {
  hub: "great-north",
  prospectus: "2020-21/primary-readiness",
  ...WINDOW_EXAMPLE,
  setBy: "local",
  setAt: "2020-09-18T10:00:00Z",
};

export const HUB_CONTACTS_EXAMPLE = {
  contacts: [
    { role: "hub-lead", firstName: "Hella", lastName: "Example", email: "hella@hub.example" },
    { role: "hub-coordinator", email: "office@hub.example" },
  ],
};

const EVENT = {
  journey: "100001-primary",
  workGroup: null,
  stream: "journey/100001-primary",
  seq: 2,
  type: "PlaceOffered",
  at: "2020-06-05T08:30:00Z",
  data: { workGroup: "north-readiness-1", respondBy: "2020-06-30" },
  by: { who: "hub-coordinator.great-north", role: "hub-coordinator", request: "bac0520b-8bd1-4235-8497-37d43a607ece" },
  recordedAt: "2020-06-05T08:30:01Z",
};

const SCHOOL_RECORD = {
  urn: "100001",
  name: "Example Primary School",
  hub: "great-north",
  phases: ["primary"],
  funding: "state",
  open: true,
  section41: false,
  la: "391",
  laName: "Newcastle upon Tyne",
  establishmentNumber: "2001",
  type: "Community school",
  status: "Open",
  registerPhase: "Primary",
  trust: null,
  trustName: null,
  ukprn: "10012345",
  openedOn: "1998-09-01",
  closedOn: null,
  address: "1 Example Street, Exampleton",
  postcode: "EX1 1EX",
  website: "www.example.org",
  district: "Newcastle upon Tyne",
  region: "North East",
  lastChangedOn: "2020-03-02",
  source: "register",
};

/** An example of each answer, by the name of its schema. */
export const ANSWER_EXAMPLES: Readonly<Record<string, unknown>> = {
  MailReceiptTaken: { recorded: true },
  TaskPage: {
    items: [
      {
        journey: "100001-primary",
        urn: "100001",
        school: "Example Primary School",
        workGroup: "north-readiness-1",
        id: "2020/21/gap-task-1",
        about: "missed-commitment",
        commitment: "gap-task-1",
        openedAt: "2021-01-18T09:00:00Z",
        dueOn: "2021-01-25",
        status: "open",
        assignee: null,
        soFar: [{ seq: 31, at: "2020-12-09T00:00:00Z", what: "Missed: gap-task-1, which was due on 8 December 2020." }],
        choices: ["extend", "waive", "visit", "concern", "withdraw"],
      },
    ],
    next: null,
  },
  ReminderReport: {
    totals: { due: 1, sent: 1, heldBack: 0, superseded: 0, pending: 0, stalled: 0, letters: 3, bounced: 0 },
    items: [
      {
        id: "100001-primary:1-autumn",
        journey: "100001-primary",
        urn: "100001",
        kind: "termly",
        academicYear: "2020/21",
        term: "autumn",
        cause: "the autumn term of 2020/21",
        dueAt: "2020-09-14T08:00:00Z",
        outcome: "sent",
        why: null,
        sentAt: "2020-09-14T08:02:11Z",
        letters: 3,
        fellBack: false,
        bounced: 0,
        seq: 11,
      },
    ],
    next: null,
  },
  EventPage: { items: [{ cursor: "NmYxYjA3", ...EVENT }], next: "NmYxYjA3" },
  ProspectusPage: {
    items: [
      {
        id: "2020-21/primary-readiness",
        academicYear: "2020/21",
        phase: "primary",
        stage: "readiness",
        title: "Mastery Readiness",
        hub: "any",
        basis: { page: "004_efe6209787d21d48.txt" },
        opensOn: "2020-01-01",
        closesOn: "2020-08-31",
        grant: null,
      },
    ],
    next: null,
  },
  Prospectus: {
    id: "2020-21/primary-readiness",
    academicYear: "2020/21",
    phase: "primary",
    stage: "readiness",
    revision: 1,
    title: "Mastery Readiness",
  },
  ...AHEAD_EXAMPLES,
  Window: WINDOW,
  WindowPage: { items: [WINDOW], next: null },
  HubContactPage: {
    items: HUB_CONTACTS_EXAMPLE.contacts.map((one, index) => ({
      firstName: "",
      lastName: "",
      ...one,
      person: `0b9f6f0e-6c1a-4d6e-a1b2-0d6a3f4c5e7${index}`,
    })),
    next: null,
  },
  SchoolRecord: SCHOOL_RECORD,
  SchoolPage: { items: [SCHOOL_RECORD], next: "100001" },
  Eligibility: {
    urn: "100001",
    prospectus: "2020-21/primary-readiness",
    journey: "100001-primary",
    hub: "great-north",
    eligible: false,
    reasons: [
      { code: "window-closed", detail: "Applications closed on 2020-08-31: express an interest for the next year." },
    ],
    forTheHub: [],
  },
  SchoolQuestionPage: {
    items: [
      {
        journey: "100003-primary",
        hub: "great-north",
        urn: "100003",
        name: "Example Infant School",
        why: "merged",
        successors: ["100021"],
        askedAt: "2021-09-02T08:00:00Z",
      },
    ],
    next: null,
  },
  ...INTAKE_EXAMPLES,
  Me: { who: "lead-1", role: "work-group-lead", hub: "great-north", urns: [], workGroups: ["north-readiness-1"] },
  Live: { status: "live", version: VERSION },
  Ready: { status: "ready", postgresql: true, temporal: true },
};
