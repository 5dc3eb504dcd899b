// A letter that the hub has written to people of many schools, for those who get it by this one.

import { isWrittenTo } from "../libs/journey/decide/letter.ts";
import { placeOf } from "../libs/journey/describe.ts";
import type { EventOf } from "../libs/journey/events.ts";
import type { Envelope } from "../libs/letters/letter.ts";
import { written } from "../libs/letters/written.ts";
import { getTexts } from "../libs/people/people.ts";
import { findHubLetter } from "../libs/store/hubs/letters.ts";
import { namesOf } from "../libs/store/schools/schools.ts";
import type { LetterDeps, Notice } from "./deliver.ts";
import type { Asked } from "./effects.ts";

/**
 * The letter as it was written, without what was taken out of it since; null where the school takes part no more, or
 * its words were erased.
 */
export async function writtenNotice(
  { dataSource }: LetterDeps,
  journey: string,
  { state }: Asked,
  { letter, subjectId, textId, to, addressees, newsOf }: EventOf<"LetterWritten">,
): Promise<Notice | null> {
  const news = newsOf !== undefined;
  if (!isWrittenTo(state, news)) return null;
  const texts = await getTexts(dataSource, [subjectId, textId]);
  const [subject, text] = [texts.get(subjectId), texts.get(textId)];
  if (subject === undefined || text === undefined) return null;
  const planned = await findHubLetter(dataSource, letter);
  const mine = planned?.schools.find((school) => school.journey === journey)?.addressees ?? [];
  const names = await namesOf(
    dataSource,
    mine.flatMap(({ also }) => also),
  );
  const also = (key: string): Envelope["school"][] =>
    (mine.find((one) => one.key === key)?.also ?? []).map((urn) => ({ urn, name: names.get(urn) ?? null }));
  return {
    to,
    ...(addressees !== undefined && { among: addressees }),
    prospectus: placeOf(state).prospectus,
    write: (envelope, key) => written(envelope, { subject, text, news, also: also(key ?? "") }),
  };
}
