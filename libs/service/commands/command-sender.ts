// One request to one command: known already? — its personal data put away — sent — what became of it. The same key and
// body find what was recorded the first time, whatever happened in between.

import type { DataSource } from "typeorm";
import { foresee, type AnyForeseen } from "../../book/foresee.ts";
import type { EventSomewhere } from "../../book/round.ts";
import { statusAt } from "../../book/state-of.ts";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import { performCommand } from "../../temporal/subject-client.ts";
import type { Principal } from "../access/principal.ts";
import type { Outcome } from "../../contract/journey.ts";
import { runOfName } from "../../contract/payment-run.ts";
import { groupOfName } from "../../contract/work-group.ts";
import type { Command } from "../../journey/commands.ts";
import type { JourneyEvent } from "../../journey/events.ts";
import { reject } from "../../journey/rejection.ts";
import type { Sealed, WireName } from "../../journey/wire.ts";
import type { RunWireName } from "../../payments/command-fields.ts";
import type { Command as RunCommand } from "../../payments/commands.ts";
import type { Skipped as SkippedPayment } from "../../payments/decision.ts";
import { ownerAmong } from "../../people/keys.ts";
import { putPerson, putTexts } from "../../people/people.ts";
import { claimCommand, findCommand, type CommandRecord } from "../../store/command-log.ts";
import { streamOf, versionOfStream } from "../../store/events/streams.ts";
import type { GroupWireName } from "../../work-group/command-fields.ts";
import type { Command as GroupCommand } from "../../work-group/commands.ts";
import type { Skipped } from "../../work-group/decision.ts";
import { passedOver, type PassedOver } from "../../words/rejection.ts";
import { rulesOf } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import type { Database } from "../database.ts";
import { warnedOf, type Warned } from "../days.ts";
import { Refusal, refusalOf } from "../refusal.ts";
import type { Temporal } from "../temporal.ts";
import type { Asked } from "./asked.ts";
import { bodyDigest, commandId, derivedId } from "./command-id.ts";
import { consequencesOf, type Foreseen } from "./foreseen.ts";

/**
 * What a command's route answers. `status` is the journey's at that version, so that a repeated key is answered alike.
 */
export interface Answer extends Partial<Foreseen>, Warned {
  journey: string;
  version: number;
  status: string;
}

/** What a command of a journey would come to, for a page to say in its own words: `events` would happen at once. */
export interface Looked extends Answer {
  events: readonly JourneyEvent[];
}

/** The same for a Work Group. `skipped`: schools that the command passed over, and why. */
export interface GroupAnswer extends Partial<Foreseen>, Warned {
  workGroup: string;
  version: number;
  status: string;
  skipped: PassedOver<Skipped>[];
}

/** The same for a payment run. `skipped`: payments that the command passed over, and why. */
export interface RunAnswer extends Partial<Foreseen> {
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
  /** What must hold before anything of it is kept. Throws a Refusal where it does not. */
  check?(source: DataSource): Promise<void>;
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
    const { subject, version, status, foreseen } = await this.carryOut(asked, order);
    return { journey: subject, version, status, ...foreseen, ...this.warned(asked, order) };
  }

  /** What it would come to: nothing is kept, and its key stays free. @throws Refusal as `send` */
  async look(asked: Asked, order: Order): Promise<Looked> {
    const { subject, version, status, events } = await this.foresee(asked, order);
    const own = events.flatMap((one) => (one.kind === "journey" && one.subject === subject ? [one.event] : []));
    return { journey: subject, version, status, events: own, ...this.warned(asked, order) };
  }

  /** The same for a Work Group. */
  async sendToGroup(asked: Asked, order: Order): Promise<GroupAnswer> {
    const { subject, version, status, skipped, foreseen } = await this.carryOut(asked, order);
    return {
      workGroup: groupOfName(subject) ?? subject,
      version,
      status,
      skipped: skipped.flatMap((one) => ("journey" in one ? [passedOver(one)] : [])),
      ...foreseen,
      ...this.warned(asked, order),
    };
  }

  /** The same for a payment run. */
  async sendToRun(asked: Asked, order: Order): Promise<RunAnswer> {
    const { subject, version, status, skipped, foreseen } = await this.carryOut(asked, order);
    return {
      run: runOfName(subject) ?? subject,
      version,
      status,
      skipped: skipped.flatMap((one) => ("payment" in one ? [passedOver(one)] : [])),
      ...foreseen,
    };
  }

  private warned({ caller, body }: Asked, { name }: Order): Warned {
    return warnedOf(this.settings, caller.hub ?? "", name, body);
  }

  private carryOut(asked: Asked, order: Order): Promise<CarriedOut> {
    if (asked.preview) return this.foresee(asked, order);
    return this.carryOutAs(commandId(asked.caller.who, order.route, asked.key), asked, order);
  }

  /**
   * Carries out one of many commands of a request, under an id that the caller of this has made: the same id, the same
   * command. Answers the subject. @throws Refusal as `send`
   */
  async sendOne(id: string, asked: AskedOnce, order: Order): Promise<string> {
    return (await this.carryOutAs(id, asked, order)).subject;
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

    await prepared.check?.(source);
    await putAway(source, prepared, caller);
    await prepared.before?.(source);
    const expected = await versionSeen(source, prepared.subject, seen);
    const command = commandOf({ caller, request }, order, prepared, { id, at: record.receivedAt, expected });
    const outcome = await performCommand(this.temporal.client, record.subject, command, {
      timeoutMs: this.settings.commandTimeoutMs,
    });
    return carriedOut(source, record, outcome, prepared, false);
  }

  /**
   * What a request would come to, were it carried out now: nothing is kept, and its key stays free.
   * @throws Refusal with the very code with which it would be turned down
   */
  private async foresee(asked: Asked, order: Order): Promise<CarriedOut & { events: readonly EventSomewhere[] }> {
    // A key that would be turned away when it is sent for good is turned away here.
    const id = commandId(asked.caller.who, "preview", asked.key);
    const digest = bodyDigest(asked.body);
    const source = await this.database.open();
    const at = instantFromMs(this.settings.clock());
    const prepared = await order.prepare(source, (kind, field) => derivedId(id, digest, kind, field), at);
    await prepared.check?.(source);
    const subject = prepared.subject;
    const expected = await versionSeen(source, subject, asked.seen);
    const command = commandOf(asked, order, prepared, { id, at, expected });
    const foreseen = { subject, command } as AnyForeseen; // the command is of the kind its subject is
    const { version, outcome, events } = await foresee({ dataSource: source, rules: rulesOf(this.settings) }, foreseen);
    const { skipped = [], status = "" } = acceptedOr(outcome);
    return {
      subject,
      version,
      status,
      skipped,
      events,
      foreseen: { preview: true, consequences: consequencesOf(subject, events) },
    };
  }
}

/**
 * The version that a command is held to: of several that were seen, the one that the subject has now. It is looked at
 * once more where the command is decided. @throws Refusal `version-conflict`
 */
async function versionSeen(source: DataSource, subject: string, seen: Asked["seen"]): Promise<number | undefined> {
  if (seen === undefined || typeof seen === "number") return seen;
  if (seen.length === 1) return seen[0];
  const now = await versionOfStream(source, streamOf(subject));
  if (seen.includes(now)) return now;
  throw new Refusal(
    "version-conflict",
    "None of the versions that you saw is the present one. Read it again, then decide.",
  );
}

/** The command as it is sent. */
function commandOf(
  { caller, request }: Pick<Asked, "caller" | "request">,
  { name }: Order,
  { sealed }: Prepared,
  { id, at, expected }: { id: string; at: Instant; expected: number | undefined },
): Command | GroupCommand | RunCommand {
  return {
    id,
    type: name,
    at,
    by: { who: caller.who, role: caller.role, request },
    data: sealed.data,
    ...(expected === undefined ? {} : { expected }),
  } as Command | GroupCommand | RunCommand; // `seal` has checked the data's shape by the command's own fields
}

/** What is asked under an id that is made elsewhere. */
type AskedOnce = Omit<Asked, "key">;

interface CarriedOut {
  subject: string;
  version: number;
  status: string;
  skipped: (Skipped | SkippedPayment)[];
  /** Where it was only looked at. */
  foreseen?: Foreseen;
}

async function carriedOut(
  source: DataSource,
  record: CommandRecord,
  outcome: Outcome,
  prepared: Prepared,
  again: boolean,
): Promise<CarriedOut> {
  const { version, skipped = [], status } = acceptedOr(outcome);
  await prepared.after?.(source, again);
  const { subject } = record;
  return { subject, version, status: status ?? (await statusAt(source, subject, version)), skipped };
}

/** The outcome of what was accepted. @throws Refusal: why it was not */
function acceptedOr(outcome: Outcome): Extract<Outcome, { accepted: true }> {
  if ("fault" in outcome)
    throw new Refusal(
      "unavailable",
      "The service could not decide this; nothing was recorded. The operators can see it.",
    );
  if (!outcome.accepted) throw refusalOf(outcome.rejection);
  return outcome;
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
