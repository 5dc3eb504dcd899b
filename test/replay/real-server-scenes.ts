// What only a real server shows, for recorded histories: payment runs as people work them, and what a Schedule starts.

import { ensureRetentionSchedule } from "../../activities/apply-retention.ts";
import { ensureMorningSchedule } from "../../activities/hub-mornings.ts";
import { ensureSweepSchedule } from "../../activities/sweep.ts";
import type { Outcome } from "../../libs/contract/journey.ts";
import { runName, runOfName } from "../../libs/contract/payment-run.ts";
import type { Command, CommandData, CommandName } from "../../libs/payments/commands.ts";
import { linesOf } from "../../libs/store/money/payment-lines.ts";
import { bringCommand } from "../../libs/temporal/bring-command.ts";
import { wakeSubject } from "../../libs/temporal/subject-client.ts";
import { told } from "../support/groups.ts";
import { schoolsOf, seedGrants } from "../support/released-grants.ts";
import { accepted } from "../workflows/commands.ts";
import { eventually } from "../workflows/service.ts";
import type { Scene, Stage } from "./stage.ts";

const PAID = runName("recorded");
const CANCELLED = runName("cancelled");
/** More than one batch of each step. */
const GRANTS = 130;
const HUB = "great-north";
const PATIENCE_MS = 10_000;

export const REAL_SERVER_SCENES: Record<string, Scene> = {
  "payment-run": { journey: PAID, workflowId: PAID, act: aPaymentRun },
  "payment-run-cancelled": { journey: CANCELLED, workflowId: CANCELLED, act: aCancelledRun },
  "hub-morning": { journey: "hub-morning", act: (stage) => started(stage, "hub-morning", ensureMorningSchedule) },
  retention: { journey: "retention", act: (stage) => started(stage, "retention", ensureRetentionSchedule) },
  sweep: { journey: "sweep", act: (stage) => started(stage, "sweep", ensureSweepSchedule) },
};

/** Of 130 grants: nobody authorises their own, one payment fails, some are confirmed by name, then all; it is woken. */
async function aPaymentRun(stage: Stage): Promise<void> {
  const { dataSource, client } = stage;
  await seedGrants(dataSource, schoolsOf(GRANTS, [HUB]));
  accepted(await ask(stage, "ann", "PreparePaymentRun", { hub: HUB }));
  await becomes(stage, "prepared");
  const own = told(await ask(stage, "ann", "AuthorisePaymentRun", {}));
  if (own !== "self-approval") throw new Error(`authorised by who prepared it: ${own}`);
  accepted(await ask(stage, "bob", "AuthorisePaymentRun", {}));
  await becomes(stage, "authorised");
  await wakeSubject(client, PAID, { timeoutMs: PATIENCE_MS });
  const [failed, ...rest] = (
    await linesOf(dataSource.manager, "recorded", { statuses: ["authorised"], limit: GRANTS })
  ).map(({ payment }) => payment);
  if (failed === undefined) throw new Error("nothing was taken into the run");
  // All at once, as the bank's file and a person's form may come.
  const both = await Promise.all([
    ask(stage, "ann", "FailPayment", { payments: [failed], reasonCode: "account-closed" }),
    ask(stage, "bob", "ConfirmPayment", { payments: rest.slice(0, 20) }),
  ]);
  both.forEach(accepted);
  accepted(await ask(stage, "bob", "ConfirmPayment", {}));
  await becomes(stage, "complete");
  await client.workflow.getHandle(PAID).result();
}

/** The payment that failed is taken into another run, which is given up. */
async function aCancelledRun(stage: Stage): Promise<void> {
  accepted(await ask(stage, "ann", "PreparePaymentRun", { hub: HUB }));
  await becomes(stage, "prepared");
  accepted(await ask(stage, "ann", "CancelPaymentRun", { reason: { id: "reason", words: 3 } }));
  await becomes(stage, "cancelled");
  await stage.client.workflow.getHandle(CANCELLED).result();
}

function ask<N extends CommandName>(
  { service, client, dataSource, journey }: Stage,
  who: string,
  type: N,
  data: CommandData[N],
): Promise<Outcome> {
  asked += 1;
  return service.now().then((at) => {
    const by = { who, role: "finance-officer" };
    const command = { id: `${journey} ${type} ${asked}`, type, at, by, data } as Command;
    return bringCommand({ dataSource, client }, journey, command, { timeoutMs: PATIENCE_MS });
  });
}
let asked = 0;

function becomes({ dataSource, journey }: Stage, status: string): Promise<void> {
  return eventually(async () => {
    const sql = "select status from payment_runs where id = $1";
    const [row]: { status: string }[] = await dataSource.query(sql, [runOfName(journey)]);
    if (row?.status !== status) throw new Error(`${journey} is ${row?.status}, not ${status}`);
  });
}

/** One round of what a Schedule starts, asked for ahead of its time. Answers the id that the server gave it. */
async function started(
  { client }: Stage,
  name: string,
  ensure: (client: Stage["client"]) => Promise<void>,
): Promise<string> {
  await ensure(client);
  const schedule = client.schedule.getHandle(name);
  await schedule.trigger();
  const workflowId = await eventually(async () => {
    const [latest] = (await schedule.describe()).info.recentActions;
    if (!latest) throw new Error(`${name} was not started`);
    return latest.action.workflow.workflowId;
  });
  await client.workflow.getHandle(workflowId).result();
  await schedule.delete();
  return workflowId;
}
