// What a page of a journey shows, and its forms choose from: read at once, for somebody who may see it.

import { nameOf } from "../../journey/contact.ts";
import { instantFromMs, localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { Principal, Role } from "../access/principal.ts";
import { rulingProspectus } from "../../journey/decide/common.ts";
import { rulesAt, type AtHand, type Rules } from "../../journey/rules.ts";
import type { Recorded } from "../../journey/events.ts";
import { fold } from "../../journey/evolve.ts";
import type { Begun } from "../../journey/state.ts";
import { isHeardBy, staysOf } from "../../journey/stays.ts";
import { readGroups } from "../../people/beside.ts";
import { contactsOf, getPeople, getTexts, type Person } from "../../people/people.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import { load, type StoredEvent } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { knownSchool } from "../../store/schools/schools.ts";
import { streamOf } from "../../store/events/streams.ts";
import { namesOfGroups } from "../../store/hubs/group-names.ts";
import { calledBy, type GroupNaming } from "../../words/group-name.ts";
import { findJourney, type JourneyWhole } from "../../views/journeys/read-journeys.ts";
import { findWorkGroups } from "../../views/work-groups/read-work-groups.ts";
import type { WorkGroupRow } from "../../views/work-groups/work-groups.ts";
import { concerned, groupsAtHand } from "../../work-group/together.ts";
import type { SecurityLog } from "../access/security-log.ts";
import { mustHold } from "../access/roles.ts";
import { namesOfStaff, STAFF_ROLES, staffToChoose, type StaffChoice } from "../hubs/staff.ts";
import { journeyPart, noJourney } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import { JOURNEY_ROLES } from "./journeys.ts";
import { ownPart } from "./own-part.ts";
import { answeredBy, doersOf, type Doer } from "./who-did.ts";
import { idsIn } from "./words-of.ts";

export interface Facts {
  /** The school is here; else it has left, or has yet to come, and only what is the hub's own is shown. */
  here: boolean;
  journey: JourneyWhole;
  state: Begun;
  events: readonly Recorded[];
  /** Who did each of these, by its seq. */
  doers: ReadonlyMap<number, Doer>;
  school: string;
  /** Of people by their ids; empty for roles that do not work with the school. */
  names: ReadonlyMap<string, string>;
  headteacher: string | null;
  /** Who of the hub supports it, by name and address; null where nobody is named, or for whom that is not. */
  support: string | null;
  /** Work Groups of the hub that have been formed. */
  groups: readonly WorkGroupRow[];
  /** Who of the hub may be chosen by name, by its coordinator and lead; empty for others. */
  staff: readonly StaffChoice[];
  /** What Work Groups are called, of this hub and of any other. */
  called: GroupNaming;
  /** The programme that rules the journey now. */
  prospectus: Prospectus | null;
  rules: Rules;
  atHand: AtHand;
  at: Instant;
  today: LocalDate;
}

/** Those who know the people of a school by name: they work with them. */
export const KNOWS_PEOPLE: readonly Role[] = ["school-contact", "hub-coordinator", "hub-lead", "work-group-lead"];
const MOST_GROUPS = 100;
/** What the hub and the school wrote to each other. */
const OF_THE_SCHOOL: readonly string[] = ["InformationRequested", "InformationProvided", "ApplicationSubmitted"];

export class JourneyFacts {
  constructor(
    private readonly database: Database,
    private readonly settings: ServiceSettings,
    private readonly security: SecurityLog,
  ) {}

  /** The same for who looks at the page of a school; that they see its people by name is noted. @throws as `of` */
  async seen(caller: Principal, id: string, request: string): Promise<Facts> {
    const facts = await this.of(caller, id);
    if (caller.role !== "school-contact" && KNOWS_PEOPLE.includes(caller.role) && facts.here)
      this.security.noteBeside({ what: "people-viewed", by: caller, about: `journey ${facts.journey.id}`, request });
    return facts;
  }

  /**
   * The facts of the journey that goes by `id`, as they are now.
   * @throws Refusal `forbidden`, `not-found`; rejects with StoreError, SealError
   */
  async of(caller: Principal, id: string): Promise<Facts> {
    mustHold(caller, JOURNEY_ROLES.read);
    const source = await this.database.open();
    const at = instantFromMs(this.settings.clock());
    const part = await journeyPart(source, id, caller);
    const whole = await findJourney(source, part.journey);
    if (!whole) throw noJourney(id);
    const journey = ownPart(whole, part.hub);
    const stored = (await load(source, streamOf(journey.id))).filter((event) => event.seq <= journey.version);
    const all = recorded(stored);
    const state = fold(all);
    if (state.status === "none") throw noJourney(id);
    const rules = rulesAt(await rulesNow(source, this.settings), state.hub);
    const events = heard(stored, all, part.hub);
    const groups = (await findWorkGroups(source, { hub: journey.hub, status: "formed", limit: MOST_GROUPS })).items;
    const own = groupsAtHand(await readGroups(source, new Map(), concerned(state, [])), journey.id);
    const byName = KNOWS_PEOPLE.includes(caller.role) && part.here;
    const people = byName
      ? await getPeople(source, [
          ...state.participants.map((one) => one.id),
          ...state.applicants,
          ...[state.school.headteacherContact ?? [], state.support ?? []].flat(),
          ...answeredBy(stored),
        ])
      : [];
    const head = byName ? (await contactsOf(source, journey.id, ["headteacher"]))[0] : undefined;
    const names = new Map(people.map((one) => [one.id, nameOf(one)]));
    const staff = STAFF_ROLES.read.some((role) => role === caller.role) ? await staffToChoose(source, caller) : [];
    const colleagues = await namesOfStaff(source, staff);
    return {
      here: part.here,
      journey,
      state,
      events,
      doers: doersOf(stored, caller, (who) => colleagues.get(who) ?? names.get(who) ?? null),
      groups,
      staff,
      called: calledBy(await namesOfGroups(source)),
      rules,
      atHand: { groupOf: (name) => own.groupOf(name) ?? atHand(groups, name) },
      at,
      today: localDate(at),
      prospectus: rulingProspectus(state, rules),
      school: (await knownSchool(source, journey.urn))?.name ?? `School ${journey.urn}`,
      names,
      headteacher: head === undefined ? null : nameOf(head),
      support: supportIn(people, state.support),
    };
  }

  /**
   * What was written in this journey, by id: all of it for the hub; for others what the hub asked the school, and the
   * school's own words for itself. Rejects with StoreError, SealError.
   */
  async texts({ role }: Principal, { events }: Pick<Facts, "events">): Promise<ReadonlyMap<string, string>> {
    const hub = role === "hub-coordinator" || role === "hub-lead";
    const open = events.filter(({ type }) => hub || (role === "school-contact" && OF_THE_SCHOOL.includes(type)));
    return getTexts(
      await this.database.open(),
      open.flatMap((event) => idsIn(event).map(([, id]) => id)),
    );
  }
}

/** Who supports the school, by name and address; null for who does not know its people, or where nobody is named. */
function supportIn(people: readonly Person[], id: string | null): string | null {
  const found = people.find((one) => one.id === id);
  return found === undefined ? null : [nameOf(found), found.email].filter((one) => one !== "").join(", ");
}

/** What a hub hears of it, null for all. */
function heard(stored: readonly StoredEvent[], all: readonly Recorded[], hub: string | null): readonly Recorded[] {
  if (hub === null) return all;
  const stays = staysOf(all);
  const seqs = new Set(stored.filter((event) => isHeardBy(hub, event, stays)).map(({ seq }) => seq));
  return all.filter(({ seq }) => seqs.has(seq));
}

/** Another Work Group than its own, as far as a preview needs it: a command is decided on the group's own book. */
function atHand(groups: readonly WorkGroupRow[], name: string): ReturnType<NonNullable<AtHand["groupOf"]>> {
  const group = groups.find((one) => one.id === name);
  if (group === undefined) return null;
  const { id, hub, prospectus, most, reserved, taken } = group;
  return { id, hub, prospectus, hasRoom: most === null || reserved + taken < most, holdsPlace: false, sessions: [] };
}
