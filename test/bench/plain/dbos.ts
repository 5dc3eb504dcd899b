// Registers on DBOS, as one would write them there: a durable workflow with a step for each school of the group, each a
// transaction that decides by the service's own rules and keeps what comes of it. It listens on the port that it is
// given; no sign-in, no claim of a request, no book of the group itself: all that is less than ours has to do.

import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { DBOS } from "@dbos-inc/dbos-sdk";
import { advanceSubject } from "../../../libs/book/advance.ts";
import { ENGLAND } from "../../../libs/calendar/terms.ts";
import { loadCalendars } from "../../../libs/config/load-calendars.ts";
import { loadCatalogue } from "../../../libs/config/load-catalogue.ts";
import type { Command } from "../../../libs/journey/commands.ts";
import { openDatabase } from "../../../libs/views/database.ts";
import type { Register } from "../world/registers.ts";

const [url = "", systemUrl = "", port = "0", now = ""] = process.argv.slice(2);
const dataSource = await openDatabase(url, { name: "dbos", poolSize: 12 });
const rules = { catalogue: loadCatalogue(), calendar: ENGLAND, calendarOf: loadCalendars() };

const takeRegister = DBOS.registerWorkflow(
  async (id: string, { session, on, schools }: Register): Promise<number> => {
    let taken = 0;
    for (const { journey, present } of schools) {
      taken += await DBOS.runStep(() => record(`${id}/${journey}`, journey, { session, on, present }), {
        name: "record",
      });
    }
    return taken;
  },
  { name: "takeRegister" },
);

async function record(
  id: string,
  subject: string,
  data: { session: string; on: string; present: string[] },
): Promise<number> {
  const by = { who: "work-group-lead", role: "work-group-lead" } as const;
  const command = { id, type: "TakeRegister", at: now, by, data } as Command;
  const { outcomes } = await advanceSubject({ dataSource, rules }, { subject, now, commands: [command] });
  const [outcome] = outcomes;
  if (!outcome || "fault" in outcome || !outcome.accepted) throw new Error(`${subject}: ${JSON.stringify(outcome)}`);
  return 1;
}

DBOS.setConfig({ name: "registers", systemDatabaseUrl: systemUrl, logLevel: "error", systemDatabasePoolSize: 12 });
await DBOS.launch();
const server = createServer((request, response) => {
  answer(request).then(
    (taken) => response.writeHead(200).end(JSON.stringify({ taken })),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.keepAliveTimeout = 60_000;
process.on("disconnect", () => process.exit(0));
server.listen(Number(port), "127.0.0.1", () => process.send?.({ working: true }));

async function answer(request: IncomingMessage): Promise<number> {
  const workflowID = String(request.headers["idempotency-key"]);
  const register = JSON.parse(await text(request)) as Register;
  const handle = await DBOS.startWorkflow(takeRegister, { workflowID })(workflowID, register);
  return handle.getResult();
}
