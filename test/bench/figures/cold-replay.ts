import type { Figure } from "../figure.ts";
import { callAll } from "../measure/callers.ts";
import { interleaved, median, secondsOf } from "../measure/rounds.ts";
import { plainIds, plainSide } from "../world/plain-side.ts";
import { liveJourneys, Records, recordsSoFar } from "../world/records.ts";
import { theService } from "../world/service.ts";

/** So many journeys, each with so many commands in the run under way. */
const [JOURNEYS, COMMANDS] = [25, 20];

export const coldReplay: Figure = {
  name: "cold-replay",
  unit: "ms",
  goal: { atMost: 10 },
  says: "Milliseconds in which a worker that has never seen a journey replays its run, after twenty commands.",
  besideIs: "milliseconds of a workflow that does nothing with twenty Updates",
  async measure(bench) {
    const service = await theService(bench);
    const plain = await plainSide(bench, service);
    const live = await liveJourneys(service, JOURNEYS);
    const [records, ids] = [new Records(service, live, await recordsSoFar(bench)), plainIds(live.length, "replayed")];
    for (let no = 0; no < COMMANDS; no++) {
      await callAll(live, () => records.send());
      await plain.call({ ids, seconds: null });
    }
    const { client } = service.home;
    const historyOf = (workflowId: string) =>
      client.workflow
        .getHandle(workflowId)
        .fetchHistory()
        .then((history) => ({ workflowId, history }));
    const ours = await Promise.all(live.map(({ id }) => historyOf(`journey/${id}`)));
    const theirs = await Promise.all(ids.map(historyOf));
    // Not before it is asked for: it brings Temporal's whole worker with it.
    const { bundles, replay } = await import("../world/replay.ts");
    const code = await bundles();
    const turns = await interleaved(
      bench.scale.rounds,
      () => replay(ours, code.ours),
      () => replay(theirs, code.plain),
    );
    const { value, beside, cpu } = secondsOf(turns);
    const events = (all: typeof ours): number => median(all.map(({ history }) => history.events?.length ?? 0));
    return {
      value: value * 1_000,
      beside: (beside ?? 0) * 1_000,
      ...(cpu !== undefined && { cpu }),
      detail: { events: events(ours), eventsBeside: events(theirs), rounds: turns.ours.map(({ seconds }) => seconds) },
    };
  },
};
