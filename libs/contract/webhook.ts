// The messages of a webhook's workflow. Where it stands is in PostgreSQL; the workflow only waits and asks.
// These shapes outlive a release: add optional fields, rename none.

import type { Happened, Heard } from "./journey.ts";

export const WEBHOOK = "webhook";

/** Deliveries have workers' places of their own: subscribers that answer slowly take none from letters and grants. */
export const WEBHOOK_TASK_QUEUE = "webhooks";

/** `webhook/6f1b07…`: the id of the workflow of one webhook. */
export const webhookWorkflowId = (webhook: string): string => `webhook/${webhook}`;

/** `now`: the workflow's time (UTC instant); tries that failed are counted by it. */
export interface DeliverWebhook extends Heard {
  webhook: string;
  now: string;
}

/**
 * `over`: the webhook was taken away. `more`: ask again at once. `next`: when to try again what failed (UTC instant).
 * `details`: for the operator, in Markdown. `news`: what happened since `heard`, up to `version`.
 */
export interface DeliverAnswer {
  over: boolean;
  more: boolean;
  next: string | null;
  details: string;
  version?: number;
  news?: Happened[];
}
