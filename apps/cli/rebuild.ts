// `npm run rebuild`: makes every read table anew from the events, while the service runs.

import { withDatabase } from "../../libs/service/database.ts";
import { ReadTables } from "../../libs/service/read-tables.ts";
import { runCommand } from "./command.ts";
import { databaseUrl } from "./where-it-runs.ts";

await runCommand(async () => {
  const options = { name: "school-journeys rebuild", poolSize: 4 };
  await withDatabase(await databaseUrl(process.env), options, async (database) => {
    const startedAt = Date.now();
    const told = (done: number): unknown => process.stderr.write(`${done} journeys …\n`);
    const journeys = await new ReadTables(database).makeAnew(told);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(`Read tables made anew: ${journeys} journeys in ${seconds} s.\n`);
  });
});
