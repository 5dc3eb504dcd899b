// A rehearsal: a journey run ahead of time on the service's own rules. No clock, no waiting: the next instant is the
// earliest at which the script, the hub, the school or time itself has something to do.

import { localDate, type Instant } from "../calendar/instants.ts";
import type { Actor, ActorRole, Command } from "../journey/commands.ts";
import { decide } from "../journey/decide.ts";
import type { Rules } from "../journey/rules.ts";
import { due } from "../journey/due.ts";
import type { JourneyEvent, Recorded } from "../journey/events.ts";
import { evolve, NOTHING } from "../journey/evolve.ts";
import type { Rejection, RejectionCode } from "../journey/rejection.ts";
import type { Journey } from "../journey/state.ts";
import type { Fact } from "../journey/why/explanation.ts";
import { COMMAND_FIELDS, seal, type WireName } from "../journey/wire.ts";
import { schoolMoves } from "./behaviour.ts";
import type { Rehearsal, ScriptEntry } from "./file.ts";
import { lettersOf, type RehearsedLetter } from "./letters.ts";
import { hubMoves } from "./hub.ts";
import { leadLettersOfSchool } from "./lead-letters.ts";
import { morningsOfSchool } from "./mornings.ts";
import { roleFor } from "./role-for.ts";
import type { Move, Scene } from "./scene.ts";
import { sentenceOfRejection } from "../words/rejection.ts";

export interface Refusal {
  at: Instant;
  command: WireName;
  code: RejectionCode;
  detail: string;
}

/**
 * What came of a rehearsal: where the journey stands at its end, all that happened and who asked for it (`facts`: the
 * same events), and what was turned down.
 */
export interface Rehearsed {
  state: Journey;
  events: readonly Recorded[];
  facts: readonly Fact[];
  refusals: readonly Refusal[];
  letters: readonly RehearsedLetter[];
}

/** The hub of every rehearsal: any prospectus may be its own. */
const HUB = "rehearsal";

const TRIED: readonly WireName[] = ["SubmitApplication", "NominateParticipant"];

/**
 * Runs a rehearsal from its start to its end. At one instant: the script in the order of its file, the hub, the school,
 * then what time brings. The same rehearsal gives the same events. Throws only for a defect in the rules.
 */
export function rehearse(rehearsal: Rehearsal, rules: Rules): Rehearsed {
  const run = new Run(rehearsal, rules);
  while (run.advance()) run.act();
  const { state, events, facts, refusals } = run;
  return { state, events, facts, refusals, letters: allLetters(rehearsal, run, rules) };
}

/** What goes to the school, to the staff of its hub on a morning, and at once to who leads its group; in order. */
function allLetters(
  { name, school, until }: Rehearsal,
  { events, facts, texts }: Run,
  rules: Rules,
): RehearsedLetter[] {
  const ours = lettersOf(events, rules, { urn: school.urn, name }, texts);
  const called = { journey: `${school.urn}-${school.phase}`, school: name ?? "The school", hub: HUB };
  const mornings = morningsOfSchool(facts, rules, { ...called, until: localDate(until) }).map((one) => ({
    ...one,
    to: [one.to],
    subject: one.letter.subject,
  }));
  const toLeads = leadLettersOfSchool(facts, rules, called);
  return [...ours, ...mornings, ...toLeads].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

class Run {
  state: Journey = NOTHING;
  readonly events: Recorded[] = [];
  readonly facts: Fact[] = [];
  readonly refusals: Refusal[] = [];
  /** What the script says in words, by the ids under which events know it. */
  readonly texts = new Map<string, string>();
  private readonly rehearsal: Rehearsal;
  private readonly rules: Rules;
  private readonly script: readonly ScriptEntry[];
  private now: Instant;
  private spoken = 0;
  private commands = 0;
  private readonly ids = { text: 0, person: 0 };
  private readonly made = new Set<string>();
  private readonly turnedDown = new Set<ScriptEntry>();

  constructor(rehearsal: Rehearsal, rules: Rules) {
    this.rehearsal = rehearsal;
    this.rules = rules;
    this.now = rehearsal.start;
    // A stable sort: entries of one instant keep the order of the file.
    this.script = [...rehearsal.script].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** Goes to the next instant at which something is to be done; false if there is none in the time rehearsed. */
  advance(): boolean {
    const times = [this.script[this.spoken]?.at, due(this.state), ...this.moves().map(({ at }) => at)];
    const next = times.filter((at) => typeof at === "string").sort()[0];
    if (next === undefined || next > this.rehearsal.until) return false;
    if (next > this.now) this.now = next;
    return true;
  }

  /** Does what comes first at this instant; whatever is left, or follows from it, is found by looking again. */
  act(): void {
    const entry = this.script[this.spoken];
    if (entry && entry.at <= this.now) {
      this.spoken += 1;
      if (!this.speak(entry)) this.turnedDown.add(entry);
      return;
    }
    const move = this.moves().find(({ at }) => at <= this.now);
    if (move) {
      this.made.add(move.key);
      this.perform(move.command, move.with, move.who ?? `rehearsal-${roleFor(move.command, move.with)}`);
      return;
    }
    this.tick();
  }

  private speak({ command, with: given, number }: ScriptEntry): boolean {
    const approver = given["approver"];
    return this.perform(command, given, typeof approver === "string" ? approver : `script-${number}`);
  }

  /** What the hub, then the school would do, and has not tried. */
  private moves(): Move[] {
    // What was turned down did not happen, and leaves the school and the hub to do as they would; but whom a school
    // names, and whether it applies, stays with a script that tried.
    const script = this.script.filter((entry) => TRIED.includes(entry.command) || !this.turnedDown.has(entry));
    const scene: Scene = {
      rehearsal: this.rehearsal,
      rules: this.rules,
      state: this.state,
      events: this.events,
      now: this.now,
      script,
    };
    return [...hubMoves(scene), ...schoolMoves(scene)].filter(({ key }) => !this.made.has(key));
  }

  /** Gives one command; false if it is turned down. */
  private perform(command: WireName, given: Readonly<Record<string, unknown>>, who: string): boolean {
    const role = roleFor(command, given);
    const sealed = seal(command, inPence(command, given), (kind) => `${kind}-${(this.ids[kind] += 1)}`);
    const decision =
      "rejection" in sealed ? sealed : this.decide(command, this.addressed(command, given, sealed.data), who, role);
    if ("texts" in sealed) for (const { id, text } of sealed.texts) this.texts.set(id, text);
    if ("events" in decision) this.keep(decision.events, { who, role });
    else this.refusals.push({ at: this.now, command, ...coded(decision.rejection) });
    return "events" in decision;
  }

  /** A command that brings a school to a hub says which school, which hub and which programme: the file does. */
  private addressed(
    command: WireName,
    given: Readonly<Record<string, unknown>>,
    data: Record<string, unknown>,
  ): Record<string, unknown> {
    if (command !== "SubmitApplication" && command !== "ExpressInterest") return data;
    const named = given["prospectus"];
    return {
      ...data,
      school: this.rehearsal.school,
      hub: HUB,
      prospectus: typeof named === "string" ? named : this.rehearsal.prospectus,
    };
  }

  private decide(type: WireName, data: Record<string, unknown>, who: string, role: ActorRole) {
    this.commands += 1;
    // `seal` has checked the data against the command's fields.
    const command = {
      id: `command-${this.commands}`,
      type,
      at: this.now,
      by: { who, role },
      data,
    } as Command;
    return decide(this.state, command, this.rules);
  }

  private keep(events: readonly JourneyEvent[], by: Actor): void {
    for (const event of events) {
      const recorded = { ...event, seq: this.events.length + 1 };
      this.state = evolve(this.state, recorded);
      this.events.push(recorded);
      this.facts.push({ event: recorded, by });
    }
  }

  private tick(): void {
    const overdue = due(this.state);
    this.perform("Tick", {}, "time");
    if (overdue !== null && due(this.state) === overdue)
      throw new Error(`What was due at ${overdue} is still due after its tick (${this.state.status}).`);
  }
}

/** In a rehearsal amounts are pounds; in code they are pence. */
function inPence(command: WireName, given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const amount = given["amount"];
  if (COMMAND_FIELDS[command]["amount"]?.kind !== "pence" || typeof amount !== "number") return given;
  const pence = amount * 100;
  // A fraction of a penny stays one, and is turned down.
  return { ...given, amount: Math.abs(pence - Math.round(pence)) < 1e-6 ? Math.round(pence) : pence };
}

function coded(rejection: Rejection): Pick<Refusal, "code" | "detail"> {
  return { code: rejection.code, detail: sentenceOfRejection(rejection) };
}
