// A lane beside the first: a thread that compares what it takes of the journeys, once it is asked, and says what it
// found.

import { once } from "node:events";
import { parentPort } from "node:worker_threads";
import type { Pieces } from "../../libs/service/ahead/pieces.ts";
import { compared, withJourneys, type AskedWhatIf } from "./what-if-compared.ts";

if (parentPort === null) throw new Error("It is a thread of npm run what-if.");
const [{ asked, journeys }] = (await once(parentPort, "message")) as [{ asked: AskedWhatIf; journeys: Pieces }];
parentPort.postMessage(await withJourneys(asked, (database) => compared(database, asked, journeys)));
