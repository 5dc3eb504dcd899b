// A made-up school at its desk: what it and its hub would do next, as a rehearsal has them do it (libs/rehearsal), with
// a character of its own: in good time, late, or never.

import { addDays } from "../../libs/calendar/dates.ts";
import { instantAt, localDate, localTime, type Instant } from "../../libs/calendar/instants.ts";
import { nextSchoolDay, type SchoolCalendar } from "../../libs/calendar/terms.ts";
import type { Recorded } from "../../libs/journey/events.ts";
import { evolve, NOTHING } from "../../libs/journey/evolve.ts";
import type { Rules } from "../../libs/journey/rules.ts";
import type { Journey } from "../../libs/journey/state.ts";
import { schoolMoves } from "../../libs/rehearsal/behaviour.ts";
import { hubMoves } from "../../libs/rehearsal/hub.ts";
import type { Move, Scene } from "../../libs/rehearsal/scene.ts";
import type { WireName } from "../../libs/journey/wire.ts";
import type { DemoSchool } from "./cast.ts";
import type { Fate } from "./cohorts.ts";
import { DEMO_DAY } from "./demo-day.ts";
import { generator } from "./generator.ts";
import { minutesOn } from "./desk.ts";

/** The hub does these otherwise than in a rehearsal: by group, by run, by its own intake. */
const OTHERWISE: ReadonlySet<WireName> = new Set([
  "SubmitApplication",
  "OfferPlace",
  "RecordAttendance",
  "PreparePaymentRun",
  "AuthorisePaymentRun",
  "ConfirmPayment",
]);
/** What a school does, each at its own pace. */
const OWN: ReadonlySet<WireName> = new Set([
  "CompleteGapTask",
  "AgreeActionPlan",
  "SubmitReport",
  "CompleteEvaluation",
  "RecordReleaseDays",
  "ChooseTheme",
  "ConfirmNextStage",
]);
const LATE = { keen: 0.05, busy: 0.3, silent: 0 };
const NEVER = { keen: 0.02, busy: 0.15, silent: 1 };
const MOST_DAYS_LATE = 30;
/** Of tasks that escalation has brought lately, so many are still to be decided. */
const LEFT_LYING = 0.6;
const LATELY = instantAt(addDays(DEMO_DAY, -45), "00:00");

/** Of a school's promises, what a hub lead takes for ready. */
const ENOUGH = 0.6;
/** What is not done, so that the fate of a school can be seen. */
const UNDONE: Readonly<Partial<Record<Fate, readonly WireName[]>>> = {
  asked: ["ProvideInformation"],
  offered: ["AcceptOffer"],
  declines: ["AcceptOffer"],
  lapses: ["AcceptOffer"],
  accepted: ["PlaceInWorkGroup"],
  unpaid: ["ApproveGrant"],
  withheld: ["ApproveGrant"],
  "paid-late": ["ApproveGrant"],
};

/** A school as the generator knows it; `state` is folded from its events, as everybody's is. */
export class School {
  state: Journey = NOTHING;
  readonly events: Recorded[] = [];
  readonly journey: string;
  /** Teachers by the name that a rehearsal has for them. */
  readonly people = new Map<string, string>();
  private readonly made = new Set<string>();
  private planned: Move[] | null = null;

  constructor(
    readonly cast: DemoSchool,
    readonly hub: string,
    private readonly rules: Rules,
    private readonly seed: number,
  ) {
    this.journey = `${cast.urn}-${cast.phase}`;
  }

  get version(): number {
    return this.events.length;
  }

  /** What a rehearsal calls a teacher: `teacher-2`. */
  called(person: string): string {
    return [...this.people].find(([, id]) => id === person)?.[0] ?? "somebody";
  }

  /** Takes in what has happened since. */
  record(events: readonly Recorded[]): void {
    for (const event of events) {
      this.state = evolve(this.state, event);
      this.events.push(event);
    }
    this.planned = null;
  }

  /** What is to be done next, of what has not been tried. */
  next(now: Instant): Move | null {
    this.planned ??= this.moves(now);
    const [first] = this.planned;
    return first ?? null;
  }

  /** Nothing is tried twice. */
  tried({ key }: Move): void {
    this.made.add(key);
    this.planned = (this.planned ?? []).filter((one) => one.key !== key);
  }

  private moves(now: Instant): Move[] {
    const scene = this.scene(now);
    return [...hubMoves(scene), ...schoolMoves(scene)]
      .filter(({ key, command }) => !this.made.has(key) && !OTHERWISE.has(command))
      .flatMap((move) => this.inCharacter(move) ?? [])
      .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  }

  private scene(now: Instant): Scene {
    const { cast } = this;
    const facts = { urn: cast.urn, phase: cast.phase, funding: "state", open: true, headteacher: true, history: [] };
    const rehearsal = {
      prospectus: prospectusOf(cast),
      name: cast.name,
      school: facts as Scene["rehearsal"]["school"],
      start: now,
      until: now,
      behaviour: cast.character === "silent" ? ("silent" as const) : ("exemplary" as const),
      hub: "attentive" as const,
      script: [],
    };
    // A rehearsal has one hub, to which every programme belongs.
    return { rehearsal, rules: this.rules, state: this.state, events: this.events, now, script: [] };
  }

  /** A hub lead knows the school: most of what was promised is enough. */
  private readiness(): Record<string, unknown> {
    const { state } = this;
    const owed = state.status === "participating" ? (state.year?.commitments ?? []) : [];
    const own = owed.filter(({ by }) => by === "school");
    const kept = own.filter(({ status }) => status === "met" || status === "waived");
    if (kept.length >= own.length * ENOUGH)
      return { ready: true, reason: "Nearly all of it is done, and the school is ready." };
    return { ready: false, reason: "Too much of what the year asked for was not done." };
  }

  /** When, if at all, this school does it. */
  private inCharacter(move: Move): Move | null {
    const chance = generator(this.seed ^ hashOf(`${this.journey} ${move.key}`));
    const at = minutesOn(move.at, Math.floor(chance() * 50));
    if (UNDONE[this.cast.fate]?.includes(move.command)) return null;
    if (move.command === "DecideTask") return at > LATELY && chance() < LEFT_LYING ? null : { ...move, at };
    if (move.command === "ConfirmReadiness") return { ...move, at, with: this.readiness() };
    if (!OWN.has(move.command)) return { ...move, at };
    const { character } = this.cast;
    // That a school goes on is what all of them want, but the silent.
    if (chance() < NEVER[character] / (move.command === "ConfirmNextStage" ? 4 : 1)) return null;
    if (chance() >= LATE[character]) return { ...move, at };
    return { ...move, at: later(this.rules.calendar, at, 1 + Math.floor(chance() * MOST_DAYS_LATE)) };
  }
}

/** The programme to which a school applies first. */
export function prospectusOf({ year, phase, stage }: Pick<DemoSchool, "year" | "phase" | "stage">): string {
  return `${year.replace("/", "-")}/${phase}-${stage}`;
}

/** The same time, so many days on, on a school day. */
export function later(calendar: SchoolCalendar, at: Instant, days: number): Instant {
  return instantAt(nextSchoolDay(calendar, addDays(localDate(at), days)), localTime(at));
}

/** A number of a text, the same each time (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}
