// Who was at a session as it was recorded before, so that a register that is taken again begins with it.

import type { DataSource } from "typeorm";
import { sessionOf } from "../../journey/decide/records.ts";
import { fold } from "../../journey/evolve.ts";
import type { Equivalent } from "../../journey/commands.ts";
import type { Evidence } from "../../journey/stage-year.ts";
import { currentYear } from "../../journey/state.ts";
import { load } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { streamOf } from "../../store/events/streams.ts";
import type { GroupFacts } from "./group-facts.ts";

/**
 * Who was at it as it was recorded before: ids by journey, and where the headteacher was. `late` are present too; `why`
 * somebody was away, by a code of the programme; `equivalent`: what it was, if no session as planned.
 */
export interface Before {
  present: ReadonlySet<string>;
  late: ReadonlySet<string>;
  why: ReadonlyMap<string, string>;
  schools: ReadonlySet<string>;
  headteachers: ReadonlySet<string>;
  equivalent: Equivalent | null;
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
  const found = held
    ? (await Promise.all(schoolsAtIt(facts).map((journey) => attendanceAt(source, journey, session)))).flat()
    : [];
  return {
    present: new Set(found.flatMap(({ present }) => present)),
    late: new Set(found.flatMap(({ late }) => late)),
    why: new Map(
      found.flatMap(({ absent }) =>
        absent.flatMap(({ participant, reasonCode }): [string, string][] =>
          reasonCode === undefined ? [] : [[participant, reasonCode]],
        ),
      ),
    ),
    schools: new Set(found.map(({ journey }) => journey)),
    headteachers: new Set(found.filter(({ headteacher }) => headteacher).map(({ journey }) => journey)),
    equivalent: found.find(({ equivalent }) => equivalent !== null)?.equivalent ?? null,
  };
}

type Attendance = Extract<Evidence, { kind: "attendance" }> & { journey: string; late: readonly string[] };

/** What a school's journey has of the session itself, as it was recorded last; nothing where it has none. */
async function attendanceAt(source: DataSource, journey: string, session: string): Promise<Attendance[]> {
  const events = recorded(await load(source, streamOf(journey)));
  const year = currentYear(fold(events));
  const taken = year?.evidence.flatMap((one) =>
    one.kind === "attendance" && !one.catchUp && sessionOf(year, one.session) === sessionOf(year, session) ? [one] : [],
  );
  const last = taken?.at(-1);
  if (last === undefined) return [];
  // No rule goes by who came late: the event alone has it.
  const event = events.find(({ seq }) => seq === last.seq);
  const late = event?.type === "AttendanceRecorded" ? (event.late ?? []) : [];
  return [{ ...last, journey, late }];
}
