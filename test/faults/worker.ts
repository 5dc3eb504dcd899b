// A worker of the fault test: the real one, that kills itself at a point it is told by its parent.

import { dying } from "./dying.ts";
import { runWorker } from "./run-worker.ts";

await runWorker(dying);
