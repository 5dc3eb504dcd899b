// The shapes of webhooks, and an example of each answer.

import { FEED_TYPES } from "../../../libs/store/events/known-events.ts";
import {
  flag,
  instant,
  listOf,
  object,
  orNull,
  text,
  whole,
  words,
  type Schema,
} from "../../../libs/service/shape/schema.ts";

const types: Schema = { ...listOf(words([...FEED_TYPES])), description: "Types of events" };
const url: Schema = {
  type: "string",
  format: "uri",
  maxLength: 2_000,
  description: "https://…; what follows a question mark is kept sealed and not shown again",
};

const row = {
  id: text(),
  hub: text(),
  url: text("Without what follows its question mark"),
  events: orNull(types),
  status: words(["enabled", "failing", "disabled"]),
  cursor: orNull(text("Everything up to here was taken, or was not asked for; null: nothing yet")),
  delivered: orNull(
    object({ id: text("The webhook-id of the last message that was taken"), cursor: text(), at: instant }),
  ),
  pending: whole("Events that wait for it; at most 200 are counted"),
  failing: orNull(
    object({
      tries: whole("In a row"),
      since: instant,
      at: instant,
      code: text(
        "`http-500`, `timed-out`, `connection-refused`, `certificate-refused`, `name-unknown`, `address-refused` …",
      ),
      next: orNull(instant),
    }),
  ),
  disabled: orNull(
    object({
      at: instant,
      because: words(["failing", "gone", "asked"], "It failed for days, its receiver answered 410, or somebody asked"),
    }),
  ),
  ping: orNull(
    object({
      id: text("Its webhook-id"),
      askedAt: instant,
      doneAt: orNull(instant),
      code: orNull(text("Null where it arrived")),
    }),
  ),
  createdBy: text("An opaque id"),
  createdAt: instant,
};
const secret = orNull(text("`whsec_…`; null where the request is repeated after the secret was replaced"));

export const WEBHOOK_SCHEMAS: Readonly<Record<string, Schema>> = {
  NewWebhook: object({ url, events: orNull(types) }, ["events"]),
  WebhookChange: object({ url, events: orNull(types), enabled: flag }, ["url", "events", "enabled"]),
  WebhookReplay: object({ after: orNull(text("A cursor of the feed; null for everything from the beginning")) }),
  WebhookRow: object(row),
  WebhookPage: object({ items: listOf(object(row)), next: { type: "null" } }),
  WebhookWithSecret: object({ ...row, secret }),
  Webhook: object({
    ...row,
    history: listOf(
      object({
        at: instant,
        what: text("`created`, `failed`, `disabled`, `enabled`, `replayed`, …"),
        by: text("An opaque id, or `service`"),
        code: orNull(text()),
      }),
    ),
  }),
  WebhookSecret: object({ webhook: text(), secret, previousSignsUntil: orNull(instant) }),
  WebhookRemoved: object({ removed: text("Its id") }),
};

const ROW = {
  id: "0b9f6f0e6c1a8d6ea1b20d6a3f4c5e7b",
  hub: "great-north",
  url: "https://crm.example.org/hooks/maths",
  events: ["ApplicationSubmitted", "SchoolPlaced", "CommitmentMissed"],
  status: "failing",
  cursor: "NmYxYjA3",
  delivered: { id: "100001-primary:1:1591084800", cursor: "NmYxYjA3", at: "2020-06-02T08:00:30Z" },
  pending: 3,
  failing: {
    tries: 2,
    since: "2020-06-05T08:31:00Z",
    at: "2020-06-05T08:31:05Z",
    code: "http-500",
    next: "2020-06-05T08:36:08Z",
  },
  disabled: null,
  ping: null,
  createdBy: "hub-lead.great-north",
  createdAt: "2020-06-01T09:00:00Z",
};
const SECRET = "whsec_bWFkZSB1cCBmb3IgdGhpcyBleGFtcGxlLCAzMiBieXQ=";

export const WEBHOOK_EXAMPLES: Readonly<Record<string, unknown>> = {
  WebhookRow: ROW,
  WebhookPage: { items: [ROW], next: null },
  WebhookWithSecret: { ...ROW, status: "enabled", delivered: null, failing: null, pending: 0, secret: SECRET },
  Webhook: {
    ...ROW,
    history: [
      { at: "2020-06-05T08:31:05Z", what: "failed", by: "service", code: "http-500" },
      { at: "2020-06-01T09:00:00Z", what: "created", by: "hub-lead.great-north", code: null },
    ],
  },
  WebhookSecret: { webhook: ROW.id, secret: SECRET, previousSignsUntil: "2020-06-12T09:00:00Z" },
  WebhookRemoved: { removed: ROW.id },
};
