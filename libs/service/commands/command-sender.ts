// One request to one command: known already? — its personal data put away — sent — what became of it. The same key and
// body find what was recorded the first time, whatever happened in between.

import type { DataSource } from "typeorm";
import { foresee, type AnyForeseen } from "../../book/foresee.ts";
import type { EventSomewhere } from "../../book/round.ts";
import { statusAt } from "../../book/state-of.ts";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import { claimWhole } from "../../temporal/bring-command.ts";
import { performCommand } from "../../temporal/subject-client.ts";
import type { Principal } from "../access/principal.ts";
import type { Outcome } from "../../contract/journey.ts";
import type { JourneyEvent } from "../../journey/events.ts";
import { reject } from "../../journey/rejection.ts";
import type { Sealed, WireName } from "../../journey/wire.ts";
import type { RunWireName } from "../../payments/command-fields.ts";
import type { Skipped as SkippedPayment } from "../../payments/decision.ts";
import { homesOf } from "../../people/belonging.ts";
import { putTextsOf } from "../../people/people.ts";
import type { CommandRecord } from "../../store/command-log.ts";
import { streamOf, versionOfStream } from "../../store/events/streams.ts";
import type { GroupWireName } from "../../work-group/command-fields.ts";
import type { Skipped } from "../../work-group/decision.ts";
import type { Database } from "../database.ts";
import { warnedOf, type Warned } from "../days.ts";
import { Refusal, refusalOf } from "../refusal.ts";
import { rulesOf } from "../rules.ts";
import type { HeardOf, ServiceSettings } from "../settings.ts";
import type { Temporal } from "../temporal.ts";
import type { Asked } from "./asked.ts";
import { named, namedBy, sameRequest, type Found, type Named, type NewId } from "./claim.ts";
import { commandId, derivedId } from "./command-id.ts";
import { commandOf, type Claimed } from "./command-of.ts";
import { consequencesOf, type Foreseen } from "./foreseen.ts";

/**
 * What a command's route answers. `status` is the journey's at that version, so that a repeated key is answered alike.
 */
export interface Answer extends Partial<Foreseen>, Warned {
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
  /** What every answer has beside it: what was only looked at, and what there is to warn of. */
  beside: Partial<Foreseen> & Warned;
}

/** What a command of a journey would come to, for a page to say in its own words: `events` would happen at once. */
export interface Looked extends Answer {
  events: readonly JourneyEvent[];
}

/**
 * A request as it came: which command, and the route's name with its ids filled in: the key is the caller's own within
 * it.
 */
export interface Order {
  name: WireName | GroupWireName | RunWireName;
  route: string;
  /** What was found of it already, beside the question whose it is. */
  found?: Found;
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
  /** What must hold before anything of it is kept. Throws a Refusal where it does not. */
  check?(source: DataSource): Promise<void>;
  /** What else must be kept before the command is sent; the same twice. */
  before?(source: DataSource): Promise<void>;
  /** What follows from acceptance, at this version. `again`: this is a repeated request. */
  after?(source: DataSource, again: boolean, version: number): Promise<void>;
}

export class CommandSender {
  constructor(
    private readonly database: Database,
    private readonly temporal: Pick<Temporal, "client">,
    private readonly settings: ServiceSettings,
  ) {}

  /**
   * Carries out a request once, however often it is sent.
   * @throws Refusal: `key-reused`, `invalid`, what the rules say, `unavailable` where the outcome is not known
   */
  async send(asked: Asked, order: Order): Promise<Sent> {
    const sent = asked.preview
      ? await this.foresee(asked, order)
      : await this.carryOut(await named(await this.database.open(), asked, order.route, order.found), asked, order);
    return { ...sent, beside: { ...sent.beside, ...this.warned(asked, order) } };
  }

  /** What it would come to: nothing is kept, and its key stays free. @throws Refusal as `send` */
  async look(asked: Asked, order: Order): Promise<Looked> {
    const { subject, version, status, events } = await this.foresee(asked, order);
    const own = events.flatMap((one) => (one.kind === "journey" && one.subject === subject ? [one.event] : []));
    return { journey: subject, version, status, events: own, ...this.warned(asked, order) };
  }

  private warned({ caller, body }: Asked, { name }: Pick<Order, "name">): Warned {
    return warnedOf(this.settings, caller.hub ?? "", name, body);
  }

  /**
   * Carries out one of many commands of a request, under an id that the caller of this has made: the same id, the same
   * command. @throws Refusal as `send`
   */
  async sendOne(id: string, asked: AskedOnce, order: Order): Promise<Sent> {
    return this.carryOut(await namedBy(await this.database.open(), id, asked.body), asked, order);
  }

  /**
   * Carries out a command that `claim` notes, where that is all there is to be kept of it; null where it notes none:
   * the request is to be sent as any other then. @throws Refusal as `send`
   */
  async sendClaimed(
    asked: Asked,
    name: Order["name"],
    claim: (source: DataSource, receivedAt: Instant) => Promise<Claimed | null>,
  ): Promise<Sent | null> {
    const began = performance.now();
    const source = await this.database.open();
    const claimed = await claim(source, instantFromMs(this.settings.clock()));
    if (claimed === null) return null;
    const { subject, command, epoch } = claimed;
    const sent = await this.listening(name, began, async () => {
      const { commandTimeoutMs: timeoutMs } = this.settings;
      const outcome = await performCommand(this.temporal.client, subject, command, { timeoutMs, epoch });
      return accepted(source, claimed, outcome, {}, false);
    });
    return { ...sent, beside: this.warned(asked, { name }) };
  }

  /** Carries it out, and has whoever listens hear how long that took. */
  private async carryOut(named: Named, asked: AskedOnce, order: Order): Promise<Sent> {
    return this.listening(order.name, performance.now(), () => this.carryOutNamed(named, asked, order));
  }

  private async listening(name: Order["name"], began: number, work: () => Promise<Sent>): Promise<Sent> {
    const heard = (outcome: HeardOf["outcome"]): void =>
      this.settings.heard?.({ name, outcome, seconds: (performance.now() - began) / 1_000 });
    try {
      const sent = await work();
      heard("accepted");
      return sent;
    } catch (error) {
      heard(error instanceof Refusal && error.code !== "unavailable" ? "rejected" : "unknown");
      throw error;
    }
  }

  private async carryOutNamed(
    { id, digest, known, newId }: Named,
    { caller, request, seen, via }: AskedOnce,
    order: Order,
  ): Promise<Sent> {
    const source = await this.database.open();
    if (known !== null) sameRequest(known, digest);
    const receivedAt = known?.receivedAt ?? instantFromMs(this.settings.clock());
    const prepared = await order.prepare(source, newId, receivedAt);
    // What was claimed is held to the version that was looked at then.
    const expected = known?.asked ? known.asked.expected : await versionSeen(source, prepared.subject, known, seen);
    const command = commandOf({ caller, request, ...(via && { via }) }, order, prepared, {
      id,
      at: receivedAt,
      expected,
    });
    // A claim of the release before holds no command: it is claimed anew.
    const claimed =
      known?.outcome || known?.asked ? known : await claimWhole(source, prepared.subject, command, digest);
    const record = sameRequest(claimed, digest);
    if (record.outcome) return accepted(source, record, record.outcome, prepared, true);

    await prepared.check?.(source);
    await putAway(source, prepared, caller);
    await prepared.before?.(source);
    const outcome = await performCommand(this.temporal.client, record.subject, command, {
      timeoutMs: this.settings.commandTimeoutMs,
      epoch: record.epoch,
    });
    return accepted(source, record, outcome, prepared, false);
  }

  /**
   * What a request would come to, were it carried out now: nothing is kept, and its key stays free.
   * @throws Refusal with the very code with which it would be turned down
   */
  private async foresee(asked: Asked, order: Order): Promise<Sent & { events: readonly EventSomewhere[] }> {
    // A key that would be turned away when it is sent for good is turned away here.
    const id = commandId(asked.caller.who, "preview", asked.key);
    const source = await this.database.open();
    const at = instantFromMs(this.settings.clock());
    const prepared = await order.prepare(source, (kind, field) => derivedId(id, "preview", kind, field), at);
    await prepared.check?.(source);
    const subject = prepared.subject;
    const expected = await versionSeen(source, subject, null, asked.seen);
    const command = commandOf(asked, order, prepared, { id, at, expected });
    const foreseen = { subject, command } as AnyForeseen; // the command is of the kind its subject is
    const { version, outcome, events } = await foresee({ dataSource: source, rules: rulesOf(this.settings) }, foreseen);
    const { skipped = [], status = "" } = acceptedOr(outcome);
    const beside = { preview: true as const, consequences: consequencesOf(subject, events) };
    return { subject, version, status, skipped, events, beside };
  }
}

/**
 * The version that a command is held to: of several that were seen, the one that the subject has now. It is looked at
 * once more where the command is decided. @throws Refusal `version-conflict`
 */
async function versionSeen(
  source: DataSource,
  subject: string,
  known: CommandRecord | null,
  seen: Asked["seen"],
): Promise<number | undefined> {
  if (seen === undefined || typeof seen === "number") return seen;
  // What was carried out has its answer, whatever came since.
  if (seen.length === 1 || known?.outcome) return seen[0];
  const now = await versionOfStream(source, streamOf(subject));
  if (seen.includes(now)) return now;
  throw new Refusal(
    "version-conflict",
    "None of the versions that you saw is the present one. Read it again, then decide.",
  );
}

/** What is asked under an id that is made elsewhere. */
type AskedOnce = Omit<Asked, "key">;

async function accepted(
  source: DataSource,
  { subject }: Pick<CommandRecord, "subject">,
  outcome: Outcome,
  prepared: Pick<Prepared, "after">,
  again: boolean,
): Promise<Sent> {
  const { version, skipped = [], status } = acceptedOr(outcome);
  await prepared.after?.(source, again, version);
  return { subject, version, status: status ?? (await statusAt(source, subject, version)), skipped, beside: {} };
}

/** The outcome of what was accepted. @throws Refusal: why it was not */
function acceptedOr(outcome: Outcome): Extract<Outcome, { accepted: true }> {
  if ("fault" in outcome) throw refusalOf(reject("unavailable", "fault").rejection);
  if (!outcome.accepted) throw refusalOf(outcome.rejection);
  return outcome;
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
  await putTextsOf(
    source,
    [...about, ...(sealed.contact ? [sealed.contact.id] : []), caller.who],
    streamOf(subject),
    sealed.texts.map(({ id, text }) => ({ id, body: text })),
  );
}
