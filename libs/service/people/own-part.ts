// What a hub is given of a person who was known to another hub too: its own part of what happened and was written.

import type { DataSource } from "typeorm";
import type { PersonExport } from "../../people/export.ts";
import { heardAmong, textsOfOthers } from "../../store/events/heard.ts";

/** All of it where `hub` is null. Rejects with StoreError. */
export async function ownPartOf(source: DataSource, found: PersonExport, hub: string | null): Promise<PersonExport> {
  if (hub === null) return found;
  const { events, texts, letters } = found;
  const heard = await heardAmong(source, events, hub);
  const journeys = [...new Set([...events, ...found.roles].map(({ journey }) => journey))];
  const elsewhere = await textsOfOthers(
    source,
    texts.map(({ id }) => id),
    journeys,
    hub,
  );
  return {
    ...found,
    events: events.filter(({ journey, seq }) => heard.has(`${journey} ${seq}`)),
    texts: texts.filter(({ id }) => !elsewhere.has(id)),
    letters: letters.filter((letter) => letter.hub === hub),
  };
}
