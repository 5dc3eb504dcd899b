// A lane beside the first: a thread that compares its share and says what it found.

import { parentPort, workerData } from "node:worker_threads";
import { compared, withJourneys, type AskedWhatIf, type Share } from "./what-if-compared.ts";

const { asked, share } = workerData as { asked: AskedWhatIf; share: Share };
parentPort?.postMessage(await withJourneys(asked, (database) => compared(database, asked, share)));
