// Examples that hang together: one made-up primary school, from its application on.

import { VERSION } from "../../../libs/config/version.ts";
import { AHEAD_EXAMPLES } from "./ahead-schemas.ts";
import { INTAKE_EXAMPLES } from "./intake-schemas.ts";

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
