// Measures `npm run import-schools` with a made-up register of 50,000 schools, twice: seconds, most memory, what was
// written. node --import ./apps/cli/setup/typescript.mjs test/bench/import-schools.ts [ROWS]

import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startPostgres } from "../../apps/cli/setup/postgres.ts";
import { migrate } from "../../libs/store/migrate.ts";
import { writeRegister } from "../support/register.ts";

const {
  scripts: { "import-schools": script },
} = JSON.parse(await readFile("package.json", "utf8")) as { scripts: { "import-schools": string } };
const rows = Number(process.argv[2] ?? 50_000);
const folder = await mkdtemp(join(tmpdir(), "import-schools-"));
const [file, links] = [join(folder, "edubasealldata.csv"), join(folder, "links.csv")];
const postgres = await startPostgres({ folder: join(folder, "postgres"), port: await freePort() });
try {
  await migrate(postgres.ownerUrl);
  await writeRegister(file, links, rows);
  process.stdout.write(`${rows} schools, ${((await stat(file)).size / 1e6).toFixed(0)} MB\n`);
  await measured("first");
  await measured("the same again");
  await writeRegister(file, links, rows, 100);
  await measured("100 changed");
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measured(what: string): Promise<void> {
  const startedAt = performance.now();
  // As npm runs it, but for npm's own process.
  const child = spawn(process.execPath, [...script.split(" ").slice(1), file, links, "--json"], {
    env: { ...process.env, DATABASE_URL: postgres.appUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (text: Buffer) => (output += text.toString()));
  let peak = 0;
  const look = setInterval(() => {
    void readFile(`/proc/${child.pid}/status`, "utf8").then(
      (status) => {
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0));
      },
      () => undefined,
    ); // ended, or not Linux
  }, 50);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(look);
  const { schools, links: linked } = JSON.parse(output) as { schools: object; links: object };
  process.stdout.write(
    `${what}: ${((performance.now() - startedAt) / 1_000).toFixed(1)} s, ${(peak / 1_024).toFixed(0)} MB ` +
      `at most, exit ${code}, ${JSON.stringify({ schools, links: linked })}\n`,
  );
}
