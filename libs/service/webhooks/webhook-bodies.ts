// What is sent of a webhook.

import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique } from "class-validator";
import { FEED_TYPES } from "../../store/events/known-events.ts";
import { MOST_URL } from "../../webhooks/address.ts";
import { Flag, Named, Text, Words } from "../shape/field.ts";

/** What a webhook may ask for, by the type of the event. */
export const FEED_EVENTS: readonly string[] = [...FEED_TYPES];
const EVENTS = {
  optional: true,
  says: "Types of events",
  else: "events has names of events, as `type` of the feed has them.",
} as const;
const URL = {
  format: "uri",
  most: MOST_URL,
  says: "https://…; what follows a question mark is kept sealed and not shown again",
} as const;

/** A new webhook. `events`: null or not sent for all. */
@Named("NewWebhook")
export class WebhookBody {
  @Text({ ...URL, else: "url is missing.", example: "https://crm.example.org/hooks/maths?token=opaque" })
  url: string;

  @Words(FEED_EVENTS, { ...EVENTS, example: ["ApplicationSubmitted", "SchoolPlaced", "CommitmentMissed"] })
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(FEED_EVENTS.length)
  events?: string[] | null;
}

/** What may be changed; what is not sent stays. */
export class WebhookChange {
  @Text({ ...URL, optional: "but-not-null", else: "url is an address." })
  url?: string;

  @Words(FEED_EVENTS, EVENTS)
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(FEED_EVENTS.length)
  events?: string[] | null;

  @Flag({ optional: "but-not-null", example: true })
  enabled?: boolean;
}

/** `after`: null for everything from the beginning. */
@Named("WebhookReplay")
export class ReplayBody {
  @Text({
    orNull: true,
    says: "A cursor of the feed; null for everything from the beginning",
    shape: /^[\w-]+$/u,
    most: 300,
    else: "after is a cursor of the feed, or null for everything from the beginning.",
    told: false,
    example: "NmYxYjA3",
  })
  after: string | null;
}
