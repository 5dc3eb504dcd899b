// One request to one command: known already? — its personal data put away — sent — what became of it. The same key and
// body find what was recorded the first time, whatever happened in between.

import type { DataSource } from "typeorm";
import { statusAt } from "../../book/state-of.ts";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import { performCommand } from "../../temporal/subject-client.ts";
import type { Principal } from "../access/principal.ts";
import type { Outcome } from "../../contract/journey.ts";
import { runOfName } from "../../contract/payment-run.ts";
import { groupOfName } from "../../contract/work-group.ts";
import type { Command } from "../../journey/commands.ts";
import { reject } from "../../journey/rejection.ts";
import type { Sealed, WireName } from "../../journey/wire.ts";
import type { RunWireName } from "../../payments/command-fields.ts";
import type { Command as RunCommand } from "../../payments/commands.ts";
import type { Skipped as SkippedPayment } from "../../payments/decision.ts";
import { ownerAmong } from "../../people/keys.ts";
import { putPerson, putTexts } from "../../people/people.ts";
import { claimCommand, findCommand, type CommandRecord } from "../../store/command-log.ts";
import { streamOf } from "../../store/events/streams.ts";
import type { GroupWireName } from "../../work-group/command-fields.ts";
import type { Command as GroupCommand } from "../../work-group/commands.ts";
import type { Skipped } from "../../work-group/decision.ts";
import { passedOver, type PassedOver } from "../../words/rejection.ts";
import type { ServiceSettings } from "../settings.ts";
import type { Database } from "../database.ts";
import { Refusal, refusalOf } from "../refusal.ts";
import type { Temporal } from "../temporal.ts";
import type { Asked } from "./asked.ts";
import { bodyDigest, commandId, derivedId } from "./command-id.ts";

/**
 * What a command's route answers. `status` is the journey's at that version, so that a repeated key is answered alike.
 */
export interface Answer {
  journey: string;
  version: number;
  status: string;
}

/** The same for a Work Group. `skipped`: schools that the command passed over, and why. */
export interface GroupAnswer {
  workGroup: string;
  version: number;
  status: string;
  skipped: PassedOver<Skipped>[];
}

/** The same for a payment run. `skipped`: payments that the command passed over, and why. */
export interface RunAnswer {
  run: string;
  version: number;
  status: string;
  skipped: PassedOver<SkippedPayment>[];
}

/** Names what a request brings with it, the same on every retry. */
export type NewId = (kind: "text" | "person", field: string) => string;

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
  /** The command's data, and the personal data parted from it. */
  sealed: Sealed;
  /** What else must be kept before the command is sent; the same twice. */
  before?(source: DataSource): Promise<void>;
  /** What follows from acceptance. `again`: this is a repeated request. */
  after?(source: DataSource, again: boolean): Promise<void>;
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
  async send(asked: Asked, order: Order): Promise<Answer> {
    const { record, version, status } = await this.carryOut(asked, order);
    return { journey: record.subject, version, status };
  }

  /** The same for a Work Group. */
  async sendToGroup(asked: Asked, order: Order): Promise<GroupAnswer> {
    const { record, version, status, skipped } = await this.carryOut(asked, order);
    return {
      workGroup: groupOfName(record.subject) ?? record.subject,
      version,
      status,
      skipped: skipped.flatMap((one) => ("journey" in one ? [passedOver(one)] : [])),
    };
  }

  /** The same for a payment run. */
  async sendToRun(asked: Asked, order: Order): Promise<RunAnswer> {
    const { record, version, status, skipped } = await this.carryOut(asked, order);
    return {
      run: runOfName(record.subject) ?? record.subject,
      version,
      status,
      skipped: skipped.flatMap((one) => ("payment" in one ? [passedOver(one)] : [])),
    };
  }

  private carryOut(asked: Asked, order: Order): Promise<CarriedOut> {
    return this.carryOutAs(commandId(asked.caller.who, order.route, asked.key), asked, order);
  }

  /**
   * Carries out one of many commands of a request, under an id that the caller of this has made: the same id, the same
   * command. Answers the subject. @throws Refusal as `send`
   */
  async sendOne(id: string, asked: AskedOnce, order: Order): Promise<string> {
    return (await this.carryOutAs(id, asked, order)).record.subject;
  }

  private async carryOutAs(id: string, { caller, body, request, seen }: AskedOnce, order: Order): Promise<CarriedOut> {
    const digest = bodyDigest(body);
    const newId: NewId = (kind, field) => derivedId(id, digest, kind, field);
    const source = await this.database.open();

    const known = await findCommand(source, id);
    if (known !== null) sameRequest(known, digest);
    const receivedAt = known?.receivedAt ?? instantFromMs(this.settings.clock());
    const prepared = await order.prepare(source, newId, receivedAt);
    const record = sameRequest(
      known ??
        (await claimCommand(source, {
          id,
          subject: prepared.subject,
          name: order.name,
          bodyDigest: digest,
          principal: caller.who,
          receivedAt,
        })),
      digest,
    );
    if (record.outcome) return carriedOut(source, record, record.outcome, prepared, true);

    await putAway(source, prepared, caller);
    await prepared.before?.(source);
    const command = {
      id,
      type: order.name,
      at: record.receivedAt,
      by: { who: caller.who, role: caller.role, request },
      data: prepared.sealed.data,
      ...(seen === undefined ? {} : { expected: seen }),
    } as Command | GroupCommand | RunCommand; // `seal` has checked the data's shape by the command's own fields
    const outcome = await performCommand(this.temporal.client, record.subject, command, {
      timeoutMs: this.settings.commandTimeoutMs,
    });
    return carriedOut(source, record, outcome, prepared, false);
  }
}

/** What is asked under an id that is made elsewhere. */
type AskedOnce = Omit<Asked, "key">;

interface CarriedOut {
  record: CommandRecord;
  version: number;
  status: string;
  skipped: (Skipped | SkippedPayment)[];
}

async function carriedOut(
  source: DataSource,
  record: CommandRecord,
  outcome: Outcome,
  prepared: Prepared,
  again: boolean,
): Promise<CarriedOut> {
  if ("fault" in outcome)
    throw new Refusal(
      "unavailable",
      "The service could not decide this; nothing was recorded. The operators can see it.",
    );
  if (!outcome.accepted) throw refusalOf(outcome.rejection);
  await prepared.after?.(source, again);
  const { version, skipped = [] } = outcome;
  return { record, version, status: outcome.status ?? (await statusAt(source, record.subject, version)), skipped };
}

/** The record, if it is of this very request. @throws Refusal `key-reused` */
export function sameRequest(record: CommandRecord, digest: string): CommandRecord {
  if (record.bodyDigest === digest) return record;
  throw refusalOf(reject("key-reused", "another-body").rejection);
}

/**
 * Words belong to the teacher they are about, else to who wrote them, where the people store knows them; else to the
 * subject.
 */
async function putAway(source: DataSource, { subject, sealed }: Prepared, caller: Principal): Promise<void> {
  if (sealed.contact) await putPerson(source, sealed.contact);
  if (sealed.texts.length === 0) return;
  const { participant } = sealed.data;
  const about = typeof participant === "string" ? [participant] : [];
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
