// `npm run move -- --to ADDRESS [--namespace NAMESPACE] [--name NAME]`: makes another cluster of Temporal home, and
// begins there all that has anything to come. Workers elsewhere do nothing from then on. Broken off, it goes on where
// it was. See README.md, "Another cluster".

import { parseArgs } from "node:util";
import { registerSearchAttributes } from "./setup/temporal.ts";
import { withDatabase } from "../../libs/service/database.ts";
import { moveHome } from "../../libs/service/home.ts";
import { Temporal } from "../../libs/service/temporal.ts";
import { lazyConnection, type TemporalSettings } from "../../libs/temporal/connection.ts";
import { runCommand } from "./command.ts";
import { recoverIn } from "./recovering.ts";
import { SetUpError } from "./setup/set-up-error.ts";
import { databaseUrl, temporalAt } from "./where-it-runs.ts";

const USAGE = "Usage: npm run move -- --to ADDRESS [--namespace NAMESPACE] [--name NAME]";

const to = destination();
if (to !== null) await runCommand(() => move(to));

async function move(where: TemporalSettings & { called?: string | undefined }): Promise<void> {
  await mustBeThere(where);
  const options = { name: "school-journeys move", poolSize: 2 };
  await withDatabase(await databaseUrl(process.env), options, async (database) => {
    const dataSource = await database.open();
    const { cluster, before } = await moveHome(dataSource, where);
    process.stdout.write(
      before?.cluster === cluster
        ? `${cluster} is home already.\n`
        : `${cluster} is home now${before === null ? "" : `, and ${before.cluster} no more`}: workers elsewhere do ` +
            "nothing.\n",
    );
    const temporal = new Temporal(where);
    try {
      await recoverIn(temporal, dataSource, `npm run move -- --to ${where.address}`);
    } finally {
      await temporal.close();
    }
  });
}

/** Null for a call that cannot be used: what is wrong with it is said, and the exit code is 2. */
function destination(): ReturnType<typeof temporalAt> | null {
  try {
    const options = { to: { type: "string" }, namespace: { type: "string" }, name: { type: "string" } } as const;
    const { to, namespace, name } = parseArgs({ options }).values;
    if (to !== undefined) return temporalAt(process.env, { to, namespace, name });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
  return null;
}

/** Before anything is changed: a home that nobody reaches would be none. */
async function mustBeThere(where: TemporalSettings): Promise<void> {
  const connection = lazyConnection(where, 5_000);
  try {
    await connection.withDeadline(Date.now() + 10_000, async () => {
      await connection.workflowService.describeNamespace({ namespace: where.namespace });
      await registerSearchAttributes(connection, where.namespace);
    });
  } catch (cause) {
    throw new SetUpError(
      `Nothing has moved: the Temporal server at ${where.address} does not answer, or has no namespace ` +
        `${where.namespace}, or lets nobody register search attributes.`,
      { cause },
    );
  } finally {
    await connection.close();
  }
}
