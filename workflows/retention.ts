// Retention: erases what is to be kept no longer.

import { proxyActivities } from "@temporalio/workflow";

const { "apply-retention": applyRetention } = proxyActivities<{ "apply-retention"(): Promise<unknown> }>({
  startToCloseTimeout: "30 minutes",
  // Broken off, it goes on where it was; tomorrow is another day.
  retry: { maximumAttempts: 5, initialInterval: "1 minute" },
});

/** One round of retention, started by its Schedule. @returns what the activity counted */
export async function retention(): Promise<unknown> {
  return await applyRetention();
}
