// What recurs for the service rather than for a school is a Temporal Schedule: it starts the workflow of its own name.

import {
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleOptions,
} from "@temporalio/client";
import type { Duration } from "@temporalio/common";
import { JOURNEY_TASK_QUEUE } from "../libs/contract/journey.ts";

/**
 * `catchupWindow`: how late a round may still be made up after an outage. `workflow`: what it starts, where that is not
 * called as the Schedule is.
 */
export interface Recurrence {
  spec: ScheduleOptions["spec"];
  catchupWindow: Duration;
  workflow?: string;
}

/**
 * Makes the Schedule `name`, never two rounds at a time; one that is there is brought to this shape, and stays paused
 * if it was.
 */
export async function ensureSchedule(
  client: Pick<Client, "schedule">,
  name: string,
  { spec, catchupWindow, workflow = name }: Recurrence,
): Promise<void> {
  const shape = {
    spec,
    action: {
      type: "startWorkflow",
      workflowType: workflow,
      workflowId: name,
      args: [],
      taskQueue: JOURNEY_TASK_QUEUE,
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow },
  } satisfies Omit<ScheduleOptions, "scheduleId">;
  try {
    await client.schedule.getHandle(name).update((existing) => ({ ...shape, state: existing.state }));
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
    await client.schedule.create({ scheduleId: name, ...shape }).catch(unlessMadeMeanwhile);
  }
}

/** Two workers may start on a new cluster at the same moment. */
function unlessMadeMeanwhile(error: unknown): void {
  if (!(error instanceof ScheduleAlreadyRunning)) throw error;
}
