// Loaded into a process before anything else: its figures are read anew five times a second where somebody asks, so
// that what comes about is seen when it does. That they are good for some seconds, libs/watch/metrics.unit.spec.ts
// shows.

import { fresh } from "../../libs/watch/metrics.ts";

fresh.forMs = 200;
