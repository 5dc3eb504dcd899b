// The shapes of what a hub reads and decides of applications, and an example of each, for the OpenAPI document.

import { REJECTION_CODES } from "../../../libs/journey/rejection.ts";
import { WAITING } from "../../../libs/service/intake/triage.ts";
import type { Parameter } from "./doc.ts";
import {
  date,
  flag,
  instant,
  listOf,
  object,
  orNull,
  ref,
  text,
  urn,
  whole,
  words,
  type Schema,
} from "../../../libs/service/shape/schema.ts";

const fault = object({ code: words(REJECTION_CODES), detail: text() });
const TRIAGED = object({
  journey: text(),
  urn: text(),
  school: orNull(text("Its name")),
  prospectus: text(),
  status: words(WAITING),
  version: whole("The journey’s ETag"),
  receivedAt: instant,
  daysWaiting: whole("Days in London since it was received"),
  reasonsId: orNull(text("Opaque id of the text")),
  contactId: orNull(text("Who applied, by an opaque id")),
  eligibility: object({
    judgedAt: instant,
    criteria: listOf(text("Named in the application")),
    since: {
      ...listOf(fault),
      description: "What would stand against it today by the register’s word; empty where nothing does",
    },
  }),
  asked: orNull(object({ at: instant, reasonId: orNull(text("Opaque id of the text")) })),
  turn: orNull(
    object({
      workGroup: orNull(text()),
      position: orNull(whole("From 1; null on the hub’s own list")),
      since: instant,
      held: { ...flag, description: "Passed over until it has answered what the hub asked" },
      together: orNull(whole("How many wait as one with it, itself included")),
      reasonCode: orNull(text()),
      explained: text("Why it waits where it waits"),
    }),
  ),
  offer: orNull(object({ workGroup: orNull(text()), respondBy: date, madeAt: instant })),
  partners: listOf(
    object({
      urn: text(),
      school: orNull(text("Its name")),
      relationshipId: orNull(text("Opaque id of the text")),
      journey: orNull(text("Null where it has not come to this hub")),
      status: orNull(text("Of its journey")),
      prospectus: orNull(text()),
      applied: { ...flag, description: "For the same programme" },
      namesBack: flag,
    }),
  ),
  room: listOf(object({ workGroup: text(), free: orNull(whole("Null where no number is set")) })),
  actions: listOf(text("The route of a command that the rules would take now")),
});

const LIST = object({
  hub: text(),
  prospectus: text(),
  urns: orNull(listOf(urn)),
  setBy: text("An opaque id"),
  setAt: instant,
});

const BULK_LINE = object({
  line: whole("Where the row begins in the file; the header is line 1"),
  urn: orNull(text()),
  journey: orNull(text()),
  outcome: words(
    ["accepted", "rejected", "waiting"],
    "What would come of it, or what came of it; `waiting`: not tried yet, or not known",
  ),
  code: orNull(text("A problem code")),
  detail: orNull(text()),
});

export const BULK_ID: Parameter = {
  name: "file",
  in: "path",
  description: "The id that looking at the file gave",
  schema: { type: "string" },
  example: "5d2c1f6091c48d0ba7b19f61c0f3a2de",
};
export const BULK_EXAMPLE = [
  "urn,name,phase,funding,prospectus,criteria,reasons,understandsExpectations,contactFirstName,contactLastName,contactEmail,group,groupRelationship",
  "100001,Example Primary " +
    'School,primary,state,2020-21/primary-readiness,poor-progress-or-attainment,"Results have fallen, and we ' +
    'want to change.",yes,Grace,Example,grace@example.org,100002,The same trust',
].join("\n");

export const INTAKE_SCHEMAS: Readonly<Record<string, Schema>> = {
  ListOfSchools: object({ urns: { ...listOf(urn), description: "Those that may apply; 5,000 at most" } }),
  Bulk: object({
    id: text("Of these very rows at this hub"),
    hub: text(),
    accepted: whole(),
    rejected: whole(),
    waiting: whole(),
    lines: listOf(BULK_LINE),
  }),
  List: LIST,
  ListPage: object({ items: listOf(ref("List")), next: { type: "null" } }),
  TriagePage: object({ items: listOf(TRIAGED), next: orNull(text()) }),
};

const LIST_EXAMPLE = {
  hub: "great-north",
  prospectus: "2020-21/primary-readiness",
  urns: ["100001", "100002"],
  setBy: "hub-lead.great-north",
  setAt: "2020-05-04T08:00:00Z",
};

export const INTAKE_EXAMPLES: Readonly<Record<string, unknown>> = {
  Bulk: {
    id: "5d2c1f6091c48d0ba7b19f61c0f3a2de",
    hub: "great-north",
    accepted: 1,
    rejected: 1,
    waiting: 0,
    lines: [
      { line: 2, urn: "100001", journey: "100001-primary", outcome: "accepted", code: null, detail: null },
      {
        line: 3,
        urn: "100002",
        journey: null,
        outcome: "rejected",
        code: "criteria-missing",
        detail: "Name at least one of the criteria: poor-progress-or-attainment.",
      },
    ],
  },
  List: LIST_EXAMPLE,
  ListPage: { items: [LIST_EXAMPLE], next: null },
  TriagePage: {
    items: [
      {
        journey: "100001-primary",
        urn: "100001",
        school: "Example Primary School",
        prospectus: "2020-21/primary-readiness",
        status: "waitlisted",
        version: 3,
        receivedAt: "2020-06-02T08:00:00Z",
        daysWaiting: 9,
        reasonsId: "5d2c1f60-91c4-8d0b-a7b1-9f61c0f3a2de",
        contactId: "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b",
        eligibility: { judgedAt: "2020-06-02T08:00:00Z", criteria: ["poor-progress-or-attainment"], since: [] },
        asked: null,
        turn: {
          workGroup: "north-readiness-1",
          position: 1,
          since: "2020-06-05T08:00:00Z",
          held: false,
          together: null,
          reasonCode: "group-full",
          explained:
            "On the waitlist since 2020-06-05 09:00, as number 1, with nobody before it: the next place " +
            "that falls free is offered to it.",
        },
        offer: null,
        partners: [
          {
            urn: "100002",
            school: "Example Infant School",
            relationshipId: null,
            journey: "100002-primary",
            status: "applied",
            prospectus: "2020-21/primary-readiness",
            applied: true,
            namesBack: true,
          },
        ],
        room: [{ workGroup: "north-readiness-2", free: 2 }],
        actions: [
          "offer-place",
          "request-information",
          "decline-application",
          "redirect-application",
          "withdraw-application",
        ],
      },
    ],
    next: null,
  },
};
