// Brings a database to this release's schema and ends: `node --import ./apps/cli/setup/typescript.mjs
// apps/cli/migrate.ts`. For where the service is deployed; `npm start` does it by itself.

import { readEnvironment } from "../../libs/config/environment.ts";
import { runCommand } from "./command.ts";
import { peopleKey } from "./setup/people-key.ts";
import { SetUpError } from "./setup/set-up-error.ts";
import { upToDate } from "./setup/up-to-date.ts";

await runCommand(async () => {
  const { databaseOwnerUrl, databaseUrl } = readEnvironment(process.env);
  const url = databaseOwnerUrl ?? databaseUrl;
  if (url === undefined) throw new SetUpError("DATABASE_OWNER_URL or DATABASE_URL must name the database to migrate.");
  await upToDate(url, (await peopleKey(process.env)).keys);
  process.stdout.write("The database has this release’s schema.\n");
});
