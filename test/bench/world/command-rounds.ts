// Commands over the API, and Updates that do nothing, in turn: for their rate and for how long each takes.

import type { Bench } from "../bench.ts";
import { callAll, callFor } from "../measure/callers.ts";
import { interleaved, turnOf, type Turn } from "../measure/rounds.ts";
import { plainIds, plainSide } from "./plain-side.ts";
import { liveJourneys, Records, recordsSoFar } from "./records.ts";
import { mustBeFine } from "./requests.ts";
import { theService } from "./service.ts";

/** So many journeys have their turn one after the other: more than are hot at once. */
const IN_TURN = 300;

/** Both sides' turns, made once for all who ask. */
export function commandRounds(bench: Bench): Promise<{ ours: Turn[]; plain: Turn[] }> {
  return bench.once("command-rounds", async () => {
    const service = await theService(bench);
    const plain = await plainSide(bench, service);
    const live = await liveJourneys(service, IN_TURN);
    const [records, ids] = [new Records(service, live, await recordsSoFar(bench)), plainIds(live.length)];
    // Each runs, and its worker has seen it, before anything is counted.
    await callAll(live, () => records.send());
    await plain.call({ ids, seconds: null });
    const { rounds, seconds } = bench.scale;
    return interleaved(
      rounds,
      () => turnOf(service.cpu, () => callFor(seconds, async () => void mustBeFine(await records.try()))),
      () => turnOf(plain.cpu, () => plain.call({ ids, seconds })),
    );
  });
}
