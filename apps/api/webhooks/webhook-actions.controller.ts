// What a hub does with a webhook that it has: replay, test, a new secret.

import { Controller, HttpCode, Param, Post, Req } from "@nestjs/common";
import { newSecret } from "../../../libs/webhooks/signature.ts";
import { openWebhook, sealWebhook, withNewSecret } from "../../../libs/people/webhook-secrets.ts";
import { readFeed } from "../../../libs/store/feed/feed.ts";
import { NOT_FAILING } from "../../../libs/store/webhooks.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, WEBHOOK_ID } from "../openapi/parameters.ts";
import { ref } from "../../../libs/service/shape/schema.ts";
import { presentWebhook } from "./present-webhook.ts";
import { WebhookDesk } from "./webhook-desk.ts";
import { ReplayBody } from "./webhook.dto.ts";

@Controller("api/v1/hubs/:hub/webhooks/:id")
export class WebhookActionsController {
  constructor(private readonly desk: WebhookDesk) {}

  @Post("replay")
  @HttpCode(200)
  @Roles("hub-lead", "operator")
  @Doc({
    id: "replayWebhook",
    tag: "Webhooks",
    summary: "Post again everything after a place in the feed, then go on",
    description:
      "`after`: the `cursor` of a message or of an item of GET /api/v1/events; null for everything from the " +
      "beginning. Each message keeps its `webhook-id`. " +
      "A webhook that is disabled stays so, and goes on from there once it is enabled. Roles: hub-lead, operator.",
    parameters: [HUB, WEBHOOK_ID],
    body: { schema: ref("WebhookReplay"), example: { after: "NmYxYjA3" }, required: true },
    answer: "WebhookRow",
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async replay(@Param("hub") hub: string, @Param("id") id: string, @Req() request: ApiRequest): Promise<object> {
    const asked = await this.desk.writing(hub, `/${id}/replay`, request);
    await this.desk.one(asked.source, hub, id);
    const { after } = validated(ReplayBody, request.body);
    // The feed knows which cursors are its own: another is refused by pointer.
    await readFeed(asked.source, after, 1, hub);
    const webhook = await this.desk.change(asked, id, { name: "ReplayWebhook", what: "replayed" }, () => ({
      cursor: after,
      ...NOT_FAILING,
    }));
    return presentWebhook(asked.source, webhook);
  }

  @Post("test")
  @HttpCode(200)
  @Roles("hub-lead", "operator")
  @Doc({
    id: "testWebhook",
    tag: "Webhooks",
    summary: "Post one message of type Ping, signed like any other",
    description:
      "It is tried once, also while the webhook is disabled or failing. A few seconds later `ping` of GET " +
      "/api/v1/hubs/{hub}/webhooks/{id} says what became of it: `doneAt`, and `code` null where it arrived. " +
      "Roles: hub-lead, operator.",
    parameters: [HUB, WEBHOOK_ID],
    answer: "WebhookRow",
    command: "without If-Match",
    problems: [400, 403, 404, 422, 503],
  })
  async test(@Param("hub") hub: string, @Param("id") id: string, @Req() request: ApiRequest): Promise<object> {
    const asked = await this.desk.writing(hub, `/${id}/test`, request);
    const webhook = await this.desk.change(asked, id, { name: "TestWebhook", what: "test-asked" }, (_, at) => ({
      ping_id: `ping:${asked.command.slice(0, 32)}`,
      ping_asked_at: at,
      ping_done_at: null,
      ping_code: null,
    }));
    return presentWebhook(asked.source, webhook);
  }

  @Post("rotate-secret")
  @HttpCode(200)
  @Roles("hub-lead", "operator")
  @Doc({
    id: "rotateWebhookSecret",
    tag: "Webhooks",
    summary: "Have a new secret; the one before it goes on signing beside it for seven days",
    description:
      "For those days each message has two signatures, and a receiver takes it if either is right. Where a " +
      "secret has leaked, ask twice: only the newest two ever sign. `secret` is shown here and not again. " +
      "Roles: hub-lead, operator.",
    parameters: [HUB, WEBHOOK_ID],
    answer: "WebhookSecret",
    command: "without If-Match",
    problems: [400, 403, 404, 422, 503],
  })
  async rotate(@Param("hub") hub: string, @Param("id") id: string, @Req() request: ApiRequest): Promise<object> {
    const asked = await this.desk.writing(hub, `/${id}/rotate-secret`, request);
    const { source, command } = asked;
    const webhook = await this.desk.change(
      asked,
      id,
      { name: "RotateWebhookSecret", what: "secret-rotated" },
      (locked, at) => {
        const { wrapped, kek } = locked;
        const secrets = withNewSecret(openWebhook(source, locked), { secret: newSecret(), by: command, at });
        return sealWebhook(source, id, secrets, wrapped === null || kek === null ? undefined : { wrapped, kek });
      },
    );
    const { secrets } = openWebhook(source, webhook);
    return {
      webhook: id,
      secret: secrets.find(({ by }) => by === command)?.secret ?? null,
      previousSignsUntil: secrets[1]?.until ?? null,
    };
  }
}
