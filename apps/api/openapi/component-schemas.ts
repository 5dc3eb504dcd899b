// The shapes of bodies and answers, for the OpenAPI document. A test holds them to what the API really answers.

import { ROLES } from "../../../libs/service/access/principal.ts";
import { QUESTIONS } from "../../../libs/register/moves.ts";
import { REJECTION_CODES } from "../../../libs/journey/rejection.ts";
import { PHASES, STAGES } from "../../../libs/prospectus/prospectus.ts";
import { AHEAD_SCHEMAS } from "./ahead-schemas.ts";
import { GROUP } from "./command-schema.ts";
import { INTAKE_SCHEMAS } from "./intake-schemas.ts";
import {
  date,
  flag,
  instant,
  listOf,
  object,
  orNull,
  pence,
  ref,
  text,
  whole,
  words,
  type Schema,
} from "../../../libs/service/shape/schema.ts";

const STAGE = words(STAGES);
const GBP: Schema = { type: "string", const: "GBP" };

const event = {
  journey: text("The journey; of an event of a Work Group its stream (take workGroup)"),
  workGroup: orNull(text("The Work Group whose event it is, else null")),
  stream: text("`journey/` or `work-group/` and the id"),
  seq: whole("From 1 without gaps in each stream"),
  type: text(),
  at: instant,
  data: { type: "object", description: "What happened; people and texts by opaque ids", additionalProperties: true },
  by: object({
    who: text("An opaque id"),
    role: text(),
    request: orNull(text("The X-Request-Id of the request by which; null for what time brought")),
  }),
  recordedAt: instant,
} satisfies Record<string, Schema>;
const page = (items: Schema, next: Schema): Schema => object({ items: listOf(items), next });

export const COMPONENT_SCHEMAS: Readonly<Record<string, Schema>> = {
  Problem: object(
    {
      type: text(),
      title: text(),
      status: whole(),
      detail: text(),
      instance: text(),
      code: words(REJECTION_CODES),
      errors: listOf(object({ pointer: text("JSON pointer into what was sent"), detail: text() })),
    },
    ["errors"],
  ),
  Group: GROUP,
  MailReceipt: {
    ...object({ reference: text("Of the letter"), status: text("delivered, permanent-failure, …") }, [
      "reference",
      "status",
    ]),
    additionalProperties: true,
  },
  MailReceiptTaken: object({ recorded: flag }),
  FeedEvent: object({ cursor: text("Where this event stands; may be sent as `after`"), ...event }),
  EventPage: page(ref("FeedEvent"), orNull(text("Null only while nothing has ever happened"))),
  ...AHEAD_SCHEMAS,
  ProspectusLine: object({
    id: text(),
    academicYear: text(),
    phase: words(PHASES),
    stage: STAGE,
    title: text(),
    hub: text("The hub whose page it is, or `any`"),
    basis: { type: "object" },
    opensOn: date,
    closesOn: date,
    grant: orNull(object({ amount: pence, currency: GBP })),
  }),
  ProspectusPage: page(ref("ProspectusLine"), { type: "null" }),
  Prospectus: {
    ...object({
      id: text(),
      academicYear: text(),
      phase: words(PHASES),
      stage: STAGE,
      revision: whole(),
      title: text(),
    }),
    description:
      'Further fields are figures: {value, source: "seed", page, says} or {value, source: "assumption", ' +
      "because?}. Amounts in pence.",
    additionalProperties: true,
  },
  SchoolRecord: object({
    urn: text(),
    name: text(),
    hub: orNull(text("The hub that covers its local authority")),
    phases: listOf(words(PHASES)),
    funding: orNull(words(["state", "independent"], "Null: no school for these programmes")),
    open: flag,
    section41: flag,
    la: orNull(text("Code of the local authority")),
    laName: orNull(text()),
    establishmentNumber: orNull(text()),
    type: orNull(text()),
    status: orNull(text()),
    registerPhase: orNull(text("As the register names it")),
    trust: orNull(text("Code")),
    trustName: orNull(text()),
    ukprn: orNull(text()),
    openedOn: orNull(date),
    closedOn: orNull(date),
    address: orNull(text()),
    postcode: orNull(text()),
    website: orNull(text()),
    district: orNull(text()),
    region: orNull(text()),
    lastChangedOn: orNull(date),
    source: words(["register", "application"]),
  }),
  SchoolPage: page(ref("SchoolRecord"), orNull(text())),
  Eligibility: object({
    urn: text(),
    prospectus: text(),
    journey: text("The journey it has, or would have"),
    hub: orNull(text("Whose window was taken")),
    eligible: flag,
    reasons: listOf(object({ code: words(REJECTION_CODES), detail: text() })),
    forTheHub: listOf(
      words(["section-41"], "An independent special school whose places the state pays for: the hub decides"),
    ),
  }),
  SchoolQuestion: object({
    journey: text(),
    hub: text(),
    urn: text("Of the school that has closed"),
    name: orNull(text()),
    why: words(QUESTIONS),
    successors: listOf(text("A URN it is about")),
    askedAt: instant,
  }),
  SchoolQuestionPage: page(ref("SchoolQuestion"), orNull(text())),
  ...INTAKE_SCHEMAS,
  Me: object({
    who: text("An opaque id"),
    role: words(ROLES),
    hub: orNull(text("Code of the hub")),
    urns: listOf(text("A school you speak for")),
    workGroups: listOf(text("A Work Group you lead")),
  }),
  Live: object({ status: { const: "live" }, version: text("Which release answers") }),
  Ready: object({ status: { const: "ready" }, postgresql: flag, temporal: flag }),
};
