import { randomInt } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { localFolder } from "./folders.ts";

/**
 * Whether nothing listens on a port of the loopback address.
 * @param port 1 to 65535, or 0 for any
 * @returns the port that could be had, or undefined
 */
async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(undefined));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}

/** Whether a port of the loopback address is free now. */
export async function isFree(port: number): Promise<boolean> {
  return (await tryPort(port)) !== undefined;
}

/**
 * Below what systems give to those who connect to others, or who ask for any port (from 32768, or 49152); above those
 * that browsers refuse to call (10080 is the last).
 */
const OURS = { from: 11_000, to: 32_000 };

/**
 * A port of the loopback address that is free now, and stays so while its owner is away: the system gives it to nobody
 * by itself.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = await tryPort(randomInt(OURS.from, OURS.to));
    if (port !== undefined) return port;
  }
  throw new Error(`no port from ${OURS.from} to ${OURS.to} is free on 127.0.0.1`);
}

/**
 * The port that a part of this clone uses: the one of its last start if free, else the usual one if free, else any.
 * What is chosen is remembered, so that addresses stay the same from start to start and two clones do not collide.
 * @param part what the port is for, such as 'postgres'
 * @param usual the number people know; left out where nobody types it
 * @param file where the choices are kept
 * @param taken one that another part will have
 */
export async function rememberedPort(
  part: string,
  usual?: number,
  file = join(localFolder, "ports.json"),
  taken?: number,
): Promise<number> {
  const chosen = choosing.then(() => choosePort(part, usual, file, taken));
  choosing = chosen.catch(() => undefined);
  return chosen;
}

/** One choice at a time: parts start side by side, and each choice is noted in the same file. */
let choosing: Promise<unknown> = Promise.resolve();

async function choosePort(
  part: string,
  usual: number | undefined,
  file: string,
  taken: number | undefined,
): Promise<number> {
  const ports = await readPorts(file);
  // A part that was given its port may not listen yet: the system would give the same again.
  const others = new Set([taken, ...Object.keys(ports).map((other) => (other === part ? undefined : ports[other]))]);
  let port: number | undefined;
  for (const wanted of [ports[part], usual]) {
    if (port === undefined && wanted !== undefined && !others.has(wanted) && (await isFree(wanted))) port = wanted;
  }
  while (port === undefined || others.has(port)) port = await freePort();
  if (ports[part] !== port) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify({ ...ports, [part]: port }, null, 2) + "\n");
  }
  return port;
}

async function readPorts(file: string): Promise<Record<string, number>> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Record<string, number>;
  } catch {
    return {}; // none yet, or spoilt: choosing anew is safe
  }
}
