import { Controller, Delete, Get, HttpCode, Param, Patch, Post } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import type { Foreseen } from "../../../libs/service/commands/foreseen.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { WebhookBody, WebhookChange } from "../../../libs/service/webhooks/webhook-bodies.ts";
import { WEBHOOK_ROLES } from "../../../libs/service/webhooks/webhook-desk.ts";
import { Webhooks } from "../../../libs/service/webhooks/webhooks.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, PREVIEW, WEBHOOK_ID } from "../openapi/parameters.ts";
import {
  WebhookAnswer,
  WebhookMadeAnswer,
  WebhookPageAnswer,
  WebhookRemovedAnswer,
  WebhookRowAnswer,
} from "./webhooks.dto.ts";

@Controller("api/v1/hubs/:hub/webhooks")
export class WebhooksController {
  constructor(private readonly webhooks: Webhooks) {}

  @Get()
  @Roles(...WEBHOOK_ROLES.read)
  @Doc({
    id: "listWebhooks",
    tag: "Webhooks",
    summary: "The hub’s webhooks: how far each has heard, what failed last, what is waiting, and which are disabled",
    parameters: [HUB],
    answer: WebhookPageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("hub") hub: string): Promise<WebhookPageAnswer> {
    const webhooks = await this.webhooks.list(caller, hub);
    return { items: webhooks.map((webhook) => present(WebhookRowAnswer, webhook)), next: null };
  }

  @Post()
  @HttpCode(201)
  @Roles(...WEBHOOK_ROLES.write)
  @Doc({
    id: "addWebhook",
    tag: "Webhooks",
    summary: "Have the hub’s events posted to an address of its own, signed, from now on",
    description:
      "Each event of GET /api/v1/events that is the hub’s is one POST with that item as its body, in the " +
      "order of the feed, within a minute or so; signed as Standard Webhooks has it " +
      "(standardwebhooks.com: `webhook-id`, `webhook-timestamp`, `webhook-signature`), so any of its " +
      "libraries verifies it with `secret`. `secret` is shown here and not again. Any 2xx within 15 seconds " +
      "takes the message; anything else is tried again after 5 seconds, 5 minutes, 30 minutes, 2, 5, 10, " +
      "14, 20 and 24 hours, and what comes behind waits. Then, or at once with a 410, the webhook is " +
      "disabled: " +
      "nothing is lost, it goes on from there when it is enabled. The same message may come twice: the same " +
      "`webhook-id` is the same event. No redirect is followed. " +
      "https to the public internet alone. `events`: types to send, all where it is not sent. Roles: " +
      "hub-lead, operator.",
    parameters: [HUB, PREVIEW],
    body: WebhookBody,
    answer: WebhookMadeAnswer,
    status: 201,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async add(@AskedHere() asked: Asked, @Param("hub") hub: string): Promise<WebhookMadeAnswer | Foreseen> {
    if (asked.preview) return this.webhooks.wouldAdd(asked, hub);
    return present(WebhookMadeAnswer, await this.webhooks.add(asked, hub));
  }

  @Get(":id")
  @Roles(...WEBHOOK_ROLES.read)
  @Doc({
    id: "getWebhook",
    tag: "Webhooks",
    summary: "One webhook, and what was done with it: by whom, and what failed",
    parameters: [HUB, WEBHOOK_ID],
    answer: WebhookAnswer,
    problems: [403, 404, 503],
  })
  async read(@Caller() caller: Principal, @Param("hub") hub: string, @Param("id") id: string): Promise<WebhookAnswer> {
    return present(WebhookAnswer, await this.webhooks.one(caller, hub, id));
  }

  @Patch(":id")
  @Roles(...WEBHOOK_ROLES.write)
  @Doc({
    id: "changeWebhook",
    tag: "Webhooks",
    summary: "Give a webhook another address or other events, disable it, or enable it again",
    description:
      "What is not sent stays. Enabled again it goes on from where it was, at once; so does one that was " +
      "failing and gets a new address. `events`: null for all. Roles: hub-lead, operator.",
    parameters: [HUB, WEBHOOK_ID],
    body: WebhookChange,
    answer: WebhookRowAnswer,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async change(
    @AskedHere() asked: Asked,
    @Param("hub") hub: string,
    @Param("id") id: string,
  ): Promise<WebhookRowAnswer> {
    return present(WebhookRowAnswer, await this.webhooks.change(asked, hub, id));
  }

  @Delete(":id")
  @Roles(...WEBHOOK_ROLES.write)
  @Doc({
    id: "removeWebhook",
    tag: "Webhooks",
    summary: "Take a webhook away: nothing more is posted, its address and secrets are forgotten",
    description: "Roles: hub-lead, operator.",
    parameters: [HUB, WEBHOOK_ID],
    answer: WebhookRemovedAnswer,
    command: "without If-Match",
    problems: [400, 403, 404, 503],
  })
  async remove(
    @AskedHere() asked: Asked,
    @Param("hub") hub: string,
    @Param("id") id: string,
  ): Promise<WebhookRemovedAnswer> {
    await this.webhooks.remove(asked, hub, id);
    return { removed: id };
  }
}
