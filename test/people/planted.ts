// The planted words of the canary, and what a thief of all that is kept would read.

import type { DataSource } from "typeorm";
import { decrypt } from "../../libs/people/keyring.ts";
import { TEST_KEYRING } from "../support/people-keys.ts";

/**
 * Made-up names that are words of nothing else: of the applicant, the headteacher, three teachers and the hub's lead.
 */
export const NAMES = [
  "Zebedeeva",
  "Quillfeather",
  "Hedwigand",
  "Oxtabyre",
  "Mirabelotte",
  "Thistlewhit",
  "Ludomirex",
  "Brackenfold",
  "Perdixora",
  "Wolfsbanely",
  "Marchpaneva",
];
export const DOMAINS = [
  "applicant-canary.example",
  "head-canary.example",
  "teacher-canary.example",
  "hub-canary.example",
];
export const TEXTS = [
  "marmaladeness",
  "gooseberrying",
  "tamarindesque",
  "quincelike",
  "medlarish",
  "damsonward",
  "bullacely",
  "sloeberrian",
  "mulberrious",
  "damascenely",
];
export const WORDS = [...NAMES, ...DOMAINS, ...TEXTS];

/** What a thief of the database and of the key-encryption key reads. */
export async function opened(owner: DataSource): Promise<string> {
  const keys = await owner.query<{ owner: string; wrapped: Buffer; kek: string }[]>(
    "select owner, wrapped, kek from people.keys where wrapped is not null",
  );
  const rows = await owner.query<{ place: string; sealed: Buffer }[]>(
    `select 'people.persons.sealed/' || id as place, sealed from people.persons union all select 'people.texts.sealed/'
      || id, sealed from people.texts union all select 'people.sent_letters.sealed/' || message_id || '/' || no, sealed
      from people.sent_letters where sealed is not null`,
  );
  return keys
    .flatMap(({ owner, ...key }) =>
      rows.flatMap(({ place, sealed }) => {
        try {
          return [decrypt(TEST_KEYRING.unwrap(owner, key), sealed, place).toString("utf8")];
        } catch {
          return []; // another owner's
        }
      }),
    )
    .join("\n");
}
