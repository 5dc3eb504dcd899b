// After the loss of a whole cluster of Temporal, or in one that the service moves to: all that has anything to come is
// begun there by what PostgreSQL knows. Nothing is sent or paid here: who is woken finds what was done before.

import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { countOpen, findOpen, type LateStream } from "../libs/store/events/late.ts";
import { forgetReached, noteReached, reachedIn } from "../libs/store/recovery.ts";
import { watchedWebhooks } from "../libs/store/webhooks.ts";
import { ServiceUnavailable } from "../libs/temporal/subject-client.ts";
import { wakeWebhook } from "../libs/temporal/webhook-client.ts";
import { failingByCode } from "./failures.ts";
import { fewAtOnce } from "../libs/store/few-at-once.ts";
import { wakeAll, type SweepDeps, type Swept } from "./sweep.ts";

/** `store`: which of Temporal's it is, so that a recovery that was broken off goes on; without it each one begins. */
export interface RecoverDeps extends SweepDeps {
  store?: string;
}

/** What it came to, webhooks beside the rest. `resumed`: one that was broken off went on. */
export interface Recovered extends Swept {
  webhooks: number;
  resumed: boolean;
}

/** How far it is: `woken` of `all`, webhooks not among them. */
export interface Progress {
  woken: number;
  all: number;
}

/** How fast: so many, then a rest; as fast as it goes unless told. It is broken off where `rest` rejects. */
export interface Pace {
  batch: number;
  rest(): Promise<void>;
}

const BATCH = 100;
const AT_ONCE = 10;
const WAKE_MS = 5_000;

/**
 * Wakes every journey, Work Group, payment run and turn that has anything to come, late or not, and every webhook. Can
 * be broken off and run again. What could not be woken is tried once more at the end. `told` hears how far it is, first
 * of all how much there is. Answers how many it woke and how many it could not. Rejects with a failure by code.
 */
export function recover(
  { dataSource, client, store }: RecoverDeps,
  told: (progress: Progress) => void = () => undefined,
  { batch: most, rest }: Pace = { batch: BATCH, rest: async () => undefined },
): Promise<Recovered> {
  return failingByCode(async () => {
    const all = await countOpen(dataSource);
    const before = store === undefined ? null : await reachedIn(dataSource, store);
    const at = before ?? { reached: "", woken: 0 };
    const failed: LateStream[] = [];
    told({ woken: at.woken, all });
    for (;;) {
      const batch = await findOpen(dataSource, at.reached, most);
      const last = batch.at(-1);
      if (last === undefined) break;
      const woken = new Set(await wakeAll(client, batch));
      if (woken.size === 0) throw new ServiceUnavailable("Temporal does not answer.");
      failed.push(...batch.filter(({ stream }) => !woken.has(stream)));
      at.woken += woken.size;
      at.reached = last.stream;
      // What failed lies behind it by then: broken off after that, it goes on before it.
      if (store !== undefined && failed.length === 0) await noteReached(dataSource, store, at);
      told({ woken: at.woken, all });
      await rest();
    }
    const late = await wakeAll(client, failed);
    const webhooks = await wakeWebhooks(dataSource, client);
    if (store !== undefined) await forgetReached(dataSource);
    return {
      woken: at.woken + late.length,
      webhooks: webhooks.woken,
      failed: failed.length - late.length + webhooks.failed,
      resumed: before !== null,
    };
  });
}

/** All that may have something to deliver: one that fails has its next try in its workflow. */
async function wakeWebhooks(dataSource: DataSource, client: Client): Promise<Swept> {
  const swept = { woken: 0, failed: 0 };
  await fewAtOnce(await watchedWebhooks(dataSource), AT_ONCE, async (webhook) => {
    if (await wakeWebhook(client, webhook, { timeoutMs: WAKE_MS })) swept.woken += 1;
    else swept.failed += 1;
  });
  return swept;
}

/**
 * Which store of Temporal's a namespace is in: it has another id in each, also where the cluster has the same address.
 * Rejects with a failure by code.
 */
export function storeOf(client: Client): Promise<string> {
  const { namespace } = client.options;
  return failingByCode(async () => {
    try {
      const { namespaceInfo } = await client.withDeadline(Date.now() + WAKE_MS, () =>
        client.workflowService.describeNamespace({ namespace }),
      );
      return namespaceInfo?.id ?? "";
    } catch {
      throw new ServiceUnavailable("Temporal does not answer.");
    }
  });
}
