// What the hub has written itself, for those who get it by this school.

import { isWrittenTo } from "../journey/decide/letter.ts";
import { placeOf } from "../journey/describe.ts";
import type { EventOf, Recorded } from "../journey/events.ts";
import type { Beside, Notice, Told } from "./told.ts";
import { written } from "./written.ts";

/**
 * The letter as it was written, without what was taken out of it since; null where the school takes part no more, or
 * its words were erased.
 */
export function writtenNotice(
  { event, state }: Told & { event: Recorded<EventOf<"LetterWritten">> },
  { text: textOf, also }: Beside,
): Notice | null {
  const { subjectId, textId, to, addressees, newsOf } = event;
  const news = newsOf !== undefined;
  const [subject, text] = [textOf(subjectId), textOf(textId)];
  if (!isWrittenTo(state, news) || subject === null || text === null) return null;
  return {
    kind: "written",
    to,
    ...(addressees !== undefined && { among: addressees }),
    about: newsOf === undefined ? [] : [newsOf],
    prospectus: placeOf(state).prospectus,
    write: (envelope, key = "") => written(envelope, { subject, text, news, also: also?.(key) ?? [] }),
  };
}
