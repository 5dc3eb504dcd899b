// One hub's payment runs until nothing waits: everything is sent twice at once, by one person and by another, and again
// until it is answered.

import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { setTimeout as pause } from "node:timers/promises";
import { instantFromMs } from "../../libs/calendar/instants.ts";
import { bringCommand } from "../../libs/temporal/bring-command.ts";
import { ServiceUnavailable } from "../../libs/temporal/subject-client.ts";
import type { Outcome } from "../../libs/contract/journey.ts";
import { runName } from "../../libs/contract/payment-run.ts";
import type { Command, CommandData, CommandName } from "../../libs/payments/commands.ts";
import { linesOf } from "../../libs/store/money/payment-lines.ts";
import { told } from "../support/groups.ts";

/**
 * What was answered, counted by command and answer; what must not have been; how often something had to be sent again.
 */
export interface Said {
  answers: Record<string, number>;
  faults: string[];
  resent: number;
  sent: number;
}
export interface Stage {
  client: Client;
  dataSource: DataSource;
  random: () => number;
  said: Said;
}

const NAMED_AT_ONCE = 200;
/**
 * Of the payments of a first run, so many in a hundred fail at the bank, and half of the rest are confirmed by name.
 */
const FAIL_PERCENT = 3;

/** Runs for one hub, one after another, until no grant of it waits. Answers the runs. */
export async function payHub(stage: Stage, hub: string): Promise<string[]> {
  const runs: string[] = [];
  for (let round = 1; ; round += 1) {
    const run = await prepare(stage, hub, round);
    if (run === null) return runs;
    runs.push(run);
    await until(stage, run, "prepared");
    await authorise(stage, run);
    await until(stage, run, "authorised");
    await settle(stage, run, round === 1 ? FAIL_PERCENT : 0);
    await until(stage, run, "complete");
  }
}

/** Two people prepare a run each, both twice: one of them does. */
async function prepare(stage: Stage, hub: string, round: number): Promise<string | null> {
  const tries = await Promise.all(
    ["ann", "bob"].flatMap((who) =>
      [1, 2].map(async () => {
        const run = `${hub}-${round}-${who}`;
        return { run, came: told(await say(stage, run, "prepare", who, "PreparePaymentRun", { hub })) };
      }),
    ),
  );
  const taken = [...new Set(tries.filter(({ came }) => came === "ok").map(({ run }) => run))];
  if (taken.length > 1) stage.said.faults.push(`${hub}: ${taken.join(" and ")} took grants at the same time`);
  return taken[0] ?? null;
}

async function authorise(stage: Stage, run: string): Promise<void> {
  const [preparer, other] = run.endsWith("ann") ? ["ann", "bob"] : ["bob", "ann"];
  const own = await Promise.all([1, 2].map(() => say(stage, run, "self", preparer ?? "", "AuthorisePaymentRun", {})));
  if (own.some((one) => told(one) !== "self-approval"))
    stage.said.faults.push(`${run}: ${preparer} was let authorise their own run`);
  await Promise.all([
    ...[1, 2].map(() => say(stage, run, "authorise", other ?? "", "AuthorisePaymentRun", {})),
    say(stage, run, "authorise-too", "cat", "AuthorisePaymentRun", {}),
  ]);
}

async function settle(stage: Stage, run: string, failPercent: number): Promise<void> {
  const lines = await linesOf(stage.dataSource.manager, run, { statuses: ["authorised"], limit: 100_000 });
  const failing = lines.filter(() => stage.random() * 100 < failPercent).map(({ payment }) => payment);
  const paying = lines.map(({ payment }) => payment).filter((payment) => !failing.includes(payment));
  const named = paying.slice(0, paying.length / 2);
  for (const [index, some] of chunks(failing).entries()) {
    await Promise.all(
      ["ann", "ann", "bob"].map((who) =>
        say(stage, run, `fail-${index}-${who}`, who, "FailPayment", { payments: some, reasonCode: "account-closed" }),
      ),
    );
  }
  for (const [index, some] of chunks(named).entries()) {
    await Promise.all(
      ["ann", "ann", "bob"].map((who) =>
        say(stage, run, `confirm-${index}-${who}`, who, "ConfirmPayment", { payments: some }),
      ),
    );
  }
  await Promise.all(
    ["ann", "ann", "bob", "bob"].map((who) => say(stage, run, `confirm-all-${who}`, who, "ConfirmPayment", {})),
  );
}

/** Sends a command until it is answered. */
async function say<N extends CommandName>(
  stage: Stage,
  run: string,
  id: string,
  who: string,
  type: N,
  data: CommandData[N],
): Promise<Outcome> {
  const command = {
    id: `${run} ${id}`,
    type,
    at: instantFromMs(Date.now()),
    by: { who, role: "finance-officer" },
    data,
  } as Command;
  for (stage.said.sent += 1; ;) {
    try {
      const outcome = await bringCommand(stage, runName(run), command, { timeoutMs: 20_000 });
      const answer = `${type} ${told(outcome)}`;
      stage.said.answers[answer] = (stage.said.answers[answer] ?? 0) + 1;
      return outcome;
    } catch (error) {
      if (!(error instanceof ServiceUnavailable)) throw error;
      stage.said.resent += 1;
    }
  }
}

async function until({ dataSource }: Stage, run: string, status: string): Promise<void> {
  for (const patience = Date.now() + 20 * 60_000; Date.now() < patience; await pause(200)) {
    const [row]: { status: string }[] = await dataSource.query("select status from payment_runs where id = $1", [run]);
    if (row?.status === status || row?.status === "complete") return;
  }
  throw new Error(`${run} did not come to be ${status}`);
}

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / NAMED_AT_ONCE) }, (_, index) =>
    all.slice(index * NAMED_AT_ONCE, (index + 1) * NAMED_AT_ONCE),
  );
}
