// What a webhook goes through, for recorded histories.

import { Worker } from "@temporalio/worker";
import { makeDeliverWebhook } from "../../activities/deliver-webhook.ts";
import { wakeWebhook } from "../../libs/temporal/webhook-client.ts";
import { newSecret } from "../../libs/webhooks/signature.ts";
import { WEBHOOK_TASK_QUEUE, webhookWorkflowId } from "../../libs/contract/webhook.ts";
import { sealWebhook } from "../../libs/people/webhook-secrets.ts";
import { addWebhook, changeWebhook, findWebhook } from "../../libs/store/webhooks.ts";
import { startReceiver } from "../support/receiver.ts";
import { accepted, application } from "../workflows/commands.ts";
import { eventually } from "../workflows/service.ts";
import type { Stage } from "./stage.ts";

const SCHOOL = "400009-primary";

/** A receiver that fails once, takes the rest, and is taken away. `webhook`: its id. */
export async function aWebhooksDays({ service, env, dataSource }: Stage, webhook: string): Promise<void> {
  const receiver = await startReceiver();
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: WEBHOOK_TASK_QUEUE,
    activities: { "deliver-webhook": makeDeliverWebhook({ dataSource, loopback: true }) },
  });
  const running = worker.run();
  const at = await service.now();
  const sealed = sealWebhook(dataSource, webhook, {
    url: receiver.url,
    secrets: [{ secret: newSecret(), by: "made", until: null }],
  });
  await addWebhook(dataSource, {
    id: webhook,
    hub: "great-north",
    shownUrl: "http://127.0.0.1/",
    types: null,
    cursor: null,
    createdBy: "p-1",
    createdAt: at,
    command: "made",
    ...sealed,
  });
  accepted(await service.send(SCHOOL, application("400009", service)));
  await service.settled(SCHOOL);
  receiver.answer = () => (receiver.arrived.length === 0 ? 500 : 200);
  const wake = () => wakeWebhook(env.client, { id: webhook, hub: "great-north" }, { timeoutMs: 5_000 });
  await wake();
  await eventually(async () => {
    if ((await findWebhook(dataSource, webhook))?.failing === null) throw new Error("it has not failed");
  });
  await env.sleep("10 seconds");
  await eventually(async () => {
    if ((await findWebhook(dataSource, webhook))?.delivered === null) throw new Error("nothing was delivered");
  });
  await changeWebhook(dataSource, webhook, { at, what: "removed", by: "p-1", code: null, command: "removed" }, () => ({
    deleted_at: at,
    sealed: null,
    wrapped: null,
    kek: null,
  }));
  await wake();
  // Not `result()`: that would let the clock run on, past the window of the schools to come.
  await eventually(async () => {
    const { status } = await env.client.workflow.getHandle(webhookWorkflowId(webhook)).describe();
    if (status.name !== "COMPLETED") throw new Error(`it is ${status.name}`);
  });
  worker.shutdown();
  await running;
  await receiver.stop();
}
