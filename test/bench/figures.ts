// All figures, in the order in which they are measured: what only counts first, what is killed and started again last.

import type { Figure } from "./figure.ts";
import { actions } from "./figures/actions.ts";
import { historyEvents } from "./figures/history-events.ts";

export const FIGURES: readonly Figure[] = [historyEvents, actions];
