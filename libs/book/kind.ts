// What a journey, a Work Group, a payment run and a hub's turn have in common: a stream of events with a pure decider,
// a stored `due`, open effects, a workflow. Kinds differ by data; the round (round.ts, advance.ts) is written once.

import type { Instant } from "../calendar/instants.ts";
import type { EffectRequest, JourneyAttributes, Outcome } from "../contract/journey.ts";
import type { Actor, Command as JourneyCommand } from "../journey/commands.ts";
import type { JourneyEvent } from "../journey/events.ts";
import type { Rejection } from "../journey/rejection.ts";
import type { AtHand, Rules } from "../journey/rules.ts";
import type { Journey } from "../journey/state.ts";
import type { Command as RunCommand } from "../payments/commands.ts";
import type { Book } from "../payments/decision.ts";
import type { RunEvent } from "../payments/events.ts";
import type { Line, PaymentRun } from "../payments/state.ts";
import type { NewEvent } from "../store/events/event-store.ts";
import type { Told } from "../store/events/told.ts";
import type { Queryable } from "../store/prepared.ts";
import type { Command as TurnCommand } from "../turn/commands.ts";
import type { TurnEvent } from "../turn/events.ts";
import type { Turn } from "../turn/state.ts";
import type { GroupHistory, History, RunHistory } from "../views/history.ts";
import type { ReadTable } from "../views/tables.ts";
import type { GroupNaming } from "../words/group-name.ts";
import type { Command as GroupCommand } from "../work-group/commands.ts";
import type { GroupEvent } from "../work-group/events.ts";
import type { WorkGroup } from "../work-group/state.ts";

/**
 * What each kind is made of. `hand`: what its commands find under lock beside the books (a hub's budget, the lines of a
 * payment run); it goes on with each command.
 */
export interface Shapes {
  journey: { state: Journey; event: JourneyEvent; command: JourneyCommand; hand: AtHand; history: History };
  "work-group": { state: WorkGroup; event: GroupEvent; command: GroupCommand; hand: null; history: GroupHistory };
  "payment-run": { state: PaymentRun; event: RunEvent; command: RunCommand; hand: RunHand; history: RunHistory };
  turn: { state: Turn; event: TurnEvent; command: TurnCommand; hand: null; history: null };
}
export type KindName = keyof Shapes;
export type State<K extends KindName> = Shapes[K]["state"];
export type EventOf<K extends KindName> = Shapes[K]["event"];
export type Recorded<K extends KindName> = EventOf<K> & { seq: number };
export type CommandOf<K extends KindName> = Shapes[K]["command"];
export type HistoryOf<K extends KindName> = Shapes[K]["history"];
export type Hand<K extends KindName> = Shapes[K]["hand"];

/** `changed`: the lines that are new, or no longer as they were. */
export interface RunHand {
  book: Book;
  changed: ReadonlyMap<string, Line>;
}

/** Something the world is owed, as every kind's state holds it. */
export interface OpenEffect {
  seq: number;
  kind: EffectRequest["kind"];
  stalled: boolean;
}

/** A subject within a round: as it was, and what it records now. */
export interface Standing<K extends KindName> {
  /** A journey's id; the name of any other (`work-group/north-1`). */
  subject: string;
  past: readonly Recorded<K>[];
  before: State<K>;
  state: State<K>;
  added: readonly Recorded<K>[];
  /** The same events with who asked, for the store. */
  news: readonly NewEvent<EventOf<K>>[];
}

/** Everything that a round has under lock, by kind and subject. */
export type Books = { readonly [K in KindName]: ReadonlyMap<string, Standing<K>> };

/** What one subject records of a decision. */
export interface Entry<K extends KindName> {
  subject: string;
  events: readonly EventOf<K>[];
  actor: Actor;
  commandId: string | null;
}
/** What a decision comes to, in every book. A book may have something to record of what was turned down, too. */
export interface Decided<K extends KindName> {
  rejection?: Rejection;
  entries: { readonly [L in KindName]?: readonly Entry<L>[] };
  skipped?: NonNullable<Extract<Outcome, { accepted: true }>["skipped"]>;
  /** What is at hand for the commands after it; left out: as it was. */
  hand?: Hand<K>;
}

/** A decision is asked for on a subject, with the books at hand. */
export interface Scene<K extends KindName> {
  subject: string;
  state: State<K>;
  books: Books;
  rules: Rules;
  hand: Hand<K>;
}

/** What a pure library says of its kind (its kind.ts). */
export interface PureKind<K extends KindName> {
  fold(events: Iterable<Recorded<K>>): State<K>;
  evolve(state: State<K>, event: Recorded<K>): State<K>;
  /** When something next happens by itself; null where nothing does. */
  due(state: State<K>): Instant | null;
  /** `called`: what Work Groups are called. */
  describe(id: string, state: State<K>, called?: GroupNaming): Description;
  /** What happened, in words; null for what is nobody's news. `state`: as it stands since. */
  happened(event: EventOf<K>, state: State<K>, called: GroupNaming): string | null;
  /** What its details must say rightly at once, though nothing comes sooner for it: another text, another standing. */
  standsAs(state: State<K>): string;
  /** Nothing is left to happen by itself or to be performed: its workflow may end. */
  isOver(state: State<K>): boolean;
  effectsOf(state: State<K>): readonly OpenEffect[];
  /** The line beside an effect in the Temporal UI. */
  summaryOf(effect: OpenEffect, state: State<K>, events: readonly Recorded<K>[]): string;
  /** Letters wait in a queue of their own, the lowest rank first; null for what is none. */
  letterRank(effect: OpenEffect): number | null;
  /** To which hub an event belongs, where the subject may go from one to another. */
  hubOf?(event: EventOf<K>, after: State<K>): string | null;
}
export interface Description {
  summary: string;
  details: string;
  chapter: string;
  attributes: Partial<JourneyAttributes>;
}

/** What a round needs under lock beside its subject. `locks`: no subjects, a hub's budget or the heap of grants. */
export interface Concerned {
  subjects: readonly string[];
  locks: readonly string[];
}

/** A kind with what its round reads, decides and keeps. */
export interface Kind<K extends KindName> {
  name: K;
  /** Of the names of its streams. */
  prefix: string;
  pure: PureKind<K>;
  /** A subject's id within its kind: `work-group/north-1` → `north-1`. */
  idOf(subject: string): string;
  recorded(stored: readonly Told[]): Recorded<K>[];
  /** A guess, before anything is locked, at what `needs` will say: a right one saves a transaction. */
  guess(db: Queryable, subject: string, commands: readonly CommandOf<K>[]): Promise<Concerned>;
  /** What the commands concern, and what they find there beside the books. */
  needs(
    db: Queryable,
    subject: string,
    state: State<K>,
    commands: readonly CommandOf<K>[],
  ): Promise<Concerned & { hand: Hand<K> }>;
  /** The same where nothing has to be read for it; null where PostgreSQL is to be asked, under lock. */
  concerns(
    subject: string,
    state: State<K>,
    commands: readonly CommandOf<K>[],
  ): { subjects: readonly string[]; hand: Hand<K> } | null;
  decide(scene: Scene<K>, command: CommandOf<K>): Decided<K>;
  /** What time has brought by `at`; null where time brings it nothing. */
  tick: ((scene: Scene<K>, at: Instant) => Decided<K>) | null;
  /**
   * What time brought before a command comes before it: after an outage over the year's end, a report of September is
   * none of the year that is over.
   */
  timeFirst: boolean;
  tables: readonly ReadTable<HistoryOf<K>>[];
  /** What its read rows are made from. */
  history(id: string, events: readonly Recorded<K>[], state: State<K>): HistoryOf<K>;
  /** Does anything stand beside the events of its books? */
  hasBeside?(standings: readonly Standing<K>[]): boolean;
  /** Keeps what stands beside the events of its books: postings to the ledger. */
  keepBeside?(db: Queryable, standings: readonly Standing<K>[]): Promise<void>;
  /** Keeps what a round on it has made of what was at hand: the lines of a payment run. */
  keepHand?(db: Queryable, hand: Hand<K>): Promise<void>;
}
