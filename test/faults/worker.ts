// A worker of the fault test: the real one, that kills itself at a point it is told by its parent.

import { inRuleTime, shiftedClock } from "../../activities/in-rule-time.ts";
import { dying } from "./dying.ts";
import { runWorker } from "./run-worker.ts";
import { RULES_AHEAD } from "./rule-day.ts";

const clock = shiftedClock(Number(process.env[RULES_AHEAD] ?? 0));
await runWorker((activities) => inRuleTime(dying(activities), clock));
