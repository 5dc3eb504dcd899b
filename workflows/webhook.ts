// A webhook's life: it waits to be told of something new, or for the time to try again what failed, and has it
// delivered. How far it is, what failed and what comes when is in PostgreSQL; one that answers slowly or not at all
// keeps nobody waiting but itself.

import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from "@temporalio/workflow";
import { WEBHOOK_TASK_QUEUE, type DeliverAnswer, type DeliverWebhook } from "../libs/contract/webhook.ts";
import { makeAlarm } from "./alarm.ts";
import { idOf, wake, WAKE_IN_WORDS } from "./life.ts";
import { now } from "./now.ts";
import { tellStory } from "./story.ts";

const { "deliver-webhook": deliver } = proxyActivities<{
  "deliver-webhook"(request: DeliverWebhook): Promise<DeliverAnswer>;
}>({
  taskQueue: WEBHOOK_TASK_QUEUE,
  startToCloseTimeout: "1 minute",
  // Only an outage of ours is tried again here: what a receiver says is an answer.
  retry: { initialInterval: "1 second", backoffCoefficient: 2, maximumInterval: "1 minute" },
});

/** A run is no longer than this: whoever opens it in the Temporal UI sees the last days. */
const MOST_EVENTS = 2_000;

/** One run of a webhook, until it is taken away. @param given its id */
export async function webhook(given: string, before?: unknown): Promise<void> {
  const id = idOf(given);
  let looking = true; // a new run first asks where it stands
  const alarm = makeAlarm(() => {
    looking = true;
  });
  const story = tellStory(before);
  setHandler(
    wake,
    () => {
      looking = true;
    },
    { description: WAKE_IN_WORDS },
  );

  for (;;) {
    await condition(() => looking);
    looking = false;
    const answer = await deliver({ webhook: id, now: now(), heard: story.heard() });
    story.take(answer);
    if (answer.over) return;
    if (workflowInfo().historyLength > MOST_EVENTS) await continueAsNew<typeof webhook>(id, story.last());
    looking ||= answer.more;
    alarm.set({ due: answer.next }, Date.now());
  }
}
