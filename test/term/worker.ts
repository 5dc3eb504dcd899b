// A worker of the simulated term: the real one, by the term's clock, that kills itself at a point it is told by its
// parent.

import { dying } from "../faults/dying.ts";
import { runWorker } from "../faults/run-worker.ts";
import { inRuleTime } from "../../activities/in-rule-time.ts";
import { knottedClock, type Knots } from "../support/rule-clock.ts";
import { TERM_CLOCK } from "./term.ts";

const clock = knottedClock(JSON.parse(process.env[TERM_CLOCK] ?? "[]") as Knots);
await runWorker((activities) => dying(inRuleTime(activities, clock)));
