// `npm run recover`: after the loss of a whole Temporal cluster, starts the workflow of every journey that has anything
// to come.

import { Client, Connection } from "@temporalio/client";
import { recover } from "../../activities/sweep.ts";
import { openDatabase } from "../../libs/views/database.ts";
import { runCommand } from "./command.ts";
import { SetUpError } from "./setup/set-up-error.ts";
import { databaseUrl, temporalAddress } from "./where-it-runs.ts";

await runCommand(async () => {
  const { address, namespace } = temporalAddress(process.env);
  const dataSource = await openDatabase(await databaseUrl(process.env), {
    name: "school-journeys recover",
    poolSize: 2,
  });
  const connection = Connection.lazy({ address, connectTimeout: 5_000 });
  try {
    const client = new Client({ connection, namespace });
    const { woken, failed } = await recover({ dataSource, client }, (so) =>
      process.stderr.write(`${so.woken} journeys …\n`),
    );
    process.stdout.write(`Woken: ${woken} journeys that have something to come.\n`);
    if (failed > 0) throw new SetUpError(`Not woken: ${failed}. Run it again; waking twice does no harm.`);
  } finally {
    await connection.close();
    await dataSource.destroy();
  }
});
