// What `recover` and `move` have in common: everything is begun in the cluster that is home, while a person looks on.

import type { DataSource } from "typeorm";
import { ensureSchedules } from "../../activities/ensure-schedules.ts";
import { recover, storeOf } from "../../activities/recover.ts";
import type { Temporal } from "../../libs/service/temporal.ts";
import { SetUpError } from "./setup/set-up-error.ts";

/**
 * Wakes all that has anything to come and makes the Schedules. Says how far it is on standard error, and what it came to
 * on standard output. Throws SetUpError where something could not be woken; rejects by code.
 */
export async function recoverIn(temporal: Temporal, dataSource: DataSource, again: string): Promise<void> {
  const { client } = temporal;
  const deps = { dataSource, client, store: await storeOf(client) };
  const { woken, webhooks, failed, resumed } = await recover(deps, (so) =>
    process.stderr.write(`${so.woken} of ${so.all} woken …\n`),
  );
  await ensureSchedules(client);
  process.stdout.write(
    `${resumed ? "Gone on where it was broken off. " : ""}Woken: ${woken} journeys, Work Groups, payment runs and ` +
      `turns that have something to come, and ${webhooks} webhooks. The Schedules are there.\n`,
  );
  if (failed > 0) throw new SetUpError(`Not woken: ${failed}. Run \`${again}\` again; waking twice does no harm.`);
}
