// The same year, the same records at the same times, on the plain design. Its activities do nothing: only what Temporal
// does is counted.

import type { TestWorkflowEnvironment } from "@temporalio/testing";
import { Worker } from "@temporalio/worker";
import { addSeconds, endOfDay, msOf } from "../../../libs/calendar/instants.ts";
import type { EventOf } from "../../../libs/journey/events.ts";
import { historiesOf } from "../../workflows/histories.ts";
import { costOf, type Cost } from "./actions.ts";
import type { DatedRecord } from "./measure-loop.ts";
import { STEPS, type PlainPlan, type PlainRecord } from "./plain-journey.ts";
import { YEAR } from "./reference.ts";

export interface PlainRun {
  env: TestWorkflowEnvironment;
  id: string;
  plan: EventOf<"StageStarted">;
  records: readonly DatedRecord[];
}

const TASK_QUEUE = "plain";

/** Runs the year and counts its whole workflow. */
export async function measurePlain({ env, id, plan, records }: PlainRun): Promise<Cost> {
  const shift = (await env.currentTimeMs()) + 60_000 - msOf(YEAR.begins);
  const here = (instant: string): number => msOf(instant) + shift;
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: TASK_QUEUE,
    workflowsPath: new URL("./plain-journey.ts", import.meta.url).pathname,
    activities: Object.fromEntries(STEPS.map((step) => [step, async () => undefined])),
  });
  return worker.runUntil(async () => {
    const arg: PlainPlan = {
      commitments: plan.commitments.map(({ code, dueOn }) => ({ code, dueAt: here(addSeconds(endOfDay(dueOn), 1)) })),
      reminders: plan.reminders.map(({ at }) => here(at)),
      endsAt: here(YEAR.ends),
    };
    const handle = await env.client.workflow.start("plainJourney", {
      workflowId: id,
      taskQueue: TASK_QUEUE,
      args: [id, arg],
    });
    for (const { at, command, events } of records) {
      await env.sleep(Math.max(1, here(at) - (await env.currentTimeMs())));
      const sent: PlainRecord = {
        what: command,
        approves: command === "GrantApproved",
        meets: events.flatMap((event) => (event.type === "CommitmentMet" ? [event.commitment] : [])),
      };
      await handle.executeUpdate("record", { args: [sent] });
    }
    await handle.result();
    return costOf(await historiesOf(env.client, id));
  });
}
