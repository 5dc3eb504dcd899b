// A hub's turn into the next academic year: some steps, and some more, until all are done or the hub interrupts it. It
// holds no rules and no list: what is to be done, and what is, PostgreSQL knows. Cancelled, terminated or lost, the
// sweep begins it again where it was.

import { continueAsNew, proxyActivities, setCurrentDetails, setHandler, workflowInfo } from "@temporalio/workflow";
import type { TurnAnswer, TurnRequest } from "../libs/contract/turn.ts";
import { showAttributes, wake } from "./life.ts";
import { now } from "./now.ts";

const { "turn-hub": takeSteps } = proxyActivities<{ "turn-hub"(request: TurnRequest): Promise<TurnAnswer> }>({
  // A worker that died holds it up for so long.
  startToCloseTimeout: "30 seconds",
  retry: { initialInterval: "1 second", backoffCoefficient: 2, maximumInterval: "30 seconds" },
});

/** One run of a turn. @param turn its name, `turn/{hub}/{year}` */
export async function hubTurn(turn: string): Promise<void> {
  let looking = true;
  // Resumed just as it was ending: it looks again.
  setHandler(wake, () => {
    looking = true;
  });
  while (looking) {
    looking = false;
    const { status, details, hub, academicYear } = await takeSteps({ turn, now: now() });
    setCurrentDetails(details);
    showAttributes({ MathsHub: hub, AcademicYear: academicYear, JourneyStatus: status });
    looking ||= status === "running";
    if (looking && workflowInfo().continueAsNewSuggested) await continueAsNew<typeof hubTurn>(turn);
  }
}
