import { setTimeout as pause } from "node:timers/promises";
import type { RunningProcess } from "../setup/processes.ts";
import type { Say } from "../setup/set-up-error.ts";

/** Something that runs as a process of its own. */
export interface Part {
  process: RunningProcess;
  stop(): Promise<void>;
}

export interface KeptAlive<P extends Part> {
  /** As it was first started; its addresses stay the same when it is started again. */
  part: P;
  /** How often it has ended of itself. */
  deaths(): number;
  /** Stops it for good. */
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** One that has run this long was well: the pauses begin anew. */
const WELL_AFTER_MS = 60_000;

/**
 * Starts a part, and starts it again, after a pause that grows, whenever it ends of itself.
 * @param name what people call it
 * @param start starts it; rejects if that is not possible, which the first time is the caller's affair
 */
export async function keepAlive<P extends Part>(
  name: string,
  start: () => Promise<P>,
  say: Say,
): Promise<KeptAlive<P>> {
  const stopping = new AbortController();
  const part = await start();
  let current: Part = part;
  let deaths = 0;
  const watching = watch();
  return {
    part,
    deaths: () => deaths,
    async stop() {
      stopping.abort();
      await current.stop();
      await watching;
    },
  };

  async function watch(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    for (let startedAt = Date.now(); ; startedAt = Date.now()) {
      const { code, signal } = await current.process.ended;
      if (stopping.signal.aborted) return;
      deaths += 1;
      if (Date.now() - startedAt > WELL_AFTER_MS) pauseMs = FIRST_PAUSE_MS;
      say(`${name} ended (${signal ?? `code ${code}`}); starting it again in ${pauseMs / 1_000} s.`);
      do {
        await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined); // "aborted" is no news
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      } while (!stopping.signal.aborted && !(await startAgain()));
      if (stopping.signal.aborted) return current.stop();
    }
  }

  async function startAgain(): Promise<boolean> {
    try {
      current = await start();
      return true;
    } catch (error) {
      say(`${name} did not start: ${error instanceof Error ? error.message : error}`);
      return false;
    }
  }
}
