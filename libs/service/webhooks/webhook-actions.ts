// What a hub does with a webhook that it has: replay, test, a new secret.

import type { Instant } from "../../calendar/instants.ts";
import { openWebhook, sealWebhook, withNewSecret } from "../../people/webhook-secrets.ts";
import { readFeed } from "../../store/feed/feed.ts";
import { NOT_FAILING } from "../../store/webhooks.ts";
import { newSecret } from "../../webhooks/signature.ts";
import type { Asked } from "../commands/asked.ts";
import { foreseen, type Foreseen } from "../commands/foreseen.ts";
import { validated } from "../shape/checked.ts";
import { ReplayBody } from "./webhook-bodies.ts";
import type { WebhookDesk } from "./webhook-desk.ts";
import { webhookSeen, type WebhookSeen } from "./webhook-seen.ts";

/** `secret`: null where the request is repeated after it was replaced. */
export interface NewSecret extends Partial<Foreseen> {
  webhook: string;
  secret: string | null;
  previousSignsUntil: Instant | null;
}

export class WebhookActions {
  constructor(private readonly desk: WebhookDesk) {}

  // Of each, a preview says what would be done, and does nothing.

  /** Posts everything after a place in the feed again (ReplayBody). @throws Refusal `not-found`, `invalid` … */
  async replay(asked: Asked, hub: string, id: string): Promise<WebhookSeen & Partial<Foreseen>> {
    const letIn = await this.desk.writing(asked, hub, `/${id}/replay`);
    const standing = await this.desk.one(letIn.source, hub, id);
    const { after } = validated(ReplayBody, asked.body);
    // The feed knows which cursors are its own: another is refused by pointer.
    await readFeed(letIn.source, after, 1, hub);
    if (asked.preview)
      return {
        ...(await webhookSeen(letIn.source, standing)),
        ...foreseen("WebhookReplayed", "Everything after this place in the feed is posted again."),
      };
    const webhook = await this.desk.change(letIn, id, { name: "ReplayWebhook", what: "replayed" }, () => ({
      cursor: after,
      ...NOT_FAILING,
    }));
    return webhookSeen(letIn.source, webhook);
  }

  /** Posts one message of type Ping. @throws Refusal `forbidden`, `not-found`, `key-reused` */
  async test(asked: Asked, hub: string, id: string): Promise<WebhookSeen & Partial<Foreseen>> {
    const letIn = await this.desk.writing(asked, hub, `/${id}/test`);
    if (asked.preview)
      return {
        ...(await webhookSeen(letIn.source, await this.desk.one(letIn.source, hub, id))),
        ...foreseen("WebhookTested", "One message of type Ping is posted."),
      };
    const webhook = await this.desk.change(letIn, id, { name: "TestWebhook", what: "test-asked" }, (_, at) => ({
      ping_id: `ping:${letIn.command.slice(0, 32)}`,
      ping_asked_at: at,
      ping_done_at: null,
      ping_code: null,
    }));
    return webhookSeen(letIn.source, webhook);
  }

  /** A new secret; the one before signs for a week more. @throws Refusal `forbidden`, `not-found`, `key-reused` */
  async rotate(asked: Asked, hub: string, id: string): Promise<NewSecret> {
    const letIn = await this.desk.writing(asked, hub, `/${id}/rotate-secret`);
    const { source, command } = letIn;
    if (asked.preview) {
      const { secrets } = openWebhook(source, await this.desk.one(source, hub, id));
      const said = foreseen("WebhookSecretRotated", "A new secret signs; the one before signs for a week more.");
      return { webhook: id, secret: null, previousSignsUntil: secrets[1]?.until ?? null, ...said };
    }
    const named = { name: "RotateWebhookSecret", what: "secret-rotated" };
    const webhook = await this.desk.change(letIn, id, named, (locked, at) => {
      const { wrapped, kek } = locked;
      const secrets = withNewSecret(openWebhook(source, locked), { secret: newSecret(), by: command, at });
      return sealWebhook(source, id, secrets, wrapped === null || kek === null ? undefined : { wrapped, kek });
    });
    const { secrets } = openWebhook(source, webhook);
    return {
      webhook: id,
      secret: secrets.find(({ by }) => by === command)?.secret ?? null,
      previousSignsUntil: secrets[1]?.until ?? null,
    };
  }
}
