// `npm run make-current [-- BUILD_ID]`: gives the workflows to a version of the worker, once its workers poll: to that
// of the files here, or to the one that is named, to go back to. See workflows/README.md.

import { buildIdOf } from "../../libs/config/build-id.ts";
import { makeCurrent } from "../../libs/temporal/deployment.ts";
import { lazyConnection } from "../../libs/temporal/connection.ts";
import { runCommand } from "./command.ts";
import { temporalAddress } from "./where-it-runs.ts";

await runCommand(async () => {
  const where = temporalAddress(process.env);
  const buildId = buildIdOf(process.argv[2] ?? (process.env["BUILD_ID"] || undefined));
  const connection = lazyConnection(where, 5_000);
  try {
    await makeCurrent(connection, { namespace: where.namespace, buildId, timeoutMs: 60_000 });
    process.stdout.write(`Version ${buildId} of the worker has the workflows.\n`);
  } finally {
    await connection.close();
  }
});
