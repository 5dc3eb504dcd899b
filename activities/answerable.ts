// A letter with the links by which its reader answers it, without an account.

import type { DataSource } from "typeorm";
import { asksOf, thingsOf, withAnswers } from "../libs/letters/answers.ts";
import type { Envelope, Letter } from "../libs/letters/letter.ts";
import type { Notice } from "../libs/letters/told.ts";
import { linksFor } from "../libs/people/answer-links.ts";
import type { Asked } from "./effects.ts";
import type { Addressee } from "../libs/people/address-book.ts";

/**
 * The letter with its links, the same each time it is written. The hub has none (it signs in), nor has an inbox. What
 * is offered goes by the journey as it stood at its last event; whether it is still open, the page says.
 */
export async function answerable(
  deps: { dataSource: DataSource; publicUrl?: string | undefined },
  {
    request,
    asked,
    parts,
  }: {
    request: { journey: string };
    asked: Pick<Asked, "state">;
    parts: readonly Pick<Notice, "kind" | "about" | "reminds">[];
  },
  letter: Letter,
  { id, reader, school }: Pick<Addressee, "id" | "reader"> & Pick<Envelope, "school">,
): Promise<Letter> {
  if (id === null || reader.role === "hub-lead") return letter;
  const { state } = asked;
  const things = thingsOf(state, id, asksOf(parts), state.lastAt);
  const urls = await linksFor(deps, { journey: request.journey, person: id, things });
  return withAnswers(letter, state, things, urls, school.name ?? `the school with URN ${school.urn}`);
}
