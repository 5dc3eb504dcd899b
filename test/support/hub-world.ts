// A hub in memory: journeys and Work Groups that decide together, without a database. Commands are put as the field
// puts them, times are London's; what the service owes (the offer of a place that fell free) is done when `settle` is
// called.

import { addDays } from "../../libs/calendar/dates.ts";
import { localDate, notBefore, parseWhen } from "../../libs/calendar/instants.ts";
import { schoolDayAt9 } from "../../libs/calendar/terms.ts";
import type {
  Actor,
  Command as JourneyCommand,
  CommandData as JourneyData,
  CommandName as JourneyCommandName,
} from "../../libs/journey/commands.ts";
import type { Recorded } from "../../libs/journey/events.ts";
import { due } from "../../libs/journey/due.ts";
import { evolve } from "../../libs/journey/evolve.ts";
import type { Rejection, RejectionCode } from "../../libs/journey/rejection.ts";
import type { Journey, StageYear } from "../../libs/journey/state.ts";
import type { Command, CommandData, CommandName } from "../../libs/work-group/commands.ts";
import type { GroupEvent, Recorded as GroupRecorded } from "../../libs/work-group/events.ts";
import { evolve as evolveGroup } from "../../libs/work-group/evolve.ts";
import type { Formed, WorkGroup } from "../../libs/work-group/state.ts";
import { decideOnGroup, decideWithGroups, thenTime, type GroupsEvents } from "../../libs/work-group/together.ts";
import type { Skipped } from "../../libs/work-group/decision.ts";
import { RULES } from "./journey.ts";
import { sentenceOfRejection } from "../../libs/words/rejection.ts";

const HUB: Actor = { who: "hub-1", role: "hub-lead" };
const SERVICE: Actor = { who: "service", role: "service" };

interface Kept<S, E> {
  state: S;
  events: E[];
}

/** What came of a command: the code that turned it down, or null; and the schools that were passed over. */
export interface Came {
  rejection: Rejection | null;
  skipped: Skipped[];
}

export class HubWorld {
  readonly journeys = new Map<string, Kept<Journey, Recorded>>();
  readonly groups = new Map<string, Kept<WorkGroup, GroupRecorded>>();
  private commands = 0;

  /** A command to a journey. */
  ask<N extends JourneyCommandName>(
    journey: string,
    when: string,
    type: N,
    data: JourneyData[N],
    by: Actor = HUB,
  ): Came {
    const kept = this.journey(journey);
    const command = { id: this.nextId(), type, at: notBefore(kept.state, parseWhen(when)), by, data } as JourneyCommand;
    const decision = decideWithGroups(journey, kept.state, this.states(), command, RULES);
    if ("events" in decision) this.keep(kept, decision.events);
    this.keepGroups(decision.groups);
    return { rejection: "rejection" in decision ? decision.rejection : null, skipped: [] };
  }

  /** A command to a Work Group. */
  tell<N extends CommandName>(group: string, when: string, type: N, data: CommandData[N]): Came {
    const kept = this.kept(group);
    const command = { id: this.nextId(), type, at: notBefore(kept.state, parseWhen(when)), by: HUB, data } as Command;
    const journeys = new Map([...this.journeys].map(([id, { state }]) => [id, state]));
    const decision = decideOnGroup(group, kept.state, journeys, command, RULES);
    if ("rejection" in decision) return { rejection: decision.rejection, skipped: [] };
    this.keepGroup(group, thenTime(kept.state, decision.events, command.at));
    for (const [journey, events] of decision.journeys) this.keep(this.journey(journey), events);
    return { rejection: null, skipped: decision.skipped };
  }

  /** Everything goes as it should, or the test is wrong. */
  do<N extends JourneyCommandName>(journey: string, when: string, type: N, data: JourneyData[N], by?: Actor): this {
    return this.fine(`${type} ${journey}`, this.ask(journey, when, type, data, by));
  }

  doGroup<N extends CommandName>(group: string, when: string, type: N, data: CommandData[N]): this {
    return this.fine(`${type} ${group}`, this.tell(group, when, type, data));
  }

  /** The next school morning, on which a place that fell free goes to who waits; nothing else happens by then. */
  morning(when: string): this {
    const nine = schoolDayAt9(RULES.calendar, addDays(localDate(parseWhen(when)), 1));
    for (const [group, kept] of this.groups)
      this.keepGroup(group, thenTime(kept.state, [], notBefore(kept.state, nine)));
    return this;
  }

  /** The service makes every offer that a Work Group has decided on by the next morning. */
  settle(when: string): this {
    this.morning(when);
    for (const [group, kept] of this.groups) {
      for (const { seq, journey } of kept.state.status === "none" ? [] : kept.state.effects) {
        this.ask(journey, when, "OfferPlace", { workGroup: group }, SERVICE);
        this.tell(group, when, "RecordEffect", { effect: seq, outcome: "performed" });
      }
    }
    return this;
  }

  /** Time does what is due, in every journey and group. */
  until(when: string): this {
    const end = parseWhen(when);
    for (const [journey, kept] of this.journeys) {
      for (let next = due(kept.state); next !== null && next <= end; next = due(kept.state))
        this.ask(journey, next, "Tick", {}, SERVICE);
    }
    for (const [group, kept] of this.groups)
      this.keepGroup(group, thenTime(kept.state, [], notBefore(kept.state, end)));
    return this;
  }

  group(id: string): Formed {
    const { state } = this.kept(id);
    if (state.status === "none") throw new Error(`${id} is not formed`);
    return state;
  }

  status(journey: string): Journey["status"] {
    return this.journey(journey).state.status;
  }

  year(journey: string): StageYear {
    const { state } = this.journey(journey);
    if ((state.status === "participating" || state.status === "paused") && state.year) return state.year;
    throw new Error(`${journey} is ${state.status}`);
  }

  /** What happened to a group, without `seq`. */
  book(id: string, from = 0): GroupEvent[] {
    return this.kept(id)
      .events.slice(from)
      .map(({ seq: _seq, ...event }) => event as GroupEvent);
  }

  journey(id: string): Kept<Journey, Recorded> {
    const kept = this.journeys.get(id) ?? { state: { status: "none" }, events: [] };
    this.journeys.set(id, kept);
    return kept;
  }

  private kept(id: string): Kept<WorkGroup, GroupRecorded> {
    const kept = this.groups.get(id) ?? { state: { status: "none" }, events: [] };
    this.groups.set(id, kept);
    return kept;
  }

  private states(): Map<string, WorkGroup> {
    return new Map([...this.groups].map(([id, { state }]) => [id, state]));
  }

  private keep(kept: Kept<Journey, Recorded>, events: readonly Omit<Recorded, "seq">[]): void {
    for (const event of events) {
      const next = { ...event, seq: kept.events.length + 1 } as Recorded;
      kept.state = evolve(kept.state, next);
      kept.events.push(next);
    }
  }

  private keepGroups(recorded: GroupsEvents): void {
    for (const [id, events] of recorded) this.keepGroup(id, events);
  }

  private keepGroup(id: string, events: readonly GroupEvent[]): void {
    const kept = this.kept(id);
    for (const event of events) {
      const next: GroupRecorded = { ...event, seq: kept.events.length + 1 };
      kept.state = evolveGroup(kept.state, next);
      kept.events.push(next);
    }
  }

  private fine(what: string, { rejection }: Came): this {
    if (rejection !== null) throw new Error(`${what}: ${rejection.code}, ${sentenceOfRejection(rejection)}`);
    return this;
  }

  private nextId(): string {
    this.commands += 1;
    return `command-${this.commands}`;
  }
}

/** The code with which something was turned down, or null. */
export const codeOf = ({ rejection }: Came): RejectionCode | null => rejection?.code ?? null;
