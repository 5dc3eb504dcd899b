// What has happened to a school, in the field's own words: the past that rule tests (given.ts) and worlds begin with.
// Schools are made up; the catalogue and the calendar are the real ones. Times are London's.

import { firstDay, yearBegins } from "../../libs/calendar/academic-years.ts";
import { addSeconds, parseWhen, type Instant, notBefore } from "../../libs/calendar/instants.ts";
import { ENGLAND, previousSchoolDay } from "../../libs/calendar/terms.ts";
import type { Command, CommandData, CommandName, SchoolFacts } from "../../libs/journey/commands.ts";
import { decide } from "../../libs/journey/decide.ts";
import type { Decision, Rules } from "../../libs/journey/rules.ts";
import { due } from "../../libs/journey/due.ts";
import type { JourneyEvent, Recorded } from "../../libs/journey/events.ts";
import { evolve, NOTHING } from "../../libs/journey/evolve.ts";
import type { Commitment, Journey, StageYear } from "../../libs/journey/state.ts";
import type { Prospectus } from "../../libs/prospectus/prospectus.ts";
import { catalogueOfTests } from "./catalogue.ts";
import { sentenceOfRejection } from "../../libs/words/rejection.ts";

export const RULES: Rules = { catalogue: catalogueOfTests(), calendar: ENGLAND };

export const READINESS = "2020-21/primary-readiness";
export const SECONDARY_DEVELOPMENT = "2020-21/secondary-development";
export const SUSTAINING = "2024-25/secondary-sustaining";
export const PRIMARY_DEVELOPMENT = "2024-25/primary-development";

/** What happened, without its time: that is the command's. */
export type Happening = JourneyEvent extends infer E ? (E extends JourneyEvent ? Omit<E, "at"> : never) : never;

export interface Asked {
  by?: string;
  expected?: number;
}

/** What has happened to a journey so far. Never changes: each step gives the past that includes it. */
export class Past {
  readonly events: readonly Recorded[];
  readonly state: Journey;

  constructor(events: readonly Recorded[] = [], state: Journey = NOTHING) {
    this.events = events;
    this.state = state;
  }

  /**
   * One command later, the clock having done on time what fell due before it. Throws where the command is turned down:
   * a test that wants that says `given(...).when(...).rejects(...)`.
   */
  on<N extends CommandName>(when: string, type: N, data: CommandData[N], asked: Asked = {}): Past {
    const past = this.until(addSeconds(parseWhen(when), -1));
    const decision = past.decide(when, type, data, asked);
    if ("rejection" in decision)
      throw new Error(`${type} at ${when}: ${decision.rejection.code}, ${sentenceOfRejection(decision.rejection)}`);
    return past.follow(decision.events);
  }

  /** Later, the clock having done on time all that fell due up to and at `when`. */
  until(when: string): Past {
    const end = parseWhen(when);
    const next = due(this.state);
    if (next === null || next > end) return this;
    // What comes due by a late record is overdue at once.
    const decision = this.decide(notBefore(this.state, next), "Tick", {});
    const after = "events" in decision ? this.follow(decision.events) : this;
    if (after.events.length === this.events.length) throw new Error(`What is due at ${next} stays due.`);
    return after.until(when);
  }

  decide<N extends CommandName>(
    when: string,
    type: N,
    data: CommandData[N],
    { by = "somebody", expected }: Asked = {},
  ): Decision {
    const at = parseWhen(when);
    const command = {
      id: `command-${this.events.length}`,
      type,
      at,
      by: { who: by, role: "service" },
      data,
      ...(expected !== undefined && { expected }),
    };
    return decide(this.state, command as Command, RULES);
  }

  follow(events: readonly JourneyEvent[]): Past {
    let state = this.state;
    const kept = events.map((event): Recorded => {
      if (state.status !== "none" && event.at < state.lastAt)
        throw new Error(`${event.type} at ${event.at} goes back in time.`);
      const recorded = { ...event, seq: state.status === "none" ? 1 : state.seq + 1 };
      state = evolve(state, recorded);
      return recorded;
    });
    return new Past([...this.events, ...kept], state);
  }

  /** The stage-year under way or paused. */
  get year(): StageYear {
    if ((this.state.status === "participating" || this.state.status === "paused") && this.state.year)
      return this.state.year;
    throw new Error(`No stage-year: the journey is ${this.state.status}.`);
  }

  commitment(code: string): Commitment {
    const found = this.year.commitments.find((one) => one.code === code);
    if (!found)
      throw new Error(`No commitment ${code} among ${this.year.commitments.map((one) => one.code).join(", ")}.`);
    return found;
  }

  /** Seq of the last event of a type. */
  seqOf(type: JourneyEvent["type"]): number {
    const found = this.events.findLast((event) => event.type === type);
    if (!found) throw new Error(`${type} has not happened.`);
    return found.seq;
  }

  /** All events of some types, without their seq: `at` is the instant. */
  all(...types: JourneyEvent["type"][]): JourneyEvent[] {
    const found = this.events.filter((event) => types.includes(event.type)).map(({ seq: _seq, ...event }) => event);
    return types.includes("LettersDue") ? found : withoutLetters(found);
  }
}

export const nothing = new Past();

/** What is decided, without when people are told of it: libs/journey/gather.unit.spec.ts says that. */
export function untold(decision: Decision): Decision {
  return "rejection" in decision ? decision : { events: withoutLetters(decision.events) };
}

export function withoutLetters<E extends JourneyEvent>(events: readonly E[]): E[] {
  return events
    .filter(({ type }) => type !== "LettersDue" && type !== "MeetingAnnounced")
    .map((event) => {
      // An application that ended said when the school is told before letters were gathered.
      const { announceAt: _announced, ...left } = event as E & { announceAt?: Instant };
      if (event.type === "ApplicationEnded") return left as unknown as E;
      const { tellAt: _told, ...rest } = left;
      return rest as unknown as E;
    });
}

export function prospectus(id: string): Prospectus {
  const found = RULES.catalogue.get(id);
  if (!found) throw new Error(`There is no prospectus ${id}.`);
  return found;
}

export function school(change: Partial<SchoolFacts> = {}): SchoolFacts {
  return { urn: "100001", phase: "primary", funding: "state", open: true, headteacher: true, history: [], ...change };
}

/** A school that fits this prospectus. */
export function schoolFor(id: string, change: Partial<SchoolFacts> = {}): SchoolFacts {
  const { phase, application } = prospectus(id);
  const history =
    application.prior.value === "none" ? [] : [{ stage: "development" as const, academicYear: "2015/16" }];
  return school({ phase, history, ...change });
}

/** An application as this prospectus asks for it, with what a test wants changed. */
export function application(
  id: string,
  change: Partial<CommandData["SubmitApplication"]> = {},
): CommandData["SubmitApplication"] {
  return {
    school: schoolFor(id),
    hub: "great-north",
    prospectus: id,
    criteria: ["poor-progress-or-attainment"],
    reasons: text(40),
    understandsExpectations: true,
    contact: "person-1",
    seniorLeaderSupports: true,
    ...change,
  };
}

/** A text of so many words, kept elsewhere. */
export const text = (words: number) => ({ id: "text-1", words });
export const because = { reason: text(5) };
/** How an event keeps that reason. */
export const kept = { reasonId: "text-1" };

export const TWO = ["teacher-1", "teacher-2"];

function teachersFor(id: string): CommandData["NominateParticipant"][] {
  const { roles, mathsLeadAmongThem } = prospectus(id).participants;
  const role = roles.value.find((one) => one !== "maths-lead") ?? "lead-teacher";
  return [
    {
      participant: "teacher-1",
      role: mathsLeadAmongThem.value ? "maths-lead" : role,
      experienced: true,
      authority: true,
    },
    { participant: "teacher-2", role },
  ];
}

/** The day in June before the year of a prospectus, at nine in the morning. */
function june(id: string, day: number): string {
  return `${firstDay(prospectus(id).academicYear).slice(0, 4)}-06-${String(day).padStart(2, "0")}T09:00`;
}

const made = new Map<string, Past>();
function once(name: string, id: string, make: () => Past): Past {
  const key = `${name} ${id}`;
  const past = made.get(key) ?? make();
  made.set(key, past);
  return past;
}

export const applied = (id = READINESS): Past =>
  once("applied", id, () => nothing.on(june(id, 2), "SubmitApplication", application(id)));
/** Offered on 3 June, open until the 30th, or the last school day before it. */
export const offered = (id = READINESS): Past =>
  once("offered", id, () =>
    applied(id).on(june(id, 3), "OfferPlace", {
      workGroup: "group-1",
      respondBy: previousSchoolDay(ENGLAND, june(id, 30).slice(0, 10)),
    }),
  );
export const accepted = (id = READINESS): Past =>
  once("accepted", id, () => offered(id).on(june(id, 4), "AcceptOffer", {}));
export const nominated = (id = READINESS): Past =>
  once("nominated", id, () =>
    teachersFor(id).reduce((past, teacher) => past.on(june(id, 5), "NominateParticipant", teacher), accepted(id)),
  );
export const placed = (id = READINESS): Past =>
  once("placed", id, () => nominated(id).on(june(id, 8), "PlaceInWorkGroup", {}));
/** Under way: 1 September, 00:00. */
export const begun = (id = READINESS): Past =>
  once("begun", id, () => placed(id).until(yearBegins(prospectus(id).academicYear)));

/** The hub lead says that the year under way, of which nothing is recorded in a test, was completed. */
export const done = (past: Past, when: string): Past =>
  past.on(when, "ConfirmCompletion", { completed: true, ...because });

/** A register of a session in which everybody was there. */
export const register = (session: string, on: string, present: string[] = TWO) => ({
  session,
  on,
  present,
  headteacher: true,
});

/** What a journey holds that has had no grant, and no other school before it. */
export const NEW_HERE = { grants: [], aliases: [], school: schoolFor(READINESS) };
