// `npm run restored [-- --json]`: after PostgreSQL was restored to an earlier moment, and before worker and service are
// started again. See README.md, "Backup and restore".

import { ensureSchedules } from "../../activities/ensure-schedules.ts";
import { recover } from "../../activities/recover.ts";
import type { Swept } from "../../activities/sweep.ts";
import { readEnvironment } from "../../libs/config/environment.ts";
import { withDatabase } from "../../libs/service/database.ts";
import { AfterRestore, type Restored } from "../../libs/service/restore/restored.ts";
import { Temporal } from "../../libs/service/temporal.ts";
import { runCommand } from "./command.ts";
import { SetUpError } from "./setup/set-up-error.ts";
import { databaseUrl, ownerDatabaseUrl, temporalAddress } from "./where-it-runs.ts";

await runCommand(async () => {
  const where = temporalAddress(process.env);
  const { erasureLog } = readEnvironment(process.env);
  const [url, ownerUrl] = [await databaseUrl(process.env), await ownerDatabaseUrl(process.env)];
  await withDatabase(url, { name: "school-journeys restored", poolSize: 2 }, async (database) => {
    const temporal = new Temporal(where);
    try {
      const done = await new AfterRestore(database, ownerUrl, temporal, erasureLog).run();
      const swept = await recover({ dataSource: await database.open(), client: temporal.client });
      await ensureSchedules(temporal.client);
      process.stdout.write(
        process.argv.includes("--json") ? `${JSON.stringify({ ...done, ...swept })}\n` : report(done, swept),
      );
      if (swept.failed > 0)
        throw new SetUpError(`Not woken: ${swept.failed}. Run \`npm run recover\`; waking twice does no harm.`);
    } finally {
      await temporal.close();
    }
  });
});

function report({ until, erasures, sent, lost, ended }: Restored, { woken }: Swept): string {
  const lines = [
    `This database comes to ${until ?? "nothing: it is empty"}. A new epoch has begun.`,
    `Erasures: ${erasures.entries} in the log, ${erasures.destroyed} done again.`,
    ...(erasures.unreadable.length > 0 ? [`  Not readable in the log: lines ${erasures.unreadable.join(", ")}.`] : []),
    `Runs ended in Temporal: ${ended}. Woken by what is known here: ${woken}.`,
    `Sent after the backup, by what Temporal remembers, and not known here: ${sent.length}.`,
    ...sent.map(
      ({ at, activity, id, messageIds, again }) =>
        `  ${at}  ${activity}  ${id}  ${again ? "will be sent again" : "its event is gone: tell whoever had it"}` +
        messageIds.map((name) => `\n      ${name}`).join(""),
    ),
    `Acknowledged after the backup, and not known here: ${lost.length}. Sent again under their keys, they are done.`,
    ...lost.map(({ at, workflowId, command }) => `  ${at}  ${workflowId}  command ${command}`),
  ];
  return `${lines.join("\n")}\n`;
}
