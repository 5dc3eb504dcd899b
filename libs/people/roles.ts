// Where a person stands: a contact of journeys and hubs, a participant of journeys. By opaque ids alone.

import { coded } from "../store/errors.ts";
import type { Queryable } from "../store/prepared.ts";

/** `journey`: its id, or `hub/{code}`. `left`: a participant who has left the school's team. */
export interface PersonRole {
  journey: string;
  role: string;
  left: boolean;
}

/** Every role a person has or had, by journey and role; erased or not. Rejects with StoreError. */
export async function rolesOf(db: Queryable, person: string): Promise<PersonRole[]> {
  return coded(() =>
    db.query<PersonRole[]>(
      `select journey, role, false as left from people.contacts where person = $1
       union select journey, role, has_left from participants where participant = $1 order by journey, role`,
      [person],
    ),
  );
}
