// `npm run -s reminders -- report`: every reminder that was due, in all hubs or one, and what became of it, as JSON.

import { parseArgs } from "node:util";
import { withDatabase } from "../../libs/service/database.ts";
import { ReminderAccounts } from "../../libs/service/reminders/reminder-accounts.ts";
import { runCommand } from "./command.ts";
import { databaseUrl } from "./where-it-runs.ts";

const USAGE = `Usage: npm run -s reminders -- report [--hub great-north] [--year 2020/21] [--term autumn] [--open]

Prints {totals, open}: sent, merged, heldBack, superseded, pending and stalled add up to due; \`open\` has those
that are pending or stalled, one by one (with --open only). Exit 0; 1 when something could not be done; 2 for a call
that is none of these.`;

type Filter = Parameters<ReminderAccounts["totals"]>[0];

await runCommand(async () => {
  const asked = read(process.argv.slice(2));
  if (asked === null) return;
  const options = { name: "school-journeys reminders", poolSize: 1 };
  await withDatabase(await databaseUrl(process.env), options, async (database) => {
    const reminders = new ReminderAccounts(database);
    const totals = await reminders.totals(asked.filter);
    const open = asked.open ? await reminders.open(asked.filter) : undefined;
    process.stdout.write(`${JSON.stringify({ totals, ...(open && { open }) }, null, 2)}\n`);
  });
});

function read(args: string[]): { filter: Filter; open: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        hub: { type: "string" },
        year: { type: "string" },
        term: { type: "string" },
        open: { type: "boolean", default: false },
      },
    });
    if (positionals.join() === "report") {
      const { hub, year, term, open } = values;
      const filter = {
        ...(hub !== undefined && { hub }),
        ...(year !== undefined && { academicYear: year }),
        ...(term !== undefined && { term }),
      };
      return { filter, open };
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
  return null;
}
