// The worker of the service makes Schedules, and each of them works on whatever is in the database: the sweep wakes
// every minute what is late, and what a test has seeded in a year that is past is late at once.

import type { Client } from "@temporalio/client";
import { JOURNEY_TASK_QUEUE } from "../../libs/contract/journey.ts";

const SCHEDULES = { sweep: "sweep", retention: "retention", "hub-morning": "hubMorning" };

/**
 * Makes the service's Schedules in a namespace, paused: a worker that is started there later keeps them so. To be
 * called before it is: between its start and a pause a round may begin that finds what is seeded afterwards.
 */
export async function pauseSchedules(client: Client): Promise<void> {
  for (const [scheduleId, workflowType] of Object.entries(SCHEDULES))
    await client.schedule.create({
      scheduleId,
      spec: {},
      action: { type: "startWorkflow", workflowType, workflowId: scheduleId, taskQueue: JOURNEY_TASK_QUEUE },
      state: { paused: true, note: "A test wakes by hand." },
    });
}
