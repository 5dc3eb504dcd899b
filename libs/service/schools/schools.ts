// What is known of schools, and whether one may apply. They need PostgreSQL alone.

import { instantFromMs } from "../../calendar/instants.ts";
import type { SchoolFacts } from "../../journey/commands.ts";
import { fold, NOTHING } from "../../journey/evolve.ts";
import { rulesAt } from "../../journey/rules.ts";
import type { Journey } from "../../journey/state.ts";
import type { Rejection } from "../../journey/rejection.ts";
import { PHASES, type Phase, type Prospectus } from "../../prospectus/prospectus.ts";
import { factsByRegister, obstacles } from "../../register/eligibility.ts";
import { load } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { streamOf } from "../../store/events/streams.ts";
import { listsOf } from "../../store/hubs/lists.ts";
import { windowsOf } from "../../store/hubs/windows.ts";
import {
  findSchools,
  knownSchool,
  knownSchools,
  schoolQuestions,
  suggestSchools,
  type KnownSchool,
  type SchoolFilter,
  type SchoolNamed,
  type SchoolQuestion,
} from "../../store/schools/schools.ts";
import type { JourneyRow } from "../../views/journeys/journeys.ts";
import { findJourneys, journeyIdOf } from "../../views/journeys/read-journeys.ts";
import type { Page } from "../../views/page.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS, type Roles } from "../access/roles.ts";
import { mayAskFor, withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";
import type { HubDirectory } from "../hub-directory.ts";
import { prospectusOf } from "../prospectuses/prospectuses.ts";
import { Refusal } from "../refusal.ts";
import { isUnderWay } from "../register/successor.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";

/** More lines than that nobody reads while they type. */
export const MOST_SUGGESTED = 12;

export const SCHOOL_ROLES = {
  read: [...READERS, "school-contact"],
  questions: ["hub-coordinator", "hub-lead", "operator"],
} as const satisfies Record<string, Roles>;

/** `hub`: the one that covers its local authority. */
export interface SchoolSeen extends KnownSchool {
  hub: string | null;
}

/** A question with what it is about: the journey and, of each successor, what the register has and its own journey. */
export interface InView {
  question: SchoolQuestion;
  journey: JourneyRow | null;
  successors: { urn: string; school: KnownSchool | null; journey: JourneyRow | null }[];
}

/** `hub`: whose window was taken. `reasons`: what stands against it, by the rules' own order. */
export interface Eligibility {
  urn: string;
  prospectus: string;
  journey: string;
  hub: string | null;
  eligible: boolean;
  /** What stands against it, in the order of the rules. */
  reasons: readonly Rejection[];
  forTheHub: "section-41"[];
}

/** What stands against an application for a programme, and the journey it would be of. */
export type Judge = (prospectus: Prospectus) => { journey: string; found: readonly Rejection[] };

export class Schools {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "calendarOf" | "clock">,
    private readonly directory: HubDirectory,
  ) {}

  /** Schools by URN, those that fit every filter. @throws Refusal `forbidden` */
  async list(caller: Principal, { q, ...filter }: SchoolFilter): Promise<Page<SchoolSeen, string>> {
    mustHold(caller, SCHOOL_ROLES.read);
    const { items, next } = await findSchools(await this.database.open(), {
      ...filter,
      ...(q !== undefined && { q: q.trim() }),
    });
    return { items: items.map((school) => this.seen(school)), next };
  }

  /** Open schools for what somebody has typed so far, a dozen at most. @throws Refusal `forbidden` */
  async suggested(caller: Principal, typed: string): Promise<SchoolNamed[]> {
    mustHold(caller, SCHOOL_ROLES.read);
    return suggestSchools(await this.database.open(), typed, MOST_SUGGESTED);
  }

  /** One school. @throws Refusal `forbidden`, `not-found` */
  async one(caller: Principal, urn: string): Promise<SchoolSeen> {
    mustHold(caller, SCHOOL_ROLES.read);
    return this.seen(known(await knownSchool(await this.database.open(), urn)));
  }

  /** Those of these schools that are known, by URN. @throws Refusal `forbidden` */
  async named(caller: Principal, urns: readonly string[]): Promise<ReadonlyMap<string, KnownSchool>> {
    mustHold(caller, SCHOOL_ROLES.read);
    const known = await knownSchools(await this.database.open(), urns);
    return new Map(known.map((one) => [one.urn, one]));
  }

  /**
   * Whether it may apply for a programme now, at a hub (else the one that covers it), by the very rules an application
   * is judged by. @throws Refusal `forbidden`, `not-found`
   */
  async eligibility(
    caller: Principal,
    urn: string,
    { prospectus: id, hub: asked }: { prospectus: string; hub?: string },
  ): Promise<Eligibility> {
    mustHold(caller, SCHOOL_ROLES.read);
    mayAskFor(caller, { urn, hub: asked });
    const prospectus = prospectusOf(this.settings.catalogue, id);
    const school = known(await knownSchool(await this.database.open(), urn));
    const hub = asked ?? this.directory.hubs.ofLa(school.la)?.code ?? null;
    const { journey, found } = (await this.judge(caller, school, hub))(prospectus);
    return {
      urn,
      prospectus: id,
      journey,
      hub,
      eligible: found.length === 0,
      reasons: found,
      forTheHub: school.section41 ? ["section-41"] : [],
    };
  }

  /**
   * How programmes are judged of a school at a hub, now: all that is to be read for it is read once, however many
   * programmes are asked for. Rejects with StoreError.
   */
  async judge(caller: Principal, school: KnownSchool, hub: string | null): Promise<Judge> {
    const source = await this.database.open();
    const at = instantFromMs(this.settings.clock());
    const rules = await rulesNow(source, this.settings);
    const there = hub === null ? rules : rulesAt(rules, hub);
    const windows = byProgramme(hub === null ? [] : await windowsOf(source, hub, at));
    const lists = byProgramme(hub === null ? [] : await listsOf(source, hub, at));
    const own = new Map<string, { journey: string; state: Journey }>();
    for (const phase of PHASES) {
      const journey = await journeyIdOf(source, school.urn, phase);
      const state = fold(recorded(await load(source, streamOf(journey))));
      own.set(phase, { journey, state: heardBy(withinOf(caller)?.hub ?? null, state) });
    }
    return (prospectus) => {
      const { id, phase } = prospectus;
      const { journey, state } = own.get(phase) ?? { journey: `${school.urn}-${phase}`, state: NOTHING };
      const set = windows.get(id);
      const application = {
        school: factsOf(school, phase),
        hub: hub ?? "",
        listed: lists.get(id)?.urns?.includes(school.urn) ?? true,
        ...(set && { window: { opensOn: set.opensOn, closesOn: set.closesOn } }),
      };
      const offered = there.catalogue.get(id) ?? prospectus;
      return { journey, found: obstacles(state, application, offered, at, there, caller.role) };
    };
  }

  /**
   * Journeys of closed schools that wait for somebody to decide who goes on, of one hub or of all that a caller sees.
   * @throws Refusal `forbidden`
   */
  async questions(
    caller: Principal,
    filter: { hub?: string; after?: string; limit: number },
  ): Promise<Page<SchoolQuestion, string>> {
    mustHold(caller, SCHOOL_ROLES.questions);
    const own = withinOf(caller)?.hub;
    if (own !== undefined && filter.hub !== undefined && filter.hub !== own) return { items: [], next: null };
    return schoolQuestions(await this.database.open(), { ...filter, ...(own === undefined ? {} : { hub: own }) });
  }

  /**
   * The same with both sides in view: the journey, and each school that is named as a successor with its journey of
   * that phase, so far as the caller sees it.
   * @throws Refusal `forbidden`
   */
  async successorsInView(caller: Principal, filter: { after?: string; limit: number }): Promise<Page<InView, string>> {
    const { items, next } = await this.questions(caller, filter);
    const source = await this.database.open();
    const seen = async (urn: string, phase: string): Promise<JourneyRow | null> =>
      (await findJourneys(source, { urn, phase, within: withinOf(caller), limit: 1 })).items[0] ?? null;
    const inView = items.map(async (question): Promise<InView> => {
      const [, phase = "primary"] = question.journey.split("-");
      const successors = question.successors.map(async (urn) => ({
        urn,
        school: await knownSchool(source, urn),
        journey: await seen(urn, phase),
      }));
      return { question, journey: await seen(question.urn, phase), successors: await Promise.all(successors) };
    });
    return { items: await Promise.all(inView), next };
  }

  private seen(school: KnownSchool): SchoolSeen {
    return { ...school, hub: this.directory.hubs.ofLa(school.la)?.code ?? null };
  }
}

const byProgramme = <T extends { prospectus: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.prospectus, one]));

/**
 * A journey so far as a hub may judge by it: of a school that is at another, that it is not free, and no more; neither
 * how it stands there nor what it went through.
 */
function heardBy(hub: string | null, state: Journey): Journey {
  if (hub === null || state.status === "none" || state.hub === hub) return state;
  return isUnderWay(state) && state.status !== "interested" ? state : NOTHING;
}

/** What the rules will be told of it, as far as it is known before an application. */
function factsOf(school: KnownSchool, asked: Phase): SchoolFacts {
  // Of section 41 the hub decides: nothing stands against its application.
  return { urn: school.urn, ...factsByRegister(school, asked, "state"), headteacher: false, history: [] };
}

function known(school: KnownSchool | null): KnownSchool {
  if (school !== null) return school;
  throw new Refusal("not-found", "There is no school with this URN: look for it by its name.");
}
