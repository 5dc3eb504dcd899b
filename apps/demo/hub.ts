// A made-up hub at its desk: its intake, its Work Groups and their registers, its turn of the year, its money. It asks
// the use cases as the console does, in the role that each asks for, and keeps the clock of its own schools.

import { addDays } from "../../libs/calendar/dates.ts";
import { instantAt, localDate, type Instant, type LocalDate } from "../../libs/calendar/instants.ts";
import { loadAfter } from "../../libs/store/events/event-store.ts";
import { recorded } from "../../libs/store/events/known-events.ts";
import { streamOf, subjectOf } from "../../libs/store/events/streams.ts";
import { isJourneyId } from "../../libs/contract/journey.ts";
import { ROUTED_COMMANDS, type RoutedCommand } from "../../libs/service/commands/journey-commands.ts";
import type { Principal, Role } from "../../libs/service/access/principal.ts";
import { Refusal } from "../../libs/service/refusal.ts";
import { roleFor } from "../../libs/rehearsal/role-for.ts";
import type { Move } from "../../libs/rehearsal/scene.ts";
import type { DemoHub } from "./cast.ts";
import type { Desk } from "./desk.ts";
import { generator } from "./generator.ts";
import { hashOf, School } from "./school.ts";

/** What was turned down, for who makes a demonstration: a command, by its code. */
export interface TurnedDown {
  at: Instant;
  subject: string;
  command: string;
  code: string;
}

interface Planned {
  at: Instant;
  no: number;
  run: () => Promise<void>;
}

/** Looked at one by one, for less than it takes to ask which. */
const FEW = 3;
/** More than one step brings. */
const MOST_EVENTS = 1_000;

export class HubAtWork {
  readonly schools = new Map<string, School>();
  readonly turnedDown: TurnedDown[] = [];
  private readonly agenda: Planned[] = [];
  private count = 0;

  constructor(
    readonly hub: DemoHub,
    readonly desk: Desk,
    readonly seed: number,
  ) {
    for (const cast of hub.schools) {
      const school = new School(cast, hub.code, desk.shared.rules, seed);
      this.schools.set(school.journey, school);
    }
  }

  /** Puts something on the agenda, at an instant. */
  at(when: Instant, run: () => Promise<void>): void {
    this.agenda.push({ at: when, no: (this.count += 1), run });
    this.agenda.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.no - other.no));
  }

  /** The same, at a time of a day in London. */
  on(day: LocalDate, time: string, run: () => Promise<void>): void {
    this.at(instantAt(day, time), run);
  }

  /** Lives on to an instant: whatever comes first, the agenda, a school, or time itself. */
  async until(end: Instant): Promise<void> {
    const { clockwork } = this.desk;
    for (;;) {
      const [first] = this.agenda;
      const move = this.nextMove();
      const time = clockwork.next();
      const times = [first?.at, move?.move.at, time].filter((at) => typeof at === "string").sort();
      const next = times[0];
      if (next === undefined || next > end) return clockwork.goTo(end);
      clockwork.goTo(next);
      if (time !== null && time <= clockwork.now) await clockwork.catchUp();
      else if (first !== undefined && first.at <= clockwork.now) {
        this.agenda.shift();
        await first.run();
      } else if (move !== null) {
        move.school.tried(move.move);
        await this.make(move.school, move.move);
      }
      await clockwork.catchUp();
      await this.lookAgain();
    }
  }

  private nextMove(): { school: School; move: Move } | null {
    let first: { school: School; move: Move } | null = null;
    for (const school of this.schools.values()) {
      const move = school.next(this.desk.clockwork.now);
      if (move !== null && (first === null || move.at < first.move.at)) first = { school, move };
    }
    return first;
  }

  /** Takes in what happened to schools: by themselves, or by a register, a run, a group. */
  async lookAgain(): Promise<void> {
    const touched = this.desk.clockwork.takeTouched();
    const own = touched.filter((one) => this.schools.has(one));
    // What is decided on a group or a run is recorded in journeys that need not be told.
    const all = touched.some((one) => !isJourneyId(one)) ? [...this.schools.keys()] : own;
    await this.takeIn(all);
  }

  private async takeIn(journeys: readonly string[]): Promise<void> {
    const source = await this.desk.shared.database.open();
    const moved = journeys.length < FEW ? journeys : await this.movedOf(journeys);
    for (const journey of moved) {
      const school = this.schools.get(journey);
      if (school === undefined) continue;
      const events = await loadAfter(source.manager, streamOf(journey), school.version, MOST_EVENTS);
      school.record(recorded(events));
    }
  }

  /** Those of which something was recorded. */
  private async movedOf(journeys: readonly string[]): Promise<string[]> {
    const source = await this.desk.shared.database.open();
    const found = await source.query<{ stream: string; version: number }[]>(
      "select stream, version from streams where stream = any($1)",
      [journeys.map(streamOf)],
    );
    return found.flatMap(({ stream, version }) => {
      const school = this.schools.get(subjectOf(stream));
      return school !== undefined && school.version < version ? [school.journey] : [];
    });
  }

  /** Somebody of the hub. */
  by(role: Exclude<Role, "school-contact" | "operator" | "auditor">): Principal {
    const { code } = this.hub;
    return { who: `${role}.${code}`, role, hub: code, urns: [], workGroups: [] };
  }

  /** Whoever speaks for a school. */
  contactOf({ cast }: School): Principal {
    return { who: `school-contact.${cast.urn}`, role: "school-contact", hub: null, urns: [cast.urn], workGroups: [] };
  }

  /** A command to a school's journey, in words of the wire. False where it is turned down. */
  async command(
    school: School,
    name: RoutedCommand,
    body: object,
    caller: Principal = this.callerFor(school, name),
  ): Promise<boolean> {
    return this.tries(school.journey, name, () =>
      this.desk.journeys.perform(name, school.journey, { ...this.asked(caller, name), body }),
    );
  }

  /** Asks for something; notes with which code it was turned down. */
  async tries(subject: string, command: string, ask: () => Promise<unknown>): Promise<boolean> {
    try {
      await ask();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.turnedDown.push({ at: this.desk.clockwork.now, subject, command, code: error.code });
      return false;
    }
  }

  /** A request of its own. */
  asked(caller: Principal, what: string): { caller: Principal; request: string; key: string } {
    const key = `${what}-${(this.count += 1)}`;
    return { caller, request: `demo-${this.hub.code}-${this.count}`, key };
  }

  /** Whoever gives such a command in a rehearsal. */
  private callerFor(school: School, name: RoutedCommand): Principal {
    const role = roleFor(name, {});
    switch (role) {
      case "school-contact":
        return this.contactOf(school);
      case "work-group-lead":
        return this.leadOf(school);
      case "hub-lead":
      case "finance-officer":
        return this.by(role);
      default:
        return this.by("hub-coordinator");
    }
  }

  /** The lead of the school's group, with that group; nobody's is the coordinator's. */
  leadOf(school: School): Principal {
    const { state } = school;
    const group = state.status === "participating" ? (state.year?.workGroup ?? null) : null;
    const lead = group === null ? undefined : this.leads.get(group);
    if (group === null || lead === undefined) return this.by("hub-coordinator");
    return { who: lead, role: "work-group-lead", hub: this.hub.code, urns: [], workGroups: [group] };
  }

  /** Schools whose bank has said that their account is closed: they have named another since. */
  readonly accountsClosed = new Set<string>();

  /** Who leads which group. */
  readonly leads = new Map<string, string>();

  /** Makes a move of a rehearsal: its made-up teachers become people with names and addresses. */
  private async make(school: School, { command, with: given, who }: Move): Promise<void> {
    if (!isRouted(command)) return;
    const body = { ...given };
    if (typeof body["participant"] === "string")
      body["participant"] = await this.personFor(school, body["participant"]);
    if (command === "InviteToNextStage") Object.assign(body, this.invitedTo(school));
    const second = who === "finance-2";
    await this.command(school, command, body, second ? this.by("hub-lead") : undefined);
  }

  /** The group in which the hub keeps a place for a school that it invites; set by who forms it. */
  readonly nextGroups = new Map<string, string>();
  private invitedTo({ cast }: School): object {
    const workGroup = this.nextGroups.get(`${cast.year} ${cast.phase}-${cast.stage}`);
    return workGroup === undefined ? {} : { workGroup };
  }

  /** The id of a teacher whom a rehearsal calls `teacher-2`, with a name and an address from now on. */
  async personFor(school: School, called: string): Promise<string> {
    const [, number] = /^teacher-(\d)$/u.exec(called) ?? [];
    if (number === undefined) return called;
    const known = school.people.get(called);
    if (known !== undefined) return known;
    const one = school.cast.teachers[Number(number) - 1] ?? school.cast.applicant;
    const caller = this.contactOf(school);
    const bounces = school.cast.fate === "bounces" && number === "2";
    const body = { ...one, ...(bounces && { email: one.email.replace("@", "@bounces.") }) };
    const { person } = await this.desk.people.add(school.journey, { ...this.asked(caller, "person"), body });
    school.people.set(called, person);
    return person;
  }

  /** A number of this hub's, the same each time, from 0 up to 1. */
  chance(about: string): number {
    // Drawn, for the numbers of texts that end alike lie close together.
    return generator(hashOf(`${this.seed} ${this.hub.code} ${about}`))();
  }

  /** A school day's date, so many days after one. */
  today(): LocalDate {
    return localDate(this.desk.clockwork.now);
  }
  daysOn(days: number): LocalDate {
    return addDays(this.today(), days);
  }
}

const isRouted = (name: string): name is RoutedCommand => (ROUTED_COMMANDS as readonly string[]).includes(name);
