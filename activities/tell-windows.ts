// Tells interested schools of a window that their hub has set or moved. What is still to be told is read from the
// windows and from the log of commands, never remembered: it goes out by the sweep, whatever was interrupted, and a
// journey takes it once.

import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { instantFromMs, type Instant } from "../libs/calendar/instants.ts";
import { bringCommand } from "../libs/temporal/bring-command.ts";
import { SERVICE } from "../libs/journey/commands.ts";
import { untoldWindows, type Untold } from "../libs/store/hubs/windows.ts";
import { failingByCode } from "./failures.ts";
import { fewAtOnce } from "../libs/store/few-at-once.ts";

/** So many in one round; the rest in the next, a minute on. */
const ROUND = 200;
const AT_ONCE = 8;
const TELL_MS = 10_000;

/**
 * One round: answers how many journeys were told. Rejects with a failure by code, and goes on with the rest in the next
 * round.
 */
export function makeTellWindows(deps: {
  dataSource: DataSource;
  client: Client;
}): (request?: { now?: Instant }) => Promise<number> {
  return (request = {}) =>
    failingByCode(async () => {
      const at = request.now ?? instantFromMs(Date.now());
      const waiting = await untoldWindows(deps.dataSource, ROUND);
      await fewAtOnce(waiting, AT_ONCE, (next) => tell(deps, next, at));
      return waiting.length;
    });
}

/** A journey that has gone on turns it down, which is an answer too. */
async function tell(
  deps: { dataSource: DataSource; client: Client },
  { command: id, journey, window: { prospectus, opensOn, closesOn } }: Untold,
  at: Instant,
): Promise<void> {
  await bringCommand(
    deps,
    journey,
    { id, type: "NoteWindow", at, by: SERVICE, data: { prospectus, opensOn, closesOn } },
    { timeoutMs: TELL_MS },
  );
}
