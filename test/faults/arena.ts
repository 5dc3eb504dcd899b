// The service as it is run, with everything that can be done to it in reach: two APIs and some workers, which reach
// PostgreSQL and Temporal by ways that can be cut, and a reader of the feed beside.

import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { importJWK, SignJWT } from "jose";
import pg from "pg";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { memoryAdapter } from "../../apps/sign-in/memory-adapter.ts";
import { SIGNING_ALGORITHM } from "../../apps/sign-in/secrets.ts";
import { startSignIn, type RunningSignIn } from "../../apps/sign-in/sign-in.ts";
import { SIGN_INS } from "../../apps/sign-in/sign-ins.ts";
import { TOKEN_SECONDS } from "../../apps/sign-in/token.ts";
import type { Inbox } from "../../apps/inbox/inbox.ts";
import { AUDIENCE, claimsOf } from "../../libs/service/access/principal.ts";
import { readFeed } from "../../libs/store/feed/feed.ts";
import { startProxy, type Proxy } from "./proxy.ts";
import { aheadNow, RULES_AHEAD } from "./rule-day.ts";
import { Slot, WorkerSlot } from "./slots.ts";
import { inboxIn, startGround, type Ground } from "./world.ts";

export interface Arena {
  ground: Ground;
  inbox: Inbox;
  workers: WorkerSlot[];
  apis: Api[];
  ways: { postgres: Proxy; temporal: Proxy };
  /** Bundles of workflows by what each branch is that they do not take yet: two releases, or one. */
  releases: readonly Release[];
  token: string;
  /** How far the rules' clock is before this machine's, in milliseconds. */
  aheadMs: number;
  /** What a worker that has died was about to do is another's after so many milliseconds. */
  leaseMs: number;
  feed: FeedReader;
  /** As the administrator of the database. */
  asAdmin(statement: string): Promise<void>;
  stop(): Promise<void>;
}
export interface Api {
  slot: Slot;
  origin: string;
}
export interface Release {
  bundle: string;
  notYet: string;
}

export interface ArenaOptions {
  workers: number;
  apis: number;
  disks: boolean;
  bundle?: string;
  /** Another release than the one whose bundle it is. */
  another?: Release;
  /** Leases of effects last some seconds, not a minute. */
  hurries?: boolean;
}

const LEASE_MS = 61_000;
const HURRIED_MS = 5_000;

const CLOCK = "./test/faults/clock.ts";
const CONSOLE = "console-of-faults";

/** Starts it all; what an API or a worker is told is the way, never the server itself. */
export async function startArena(options: ArenaOptions): Promise<Arena> {
  const { disks, bundle } = options;
  const ground = await startGround("faults", { lasting: true, disks, ...(bundle !== undefined && { bundle }) });
  const { folder } = ground;
  const inbox = await inboxIn(folder);
  const ways = { postgres: await startProxy(ground.postgres.port), temporal: await startProxy(ground.temporal.port) };
  const port = await freePort();
  const client = { id: CONSOLE, url: `http://127.0.0.1:${port}` };
  const kept = { people: [...SIGN_INS], memory: memoryAdapter(), refreshes: false };
  const signIn = await startSignIn({ folder: join(folder, "sign-in"), port, client, kept });
  const aheadMs = aheadNow();
  const env = {
    ...ground.env,
    DATABASE_URL: Object.assign(new URL(ground.env["DATABASE_URL"] ?? ""), { port: ways.postgres.port }).href,
    TEMPORAL_ADDRESS: `127.0.0.1:${ways.temporal.port}`,
    SMTP_URL: inbox.smtpUrl,
    MAIL_RATE: "500",
    OIDC_ISSUER: signIn.issuer,
    OIDC_CLIENT_ID: CONSOLE,
    RATE_LIMIT: "1000000",
    RATE_LIMIT_ANYONE: "1000000",
    [RULES_AHEAD]: String(aheadMs),
  };
  const releases = [{ bundle: ground.bundle, notYet: "" }, ...(options.another === undefined ? [] : [options.another])];
  const workers = Array.from({ length: options.workers }, (_, index) => {
    const log = join(folder, `worker-${index + 1}.log`);
    return new WorkerSlot(log, ground.bundle, env, new URL("./worker.ts", import.meta.url), [CLOCK]);
  });
  const apis = await Promise.all(
    Array.from({ length: options.apis }, (_, index) => startApi(join(folder, `api-${index + 1}.log`), env)),
  );
  const feed = new FeedReader(ground);
  await asAdmin(ground, SLOW);
  if (options.hurries) await asAdmin(ground, HURRIED);
  return {
    ground,
    inbox,
    workers,
    apis,
    ways,
    releases,
    token: await tokenOfThatDay(signIn, aheadMs),
    aheadMs,
    leaseMs: options.hurries ? HURRIED_MS : LEASE_MS,
    feed,
    asAdmin: (statement) => asAdmin(ground, statement),
    async stop() {
      await feed.stop();
      await Promise.all([...workers, ...apis.map(({ slot }) => slot)].map((slot) => slot.end()));
      await Promise.all([ways.postgres.stop(), ways.temporal.stop()]);
      await signIn.stop();
      await inbox.stop();
      await ground.stop();
    },
  };
}

const CALLER = { who: "faults", role: "hub-lead" as const, hub: "great-north", urns: [], workGroups: [] };
/** An API whose clock is put back must not take the token for one that is not made yet. */
const MADE_BEFORE_SECONDS = 15 * 60;

/** A token of a hub lead, good by the clock of the APIs. */
async function tokenOfThatDay({ secrets: { key }, issuer }: RunningSignIn, aheadMs: number): Promise<string> {
  const made = Math.floor((Date.now() + aheadMs) / 1_000) - MADE_BEFORE_SECONDS;
  const { sub, ...claims } = claimsOf(CALLER);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: key.kid ?? "", typ: "at+jwt" })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(sub)
    .setIssuedAt(made)
    .setExpirationTime(made + TOKEN_SECONDS)
    .sign(await importJWK(key, SIGNING_ALGORITHM));
}

async function startApi(log: string, env: NodeJS.ProcessEnv): Promise<Api> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const file = new URL("../../apps/web/main.ts", import.meta.url);
  // An API has one clock, and takes the rules' day by it.
  const own = { ...env, CLOCK_AHEAD: env[RULES_AHEAD], PORT: String(port), PUBLIC_URL: origin };
  return { origin, slot: new Slot({ file, log, args: [], env: own, imports: [CLOCK] }) };
}

/** What workers record is committed late where `slow_commits` says so: each in three, in a moment of its own. */
const SLOW = `
create table slow_commits (ms int not null);
insert into slow_commits values (0);
grant select on slow_commits to journeys_app;
create function commit_slowly() returns trigger language plpgsql as $$
declare most int;
begin
  select ms into most from slow_commits;
  if most > 0 and coalesce(current_setting('faults.slept', true), '') <> txid_current()::text and random() < 0.34 then
    perform set_config('faults.slept', txid_current()::text, true);
    perform pg_sleep(random() * most / 1000);
  end if;
  return null;
end $$;
create constraint trigger slow_commits after insert on events deferrable initially deferred
  for each row execute function commit_slowly();
`;
/** Whoever comes upon a lease is told when it ends, and comes again then: it has to be short from its beginning. */
const HURRIED = `
create function hurried() returns trigger language plpgsql as $$
begin
  new.leased_until := least(new.leased_until, clock_timestamp() + interval '${HURRIED_MS} milliseconds');
  return new;
end $$;
create trigger hurried before insert or update on effect_leases for each row execute function hurried();
`;

/** Where the server is just getting up again, as often as it takes. */
async function asAdmin(ground: Ground, statement: string): Promise<void> {
  for (const patience = Date.now() + 30_000; ; await pause(200)) {
    try {
      return await asAdminOnce(ground, statement);
    } catch (error) {
      if (Date.now() > patience) throw error;
    }
  }
}

async function asAdminOnce({ adminUrl, ownerUrl }: Ground, statement: string): Promise<void> {
  const { pathname } = new URL(ownerUrl);
  const client = new pg.Client({ connectionString: Object.assign(new URL(adminUrl), { pathname }).href });
  client.on("error", () => undefined); // the server may be ended meanwhile
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Follows the feed as a hub's own system does: what it has heard, in order. */
export class FeedReader {
  readonly heard: { stream: string; seq: number }[] = [];
  private cursor: string | null = null;
  private stopped = false;
  private readonly reading: Promise<void>;

  constructor(private readonly ground: Pick<Ground, "dataSource">) {
    this.reading = this.follow();
  }

  /** Reads what there is now, to its end. */
  async catchUp(): Promise<void> {
    while ((await this.readOn()) > 0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.reading;
  }

  private async follow(): Promise<void> {
    for (; !this.stopped; await pause(100)) await this.readOn().catch(() => 0); // PostgreSQL comes back
  }

  private async readOn(): Promise<number> {
    const from = this.cursor;
    const { items, next } = await readFeed(this.ground.dataSource, from, 200);
    if (this.cursor !== from) return items.length; // somebody else has read on meanwhile
    this.cursor = next;
    this.heard.push(...items.map(({ stream, seq }) => ({ stream, seq })));
    return items.length;
  }
}
