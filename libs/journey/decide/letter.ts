// A letter that the hub writes itself, to the people of a school: of one to many, this school's part.

import type { Recipient } from "../events.ts";
import { inField } from "../rejection.ts";
import type { Verbs } from "../rules.ts";
import type { Begun } from "../state.ts";
import { invalid } from "../wire.ts";
import { decided, notNow } from "./common.ts";
import { leadTeachers } from "../teachers.ts";

/** Whom of a school the hub can write to. */
export const LETTER_TO = ["teachers", "headteacher", "applicant"] as const;
export type LetterTo = (typeof LETTER_TO)[number];

/** Does a letter of the hub's reach this school? One that has paused hears news of a session alone. */
export const isWrittenTo = ({ status }: { status: string }, news: boolean): boolean =>
  status === "participating" || (status === "paused" && news);

/** The roles that these words stand for, as they are held now. */
export function rolesOf(state: Begun, to: readonly LetterTo[]): Recipient[] {
  return [...new Set(to.flatMap((one): Recipient[] => (one === "teachers" ? leadTeachers(state) : [one])))];
}

export const LETTER: Verbs<"WriteLetter"> = {
  WriteLetter: (state, { at, data }) => {
    const { subject, text, session, addressees } = data;
    if (state.status === "none" || !isWrittenTo(state, session !== undefined))
      return notNow(state, "letter-to-who-takes-part");
    const to = LETTER_TO.filter((one) => data.to.includes(one));
    if (subject === undefined) return invalid([inField("/subject", "letter-subject")]);
    if (text === undefined) return invalid([inField("/text", "letter-text")]);
    if (to.length === 0 || data.to.some((one) => !LETTER_TO.some((known) => known === one)))
      return invalid([inField("/to", "letter-to", { roles: LETTER_TO })]);
    return decided({
      type: "LetterWritten",
      at,
      letter: data.letter ?? `letter-${state.seq + 1}`,
      subjectId: subject.id,
      textId: text.id,
      to: rolesOf(state, to),
      ...(addressees !== undefined && { addressees: [...new Set(addressees)] }),
      ...(session !== undefined && { newsOf: session }),
    });
  },
};
