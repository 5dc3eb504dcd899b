// A hub's turn into the next academic year: some steps, and some more, until all are done or the hub interrupts it.
// Cancelled, terminated or lost, the sweep begins it again where it was.

import {
  continueAsNew,
  makeContinueAsNewFunc,
  patched,
  proxyActivities,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import { turnOfName, type StepsAnswer, type StepsRequest } from "../libs/contract/turn.ts";
import { idOf, isOver, live, showAttributes, startedWith, wake, WAKE_IN_WORDS } from "./life.ts";
import { now } from "./now.ts";
import { tellStory } from "./story.ts";

/** One run of a turn. @param given its name, `turn/{hub}/{year}` */
export async function hubTurn(given: string, before?: unknown): Promise<void> {
  const turn = idOf(given, (name) => turnOfName(name) !== null);
  if (!patched("a-turn-is-a-kind")) return await asBefore(turn);
  const last = await live({ name: turn, activity: "advance", about: { turn } }, before);
  if (!isOver(last)) await makeContinueAsNewFunc<typeof hubTurn>(startedWith(last))(turn, last.news);
  // Interrupted, the hub's word to resume starts the next run.
  showAttributes(last.attributes);
}

const { "turn-hub": takeSteps } = proxyActivities<{ "turn-hub"(request: StepsRequest): Promise<StepsAnswer> }>({
  startToCloseTimeout: "30 seconds",
  retry: { initialInterval: "1 second", backoffCoefficient: 2, maximumInterval: "30 seconds" },
});

/** A run that began before a turn was a kind. Today's `turn-hub` answers `done`, so that none of them goes on. */
async function asBefore(turn: string): Promise<void> {
  let looking = true;
  const story = tellStory();
  setHandler(
    wake,
    () => {
      looking = true;
    },
    { description: WAKE_IN_WORDS },
  );
  while (looking) {
    looking = false;
    const { status, details, hub, academicYear } = await takeSteps({ turn, now: now() });
    story.take({ details });
    showAttributes({ MathsHub: hub, AcademicYear: academicYear, JourneyStatus: status });
    looking ||= status === "running";
    if (looking && workflowInfo().continueAsNewSuggested) await continueAsNew<typeof hubTurn>(turn);
  }
}
