// What a page of a journey shows, and its forms choose from: read at once, for somebody who may see it.

import type { DataSource } from "typeorm";
import { localDate, type Instant, type LocalDate } from "../../../libs/calendar/instants.ts";
import type { Principal, Role } from "../../../libs/config/principal.ts";
import { rulingProspectus } from "../../../libs/journey/decide/common.ts";
import type { AtHand, Rules } from "../../../libs/journey/rules.ts";
import type { Recorded } from "../../../libs/journey/events.ts";
import { fold } from "../../../libs/journey/evolve.ts";
import type { Begun } from "../../../libs/journey/state.ts";
import { contactsOf, getPeople } from "../../../libs/people/people.ts";
import type { Prospectus } from "../../../libs/prospectus/prospectus.ts";
import { load } from "../../../libs/store/events/event-store.ts";
import { recorded } from "../../../libs/store/events/known-events.ts";
import { knownSchool } from "../../../libs/store/schools/schools.ts";
import { streamOf } from "../../../libs/store/events/streams.ts";
import { findJourney, type JourneyWhole } from "../../../libs/views/journeys/read-journeys.ts";
import { findWorkGroups } from "../../../libs/views/work-groups/read-work-groups.ts";
import type { WorkGroupRow } from "../../../libs/views/work-groups/work-groups.ts";
import { journeyBehind, noJourney } from "../../api/commands/journey-behind.ts";

export interface Facts {
  journey: JourneyWhole;
  state: Begun;
  events: readonly Recorded[];
  school: string;
  /** Of people by their ids; empty for roles that do not work with the school. */
  names: ReadonlyMap<string, string>;
  headteacher: string | null;
  /** Work Groups of the hub that have been formed. */
  groups: readonly WorkGroupRow[];
  /** The programme that rules the journey now. */
  prospectus: Prospectus | null;
  rules: Rules;
  atHand: AtHand;
  at: Instant;
  today: LocalDate;
}

/** Those who know the people of a school by name: they work with them. */
const BY_NAME: readonly Role[] = ["school-contact", "hub-coordinator", "hub-lead", "work-group-lead"];
const MOST_GROUPS = 100;

/**
 * The facts of a journey that `principal` sees.
 * @throws Problem `not-found` for any other; rejects with StoreError, SealError
 */
export async function factsOf(
  source: DataSource,
  id: string,
  principal: Principal,
  { rules, at }: { rules: Rules; at: Instant },
): Promise<Facts> {
  const journey = await findJourney(source, await journeyBehind(source, id, principal));
  if (!journey) throw noJourney();
  const events = recorded(await load(source, streamOf(journey.id))).filter((event) => event.seq <= journey.version);
  const state = fold(events);
  if (state.status === "none") throw noJourney();
  const groups = (await findWorkGroups(source, { hub: journey.hub, status: "formed", limit: MOST_GROUPS })).items;
  const byName = BY_NAME.includes(principal.role);
  const people = byName
    ? await getPeople(
        source,
        state.participants.map((one) => one.id),
      )
    : [];
  const head = byName ? (await contactsOf(source, journey.id, ["headteacher"]))[0] : undefined;
  return {
    journey,
    state,
    events,
    groups,
    rules,
    atHand: { groupOf: (name) => atHand(groups, name) },
    at,
    today: localDate(at),
    prospectus: rulingProspectus(state, rules),
    school: (await knownSchool(source, journey.urn))?.name ?? `School ${journey.urn}`,
    names: new Map(people.map((one) => [one.id, `${one.firstName} ${one.lastName}`])),
    headteacher: head === undefined ? null : `${head.firstName} ${head.lastName}`.trim(),
  };
}

/** A Work Group, as far as a preview needs it: the command itself is decided on the group's own book. */
function atHand(groups: readonly WorkGroupRow[], name: string): ReturnType<NonNullable<AtHand["groupOf"]>> {
  const group = groups.find((one) => one.id === name);
  if (group === undefined) return null;
  const { id, hub, prospectus, most, reserved, taken } = group;
  return { id, hub, prospectus, hasRoom: most === null || reserved + taken < most, holdsPlace: false, sessions: [] };
}

/** What a teacher is called: by name, else by number among the school's teachers. */
export function teacherName({ names, state }: Pick<Facts, "names" | "state">, id: string): string {
  return names.get(id) ?? `Teacher ${state.participants.findIndex((one) => one.id === id) + 1}`;
}
