// One request to one command: known already? — its personal data put away — sent — what became of it. The same key and
// body find what was recorded the first time, whatever happened in between.

import type { DataSource } from "typeorm";
import { statusAt } from "../../book/state-of.ts";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import { claimWhole } from "../../temporal/bring-command.ts";
import { performCommand, type AnyCommand } from "../../temporal/subject-client.ts";
import type { Principal } from "../access/principal.ts";
import type { Outcome } from "../../contract/journey.ts";
import type { Sealed, WireName } from "../../journey/wire.ts";
import type { RunWireName } from "../../payments/command-fields.ts";
import type { Skipped as SkippedPayment } from "../../payments/decision.ts";
import { homesOf } from "../../people/belonging.ts";
import { ownerAmong } from "../../people/keys.ts";
import { putTexts } from "../../people/people.ts";
import type { CommandRecord } from "../../store/command-log.ts";
import { streamOf } from "../../store/events/streams.ts";
import type { GroupWireName } from "../../work-group/command-fields.ts";
import type { Skipped } from "../../work-group/decision.ts";
import type { ServiceSettings } from "../settings.ts";
import type { Database } from "../database.ts";
import { Refusal, refusalOf } from "../refusal.ts";
import type { Temporal } from "../temporal.ts";
import type { Asked } from "./asked.ts";
import { named, namedBy, sameRequest, type Named, type NewId } from "./claim.ts";

/**
 * What a command's route answers. `status` is the journey's at that version, so that a repeated key is answered alike.
 */
export interface Answer {
  journey: string;
  version: number;
  status: string;
  /** The school is at another hub, which is asked: it answers until the end of that day, then an operator. */
  moving?: { to: string; until: string };
}

/** What became of a command that was accepted, whosever it is. */
export interface Sent {
  /** A journey's id; the name of a Work Group (`work-group/{id}`) or of a payment run. */
  subject: string;
  version: number;
  status: string;
  /** What it passed over, and why. */
  skipped: (Skipped | SkippedPayment)[];
}

/**
 * A request as it came: which command, and the route's name with its ids filled in: the key is the caller's own within
 * it.
 */
export interface Order {
  name: WireName | GroupWireName | RunWireName;
  route: string;
  /**
   * Reads the request, first received at `receivedAt`: the same from the same body. Throws a Refusal for what does not
   * fit.
   */
  prepare(source: DataSource, newId: NewId, receivedAt: Instant): Prepared | Promise<Prepared>;
}

/** A request that has the right shape. */
export interface Prepared {
  /** A journey's id, or the name of a Work Group (`work-group/{id}`) or of a payment run. */
  subject: string;
  /** The command's data, and the personal data parted from it; the contact is kept already. */
  sealed: Sealed;
  /** What else must be kept before the command is sent; the same twice. */
  before?(source: DataSource): Promise<void>;
  /** What follows from acceptance, at this version. `again`: this is a repeated request. */
  after?(source: DataSource, again: boolean, version: number): Promise<void>;
}

export class CommandSender {
  constructor(
    private readonly database: Database,
    private readonly temporal: Temporal,
    private readonly settings: ServiceSettings,
  ) {}

  /**
   * Carries out a request once, however often it is sent.
   * @throws Refusal: `key-reused`, `invalid`, what the rules say, `unavailable` where the outcome is not known
   */
  async send(asked: Asked, order: Order): Promise<Sent> {
    return this.carryOut(await named(await this.database.open(), asked, order.route), asked, order);
  }

  /**
   * Carries out one of many commands of a request, under an id that the caller of this has made: the same id, the same
   * command. @throws Refusal as `send`
   */
  async sendOne(id: string, asked: AskedOnce, order: Order): Promise<Sent> {
    return this.carryOut(await namedBy(await this.database.open(), id, asked.body), asked, order);
  }

  private async carryOut(
    { id, digest, known, newId }: Named,
    { caller, request, seen }: AskedOnce,
    order: Order,
  ): Promise<Sent> {
    const source = await this.database.open();
    if (known !== null) sameRequest(known, digest);
    const receivedAt = known?.receivedAt ?? instantFromMs(this.settings.clock());
    const prepared = await order.prepare(source, newId, receivedAt);
    const command = {
      id,
      type: order.name,
      at: receivedAt,
      by: { who: caller.who, role: caller.role, request },
      data: prepared.sealed.data,
      ...(seen === undefined ? {} : { expected: seen }),
    } as AnyCommand; // `seal` has checked the data's shape by the command's own fields
    // A claim of the release before holds no command: it is claimed anew.
    const claimed =
      known?.outcome || known?.asked ? known : await claimWhole(source, prepared.subject, command, digest);
    const record = sameRequest(claimed, digest);
    if (record.outcome) return accepted(source, record, record.outcome, prepared, true);

    await putAway(source, prepared, caller);
    await prepared.before?.(source);
    const outcome = await performCommand(this.temporal.client, record.subject, command, {
      timeoutMs: this.settings.commandTimeoutMs,
      epoch: record.epoch,
    });
    return accepted(source, record, outcome, prepared, false);
  }
}

/** What is asked under an id that is made elsewhere. */
type AskedOnce = Omit<Asked, "key">;

async function accepted(
  source: DataSource,
  { subject }: CommandRecord,
  outcome: Outcome,
  prepared: Prepared,
  again: boolean,
): Promise<Sent> {
  if ("fault" in outcome)
    throw new Refusal(
      "unavailable",
      "The service could not decide this; nothing was recorded. The operators can see it.",
    );
  if (!outcome.accepted) throw refusalOf(outcome.rejection);
  const { version, skipped = [] } = outcome;
  await prepared.after?.(source, again, version);
  return { subject, version, status: outcome.status ?? (await statusAt(source, subject, version)), skipped };
}

/**
 * Words belong to the teacher they are about, else to who wrote them, where the people store knows them; else to the
 * subject.
 */
async function putAway(source: DataSource, { subject, sealed }: Prepared, caller: Principal): Promise<void> {
  if (sealed.texts.length === 0) return;
  const { participant } = sealed.data;
  // Another school's teacher is nobody here, and gets no words; erased or not, this one's own does.
  const homes = typeof participant === "string" ? await homesOf(source, participant) : [];
  const about = typeof participant === "string" && homes.some(({ home }) => home === subject) ? [participant] : [];
  const owner = await ownerAmong(
    source,
    [...about, ...(sealed.contact ? [sealed.contact.id] : []), caller.who],
    streamOf(subject),
  );
  await putTexts(
    source,
    owner,
    sealed.texts.map(({ id, text }) => ({ id, body: text })),
  );
}
