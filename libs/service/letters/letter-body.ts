// A letter to many as somebody at a hub sends it: to whom, and in which words.

import { ArrayMinSize } from "class-validator";
import { LETTER_TO, type LetterTo } from "../../journey/decide/letter.ts";
import { Flag, Named, Text, Words } from "../shape/field.ts";

const MOST_SUBJECT = 150;
const MOST_TEXT = 10_000;

@Named("LetterToMany")
export class LetterToManyBody {
  @Text({ optional: true, says: "To the schools of this Work Group", example: "north-readiness-1" })
  workGroup?: string | null;

  @Text({ optional: true, says: "To the schools that have chosen this theme for their year", example: undefined })
  theme?: string | null;

  @Flag({ optional: true, says: "To schools that owe something: missed, or due by now", example: true })
  owing?: boolean | null;

  @ArrayMinSize(1, { message: `to is missing: some of ${LETTER_TO.join(", ")}.` })
  @Words(LETTER_TO, {
    says: "To whom of each school",
    else: `to is a list of ${LETTER_TO.join(", ")}.`,
    example: ["teachers", "headteacher"],
  })
  to: LetterTo[];

  @Text({
    shape: /^[^\r\n]*\S[^\r\n]*$/u,
    else: "subject is missing: what the letter is about, in one line.",
    most: MOST_SUBJECT,
    says: "What stands above it, in one line",
    example: "Please bring your plans on Wednesday",
  })
  subject: string;

  @Text({
    shape: /\S/u,
    else: "text is missing: the letter, in plain words.",
    most: MOST_TEXT,
    says: "The letter: a line is a paragraph, lines that begin with a hyphen are a list; no markup",
    example: "Please bring the plans of the half-term to come.",
  })
  text: string;

  @Text({
    optional: true,
    says: "News of this session of the group: it reaches those who want no reminders, and schools that pause",
    example: undefined,
  })
  session?: string | null;

  @Text({
    optional: true,
    says: "`plan` of the preview that was looked at: refused where somebody else would get it by now",
    example: undefined,
  })
  plan?: string | null;
}
