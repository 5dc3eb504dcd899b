// All that is kept under one person, for the person.

import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { coded } from "../store/errors.ts";
import { subjectOf } from "../store/events/streams.ts";
import type { Queryable } from "../store/prepared.ts";
import { draftsNaming, type Draft } from "./drafts.ts";
import { getPeople, textsOf, type Person } from "./people.ts";
import { rolesOf, type PersonRole } from "./roles.ts";
import { lettersTo, withoutKeys } from "./sent-letters.ts";

export interface PersonExport {
  person: string;
  keptSince: Instant;
  /** When they were erased; then `contact` is null, `texts` and `letters` are empty. */
  erasedAt: Instant | null;
  contact: Omit<Person, "id"> | null;
  roles: PersonRole[];
  texts: { id: string; at: Instant; text: string }[];
  /** Forms that wait unsent at their schools and name them; whoever typed them. */
  drafts: { urn: string; prospectus: string; savedAt: Instant; typed: Draft["typed"] }[];
  /** What they were sent, as it went out; `journey`: null for a letter about no school in particular. */
  letters: {
    journey: string | null;
    hub: string;
    at: Instant;
    kind: string;
    to: string;
    subject: string;
    text: string;
  }[];
  /** What happened and names their id. */
  events: { journey: string; seq: number; at: Instant; type: string; data: Record<string, unknown> }[];
}

/** What is kept under a person's id, or null where nobody is known by it. Rejects with StoreError, SealError. */
export async function exportPerson(db: Queryable, person: string): Promise<PersonExport | null> {
  const [key] = await coded<{ created_at: Date; destroyed_at: Date | null }[]>(() =>
    db.query(
      "select keys.created_at, destroyed_at from people.keys join people.persons on persons.id = owner " +
        "where owner = $1",
      [person],
    ),
  );
  if (key === undefined) return null;
  const [[known], roles, texts, letters] = await Promise.all([
    getPeople(db, [person]),
    rolesOf(db, person),
    textsOf(db, person),
    lettersTo(db, person),
  ]);
  return {
    person,
    keptSince: iso(key.created_at),
    erasedAt: key.destroyed_at && iso(key.destroyed_at),
    contact: known ? contactOf(known) : null,
    roles,
    texts: texts.map(({ id, at, text }) => ({ id, at: iso(at), text })),
    drafts: known ? (await draftsNaming(db, known)).map(({ id: _id, ...draft }) => draft) : [],
    letters: letters.flatMap(({ journey, hub, at, kind, words }) => {
      if (words === null) return [];
      const { to, subject, text } = withoutKeys(words);
      return [{ journey, hub, at, kind, to, subject, text }];
    }),
    events: await eventsNaming(db, person),
  };
}

/** It reads every event, whatever role the person had: rarely asked for, and nothing is to be left out. */
async function eventsNaming(db: Queryable, person: string): Promise<PersonExport["events"]> {
  const rows = await coded<{ stream: string; seq: number; at: Date; type: string; data: Record<string, unknown> }[]>(
    () =>
      db.query(
        `select stream, seq, at, type, data from events
       where jsonb_path_exists(data, '$.** ? (@ == $person)', jsonb_build_object('person', $1::text)) order by stream,
         seq`,
        [person],
      ),
  );
  return rows.map(({ stream, seq, at, type, data }) => ({ journey: subjectOf(stream), seq, at: iso(at), type, data }));
}

const iso = (date: Date): Instant => instantFromMs(date.getTime());

const contactOf = ({ id: _, ...words }: Person): Omit<Person, "id"> => words;
