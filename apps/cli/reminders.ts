// `npm run -s reminders -- report`: every reminder that was due, in all hubs or one, and what became of it, as JSON.

import { parseArgs } from "node:util";
import type { DataSource } from "typeorm";
import { instantFromMs } from "../../libs/calendar/instants.ts";
import { openDatabase } from "../../libs/views/database.ts";
import {
  accountedReminders,
  reminderTotals,
  type ReportFilter,
} from "../../libs/views/reminders/read-due-reminders.ts";
import { runCommand } from "./command.ts";
import { databaseUrl } from "./where-it-runs.ts";

const USAGE = `Usage: npm run -s reminders -- report [--hub great-north] [--year 2020/21] [--term autumn] [--open]

Prints {totals, open}: sent, heldBack, superseded, pending and stalled add up to due; \`open\` has those that are
pending or stalled, one by one (with --open only). Exit 0; 1 when something could not be done; 2 for a call that is none
of these.`;

const AT_ONCE = 200;

await runCommand(async () => {
  const asked = read(process.argv.slice(2));
  if (asked === null) return;
  const dataSource = await openDatabase(await databaseUrl(process.env), {
    name: "school-journeys reminders",
    poolSize: 1,
  });
  try {
    const totals = await reminderTotals(dataSource, asked.filter);
    const open = asked.open
      ? (await Promise.all(["pending", "stalled"].map((outcome) => all(dataSource, asked.filter, outcome)))).flat()
      : undefined;
    process.stdout.write(`${JSON.stringify({ totals, ...(open && { open }) }, null, 2)}\n`);
  } finally {
    await dataSource.destroy();
  }
});

async function all(dataSource: DataSource, filter: ReportFilter, outcome: string): Promise<object[]> {
  const found: object[] = [];
  for (let after: string | undefined; ;) {
    const { items, next } = await accountedReminders(dataSource, filter, {
      outcome,
      limit: AT_ONCE,
      ...(after !== undefined && { after }),
    });
    found.push(...items);
    if (next === null) return found;
    after = next;
  }
}

function read(args: string[]): { filter: ReportFilter; open: boolean } | null {
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
        within: null,
        now: instantFromMs(Date.now()),
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
