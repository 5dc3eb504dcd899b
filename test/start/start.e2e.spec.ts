// `npm start` as a person meets it, in a clone of its own: from its first line to a second start that finds its data.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { top } from "../../apps/cli/setup/folders.ts";
import { commandLine } from "../../apps/cli/setup/processes.ts";

const WHAT_IT_NEEDS = ["apps", "libs", "workflows", "activities", "package.json", "package-lock.json", "tsconfig.json"];

let clone: string;
let running: Start | undefined;

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), "start-"));
  for (const path of WHAT_IT_NEEDS) cpSync(join(top, path), join(clone, path), { recursive: true });
  symlinkSync(join(top, "node_modules"), join(clone, "node_modules"));
});

afterAll(async () => {
  await running?.stop();
  rmSync(clone, { recursive: true, force: true });
}, 60_000);

class Start {
  output = "";
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  /** @param command what a supervisor starts; it is signalled, and nothing that it starts itself */
  constructor(env: Record<string, string> = {}, command = [process.execPath, "apps/cli/start.mjs"]) {
    this.child = spawn(command[0]!, command.slice(1), {
      cwd: clone,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on("data", (text: Buffer) => (this.output += text.toString()));
    this.ended = new Promise((resolve) => this.child.once("exit", (code) => resolve(code)));
  }

  /** Waits for a line; rejects with all that was said when it ends without. */
  async says(line: RegExp): Promise<RegExpExecArray> {
    const end = this.ended.then((code) => {
      throw new Error(`ended with ${code} and never said ${line}:\n${this.output}`);
    });
    const said = new Promise<RegExpExecArray>((resolve) => {
      const look = () => {
        const found = line.exec(this.output);
        if (found) resolve(found);
      };
      look();
      this.child.stdout!.on("data", look);
    });
    return Promise.race([said, end]);
  }

  /** All that it has started, and they: whatever group or session they lead. */
  descendants(): number[] {
    const { stdout } = spawnSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
    const pairs = stdout.split("\n").map((line) => line.trim().split(/ +/).map(Number));
    const found = [this.child.pid!];
    for (const parent of found) found.push(...pairs.flatMap(([pid, of]) => (of === parent ? [pid!] : [])));
    return found.slice(1);
  }

  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

interface Ready {
  start: Start;
  api: string;
  inbox: string;
  ui: string;
  /** Where worker and API show their figures. */
  metrics: string[];
}

async function ready(command?: string[]): Promise<Ready> {
  const start = (running = new Start({}, command));
  await start.says(/Ctrl-C stops every part/);
  const address = (name: string) => new RegExp(`${name} +(http://\\S+)`).exec(start.output)?.[1] ?? "";
  const [, worker = "", web = ""] = /Metrics +(http:\S+), (http:\S+)/.exec(start.output) ?? [];
  const [api, inbox, ui] = [address("API"), address("Mail inbox"), address("Temporal Web UI")];
  return { start, api, inbox, ui, metrics: [worker, web] };
}

/** What of a folder others than its owner may read, write or enter: the folder itself, and all in it. */
function openToOthers(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  return [folder, ...paths].filter((path) => {
    const its = lstatSync(path, { throwIfNoEntry: false }); // PostgreSQL drops files while we look
    return its !== undefined && (its.isFile() || its.isDirectory()) && (its.mode & 0o077) !== 0;
  });
}

/** A bearer token of the clone's sign-in, as a script takes it. */
function token(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["apps/cli/token.ts", ...args], {
    cwd: clone,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${status}: ${stderr}`);
  return stdout.trim();
}
const signedIn = (): { authorization: string } => ({
  authorization: `Bearer ${token("--role", "hub-lead", "--hub", "great-north")}`,
});
const journeys = async (api: string) =>
  (
    (await (await fetch(`${api}/journeys`, { headers: signedIn() })).json()) as {
      items: { id: string; status: string }[];
    }
  ).items;

it("what is malformed stops it with a sentence for each variable", async () => {
  const start = new Start({ PORT: "x", PUBLIC_URL: "journeys", PEOPLE_KEY: "secret" });
  expect(await start.ended).toBe(1);
  expect(start.output).toMatch(/^PORT must be a port number/m);
  expect(start.output).toMatch(/^PUBLIC_URL must be a web address/m);
  expect(start.output).toMatch(/^PEOPLE_KEY must be 32 random bytes in base64/m);
  expect(start.output).not.toMatch(/secret/);
}, 30_000);

it.each([
  [
    "DATABASE_URL",
    "postgres://nobody:secret@127.0.0.1:1/journeys",
    /^DATABASE_URL names a PostgreSQL that cannot be used: .*ECONNREFUSED/m,
  ],
  ["TEMPORAL_ADDRESS", "127.0.0.1:1", /^TEMPORAL_ADDRESS is 127\.0\.0\.1:1, and no Temporal server answers there/m],
  ["TEMPORAL_UI_URL", "http://127.0.0.1:1/", /^TEMPORAL_UI_URL is .* nothing answers there/m],
  ["OIDC_ISSUER", "https://127.0.0.1:1", /^OIDC_ISSUER is https:\/\/127\.0\.0\.1:1, and nothing answers there/m],
])(
  "%s that leads nowhere stops it with a sentence that names it",
  async (variable, value, sentence) => {
    const start = new Start({ [variable]: value });
    expect(await start.ended).toBe(1);
    expect(start.output).toMatch(sentence);
    expect(start.output).not.toMatch(/secret/);
  },
  30_000,
);

it("reached from elsewhere it does not start with what is good enough for this machine, and names all", async () => {
  const start = new Start({ HOST: "0.0.0.0", WEBHOOK_LOOPBACK: "allow" });
  expect(await start.ended).toBe(1);
  const said = start.output.split("\n").flatMap((line) => /^([A-Z_]{5,}) must/u.exec(line)?.[1] ?? []);
  expect(said).toEqual(["PUBLIC_URL", "OIDC_ISSUER", "WEBHOOK_LOOPBACK"]);
}, 30_000);

let first: Awaited<ReturnType<typeof ready>>;

it("a token is not to be had before there is a sign-in, and a sentence says so", () => {
  expect(() => token("--role", "operator")).toThrow(/^1: There is no embedded sign-in yet\. Run `npm start` first/u);
  expect(() => token("--role", "king")).toThrow(/^2: There is no role king\./u);
});

it("brings everything up, says what to try first, which works, and stops it all where npm alone is told", async () => {
  first = await ready(["npm", "start"]);
  for (const page of [
    first.ui,
    first.inbox,
    `${new URL(first.api).origin}/api/docs`,
    `${new URL(first.api).origin}/api/openapi.json`,
    ...first.metrics,
  ]) {
    expect(`${page} ${(await fetch(page)).status}`).toBe(`${page} 200`);
  }
  expect(first.start.output).toMatch(/hub-lead +Tom Whitaker, Hub lead, Great North/);
  expect((await fetch(`${new URL(first.api).origin}/sign-in`)).url).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/interaction\//,
  );
  const [, url, body] = /curl (\S+) -H 'content-type: application\/json' -d '(.*)'/.exec(first.start.output) ?? [];
  const answer = await fetch(url!, {
    method: "POST",
    headers: { "content-type": "application/json", ...signedIn() },
    body: body!,
  });
  expect(answer.status).toBe(201);
  expect(first.start.output).toMatch(
    /^PEOPLE_KEY is not set: made a key for names and addresses, \.local\/people\.key\./m,
  );
  const parts = ["worker", "api"].map((part) => Number(readFileSync(join(clone, ".local", `${part}.pid`), "utf8")));
  expect(openToOthers(join(clone, ".local"))).toEqual([]);
  await endsEveryPart(first.start, "SIGTERM");
  expect(parts.map(commandLine)).toEqual(["", ""]);
  expect(existsSync(join(clone, ".local/postgres/data/postmaster.pid"))).toBe(false);
}, 120_000);

it("finds its data again at the same addresses; starts a part again that dies; sends another start away", async () => {
  const { start, api, inbox, ui } = await ready();
  expect(start.output).not.toMatch(/PEOPLE_KEY/);
  expect([api, inbox, ui]).toEqual([first.api, first.inbox, first.ui]);
  expect(await journeys(api)).toMatchObject([{ id: "100001-primary", status: "interested" }]);

  process.kill(Number(readFileSync(join(clone, ".local/api.pid"), "utf8")), "SIGKILL");
  await start.says(/The API ended \(SIGKILL\); starting it again in 1 s/);
  const until = Date.now() + 30_000;
  const headers = signedIn();
  while (!(await fetch(`${api}/journeys`, { headers }).catch(() => undefined))?.ok && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await journeys(api)).toHaveLength(1);

  const beside = new Start();
  expect(await beside.ended).toBe(1);
  expect(beside.output).toMatch(/already runs from this folder/);
}, 120_000);

it("that is killed leaves nothing that keeps the next one from its data, which Ctrl-C at npm ends", async () => {
  await running?.stop("SIGKILL");
  const next = await ready(["npm", "start"]);
  expect(next.api).toBe(first.api);
  expect(await journeys(next.api)).toHaveLength(1);
  await endsEveryPart(next.start, "SIGINT");
}, 120_000);

/** Where npm alone is told to end, all is gone within seconds. */
async function endsEveryPart(start: Start, signal: "SIGINT" | "SIGTERM"): Promise<void> {
  const parts = start.descendants();
  // Node under npm, PostgreSQL and its own, Temporal, the worker, the API.
  expect(parts.length).toBeGreaterThan(8);
  const toldAt = Date.now();
  expect(await start.stop(signal)).toBe(0);
  expect(start.output).toMatch(/^Stopped; the next start finds its data again/m);
  expect(parts.map(commandLine).filter((line) => line !== "")).toEqual([]);
  expect(Date.now() - toldAt).toBeLessThan(20_000);
}

it("does not go on with another key than the one that people were sealed with", async () => {
  const start = new Start({ PEOPLE_KEY: Buffer.alloc(32, 9).toString("base64") });
  expect(await start.ended).toBe(1);
  expect(start.output).toMatch(/^PEOPLE_KEY does not open the names and addresses in this database/m);
}, 60_000);
