// A lane beside the first: a thread that compares what it takes of the journeys, and says what it found.

import { parentPort, workerData } from "node:worker_threads";
import type { Pieces } from "../../libs/service/ahead/pieces.ts";
import { compared, withJourneys, type AskedWhatIf } from "./what-if-compared.ts";

const { asked, journeys } = workerData as { asked: AskedWhatIf; journeys: Pieces };
parentPort?.postMessage(await withJourneys(asked, (database) => compared(database, asked, journeys)));
