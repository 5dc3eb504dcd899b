// What is answered of webhooks.

import { FEED_EVENTS } from "../../../libs/service/webhooks/webhook-bodies.ts";
import { ListOf, Moment, Named, Nothing, One, Text, Whole, Word, Words } from "../../../libs/service/shape/field.ts";
import { MayBePreview } from "../commands/preview.dto.ts";

const ID = "0b9f6f0e6c1a8d6ea1b20d6a3f4c5e7b";
const AN_ID = "An opaque id";
const SECRET = {
  orNull: true,
  says: "`whsec_…`; null where the request is repeated after the secret was replaced",
  example: "whsec_bWFkZSB1cCBmb3IgdGhpcyBleGFtcGxlLCAzMiBieXQ=",
} as const;

class Delivered {
  @Text({ says: "The webhook-id of the last message that was taken", example: "100001-primary:1:1591084800" })
  id: string;
  @Text({ example: "NmYxYjA3" }) cursor: string;
  @Moment({ example: "2020-06-02T08:00:30Z" }) at: string;
}

class Failing {
  @Whole({ says: "In a row", example: 2 }) tries: number;
  @Moment({ example: "2020-06-05T08:31:00Z" }) since: string;
  @Moment({ example: "2020-06-05T08:31:05Z" }) at: string;
  @Text({
    says: "`http-500`, `timed-out`, `connection-refused`, `certificate-refused`, `name-unknown`, `address-refused` …",
    example: "http-500",
  })
  code: string;
  @Moment({ orNull: true, example: "2020-06-05T08:36:08Z" }) next: string | null;
}

class Disabled {
  @Moment() at: string;
  @Word(["failing", "gone", "asked"], { says: "It failed for days, its receiver answered 410, or somebody asked" })
  because: string;
}

class Ping {
  @Text({ says: "Its webhook-id" }) id: string;
  @Moment() askedAt: string;
  @Moment({ orNull: true }) doneAt: string | null;
  @Text({ orNull: true, says: "Null where it arrived" }) code: string | null;
}

@Named("WebhookRow")
export class WebhookRowAnswer extends MayBePreview {
  @Text({ example: ID }) id: string;
  @Text({ example: "great-north" }) hub: string;
  @Text({ says: "Without what follows its question mark", example: "https://crm.example.org/hooks/maths" })
  url: string;
  @Words(FEED_EVENTS, {
    orNull: true,
    says: "Types of events",
    example: ["ApplicationSubmitted", "SchoolPlaced", "CommitmentMissed"],
  })
  events: readonly string[] | null;
  @Word(["enabled", "failing", "disabled"], { example: "failing" }) status: string;
  @Text({
    orNull: true,
    says: "Everything up to here was taken, or was not asked for; null: nothing yet",
    example: "NmYxYjA3",
  })
  cursor: string | null;
  @One(Delivered, { orNull: true }) delivered: Delivered | null;
  @Whole({ says: "Events that wait for it; at most 200 are counted", example: 3 }) pending: number;
  @One(Failing, { orNull: true }) failing: Failing | null;
  @One(Disabled, { orNull: true, example: null }) disabled: Disabled | null;
  @One(Ping, { orNull: true, example: null }) ping: Ping | null;
  @Text({ says: AN_ID, example: "hub-lead.great-north" }) createdBy: string;
  @Moment({ example: "2020-06-01T09:00:00Z" }) createdAt: string;
}

@Named("WebhookPage")
export class WebhookPageAnswer {
  @ListOf(WebhookRowAnswer) items: WebhookRowAnswer[];
  @Nothing() next: null;
}

@Named("WebhookWithSecret")
export class WebhookMadeAnswer extends WebhookRowAnswer {
  @Text(SECRET) secret: string | null;
}

@Named("WebhookHistory")
class HistoryAnswer {
  @Moment({ example: "2020-06-05T08:31:05Z" }) at: string;
  @Text({ says: "`created`, `failed`, `disabled`, `enabled`, `replayed`, …", example: "failed" }) what: string;
  @Text({ says: "An opaque id, or `service`", example: "service" }) by: string;
  @Text({ orNull: true, example: "http-500" }) code: string | null;
}

@Named("Webhook")
export class WebhookAnswer extends WebhookRowAnswer {
  @ListOf(HistoryAnswer) history: HistoryAnswer[];
}

@Named("WebhookSecret")
export class WebhookSecretAnswer extends MayBePreview {
  @Text({ example: ID }) webhook: string;
  @Text(SECRET) secret: string | null;
  @Moment({ orNull: true, example: "2020-06-12T09:00:00Z" }) previousSignsUntil: string | null;
}

@Named("WebhookRemoved")
export class WebhookRemovedAnswer {
  @Text({ says: "Its id", example: ID }) removed: string;
}
