// A letter to many is fixed in one transaction: who gets it, its words with each school, and each school's command.
// From then on it goes, whatever becomes of who sent it.

import type { DataSource, EntityManager } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import type { Actor } from "../../journey/commands.ts";
import { countWords } from "../../journey/wire.ts";
import { ownerAmong } from "../../people/keys.ts";
import { putTexts } from "../../people/people.ts";
import { streamOf } from "../../store/events/streams.ts";
import { putHubLetter, type Chosen, type SchoolOfLetter } from "../../store/hubs/letters.ts";
import { claimWhole } from "../../temporal/bring-command.ts";
import { claimRequest, type Named } from "../commands/claim.ts";
import { commandId, derivedId } from "../commands/command-id.ts";
import type { LetterToManyBody } from "./letter-body.ts";
import type { WhoGets } from "./who-gets-it.ts";

interface Kept {
  hub: string;
  by: Actor;
  at: Instant;
  chosen: Chosen;
  body: LetterToManyBody;
}

/**
 * Keeps a letter that was asked for under these names; the same once more changes nothing. Rejects with StoreError,
 * SealError. @throws Refusal `key-reused`
 */
export async function keepLetter(
  source: DataSource,
  { id, digest }: Pick<Named, "id" | "digest">,
  { hub, by, at, chosen, body }: Kept,
  { schools: getting, passedOver }: WhoGets,
): Promise<void> {
  const schools = getting.map(({ journey, urn, getters, elsewhere }): SchoolOfLetter => ({
    journey,
    urn,
    command: commandId(by.who, `hubs/${hub}/letters/${id}`, journey),
    addressees: getters.map(({ key, reader: { role }, also }) => ({ key, role, also })),
    elsewhere,
  }));
  await source.transaction(async (manager) => {
    const claim = { subject: `hub-letter/${id}`, name: "WriteToMany", principal: by.who, receivedAt: at };
    await claimRequest(manager, { id, digest }, claim);
    const letter = { id, hub, by: { who: by.who, role: by.role }, at, chosen, schools, passedOver };
    if (!(await putHubLetter(manager, letter))) return;
    for (const school of schools) await claimFor(manager, school, { id, digest, by, at, body });
  });
}

/** What one school's journey is told of it. */
async function claimFor(
  manager: EntityManager,
  { journey, command, addressees }: SchoolOfLetter,
  { id, digest, by, at, body }: { id: string; digest: string } & Pick<Kept, "by" | "at" | "body">,
): Promise<void> {
  const idOf = (field: string): string => derivedId(command, digest, "text", field);
  const [subject, text] = [body.subject.trim(), body.text.trim()];
  const owner = await ownerAmong(manager, [by.who], streamOf(journey));
  await putTexts(manager, owner, [
    { id: idOf("subject"), body: subject },
    { id: idOf("text"), body: text },
  ]);
  await claimWhole(manager, journey, {
    id: command,
    type: "WriteLetter",
    at,
    by,
    data: {
      subject: { id: idOf("subject"), words: countWords(subject) },
      text: { id: idOf("text"), words: countWords(text) },
      to: body.to,
      letter: id,
      addressees: addressees.map(({ key }) => key),
      ...(body.session && { session: body.session }),
    },
  });
}
