// What everything that is asked about webhooks has in common: whose hub, which webhook, done once however often it is
// sent, and the workflow told.

import type { DataSource } from "typeorm";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import { changeWebhook, findWebhook, type Columns, type Webhook } from "../../store/webhooks.ts";
import { wakeWebhook } from "../../temporal/webhook-client.ts";
import { urlFault } from "../../webhooks/address.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Asked } from "../commands/asked.ts";
import { claimRequest, named } from "../commands/claim.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import type { Temporal } from "../temporal.ts";

export const WEBHOOK_ROLES = {
  read: ["hub-lead", "hub-coordinator", "operator", "auditor"],
  write: ["hub-lead", "operator"],
} as const satisfies Record<string, Roles>;

/** Temporal is told that something changed; where it is away, the minute's round does it. */
const WAKE_MS = 1_500;
const ID = /^[0-9a-f]{32}$/u;

/** What was let in. `command`: its id, the same when it is sent again. */
export interface LetIn {
  source: DataSource;
  hub: string;
  who: string;
  command: string;
  now: Instant;
  digest: string;
}

export class WebhookDesk {
  constructor(
    private readonly database: Database,
    private readonly temporal: Temporal,
    private readonly settings: Pick<ServiceSettings, "clock" | "webhookLoopback">,
  ) {}

  /** The pool, for someone who reads a hub's webhooks. @throws Refusal `forbidden`, `not-found` for another hub */
  async reading(caller: Principal, hub: string, roles: Roles = WEBHOOK_ROLES.read): Promise<DataSource> {
    mustHold(caller, roles);
    sameHub(caller, hubCode(hub));
    return this.database.open();
  }

  /**
   * Someone who writes. `route`: the rest of its address, ids filled in. @throws Refusal `forbidden`, `not-found`,
   * `invalid` for a key that is none
   */
  async writing(asked: Asked, hub: string, route: string): Promise<LetIn> {
    const source = await this.reading(asked.caller, hub, WEBHOOK_ROLES.write);
    const { caller, body, key, preview = false } = asked;
    const names = await named(source, { caller, body: body ?? {}, key, preview }, `hubs/${hub}/webhooks${route}`);
    const now = instantFromMs(this.settings.clock());
    return { source, hub, who: caller.who, command: names.id, now, digest: names.digest };
  }

  /** Notes that this was asked. Answers when it first was. @throws Refusal `key-reused` */
  async claim({ source, command, digest, who, now }: LetIn, name: string, webhook: string): Promise<Instant> {
    const claim = { subject: `webhook/${webhook}`, name, principal: who, receivedAt: now };
    return (await claimRequest(source, { id: command, digest }, claim)).receivedAt;
  }

  /**
   * Changes a webhook once for each command, and has its workflow look.
   * @throws Refusal `not-found`, `key-reused`
   */
  async change(
    letIn: LetIn,
    id: string,
    { name, what }: { name: string; what: string },
    edit: (webhook: Webhook, at: Instant) => Columns,
  ): Promise<Webhook> {
    const { source, hub, who, command } = letIn;
    await this.one(source, hub, id);
    const at = await this.claim(letIn, name, id);
    const webhook = await changeWebhook(source, id, { at, what, by: who, code: null, command }, (locked) =>
      edit(locked, at),
    );
    if (webhook === null) throw noWebhook(id);
    await this.wake(webhook);
    return webhook;
  }

  /** A hub's webhook. @throws Refusal `not-found` */
  async one(source: DataSource, hub: string, id: string): Promise<Webhook> {
    const webhook = ID.test(id) ? await findWebhook(source, id) : null;
    if (webhook === null || webhook.hub !== hub) throw noWebhook(id);
    return webhook;
  }

  /** Has its workflow look; started with the webhook, it ends when the webhook is taken away. */
  async wake(webhook: { id: string; hub: string }): Promise<void> {
    await wakeWebhook(this.temporal.client, webhook, { timeoutMs: WAKE_MS });
  }

  /** @throws Refusal `invalid` for an address that no webhook may have */
  checkUrl(url: string): void {
    const detail = urlFault(url, this.settings.webhookLoopback);
    if (detail !== null)
      throw new Refusal("invalid", `The webhook cannot have this address: ${detail}`, {
        errors: [{ pointer: "/url", detail }],
      });
  }
}

function noWebhook(id: string): Refusal {
  const sought = { kind: "webhook", id } as const;
  return new Refusal("not-found", "This hub has no webhook with this id: take one from the list of its webhooks.", {
    sought,
  });
}
