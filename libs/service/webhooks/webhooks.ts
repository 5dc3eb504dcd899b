// Webhooks: where a hub's own systems are told of its events. They are made, read, changed and taken away here.

import type { DataSource } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { openWebhook, sealWebhook } from "../../people/webhook-secrets.ts";
import { feedHead } from "../../store/feed/feed.ts";
import {
  addWebhook,
  changeWebhook,
  historyOf,
  NOT_FAILING,
  webhooksOf,
  type Columns,
  type Noted,
  type Webhook,
} from "../../store/webhooks.ts";
import { shownUrl } from "../../webhooks/address.ts";
import { newSecret } from "../../webhooks/signature.ts";
import type { Principal } from "../access/principal.ts";
import type { Asked } from "../commands/asked.ts";
import { foreseen, type Foreseen } from "../commands/foreseen.ts";
import { Refusal } from "../refusal.ts";
import { validated } from "../shape/checked.ts";
import { WebhookBody, WebhookChange } from "./webhook-bodies.ts";
import type { LetIn, WebhookDesk } from "./webhook-desk.ts";
import { webhookSeen, type WebhookSeen } from "./webhook-seen.ts";

/** Of one hub: each is looked at every minute. */
const MOST_WEBHOOKS = 10;
const HISTORY = 50;

/** `secret`: null where the request is repeated after it was replaced. */
export interface WebhookMade extends WebhookSeen {
  secret: string | null;
}
/** With what was done with it, the newest first. */
export interface WebhookWithHistory extends WebhookSeen {
  history: Omit<Noted, "command">[];
}

export class Webhooks {
  constructor(private readonly desk: WebhookDesk) {}

  /** A hub's webhooks. @throws Refusal `forbidden`, `not-found` */
  async list(caller: Principal, hub: string): Promise<WebhookSeen[]> {
    const source = await this.desk.reading(caller, hub);
    return Promise.all((await webhooksOf(source, hub)).map((webhook) => webhookSeen(source, webhook)));
  }

  /** One of them, and what was done with it. @throws Refusal `forbidden`, `not-found` */
  async one(caller: Principal, hub: string, id: string): Promise<WebhookWithHistory> {
    const source = await this.desk.reading(caller, hub);
    const webhook = await this.desk.one(source, hub, id);
    return { ...(await webhookSeen(source, webhook)), history: await historyOf(source, id, HISTORY) };
  }

  /**
   * Has the hub's events posted to an address of its own (WebhookBody), from now on.
   * @throws Refusal `forbidden`, `not-found`, `invalid`, `key-reused`
   */
  async add(asked: Asked, hub: string): Promise<WebhookMade> {
    const letIn = await this.desk.writing(asked, hub, "");
    const { url, events = null } = validated(WebhookBody, asked.body);
    this.desk.checkUrl(url);
    const { source, command, who } = letIn;
    const id = command.slice(0, 32);
    const createdAt = await this.desk.claim(letIn, "AddWebhook", id);
    const webhooks = await webhooksOf(source, hub);
    if (webhooks.length >= MOST_WEBHOOKS && !webhooks.some((one) => one.id === id)) throw tooMany();
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
    return { ...(await webhookSeen(source, webhook)), secret: secretMadeBy(source, webhook, command) };
  }

  /** What adding it would come to: nothing is kept. @throws Refusal as `add` */
  async wouldAdd(asked: Asked, hub: string): Promise<Foreseen> {
    const { source } = await this.desk.writing(asked, hub, "");
    const { url, events } = validated(WebhookBody, asked.body);
    this.desk.checkUrl(url);
    if ((await webhooksOf(source, hub)).length >= MOST_WEBHOOKS) throw tooMany();
    const which = events ? `${events.length} types of events` : "every event";
    return foreseen("WebhookAdded", `The hub has ${which} posted to ${shownUrl(url)}, from now on.`);
  }

  /**
   * Gives it another address or other events, disables it or enables it again (WebhookChange).
   * @throws Refusal `forbidden`, `not-found`, `invalid`, `key-reused`
   */
  async change(asked: Asked, hub: string, id: string): Promise<WebhookSeen> {
    const letIn = await this.desk.writing(asked, hub, `/${id}`);
    const { source } = letIn;
    await this.desk.one(source, hub, id);
    const change = validated(WebhookChange, asked.body);
    if (change.url === undefined && change.events === undefined && change.enabled === undefined)
      throw new Refusal("invalid", "Send url, events or enabled: what is to change.");
    if (change.url !== undefined) this.desk.checkUrl(change.url);
    const what = change.enabled === undefined ? "changed" : change.enabled ? "enabled" : "disabled";
    const webhook = await this.desk.change(letIn, id, { name: "ChangeWebhook", what }, (locked, at) =>
      columnsOf(source, locked, change, at),
    );
    return webhookSeen(source, webhook);
  }

  /** Nothing more is posted; its address and secrets are forgotten. @throws Refusal as `change` */
  async remove(asked: Asked, hub: string, id: string): Promise<void> {
    const letIn: LetIn = await this.desk.writing(asked, hub, `/${id}/removal`);
    const { source, who: by, command } = letIn;
    await this.desk.one(source, hub, id);
    const at = await this.desk.claim(letIn, "RemoveWebhook", id);
    await changeWebhook(source, id, { at, what: "removed", by, code: null, command }, () => ({
      deleted_at: at,
      sealed: null,
      wrapped: null,
      kek: null,
    }));
    await this.desk.wake({ id, hub });
  }
}

function tooMany(): Refusal {
  return new Refusal("invalid", `A hub has ${MOST_WEBHOOKS} webhooks at most: take one away first.`);
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
