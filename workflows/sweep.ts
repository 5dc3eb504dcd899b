// The sweep: finds journeys whose stored `due` or open effect is late, and webhooks for which there is something new,
// and wakes them. Nothing depends on Temporal's memory.

import { proxyActivities } from "@temporalio/workflow";

const { sweep: findAndWake, "wake-webhooks": wakeWebhooks } = proxyActivities<{
  sweep(): Promise<unknown>;
  "wake-webhooks"(): Promise<unknown>;
}>({
  startToCloseTimeout: "5 minutes",
  // The schedule comes round again; a failing sweep is not worth more tries than that.
  retry: { maximumAttempts: 3, initialInterval: "2 seconds" },
});

/**
 * One round of the sweep, started by its Schedule. Neither half waits for the other. @returns what the activities
 * counted
 */
export async function sweep(): Promise<unknown> {
  const [journeys, webhooks] = await Promise.allSettled([findAndWake(), wakeWebhooks()]);
  if (journeys.status === "rejected") throw journeys.reason;
  if (webhooks.status === "rejected") throw webhooks.reason;
  return { journeys: journeys.value, webhooks: webhooks.value };
}
