// What is known of schools, and whether one may apply. They need PostgreSQL alone.

import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import type { SchoolFacts } from "../../journey/commands.ts";
import { fold } from "../../journey/evolve.ts";
import type { Rejection } from "../../journey/rejection.ts";
import type { Phase, Prospectus } from "../../prospectus/prospectus.ts";
import { factsByRegister, obstacles } from "../../register/eligibility.ts";
import { load } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { streamOf } from "../../store/events/streams.ts";
import { isListed } from "../../store/hubs/lists.ts";
import { findWindow } from "../../store/hubs/windows.ts";
import {
  findSchools,
  knownSchool,
  schoolQuestions,
  type KnownSchool,
  type SchoolFilter,
  type SchoolQuestion,
} from "../../store/schools/schools.ts";
import { journeyIdOf } from "../../views/journeys/read-journeys.ts";
import type { Page } from "../../views/page.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS, type Roles } from "../access/roles.ts";
import { mayAskFor, withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";
import type { HubDirectory } from "../hub-directory.ts";
import { prospectusOf } from "../prospectuses/prospectuses.ts";
import { Refusal } from "../refusal.ts";
import { rulesOf } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";

export const SCHOOL_ROLES = {
  read: [...READERS, "school-contact"],
  questions: ["hub-coordinator", "hub-lead", "operator"],
} as const satisfies Record<string, Roles>;

/** `hub`: the one that covers its local authority. */
export interface SchoolSeen extends KnownSchool {
  hub: string | null;
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

  /** One school. @throws Refusal `forbidden`, `not-found` */
  async one(caller: Principal, urn: string): Promise<SchoolSeen> {
    mustHold(caller, SCHOOL_ROLES.read);
    return this.seen(known(await knownSchool(await this.database.open(), urn)));
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
    const at = instantFromMs(this.settings.clock());
    const { journey, found } = await this.judged(school, hub, prospectus, at);
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

  private async judged(school: KnownSchool, hub: string | null, prospectus: Prospectus, at: Instant) {
    const source = await this.database.open();
    const { id, phase } = prospectus;
    const set = hub === null ? null : await findWindow(source, hub, id, at);
    const journey = await journeyIdOf(source, school.urn, phase);
    const state = fold(recorded(await load(source, streamOf(journey))));
    const application = {
      school: factsOf(school, phase),
      hub: hub ?? "",
      listed: hub === null || (await isListed(source, hub, id, school.urn, at)),
      ...(set && { window: { opensOn: set.opensOn, closesOn: set.closesOn } }),
    };
    return { journey, found: obstacles(state, application, prospectus, at, rulesOf(this.settings)) };
  }

  private seen(school: KnownSchool): SchoolSeen {
    return { ...school, hub: this.directory.hubs.ofLa(school.la)?.code ?? null };
  }
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
