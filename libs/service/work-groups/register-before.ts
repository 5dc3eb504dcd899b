// Who was at a session as it was recorded before, so that a register that is taken again begins with it.

import type { DataSource } from "typeorm";
import { sessionOf } from "../../journey/decide/records.ts";
import { fold } from "../../journey/evolve.ts";
import { currentYear, type Journey } from "../../journey/state.ts";
import { load } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { streamOf } from "../../store/events/streams.ts";
import type { GroupFacts } from "./group-facts.ts";

/** Who was at it as it was recorded before: ids by journey, and where the headteacher was. */
export interface Before {
  present: ReadonlySet<string>;
  schools: ReadonlySet<string>;
  headteachers: ReadonlySet<string>;
}

/** The schools that a register is taken of. */
export function schoolsAtIt({ group }: GroupFacts): string[] {
  return group.schools.filter(({ status }) => status === "taken").map(({ journey }) => journey);
}

/**
 * What the journeys of the group have recorded of this session; nothing of one that was not held. Rejects with
 * StoreError.
 */
export async function registerBefore(source: DataSource, facts: GroupFacts, session: string): Promise<Before> {
  const held = facts.group.sessions.find(({ code }) => code === session)?.status === "held";
  const states = held
    ? await Promise.all(
        schoolsAtIt(facts).map(async (journey) => ({
          journey,
          state: fold(recorded(await load(source, streamOf(journey)))),
        })),
      )
    : [];
  const found = states.flatMap(({ journey, state }) => {
    const latest = attendanceAt(state, session);
    return latest === null ? [] : [{ journey, ...latest }];
  });
  return {
    present: new Set(found.flatMap(({ present }) => present)),
    schools: new Set(found.map(({ journey }) => journey)),
    headteachers: new Set(found.filter(({ headteacher }) => headteacher).map(({ journey }) => journey)),
  };
}

function attendanceAt(state: Journey, session: string): { present: readonly string[]; headteacher: boolean } | null {
  const year = currentYear(state);
  const taken =
    year?.evidence.flatMap((one) =>
      one.kind === "attendance" && sessionOf(year, one.session) === sessionOf(year, session) ? [one] : [],
    ) ?? [];
  const last = taken.at(-1);
  return last === undefined ? null : { present: last.present, headteacher: last.headteacher };
}
