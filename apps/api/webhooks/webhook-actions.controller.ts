import { Controller, HttpCode, Param, Post } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { AskedHere } from "../../../libs/http/parameters.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { WebhookActions } from "../../../libs/service/webhooks/webhook-actions.ts";
import { ReplayBody } from "../../../libs/service/webhooks/webhook-bodies.ts";
import { WEBHOOK_ROLES } from "../../../libs/service/webhooks/webhook-desk.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, PREVIEW, WEBHOOK_ID } from "../openapi/parameters.ts";
import { WebhookRowAnswer, WebhookSecretAnswer } from "./webhooks.dto.ts";

@Controller("api/v1/hubs/:hub/webhooks/:id")
export class WebhookActionsController {
  constructor(private readonly actions: WebhookActions) {}

  @Post("replay")
  @HttpCode(200)
  @Roles(...WEBHOOK_ROLES.write)
  @Doc({
    id: "replayWebhook",
    tag: "Webhooks",
    summary: "Post again everything after a place in the feed, then go on",
    description:
      "`after`: the `cursor` of a message or of an item of GET /api/v1/events; null for everything from the " +
      "beginning. Each message keeps its `webhook-id`. " +
      "A webhook that is disabled stays so, and goes on from there once it is enabled. Roles: hub-lead, operator.",
    parameters: [HUB, WEBHOOK_ID, PREVIEW],
    body: ReplayBody,
    answer: WebhookRowAnswer,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async replay(
    @AskedHere() asked: Asked,
    @Param("hub") hub: string,
    @Param("id") id: string,
  ): Promise<WebhookRowAnswer> {
    return present(WebhookRowAnswer, await this.actions.replay(asked, hub, id));
  }

  @Post("test")
  @HttpCode(200)
  @Roles(...WEBHOOK_ROLES.write)
  @Doc({
    id: "testWebhook",
    tag: "Webhooks",
    summary: "Post one message of type Ping, signed like any other",
    description:
      "It is tried once, also while the webhook is disabled or failing. A few seconds later `ping` of GET " +
      "/api/v1/hubs/{hub}/webhooks/{id} says what became of it: `doneAt`, and `code` null where it arrived. " +
      "Roles: hub-lead, operator.",
    parameters: [HUB, WEBHOOK_ID, PREVIEW],
    answer: WebhookRowAnswer,
    command: "without If-Match",
    problems: [400, 403, 404, 422, 503],
  })
  async test(@AskedHere() asked: Asked, @Param("hub") hub: string, @Param("id") id: string): Promise<WebhookRowAnswer> {
    return present(WebhookRowAnswer, await this.actions.test(asked, hub, id));
  }

  @Post("rotate-secret")
  @HttpCode(200)
  @Roles(...WEBHOOK_ROLES.write)
  @Doc({
    id: "rotateWebhookSecret",
    tag: "Webhooks",
    summary: "Have a new secret; the one before it goes on signing beside it for seven days",
    description:
      "For those days each message has two signatures, and a receiver takes it if either is right. Where a " +
      "secret has leaked, ask twice: only the newest two ever sign. `secret` is shown here and not again. " +
      "Roles: hub-lead, operator.",
    parameters: [HUB, WEBHOOK_ID, PREVIEW],
    answer: WebhookSecretAnswer,
    command: "without If-Match",
    problems: [400, 403, 404, 422, 503],
  })
  async rotate(
    @AskedHere() asked: Asked,
    @Param("hub") hub: string,
    @Param("id") id: string,
  ): Promise<WebhookSecretAnswer> {
    return present(WebhookSecretAnswer, await this.actions.rotate(asked, hub, id));
  }
}
