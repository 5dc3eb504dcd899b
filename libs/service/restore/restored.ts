// After a restore of PostgreSQL to an earlier moment: what it does not know any more is named, and nothing outside
// answers for it. Run before worker and service are started again.

import { DataSource } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { addSeconds } from "../../calendar/instants.ts";
import { replayErasures } from "../../people/erasure.ts";
import { lastKept, notDone, notKept } from "../../store/after-restore.ts";
import { renewEpoch } from "../../store/feed/feed.ts";
import { runsSince, terminateAll, whatWentOn, type Answered, type Performed } from "../../temporal/what-went-on.ts";
import type { Database } from "../database.ts";
import type { Temporal } from "../temporal.ts";

/** The clocks of PostgreSQL and Temporal may differ, and a commit comes before its answer. */
const MARGIN_SECONDS = 60;
const PING_MS = 5_000;

/** `again`: the event that asked is still there, and asks again; else it is gone, and somebody was told of it. */
export interface SentSince extends Performed {
  again: boolean;
}

/** What a restore came to. */
export interface Restored {
  /** When this database last kept something; null: it is empty. */
  until: Instant | null;
  erasures: { entries: number; destroyed: number; unreadable: number[] };
  /** What was performed and is not known here: letters by their Message-IDs, payments by their authorisation. */
  sent: SentSince[];
  /** Commands that were acknowledged and are not known here: whoever sends them again has them carried out. */
  lost: Answered[];
  /** How many runs were ended. */
  ended: number;
}

export class AfterRestore {
  /** `ownerUrl`: of PostgreSQL, as the owner of the schema; `erasureLog`: the file outside the database. */
  constructor(
    private readonly database: Database,
    private readonly ownerUrl: string,
    private readonly temporal: Temporal,
    private readonly erasureLog: string,
  ) {}

  /**
   * Looks in Temporal for what went on after the backup, erases again whom the log has as erased, begins a new epoch
   * (readers of the feed are told; Updates and letters have other names from now on), and ends every open run. Can be
   * run again: the report is the same until something new is kept. Rejects with StoreError, or as the SDK does.
   */
  async run(): Promise<Restored> {
    await this.temporal.ping(PING_MS);
    const source = await this.database.open();
    const until = await lastKept(source);
    const { sent, lost } = await this.since(until ?? "1970-01-01T00:00:00Z");
    const erasures = await replayErasures(source, this.erasureLog);
    const owner = await new DataSource({ type: "postgres", url: this.ownerUrl }).initialize();
    try {
      await renewEpoch(owner, "restored");
    } finally {
      await owner.destroy();
    }
    const ended = await terminateAll(this.temporal.client, "PostgreSQL was restored: it goes on in a new run");
    return { until, erasures, sent, lost, ended };
  }

  private async since(until: Instant): Promise<Pick<Restored, "sent" | "lost">> {
    const source = await this.database.open();
    const from = addSeconds(until, -MARGIN_SECONDS);
    const [sent, lost]: [SentSince[], Answered[]] = [[], []];
    for (const run of await runsSince(this.temporal.client, from)) {
      const { performed, answered } = await whatWentOn(this.temporal.client, run, from);
      const open = await notDone(
        source,
        performed.map(({ id }) => id),
      );
      const unknown = await notKept(
        source,
        answered.map(({ command }) => command),
      );
      for (const one of performed) {
        const known = open.get(one.id);
        if (known !== undefined && isSeenOutside(one)) sent.push({ ...one, again: known.event });
      }
      lost.push(...answered.filter(({ command }) => unknown.has(command)));
    }
    return { sent: inTime(sent), lost: inTime(lost) };
  }
}

/** A letter, or payments whose remittance may be at the bank: the rest is known to nobody but us. */
const isSeenOutside = ({ activity, messageIds }: Performed): boolean =>
  messageIds.length > 0 || activity === "authorise-payments";

const inTime = <T extends { at: Instant }>(all: T[]): T[] => all.sort((a, b) => (a.at < b.at ? -1 : 1));
