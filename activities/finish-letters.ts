// A letter to many whose sender did not get to the last school: the rest of them hear of it here. What each school gets
// was fixed, and each command claimed, before the first one went.

import { findCommands } from "../libs/store/command-log.ts";
import { finishHubLetter, unfinishedLetters } from "../libs/store/hubs/letters.ts";
import { bringClaimed } from "../libs/temporal/bring-command.ts";
import { ServiceUnavailable } from "../libs/temporal/subject-client.ts";
import { failingByCode } from "./failures.ts";
import { fewAtOnce } from "../libs/store/few-at-once.ts";
import type { SweepDeps } from "./sweep.ts";

/** Letters of one round, and schools of one letter in it; the rest come a minute later. */
const ROUND = 3;
const SCHOOLS = 60;
const AT_ONCE = 4;
const BRING_MS = 8_000;

/** One round; answers how many schools heard of a letter. Rejects with a failure by code. */
export function makeFinishLetters({ dataSource, client }: SweepDeps): () => Promise<number> {
  return () =>
    failingByCode(async () => {
      let brought = 0;
      for (const { id, schools } of await unfinishedLetters(dataSource, ROUND)) {
        const found = await findCommands(
          dataSource,
          schools.map(({ command }) => command),
        );
        const open = [...found.values()].filter(({ outcome }) => outcome === null).slice(0, SCHOOLS);
        await fewAtOnce(open, AT_ONCE, async (record) => {
          try {
            await bringClaimed(client, record, { timeoutMs: BRING_MS });
            brought += 1;
          } catch (error) {
            // One that does not answer must not keep the others waiting: it is tried again in the next round.
            if (!(error instanceof ServiceUnavailable)) throw error;
          }
        });
        await finishHubLetter(dataSource, id);
      }
      return brought;
    });
}
