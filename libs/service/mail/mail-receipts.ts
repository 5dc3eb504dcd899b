// What became of a letter, as the mail service says it. The address that it names is looked at by nobody.

import type { DataSource } from "typeorm";
import { instantFromMs } from "../../calendar/instants.ts";
import { addresseeOf, readMessageId, type LetterId } from "../../contract/message-id.ts";
import { SERVICE, type Command } from "../../journey/commands.ts";
import { effectOf } from "../../journey/effects.ts";
import { fold } from "../../journey/evolve.ts";
import { reject } from "../../journey/rejection.ts";
import { load } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { epochOf } from "../../store/feed/feed.ts";
import { streamOf } from "../../store/events/streams.ts";
import { bringCommand } from "../../temporal/bring-command.ts";
import type { Database } from "../database.ts";
import { refusalOf } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import type { Temporal } from "../temporal.ts";

/**
 * What Notify calls a letter that did not arrive: no such address, a full mailbox for three days, a fault on the way.
 */
const FAILURES: readonly unknown[] = ["permanent-failure", "temporary-failure", "technical-failure"];

export class MailReceipts {
  constructor(
    private readonly database: Database,
    private readonly temporal: Temporal,
    private readonly settings: Pick<ServiceSettings, "clock" | "commandTimeoutMs">,
  ) {}

  /**
   * Records a letter that came back, from a mail service that was believed before. Answers whether it did: what
   * arrived, or is none of ours, changes nothing. The same receipt twice is one. `preview`: only look whether it is of
   * a letter of ours that came back. @throws Refusal `unavailable`
   */
  async take(
    { reference, status }: { reference?: unknown; status?: unknown },
    { preview = false }: { preview?: boolean } = {},
  ): Promise<boolean> {
    const letter = typeof reference === "string" ? readMessageId(reference) : null;
    if (letter === null || typeof status !== "string" || !FAILURES.includes(status)) return false;
    const dataSource = await this.database.open();
    const command = await this.commandOf(dataSource, letter, status);
    if (command === null || preview) return command !== null;
    const bringing = { dataSource, client: this.temporal.client };
    const { commandTimeoutMs: timeoutMs } = this.settings;
    const outcome = await bringCommand(bringing, letter.journey, command, { timeoutMs });
    if ("fault" in outcome) throw refusalOf(reject("unavailable", "fault").rejection);
    return outcome.accepted;
  }

  /** Null where no such letter was ever asked for. */
  private async commandOf(
    source: DataSource,
    { journey, seq, addressee, epoch }: LetterId,
    status: string,
  ): Promise<Command | null> {
    const events = recorded(await load(source, streamOf(journey)));
    const asked = events.find((event) => event.seq === seq);
    if (asked === undefined || effectOf(asked) === null) return null;
    // Of an event that a restore took back, and whose number another one has now.
    if ((await epochOf(source, streamOf(journey), seq)) !== epoch) return null;
    const state = fold(events);
    const person =
      state.status === "none" ? undefined : state.participants.find(({ id }) => addresseeOf(id) === addressee)?.id;
    return {
      id: `receipt:${journey}:${seq}:${addressee}`,
      type: "RecordBounce",
      at: instantFromMs(this.settings.clock()),
      by: SERVICE,
      data: { effect: seq, addressee, person: person ?? null, code: status },
    };
  }
}
