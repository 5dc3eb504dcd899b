// People at the schools of the country, so that there is somebody to write to: an applicant and the teachers of each.

import type { DataSource } from "typeorm";
import { generator } from "../../../apps/demo/generator.ts";
import { personAt } from "../../../apps/demo/names.ts";
import { putContact, putPerson } from "../../../libs/people/people.ts";
import { callAll } from "../measure/callers.ts";

interface School {
  id: string;
  urn: string;
  teachers: string[];
}

/** Puts them in, sealed, at every journey under way. */
export async function peopleOf(source: DataSource): Promise<void> {
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
