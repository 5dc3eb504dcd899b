// Examples that hang together: one made-up primary school, from its application on.

import { VERSION } from "../../../libs/config/version.ts";
import { AHEAD_EXAMPLES } from "./ahead-schemas.ts";
import { exampleBody } from "./command-schema.ts";
import { INTAKE_EXAMPLES } from "./intake-schemas.ts";
import { COMMAND_FIELDS } from "../../../libs/journey/wire.ts";

export const CONTACT_EXAMPLE = { firstName: "Grace", lastName: "Example", email: "grace@example.org" };

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

const SCHOOL = {
  urn: "100001",
  name: "Example Primary School",
  phase: "primary",
  funding: "state",
  address: "1 Example Street, Exampleton",
  postcode: "EX1 1EX",
  headteacher: { name: "Hedy Example", email: "head@example.org" },
  history: [],
};

export const APPLICATION_EXAMPLE = {
  prospectus: "2020-21/primary-readiness",
  hub: "great-north",
  school: SCHOOL,
  ...exampleBody(COMMAND_FIELDS.SubmitApplication),
};
export const INTEREST_EXAMPLE = {
  prospectus: "2020-21/primary-readiness",
  hub: "great-north",
  school: SCHOOL,
  ...exampleBody(COMMAND_FIELDS.ExpressInterest),
};

const ROW = {
  id: "100001-primary",
  urn: "100001",
  hub: "great-north",
  phase: "primary",
  status: "participating",
  stage: "readiness",
  academicYear: "2020/21",
  prospectus: "2020-21/primary-readiness",
  workGroup: "north-readiness-1",
  version: 9,
  owes: 0,
  next: { at: "2020-09-14T08:00:00Z", what: "the autumn reminder" },
  summary: "100001 · readiness 2020/21 · participating",
  startedAt: "2020-06-02T08:00:00Z",
  updatedAt: "2020-08-31T23:00:00Z",
  aliases: [],
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
  IntakeAnswer: { journey: "100001-primary", version: 1, status: "applied" },
  CommandAnswer: { journey: "100001-primary", version: 2, status: "offered" },
  PersonAdded: { person: "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b" },
  PersonExport: {
    person: "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b",
    keptSince: "2020-06-10T08:00:00Z",
    erasedAt: null,
    contact: CONTACT_EXAMPLE,
    roles: [{ journey: "100001-primary", role: "maths-lead", left: false }],
    texts: [{ id: "5d2c1f60-91c4-8d0b-a7b1-9f61c0f3a2de", at: "2021-02-01T09:00:00Z", text: "On leave from March" }],
    events: [
      {
        journey: "100001-primary",
        seq: 4,
        at: "2020-06-10T08:00:00Z",
        type: "ParticipantNominated",
        data: { participant: "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b", role: "maths-lead" },
      },
    ],
  },
  PersonErased: { person: "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b", erasedAt: "2026-09-01T10:00:00Z" },
  JourneyPage: { items: [ROW], next: "100001-primary" },
  Journey: {
    ...ROW,
    stages: [
      {
        stage: "readiness",
        academicYear: "2020/21",
        prospectus: "2020-21/primary-readiness",
        outcome: "under-way",
        workGroup: "north-readiness-1",
        theme: null,
      },
    ],
    commitments: [
      {
        stage: "readiness",
        academicYear: "2020/21",
        code: "meeting-1",
        kind: "meeting",
        by: "school",
        dueOn: "2020-10-14",
        status: "open",
        level: 0,
        target: null,
      },
    ],
    reminders: [
      {
        seq: 11,
        at: "2020-09-14T08:00:00Z",
        academicYear: "2020/21",
        term: "autumn",
        to: ["maths-lead"],
        outstanding: [],
        comingUp: ["meeting-1"],
        resends: null,
        sentAt: "2020-09-14T08:00:02Z",
      },
    ],
    escalations: [
      {
        seq: 21,
        at: "2020-10-22T08:00:00Z",
        academicYear: "2020/21",
        commitment: "meeting-1",
        level: 1,
        to: ["maths-lead"],
        withdrawnAt: null,
        sentAt: null,
      },
    ],
    grants: [
      {
        stage: "development",
        academicYear: "2021/22",
        amount: 100000,
        currency: "GBP",
        status: "due",
        approvers: [],
        releasedAt: null,
        clawback: { status: "none", amount: 0 },
      },
    ],
    tasks: [
      {
        id: "task-31",
        about: "missed-commitment",
        commitment: "meeting-1",
        openedAt: "2020-11-20T09:00:00Z",
        status: "open",
        assignee: null,
        dueOn: "2020-11-27",
      },
    ],
    participants: [
      {
        participant: "teacher-1",
        role: "maths-lead",
        experienced: true,
        authority: true,
        releasedForAllSessions: false,
        left: false,
      },
    ],
  },
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
  JourneyEventPage: { items: [EVENT], next: 2 },
  JourneyWordsPage: {
    items: [
      {
        seq: 31,
        type: "SupportVisitRecorded",
        at: "2020-11-18T16:00:00Z",
        by: { who: "lead-1", role: "work-group-lead" },
        words: [{ field: "notes", text: "Year 3 lesson seen; bar models agreed for next half-term" }],
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
