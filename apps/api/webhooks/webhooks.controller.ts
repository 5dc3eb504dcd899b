// Webhooks: where a hub's own systems are told of its events. They are made, read, changed and taken away here.

import { Controller, Delete, Get, HttpCode, Param, Patch, Post, Req } from "@nestjs/common";
import type { DataSource } from "typeorm";
import type { Instant } from "../../../libs/calendar/instants.ts";
import { shownUrl } from "../../../libs/webhooks/address.ts";
import { newSecret } from "../../../libs/webhooks/signature.ts";
import { openWebhook, sealWebhook } from "../../../libs/people/webhook-secrets.ts";
import { feedHead } from "../../../libs/store/feed/feed.ts";
import {
  addWebhook,
  changeWebhook,
  historyOf,
  NOT_FAILING,
  webhooksOf,
  type Columns,
  type Webhook,
} from "../../../libs/store/webhooks.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { Problem } from "../../../libs/http/problem.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, WEBHOOK_ID } from "../openapi/parameters.ts";
import { ref } from "../../../libs/service/shape/schema.ts";
import { presentWebhook } from "./present-webhook.ts";
import { WebhookDesk, type Asked } from "./webhook-desk.ts";
import { WebhookBody, WebhookChange } from "./webhook.dto.ts";

/** Of one hub: each is looked at every minute. */
const MOST_WEBHOOKS = 10;
const HISTORY = 50;
const EXAMPLE = {
  url: "https://crm.example.org/hooks/maths?token=opaque",
  events: ["ApplicationSubmitted", "SchoolPlaced", "CommitmentMissed"],
};

@Controller("api/v1/hubs/:hub/webhooks")
export class WebhooksController {
  constructor(private readonly desk: WebhookDesk) {}

  @Get()
  @Roles("hub-lead", "hub-coordinator", "operator", "auditor")
  @Doc({
    id: "listWebhooks",
    tag: "Webhooks",
    summary: "The hub’s webhooks: how far each has heard, what failed last, what is waiting, and which are disabled",
    parameters: [HUB],
    answer: "WebhookPage",
    problems: [403, 404, 503],
  })
  async list(@Param("hub") hub: string, @Req() request: ApiRequest): Promise<{ items: object[]; next: null }> {
    const source = await this.desk.reading(hub, request);
    const webhooks = await webhooksOf(source, hub);
    return { items: await Promise.all(webhooks.map((webhook) => presentWebhook(source, webhook))), next: null };
  }

  @Post()
  @HttpCode(201)
  @Roles("hub-lead", "operator")
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
    parameters: [HUB],
    body: { schema: ref("NewWebhook"), example: EXAMPLE, required: true },
    answer: "WebhookWithSecret",
    status: 201,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async add(@Param("hub") hub: string, @Req() request: ApiRequest): Promise<object> {
    const asked = await this.desk.writing(hub, "", request);
    const { url, events = null } = validated(WebhookBody, request.body);
    this.desk.checkUrl(url);
    const { source, command, who } = asked;
    const id = command.slice(0, 32);
    const createdAt = await this.desk.claim(asked, "AddWebhook", id);
    const webhooks = await webhooksOf(source, hub);
    if (webhooks.length >= MOST_WEBHOOKS && !webhooks.some((one) => one.id === id))
      throw new Problem("invalid", `A hub has ${MOST_WEBHOOKS} webhooks at most: take one away first.`);
    const sealed = sealWebhook(source, id, { url, secrets: [{ secret: newSecret(), by: command, until: null }] });
    await addWebhook(source, {
      id,
      hub,
      shownUrl: shownUrl(url),
      types: events,
      cursor: await feedHead(source),
      createdBy: who,
      createdAt,
      command,
      ...sealed,
    });
    const webhook = await this.desk.one(source, hub, id);
    await this.desk.wake(webhook);
    return { ...(await presentWebhook(source, webhook)), secret: secretMadeBy(source, webhook, command) };
  }

  @Get(":id")
  @Roles("hub-lead", "hub-coordinator", "operator", "auditor")
  @Doc({
    id: "getWebhook",
    tag: "Webhooks",
    summary: "One webhook, and what was done with it: by whom, and what failed",
    parameters: [HUB, WEBHOOK_ID],
    answer: "Webhook",
    problems: [403, 404, 503],
  })
  async read(@Param("hub") hub: string, @Param("id") id: string, @Req() request: ApiRequest): Promise<object> {
    const source = await this.desk.reading(hub, request);
    const webhook = await this.desk.one(source, hub, id);
    return { ...(await presentWebhook(source, webhook)), history: await historyOf(source, id, HISTORY) };
  }

  @Patch(":id")
  @Roles("hub-lead", "operator")
  @Doc({
    id: "changeWebhook",
    tag: "Webhooks",
    summary: "Give a webhook another address or other events, disable it, or enable it again",
    description:
      "What is not sent stays. Enabled again it goes on from where it was, at once; so does one that was " +
      "failing and gets a new address. `events`: null for all. Roles: hub-lead, operator.",
    parameters: [HUB, WEBHOOK_ID],
    body: { schema: ref("WebhookChange"), example: { enabled: true }, required: true },
    answer: "WebhookRow",
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async change(@Param("hub") hub: string, @Param("id") id: string, @Req() request: ApiRequest): Promise<object> {
    const asked = await this.desk.writing(hub, `/${id}`, request);
    await this.desk.one(asked.source, hub, id);
    const change = validated(WebhookChange, request.body);
    if (change.url === undefined && change.events === undefined && change.enabled === undefined)
      throw new Problem("invalid", "Send url, events or enabled: what is to change.");
    if (change.url !== undefined) this.desk.checkUrl(change.url);
    const what = change.enabled === undefined ? "changed" : change.enabled ? "enabled" : "disabled";
    const webhook = await this.desk.change(asked, id, { name: "ChangeWebhook", what }, (locked, at) =>
      columnsOf(asked.source, locked, change, at),
    );
    return presentWebhook(asked.source, webhook);
  }

  @Delete(":id")
  @Roles("hub-lead", "operator")
  @Doc({
    id: "removeWebhook",
    tag: "Webhooks",
    summary: "Take a webhook away: nothing more is posted, its address and secrets are forgotten",
    description: "Roles: hub-lead, operator.",
    parameters: [HUB, WEBHOOK_ID],
    answer: "WebhookRemoved",
    command: "without If-Match",
    problems: [400, 403, 404, 503],
  })
  async remove(
    @Param("hub") hub: string,
    @Param("id") id: string,
    @Req() request: ApiRequest,
  ): Promise<{ removed: string }> {
    const asked: Asked = await this.desk.writing(hub, `/${id}/removal`, request);
    await this.desk.one(asked.source, hub, id);
    const at = await this.desk.claim(asked, "RemoveWebhook", id);
    await changeWebhook(
      asked.source,
      id,
      { at, what: "removed", by: asked.who, code: null, command: asked.command },
      () => ({ deleted_at: at, sealed: null, wrapped: null, kek: null }),
    );
    await this.desk.wake({ id, hub });
    return { removed: id };
  }
}

function columnsOf(
  source: DataSource,
  webhook: Webhook,
  { url, events, enabled }: WebhookChange,
  at: Instant,
): Columns {
  return {
    ...(events === undefined ? {} : { event_types: events }),
    ...(url === undefined ? {} : { shown_url: shownUrl(url), ...resealed(source, webhook, url), ...NOT_FAILING }),
    ...(enabled === true ? { disabled_at: null, disabled_because: null, ...NOT_FAILING } : {}),
    ...(enabled === false && webhook.disabled === null ? { disabled_at: at, disabled_because: "asked" } : {}),
  };
}

function resealed(source: DataSource, webhook: Webhook, url: string): Columns {
  const { wrapped, kek } = webhook;
  return sealWebhook(
    source,
    webhook.id,
    { ...openWebhook(source, webhook), url },
    wrapped === null || kek === null ? undefined : { wrapped, kek },
  );
}

/** The secret that this very request made: who did not get the answer may ask again. Null once it was replaced. */
function secretMadeBy(source: DataSource, webhook: Webhook, command: string): string | null {
  return openWebhook(source, webhook).secrets.find(({ by }) => by === command)?.secret ?? null;
}
