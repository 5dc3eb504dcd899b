// `npm run recover`: after the loss of a whole Temporal cluster, starts the workflow of every journey that has anything
// to come.

import { recover } from "../../activities/sweep.ts";
import { withDatabase } from "../../libs/service/database.ts";
import { Temporal } from "../../libs/service/temporal.ts";
import { runCommand } from "./command.ts";
import { SetUpError } from "./setup/set-up-error.ts";
import { databaseUrl, temporalAddress } from "./where-it-runs.ts";

await runCommand(async () => {
  const where = temporalAddress(process.env);
  const options = { name: "school-journeys recover", poolSize: 2 };
  await withDatabase(await databaseUrl(process.env), options, async (database) => {
    const dataSource = await database.open();
    const temporal = new Temporal(where);
    try {
      const { woken, failed } = await recover({ dataSource, client: temporal.client }, (so) =>
        process.stderr.write(`${so.woken} journeys …\n`),
      );
      process.stdout.write(`Woken: ${woken} journeys that have something to come.\n`);
      if (failed > 0) throw new SetUpError(`Not woken: ${failed}. Run it again; waking twice does no harm.`);
    } finally {
      await temporal.close();
    }
  });
});
