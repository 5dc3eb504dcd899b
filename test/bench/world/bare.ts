// The bare server beside the API: the same statements, on the same database.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../../../apps/cli/setup/ports.ts";
import type { Bench } from "../bench.ts";
import { ask } from "../measure/ask.ts";
import { cpuOf } from "../measure/cpu.ts";
import { startChild } from "./child.ts";
import { mustBeFine } from "./requests.ts";
import type { Service } from "./service.ts";
import type { Statements } from "./statements.ts";

export interface BareServer {
  /** What it and PostgreSQL have taken of the processor so far. */
  cpu(): number;
  /** Asks for what goes by a name; about another journey, where one is named. */
  get(name: string, id?: string): Promise<void>;
}

const PROGRAM = new URL("../plain/bare-server.ts", import.meta.url);

/** Starts one that knows these; ends with the run. */
export async function bareServer(
  bench: Bench,
  { country }: Service,
  known: Readonly<Record<string, Statements>>,
): Promise<BareServer> {
  const port = await freePort();
  const file = join(country.folder, `statements-${port}.json`);
  await writeFile(file, JSON.stringify(known));
  const log = join(country.folder, "bare-server.log");
  const child = await startChild(PROGRAM, [country.postgres.appUrl, String(port), file], log);
  bench.atEnd(() => child.kill());
  return {
    cpu: () => cpuOf([child.pid, country.postgres.process.pid]),
    async get(name, id = "") {
      mustBeFine(await ask(`http://127.0.0.1:${port}/${name}/${id}`));
    },
  };
}
