// `npm run make-current [-- BUILD_ID]`: gives the workflows to a version of the worker, once its workers poll: to that
// of the files here, or to the one that is named, to go back to. See workflows/README.md.

import { buildIdOf } from "../../libs/config/build-id.ts";
import { buildIdsKnown, makeCurrent } from "../../libs/temporal/deployment.ts";
import { lazyConnection } from "../../libs/temporal/connection.ts";
import { runCommand } from "./command.ts";
import { SetUpError } from "./setup/set-up-error.ts";
import { temporalAddress } from "./where-it-runs.ts";

await runCommand(async () => {
  const where = temporalAddress(process.env);
  const buildId = buildIdOf(process.argv[2] ?? (process.env["BUILD_ID"] || undefined));
  const connection = lazyConnection(where, 5_000);
  try {
    const { namespace } = where;
    await makeCurrent(connection, { namespace, buildId, timeoutMs: 60_000 }).catch(async (cause: unknown) => {
      // Most likely another version runs than that of these files.
      const known = await buildIdsKnown(connection, namespace);
      const those = known.length > 0 ? `Workers of ${known.join(", ")} have polled` : "No versioned worker has polled";
      throw new SetUpError(
        `${cause instanceof Error ? cause.message : cause} ${those}; ` +
          "`npm run make-current -- NAME` takes one of them.",
        { cause },
      );
    });
    process.stdout.write(`Version ${buildId} of the worker has the workflows.\n`);
  } finally {
    await connection.close();
  }
});
