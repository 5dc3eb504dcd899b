// The mornings of all hubs: one letter to each of their staff for whom there is something.

import { proxyActivities } from "@temporalio/workflow";

const { "hub-mornings": hubMornings } = proxyActivities<{ "hub-mornings"(): Promise<unknown> }>({
  startToCloseTimeout: "30 minutes",
  // From half past seven until noon: what has gone is not sent again, and after noon there is nothing to do.
  scheduleToCloseTimeout: "5 hours",
  retry: { initialInterval: "30 seconds", maximumInterval: "5 minutes" },
});

/** One morning, started by its Schedule. @returns what the activity counted */
export async function hubMorning(): Promise<unknown> {
  return await hubMornings();
}
