// What every request about webhooks has in common: whose hub, which webhook, done once however often it is sent, and
// the workflow told.

import { Injectable } from "@nestjs/common";
import type { DataSource } from "typeorm";
import { instantFromMs, type Instant } from "../../../libs/calendar/instants.ts";
import { wakeWebhook } from "../../../libs/temporal/webhook-client.ts";
import { urlFault } from "../../../libs/webhooks/address.ts";
import { claimCommand } from "../../../libs/store/command-log.ts";
import { changeWebhook, findWebhook, type Columns, type Webhook } from "../../../libs/store/webhooks.ts";
import { callerOf, sameHub } from "../access/scope.ts";
import { ApiSettings } from "../api-settings.ts";
import { bodyDigest, commandId, idempotencyKey } from "../commands/command-id.ts";
import { sameRequest } from "../commands/command-sender.ts";
import { Database } from "../database.ts";
import { Problem } from "../http/problem.ts";
import { headerOf, type ApiRequest } from "../http/request.ts";
import { hubCode } from "../hubs/hub-code.ts";
import { Temporal } from "../temporal.module.ts";

/** Temporal is told that something changed; where it is away, the minute's round does it. */
const WAKE_MS = 1_500;
const ID = /^[0-9a-f]{32}$/u;

/** A request that was let in. `command`: its id, the same when it is sent again. */
export interface Asked {
  source: DataSource;
  hub: string;
  who: string;
  command: string;
  now: Instant;
  digest: string;
}

@Injectable()
export class WebhookDesk {
  constructor(
    private readonly database: Database,
    private readonly temporal: Temporal,
    private readonly settings: ApiSettings,
  ) {}

  /** The pool, for someone who reads a hub's webhooks. @throws Problem `not-found` for another hub */
  async reading(hub: string, request: ApiRequest): Promise<DataSource> {
    sameHub(callerOf(request), hubCode(hub));
    return this.database.open();
  }

  /**
   * Someone who writes. `route`: the rest of its address, ids filled in. @throws Problem `not-found`, `invalid` for a
   * key that is none
   */
  async writing(hub: string, route: string, request: ApiRequest): Promise<Asked> {
    const source = await this.reading(hub, request);
    const { who } = callerOf(request);
    const command = commandId(
      who,
      `hubs/${hub}/webhooks${route}`,
      idempotencyKey(headerOf(request, "Idempotency-Key")),
    );
    return {
      source,
      hub,
      who,
      command,
      now: instantFromMs(this.settings.clock()),
      digest: bodyDigest(request.body ?? {}),
    };
  }

  /** Notes that this was asked. Answers when it first was. @throws Problem `key-reused` */
  async claim({ source, command, digest, who, now }: Asked, name: string, webhook: string): Promise<Instant> {
    const record = await claimCommand(source, {
      id: command,
      subject: `webhook/${webhook}`,
      name,
      bodyDigest: digest,
      principal: who,
      receivedAt: now,
    });
    return sameRequest(record, digest).receivedAt;
  }

  /**
   * Changes a webhook once for each command, and has its workflow look.
   * @throws Problem `not-found`, `key-reused`
   */
  async change(
    asked: Asked,
    id: string,
    { name, what }: { name: string; what: string },
    edit: (webhook: Webhook, at: Instant) => Columns,
  ): Promise<Webhook> {
    const { source, hub, who, command } = asked;
    await this.one(source, hub, id);
    const at = await this.claim(asked, name, id);
    const webhook = await changeWebhook(source, id, { at, what, by: who, code: null, command }, (locked) =>
      edit(locked, at),
    );
    if (webhook === null) throw noWebhook();
    await this.wake(webhook);
    return webhook;
  }

  /** A hub's webhook. @throws Problem `not-found` */
  async one(source: DataSource, hub: string, id: string): Promise<Webhook> {
    const webhook = ID.test(id) ? await findWebhook(source, id) : null;
    if (webhook === null || webhook.hub !== hub) throw noWebhook();
    return webhook;
  }

  /** Has its workflow look; started with the webhook, it ends when the webhook is taken away. */
  async wake(webhook: { id: string; hub: string }): Promise<void> {
    await wakeWebhook(this.temporal.client, webhook, { timeoutMs: WAKE_MS });
  }

  /** @throws Problem `invalid` for an address that no webhook may have */
  checkUrl(url: string): void {
    const detail = urlFault(url, this.settings.webhookLoopback);
    if (detail !== null)
      throw new Problem("invalid", `The webhook cannot have this address: ${detail}`, {
        errors: [{ pointer: "/url", detail }],
      });
  }
}

function noWebhook(): Problem {
  return new Problem("not-found", "This hub has no webhook with this id. GET /api/v1/hubs/{hub}/webhooks lists them.");
}
