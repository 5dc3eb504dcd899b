// `npm run rebuild`: makes every read table anew from the events, while the service runs.

import { openDatabase } from "../../libs/views/database.ts";
import { rebuild } from "../../libs/book/rebuild.ts";
import { runCommand } from "./command.ts";
import { databaseUrl } from "./where-it-runs.ts";

await runCommand(async () => {
  const dataSource = await openDatabase(await databaseUrl(process.env), {
    name: "school-journeys rebuild",
    poolSize: 2,
  });
  try {
    const startedAt = Date.now();
    const journeys = await rebuild(dataSource, (done) => process.stderr.write(`${done} journeys …\n`));
    process.stdout.write(
      `Read tables made anew: ${journeys} journeys in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.\n`,
    );
  } finally {
    await dataSource.destroy();
  }
});
