// The shapes of bodies and answers, for the OpenAPI document. A test holds them to what the API really answers.

import { TASK_DECISIONS } from "../../../libs/journey/commands.ts";
import { REJECTION_CODES } from "../../../libs/journey/rejection.ts";
import { EMAIL_ADDRESS } from "../../../libs/journey/wire.ts";
import { HUB_CONTACT_ROLES } from "../../../libs/people/hub-contacts.ts";
import { REMINDER_KINDS, REMINDER_OUTCOMES, TASK_ABOUT, TASK_STATUSES } from "../hubs/promise-words.ts";
import { GROUP } from "./command-schema.ts";
import { INTAKE_SCHEMAS } from "./intake-schemas.ts";
import {
  date,
  flag,
  instant,
  listOf,
  object,
  orNull,
  ref,
  sent,
  shaped,
  text,
  whole,
  words,
  type Schema,
} from "../../../libs/service/shape/schema.ts";

const TERM = words(["autumn", "spring", "summer"]);
const EMAIL: Schema = { ...shaped(EMAIL_ADDRESS), maxLength: 254, description: "One e-mail address" };

const hubContact = {
  role: words(HUB_CONTACT_ROLES),
  firstName: { type: "string", maxLength: 254 },
  lastName: { type: "string", maxLength: 254 },
  email: EMAIL,
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
  TaskPage: page(
    object({
      journey: text(),
      urn: text(),
      school: orNull(text()),
      workGroup: orNull(text()),
      id: text(),
      about: words(TASK_ABOUT),
      commitment: orNull(text()),
      openedAt: instant,
      dueOn: orNull({ ...date, description: "By when it is to be decided" }),
      status: words(TASK_STATUSES),
      assignee: orNull(text("An opaque id; null: the hub lead")),
      soFar: listOf(object({ seq: whole(), at: instant, what: text() })),
      choices: listOf(words(TASK_DECISIONS)),
    }),
    orNull(text()),
  ),
  ReminderReport: object({
    totals: object({
      due: whole(),
      sent: whole(),
      heldBack: whole(),
      superseded: whole(),
      pending: whole(),
      stalled: whole(),
      letters: whole(),
      bounced: whole(),
    }),
    items: listOf(
      object({
        id: text(),
        journey: text(),
        urn: text(),
        kind: words(REMINDER_KINDS),
        academicYear: text(),
        term: TERM,
        cause: text(),
        dueAt: instant,
        outcome: words(REMINDER_OUTCOMES),
        why: orNull(text()),
        sentAt: orNull(instant),
        letters: whole("Each to one reader"),
        fellBack: flag,
        bounced: whole(),
        seq: orNull(whole()),
      }),
    ),
    next: orNull(text()),
  }),
  WindowDates: object({ opensOn: date, closesOn: date }),
  Window: object({
    hub: text(),
    prospectus: text(),
    opensOn: date,
    closesOn: date,
    setBy: text("An opaque id"),
    setAt: instant,
  }),
  HubContacts: object({
    contacts: {
      ...listOf(sent(hubContact, ["firstName", "lastName"])),
      maxItems: HUB_CONTACT_ROLES.length,
      description: "One a role; who is not named is no contact",
    },
  }),
  HubContactPage: page(object({ ...hubContact, person: text("An opaque id") }), { type: "null" }),
  WindowPage: page(ref("Window"), { type: "null" }),
  ...INTAKE_SCHEMAS,
};
