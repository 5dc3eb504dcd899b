// Lives put straight into a database, journeys and Work Groups with all that is read of them: for tests that need many,
// in a moment.

import type { DataSource, EntityManager } from "typeorm";
import type { Instant } from "../../../libs/calendar/instants.ts";
import { groupName } from "../../../libs/contract/work-group.ts";
import type { Actor } from "../../../libs/journey/commands.ts";
import { due } from "../../../libs/journey/due.ts";
import type { Recorded } from "../../../libs/journey/events.ts";
import { fold } from "../../../libs/journey/evolve.ts";
import { appendAll, type Appended, type NewEvent } from "../../../libs/store/events/event-store.ts";
import { saveStreams, streamOf, streamRow } from "../../../libs/store/events/streams.ts";
import { putSchools } from "../../../libs/store/schools/schools.ts";
import { GROUP_TABLES, READ_TABLES } from "../../../libs/views/tables.ts";
import { writeViews } from "../../../libs/views/write.ts";
import { due as dueOfGroup } from "../../../libs/work-group/due.ts";
import type { Recorded as GroupRecorded } from "../../../libs/work-group/events.ts";
import { fold as foldGroup } from "../../../libs/work-group/evolve.ts";
import type { CountryCohort } from "./country.ts";

/** A school's journey and what happened to it so far; `by`: who did each of it, else the hub's lead. */
export interface PutLife {
  journey: string;
  hub: string;
  events: readonly Recorded[];
  by?: readonly Actor[];
}
interface PutGroup {
  id: string;
  events: readonly GroupRecorded[];
}

const HUB_LEAD: Actor = { who: "p-hub-lead", role: "hub-lead" };
/** Cohorts that go into one transaction. */
const AT_ONCE = 15;

/** Puts cohorts into a database; `told` hears how many schools so far. Answers how many events there are. */
export async function putCountry(
  dataSource: DataSource,
  cohorts: Iterable<CountryCohort>,
  told: (schools: number) => void = () => undefined,
): Promise<{ schools: number; events: number }> {
  const so = { schools: 0, events: 0 };
  const put = async (some: readonly CountryCohort[]): Promise<void> => {
    const schools = some.flatMap((cohort) => cohort.schools);
    const groups = some.flatMap((cohort) => [...cohort.groups].map(([id, events]) => ({ id, events })));
    await putSchools(
      dataSource,
      schools.map(({ urn, name, phase, la }) => ({
        ...{ urn, name, phase, la, funding: "state", open: true, address: null, postcode: null },
        source: "gias",
      })),
    );
    await dataSource.transaction(async (manager) => {
      await putLives(manager, schools);
      await putGroups(manager, groups);
    });
    so.schools += schools.length;
    for (const { events } of [...schools, ...groups]) so.events += events.length;
    told(so.schools);
  };
  let some: CountryCohort[] = [];
  for (const cohort of cohorts) {
    some.push(cohort);
    if (some.length < AT_ONCE) continue;
    await put(some);
    some = [];
  }
  if (some.length > 0) await put(some);
  return so;
}

/** Puts journeys' lives into the database, with all that is read of them. */
export async function putLives(manager: EntityManager, lives: readonly PutLife[]): Promise<void> {
  await appendAll(
    manager,
    lives.map(({ journey, hub, events, by }) => appended(streamOf(journey), events, by, hub)),
  );
  const stand = lives.map(({ journey, events }) => ({ journey, events, state: fold(events) }));
  await writeViews(
    manager,
    READ_TABLES,
    stand.map((after) => ({ before: { journey: after.journey, events: [], state: fold([]) }, after })),
  );
  await saveStreams(
    manager,
    stand.map(({ journey, events, state }) => streamRow(streamOf(journey), events, state, due(state))),
  );
}

async function putGroups(manager: EntityManager, groups: readonly PutGroup[]): Promise<void> {
  await appendAll(
    manager,
    groups.map(({ id, events }) => appended(groupName(id), events)),
  );
  const stand = groups.map(({ id, events }) => ({ group: id, events, state: foldGroup(events) }));
  await writeViews(
    manager,
    GROUP_TABLES,
    stand.map((after) => ({ before: { group: after.group, events: [], state: foldGroup([]) }, after })),
  );
  await saveStreams(
    manager,
    stand.map(({ group, events, state }) => streamRow(groupName(group), events, state, dueOfGroup(state))),
  );
}

function appended(
  stream: string,
  events: readonly (Recorded | GroupRecorded)[],
  by: readonly Actor[] = [],
  hub: string | null = null,
): Appended {
  const news = events.map(({ seq, ...event }, index): NewEvent<{ type: string; at: Instant }> => ({
    event,
    actor: by[index] ?? HUB_LEAD,
    commandId: `seed/${stream}/${seq}`,
    hub,
  }));
  // Each is an event of its stream's kind, without its number.
  return { stream, expectedVersion: 0, events: news as Appended["events"] };
}
