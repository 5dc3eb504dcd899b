// Loaded into a process before anything else: a command that nobody answers is given up after three seconds, not ten.

import { patience } from "../../libs/service/settings.ts";

patience.commandMs = 3_000;
