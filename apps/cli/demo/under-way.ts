// A demonstration's Temporal remembers nothing, and a workflow begins when something is asked or due: for most, not for
// days. So what PostgreSQL knows to be under way is begun, a few at a time, once everything is ready: whoever opens the
// Temporal Web UI sees all of it, and whoever clicks on a page meanwhile is not kept waiting.

import { setTimeout as pause } from "node:timers/promises";
import { recover } from "../../../activities/recover.ts";
import { withDatabase } from "../../../libs/service/database.ts";
import { Temporal } from "../../../libs/service/temporal.ts";
import type { TemporalSettings } from "../../../libs/temporal/connection.ts";

/** So many at once, and so long until the next: a fifth of a core. */
const FEW = 5;
const PAUSE_MS = 1_000;

export interface UnderWay {
  databaseUrl: string;
  temporal: TemporalSettings;
  /** The wish that it ends. */
  told: AbortSignal;
  pauseMs?: number;
}

/**
 * Begins the workflow of every journey, Work Group, payment run and turn that has anything to come. Answers how many;
 * null where it was told to end before. Rejects where PostgreSQL or Temporal does not answer.
 */
export async function beginAll({
  databaseUrl,
  temporal: where,
  told,
  pauseMs = PAUSE_MS,
}: UnderWay): Promise<number | null> {
  const temporal = new Temporal(where);
  const rest = (): Promise<void> => pause(pauseMs, undefined, { signal: told });
  try {
    return await withDatabase(databaseUrl, { name: "school-journeys demo", poolSize: 1 }, async (database) => {
      const deps = { dataSource: await database.open(), client: temporal.client };
      return (await recover(deps, () => undefined, { batch: FEW, rest })).woken;
    });
  } catch (error) {
    if (told.aborted) return null;
    throw error;
  } finally {
    await temporal.close();
  }
}
