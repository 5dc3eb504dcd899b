// `npm run demo`: everything that `npm start` runs, over a database that holds two made-up hubs and three years of
// theirs, by a clock that shows a day of the third. It brings every part itself, and no mail leaves.

import { DEMO_BEGINS } from "../../demo/demo-day.ts";
import { demoSignIns } from "../../demo/sign-ins.ts";
import { longDate } from "../../../libs/calendar/long-dates.ts";
import { localDate } from "../../../libs/calendar/instants.ts";
import { SetUpError } from "../setup/set-up-error.ts";
import { mailboxless, ownTemporal, signIn } from "../start/parts.ts";
import { start, type Bring } from "../start/start.ts";
import { demoDatabase } from "./database.ts";
import { beginAll } from "./under-way.ts";

/** What a demonstration brings itself, so that it can be nobody's. */
const ITS_OWN = [
  ...["DATABASE_URL", "DATABASE_OWNER_URL", "TEMPORAL_ADDRESS", "TEMPORAL_UI_URL", "SMTP_URL", "NOTIFY_API_KEY"],
  ...["OIDC_ISSUER", "HOST", "PUBLIC_URL", "PEOPLE_KEY", "ERASURE_LOG", "DEMO_CLOCK"],
] as const;
const USAGE = "npm run demo [-- --reset]: --reset puts everything back as it was made.";

/**
 * Runs a demonstration until it is told to stop. `args`: `--reset`, or nothing.
 * @returns the exit code: 0 when it was told to stop, 1 when something could not be had, 2 for a call that is wrong
 */
export async function demo(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [first, ...more] = args;
  if (more.length > 0 || (first !== undefined && first !== "--reset")) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  return start(env, demonstration(first === "--reset", env));
}

function demonstration(reset: boolean, env: NodeJS.ProcessEnv): Bring {
  const given = ITS_OWN.filter((name) => env[name]);
  return {
    check() {
      if (given.length > 0) throw new SetUpError(`A demonstration brings its own parts: unset ${given.join(", ")}.`);
    },
    database: (_given, keys, say, { publicUrl, told }) => demoDatabase({ reset, keys, say, publicUrl, told }),
    // It remembers nothing: what is late is found in PostgreSQL, and woken from there.
    temporal: (given, say) => ownTemporal(given, say, { throwAway: true }),
    mail: mailboxless,
    signIn: async (given, publicUrl, data) => signIn(given, publicUrl, await demoSignIns((await data).databaseUrl)),
    afterwards: beginAll,
    words:
      `A demonstration: two made-up hubs, and three years of theirs up to ${longDate(localDate(DEMO_BEGINS))}. ` +
      "No mail leaves.\nBack to how it was made: npm run demo -- --reset",
    tokens: "npm run -s demo:token -- --role ROLE [--hub HUB] [--urn URN] [--work-group GROUP] [--who NAME]",
  };
}
