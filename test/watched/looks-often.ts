// Loaded into a process before anything else: its figures are read anew five times a second where somebody asks, and
// soon given up where nobody answers, so that what comes about is seen when it does. How long that is in service,
// libs/watch/metrics.unit.spec.ts shows.

import { reading } from "../../libs/watch/metrics.ts";

Object.assign(reading, { fresh: 200, patience: 400 });
