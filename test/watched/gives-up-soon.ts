// Loaded into a process before anything else: a command that nobody answers is given up after three seconds, not ten,
// from the start on.

import { patience } from "../../apps/web/patience.ts";

Object.assign(patience, { commandMs: 3_000, atFirstMs: 3_000 });
