// `npm run recover`: after the loss of a whole Temporal cluster, starts the workflow of every journey, Work Group,
// payment run, turn and webhook that has anything to come. Broken off, it goes on where it was.

import { withDatabase } from "../../libs/service/database.ts";
import { homeInsteadOf } from "../../libs/service/home.ts";
import { Temporal } from "../../libs/service/temporal.ts";
import { runCommand } from "./command.ts";
import { recoverIn } from "./recovering.ts";
import { SetUpError } from "./setup/set-up-error.ts";
import { databaseUrl, temporalAddress } from "./where-it-runs.ts";

await runCommand(async () => {
  const where = temporalAddress(process.env);
  const options = { name: "school-journeys recover", poolSize: 2 };
  await withDatabase(await databaseUrl(process.env), options, async (database) => {
    const dataSource = await database.open();
    const { cluster, home } = await homeInsteadOf(dataSource, where);
    if (home !== null)
      throw new SetUpError(
        `${home.cluster} (${home.address}, namespace ${home.namespace}) is home, and not ${cluster}: nothing is ` +
          "begun here. To make this one home: `npm run move -- --to " +
          `${where.address} --namespace ${where.namespace}\`.`,
      );
    const temporal = new Temporal(where);
    try {
      await recoverIn(temporal, dataSource, "npm run recover");
    } finally {
      await temporal.close();
    }
  });
});
