// All figures, in the order in which they are measured: what only counts first, what is killed and started again last.

import type { Figure } from "./figure.ts";
import { actions } from "./figures/actions.ts";
import { append } from "./figures/append.ts";
import { burst } from "./figures/burst.ts";
import { cachedJourney } from "./figures/cached-journey.ts";
import { coldReplay } from "./figures/cold-replay.ts";
import { coldRestart } from "./figures/cold-restart.ts";
import { commandP99 } from "./figures/command-p99.ts";
import { commands } from "./figures/commands.ts";
import { historyEvents } from "./figures/history-events.ts";
import { hubCalendar } from "./figures/hub-calendar.ts";
import { hubTurn } from "./figures/hub-turn.ts";
import { lists } from "./figures/lists.ts";
import { pages } from "./figures/pages.ts";
import { reads } from "./figures/reads.ts";
import { rebuild } from "./figures/rebuild.ts";
import { recover } from "./figures/recover.ts";
import { registers } from "./figures/registers.ts";
import { starts } from "./figures/starts.ts";
import { whatIf } from "./figures/what-if.ts";

export const FIGURES: readonly Figure[] = [
  historyEvents,
  actions,
  ...[append, rebuild, whatIf],
  ...[reads, lists, hubCalendar, hubTurn, pages],
  ...[commands, commandP99, registers, starts, recover],
  ...[cachedJourney, coldReplay, burst, coldRestart],
];
