// `npm start`: brings up every part that the environment does not name, waits until all is ready, prints the addresses,
// and stops everything in the reverse order on Ctrl-C.
import { once } from "node:events";
import { buildIdOf } from "../../../libs/config/build-id.ts";
import { isBeyondThisMachine } from "../../../libs/config/beyond.ts";
import { mustBeSafe, readEnvironment, type Environment } from "../../../libs/config/environment.ts";
import { EnvironmentError } from "../../../libs/config/variables.ts";
import type { TemporalSettings } from "../../../libs/temporal/connection.ts";
import { peopleKey } from "../setup/people-key.ts";
import { rememberedPort } from "../setup/ports.ts";
import { endPrograms } from "../setup/programs.ts";
import { SetUpError, type Say } from "../setup/set-up-error.ts";
import { checkGiven } from "./given.ts";
import { lockFolder } from "./folder-lock.ts";
import { database, mail, metricsPorts, runServices, signIn, temporal, type Running } from "./parts.ts";
import { ready, type Addresses } from "./ready.ts";

const say: Say = (line) => process.stdout.write(`${line}\n`);

/** The database that is brought up. `env`: what the services are told of it beside its address. */
type Data = Running & { databaseUrl: string; env?: Record<string, string> };

/** Which parts are brought up, and how: a demonstration has others. */
export interface Bring {
  /** Throws SetUpError where the environment does not fit. */
  check?(): void;
  database(
    given: Environment,
    keys: readonly Buffer[],
    say: Say,
    beside: { publicUrl: string; told: AbortSignal },
  ): Promise<Data>;
  temporal: typeof temporal;
  mail: (given: Environment) => ReturnType<typeof mail>;
  signIn(given: Environment, publicUrl: string, data: Promise<Data>): ReturnType<typeof signIn>;
  /** What goes on in the background once it is ready, until it is told to end. */
  afterwards?(where: { databaseUrl: string; temporal: TemporalSettings; told: AbortSignal }): Promise<unknown>;
  /** What is said of it when it is ready, in place of what to try first; and how a script takes a token. */
  words?: string;
  tokens?: string;
}

const IN_SERVICE: Bring = {
  database: (given, keys, say) => database(given, keys, say),
  temporal,
  mail,
  signIn: (given, publicUrl) => signIn(given, publicUrl),
};

/**
 * Runs until it is told to stop.
 * @param env the process environment
 * @param bring the parts
 * @returns the exit code: 0 when it was told to stop, 1 when something could not be had
 */
export async function start(env: NodeJS.ProcessEnv, bring: Bring = IN_SERVICE): Promise<number> {
  const told = stopSignal();
  told.addEventListener("abort", endPrograms);
  const running: Running[] = [];
  let exitCode = 0;
  try {
    bring.check?.();
    await bringUp(env, bring, running, told);
    if (!told.aborted) await once(told, "abort");
  } catch (error) {
    if (!told.aborted) {
      exitCode = 1;
      say(
        error instanceof SetUpError || error instanceof EnvironmentError
          ? error.message
          : `Something went wrong: ${error instanceof Error ? error.stack : error}`,
      );
    }
  }
  if (running.length > 0) say("Stopping …");
  for (const part of running.reverse()) await part.stop();
  say(exitCode === 0 ? "Stopped; the next start finds its data again." : "Not started.");
  return exitCode;
}

async function bringUp(env: NodeJS.ProcessEnv, bring: Bring, running: Running[], told: AbortSignal): Promise<void> {
  const startedAt = Date.now();
  const given = readEnvironment(env);
  const beyond = checkBeyond(given, env);
  running.push({ stop: await lockFolder() });
  await checkGiven(given);
  const people = await peopleKey(env, say);

  const port = given.port ?? (await rememberedPort("api", 3000));
  const apiUrl = `http://${reachedAt(given.host)}:${port}`;
  const publicUrl = given.publicUrl ?? apiUrl;

  say("Starting PostgreSQL, Temporal, the mail inbox and the sign-in …");
  const opening = bring.database(given, people.keys, say, { publicUrl, told });
  const [data, time, post, door] = await allOrNone(
    running,
    opening,
    bring.temporal(given, say),
    bring.mail(given),
    bring.signIn(given, publicUrl, opening),
  );
  if (told.aborted) return;

  say("Starting the worker and the API …");
  const buildId = buildIdOf(env["BUILD_ID"] || undefined);
  const { DATABASE_OWNER_URL: _, ...own } = env; // the services never change the schema
  const serviceEnv = {
    ...own,
    PORT: String(port),
    DATABASE_URL: data.databaseUrl,
    TEMPORAL_ADDRESS: time.address,
    TEMPORAL_NAMESPACE: given.temporalNamespace,
    TEMPORAL_UI_URL: time.uiUrl ?? "",
    BUILD_ID: buildId,
    SMTP_URL: post.smtpUrl,
    PEOPLE_KEY: people.text,
    ERASURE_LOG: given.erasureLog,
    PUBLIC_URL: publicUrl,
    ...data.env,
    ...door.env,
    // A hub's own system may be tried out on the machine that nobody else reaches.
    ...(beyond ? {} : { WEBHOOK_LOOPBACK: "allow" }),
  };
  const where = {
    address: time.address,
    namespace: given.temporalNamespace,
    ...(given.temporalAccess && { access: given.temporalAccess }),
  };
  const figures = await metricsPorts(given);
  const wanted = { env: serviceEnv, apiUrl, metricsPorts: figures, temporal: where, buildId };
  running.push(await runServices(wanted, say, told));
  if (told.aborted) return;
  const seconds = (Date.now() - startedAt) / 1_000;
  say(
    ready({
      apiUrl,
      publicUrl,
      temporalUiUrl: time.uiUrl,
      inboxUrl: post.inboxUrl,
      metricsUrls: [figures.worker, figures.web].map((one) => `http://127.0.0.1:${one}/metrics`),
      host: given.host,
      people: door.people,
      seconds,
      ...wordsOf(bring),
    }),
  );
  running.push(inBackground(bring, { databaseUrl: data.databaseUrl, temporal: where, told }));
}

/** What is to go on from now; ended when it has heard that it is to. */
function inBackground({ afterwards }: Bring, where: Parameters<NonNullable<Bring["afterwards"]>>[0]): Running {
  const going = afterwards?.(where).catch((error: unknown) => {
    say(`Not all that is under way was begun: ${error instanceof Error ? error.message : error}`);
  });
  return { stop: async () => void (await going) };
}

const wordsOf = ({ words, tokens }: Bring): Pick<Addresses, "words" | "tokens"> => ({
  ...(words !== undefined && { words }),
  ...(tokens !== undefined && { tokens }),
});

/**
 * Whether anybody elsewhere reaches what is started; what is good enough for this machine alone is then refused.
 * @throws EnvironmentError
 */
function checkBeyond(given: Environment, env: NodeJS.ProcessEnv): boolean {
  const { host, publicUrl, oidcIssuer: issuer, peopleKeys = [], databaseUrl, databaseOwnerUrl } = given;
  const databaseUrls = [databaseUrl, databaseOwnerUrl].filter((url) => url !== undefined);
  const webhookLoopback = Boolean(env["WEBHOOK_LOOPBACK"]);
  const staged = { demo: undefined, mail: null };
  mustBeSafe({ host, publicUrl, issuer, webhookLoopback, peopleKeys, databaseUrls, ...staged });
  return isBeyondThisMachine({ host, publicUrl, issuer });
}

/** Where we ourselves reach an API that listens on `host`: one that listens everywhere is on this machine too. */
function reachedAt(host = "127.0.0.1"): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

/**
 * Waits for all the parts, which start side by side; those that did start are noted as running, whatever befell the
 * others, in the order in which they are named: the first is stopped last.
 */
async function allOrNone<Parts extends Running[]>(
  running: Running[],
  ...starting: { [K in keyof Parts]: Promise<Parts[K]> }
): Promise<Parts> {
  const results = await Promise.allSettled(starting);
  for (const result of results) if (result.status === "fulfilled") running.push(result.value as Running);
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return results.map((result) => (result as PromiseFulfilledResult<Running>).value) as Parts;
}

/**
 * The wish of a person or a supervisor that this ends; a later one ends it on the spot. One within a second is the same
 * one: npm passes on the Ctrl-C that the terminal has sent to all of us.
 */
function stopSignal(): AbortSignal {
  let toldAt: number | undefined;
  const told = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (toldAt !== undefined && Date.now() - toldAt > 1_000) process.exit(1);
      toldAt ??= Date.now();
      told.abort();
    });
  }
  return told.signal;
}
