// People at the schools of the country, so that there is somebody to write to: an applicant and the teachers of each;
// and what a hub notes about them.

import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { generator } from "../../../apps/demo/generator.ts";
import { personAt } from "../../../apps/demo/names.ts";
import { instantAt, type LocalDate } from "../../../libs/calendar/instants.ts";
import { putNote } from "../../../libs/people/journey-notes.ts";
import { putContact, putPerson } from "../../../libs/people/people.ts";
import type { Bench } from "../bench.ts";
import { callAll } from "../measure/callers.ts";

interface School {
  id: string;
  urn: string;
  teachers: string[];
}

/** Puts them in, sealed, at every journey under way: once in a run. */
export function peopleOf(bench: Bench, source: DataSource): Promise<void> {
  return bench.once("people", () => put(source));
}

async function put(source: DataSource): Promise<void> {
  const schools = await source.query<School[]>(
    `select id, urn, array_agg(participant) as teachers
     from journeys join participants on participants.journey = journeys.id
     where journeys.status = 'participating' group by 1, 2 order by 1`,
  );
  const chance = generator(3);
  await callAll(
    schools,
    async ({ id: journey, urn, teachers }) => {
      const domain = `school-${urn}.example`;
      for (const person of [...new Set(teachers), `${urn}-person-1`])
        await putPerson(source, { id: person, ...personAt(chance, domain) });
      await putContact(source, { journey, role: "applicant", person: `${urn}-person-1` });
    },
    4,
  );
}

/** Puts a note of a hub at each of its schools, every second to be followed up by a day. */
export async function notesOf(source: DataSource, hub: string, day: LocalDate): Promise<void> {
  const schools = await source.query<{ id: string }[]>("select id from journeys where hub = $1 order by 1", [hub]);
  const by = { who: `hub-lead.${hub}`, role: "hub-lead" };
  await callAll(
    [...schools.entries()],
    ([no, { id: journey }]) => {
      const text = "They ask who takes over from the lead teacher in the summer, and whether release days can move.";
      const note = { id: randomUUID(), at: instantAt(day, "12:00"), by, text, followUpOn: no % 2 === 0 ? day : null };
      return source.transaction((db) => putNote(db, { journey, hub, note }));
    },
    4,
  );
}
