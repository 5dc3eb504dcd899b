// What stands in Temporal's place while the years of a demonstration are made: a clock that jumps to whatever comes
// next. It brings commands to `advance`, looks when something is due and performs what is owed, as workflows/life.ts
// and workflows/effects.ts do, by the very activities of the worker; only, it never waits.

import { ApplicationFailure } from "@temporalio/common";
import type { Client } from "@temporalio/client";
import type { AnyRequest } from "../../activities/advance.ts";
import { fewAtOnce } from "../../libs/store/few-at-once.ts";
import type { Activities } from "../../activities/index.ts";
import { msOf, type Instant } from "../../libs/calendar/instants.ts";
import {
  recordOf,
  type AdvanceAnswer,
  type Asked,
  type EffectRequest,
  type Outcome,
  type PerformEffect,
  type Performed,
  type RecordEffect,
} from "../../libs/contract/journey.ts";
import { runOfName } from "../../libs/contract/payment-run.ts";
import { kindOf } from "../../libs/contract/subjects.ts";
import { groupOfName } from "../../libs/contract/work-group.ts";

/** Effects of several subjects go side by side, as they do in the service; those of one go one after the other. */
const AT_ONCE = 4;
/** A worker tries oftener, and goes on trying; one more says as much here. */
const TRIES = 2;

type Effect = (request: PerformEffect) => Promise<Performed>;

export class Clockwork {
  /** What its clock shows (UTC). It never goes back. */
  now: Instant;
  /** As libs/temporal knows a client: Updates and signals come here. */
  readonly client: Client;
  /** How often something was decided, and performed. */
  readonly done = { rounds: 0, effects: 0 };
  private activities: Activities | null = null;
  private readonly dues = new Map<string, Instant>();
  private readonly versions = new Map<string, number>();
  private readonly owed = new Map<string, Map<number, EffectRequest>>();
  private readonly begun = new Set<string>();
  private readonly touched = new Set<string>();

  constructor(startsAt: Instant) {
    this.now = startsAt;
    this.client = clientOf(this);
  }

  /** Has it work by these activities. */
  workBy(activities: Activities): void {
    this.activities = activities;
  }

  /** When something next happens by itself; null where nothing does. */
  next(): Instant | null {
    let first: Instant | null = null;
    for (const at of this.dues.values()) if (first === null || at < first) first = at;
    return first;
  }

  /** Goes on to an instant; one that is past already changes nothing. */
  goTo(at: Instant): void {
    if (at > this.now) this.now = at;
  }

  /** Whatever is due by now, in the order in which it fell due, and all that the world is owed for it. */
  async catchUp(): Promise<void> {
    for (;;) {
      const late = [...this.dues].filter(([, at]) => at <= this.now).sort(byDue);
      if (late.length === 0 && this.owed.size === 0) return;
      for (const [subject] of late) await this.round(subject, []);
      await this.perform();
    }
  }

  /** Subjects of which something was decided since this was last asked. */
  takeTouched(): string[] {
    const all = [...this.touched];
    this.touched.clear();
    return all;
  }

  /** Brings a command that stands in its row. Answers what became of it. */
  async bring(subject: string, id: string): Promise<Outcome> {
    const { outcomes } = await this.round(subject, [{ id }]);
    return outcomes.find(({ command }) => command === id) ?? { command: id, fault: "no outcome was recorded" };
  }

  /** Something has changed for a subject: it is looked at before time goes on. */
  wake(subject: string): void {
    this.dues.set(subject, this.now);
    this.touched.add(subject);
  }

  private async round(subject: string, commands: Asked[]): Promise<AdvanceAnswer> {
    this.done.rounds += 1;
    this.dues.delete(subject);
    const answer = await this.working().advance(requestOf(subject, this.now, commands));
    this.take(subject, answer);
    return answer;
  }

  /** Where a subject stands; what was known of it later than that counts. */
  private take(subject: string, { version, due, effects }: AdvanceAnswer): void {
    this.touched.add(subject);
    if (version < (this.versions.get(subject) ?? 0)) return;
    this.versions.set(subject, version);
    if (due === null) this.dues.delete(subject);
    else this.dues.set(subject, due);
    for (const effect of effects) this.owe(subject, effect);
  }

  private owe(subject: string, effect: EffectRequest): void {
    if (this.begun.has(effect.id)) return;
    this.begun.add(effect.id);
    this.owed.set(subject, (this.owed.get(subject) ?? new Map<number, EffectRequest>()).set(effect.seq, effect));
  }

  /** Performs what is owed. Who performs it records it; what nobody could perform is recorded here. */
  private async perform(): Promise<void> {
    const waiting = [...this.owed];
    this.owed.clear();
    const ended = new Map<string, Performed[]>();
    await fewAtOnce(waiting, AT_ONCE, async ([subject, effects]) => {
      const results: Performed[] = [];
      for (const effect of effects.values()) results.push(await this.performOne(subject, effect));
      ended.set(subject, results);
    });
    // In an order of their own: which letter was written first is chance.
    for (const [subject] of waiting) {
      const records: RecordEffect[] = [];
      for (const { answer, ...result } of ended.get(subject) ?? [])
        if (answer === undefined) records.push(recordOf(subject, result, this.now));
        else this.take(subject, answer);
      if (records.length > 0) await this.round(subject, records);
    }
  }

  private async performOne(subject: string, { id, seq, activity }: EffectRequest): Promise<Performed> {
    this.done.effects += 1;
    const perform = (this.working() as unknown as Record<string, Effect>)[activity];
    if (perform === undefined) throw new Error(`no activity performs ${activity}`);
    let code = "failed";
    for (let tries = 1; tries <= TRIES; tries++) {
      try {
        return await perform({ journey: subject, seq, id, now: this.now });
      } catch (error) {
        if (!(error instanceof ApplicationFailure)) throw error;
        code = error.type ?? "failed";
      }
    }
    return { seq, outcome: "stalled", code };
  }

  private working(): Activities {
    if (this.activities === null) throw new Error("the clockwork has nothing to work by");
    return this.activities;
  }
}

const byDue = ([one, at]: [string, Instant], [other, then]: [string, Instant]): number =>
  msOf(at) - msOf(then) || (one < other ? -1 : 1);

/** Each kind is asked in its own word, as its workflow asks. */
function requestOf(subject: string, now: Instant, commands: Asked[]): AnyRequest {
  switch (kindOf(subject)) {
    case "journey":
      return { journey: subject, now, commands };
    case "work-group":
      return { group: groupOfName(subject) ?? subject, now, commands };
    case "payment-run":
      return { run: runOfName(subject) ?? subject, now, commands };
    case "turn":
      return { turn: subject, now, commands };
  }
}

interface Started {
  args: [{ id: string }];
  startWorkflowOperation: { options: { workflowId: string } };
}

/** The few calls of a client that libs/temporal makes. */
function clientOf(clockwork: Clockwork): Client {
  const subjectOf = (workflowId: string): string => workflowId.replace(/^journey\//u, "");
  const client = {
    withDeadline: <T>(_deadline: number, call: () => Promise<T>): Promise<T> => call(),
    workflow: {
      executeUpdateWithStart: (_name: string, { args: [{ id }], startWorkflowOperation: start }: Started) =>
        clockwork.bring(subjectOf(start.options.workflowId), id),
      signalWithStart(_type: string, { workflowId }: { workflowId: string }): Promise<void> {
        clockwork.wake(subjectOf(workflowId));
        return Promise.resolve();
      },
    },
  };
  return client as unknown as Client;
}
