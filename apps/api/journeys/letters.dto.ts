// What is answered of letters.

import { LETTER_NO, LETTER_OUTCOMES, type LetterOutcome } from "../../../libs/service/journeys/letters.ts";
import { ListOf, Moment, Named, One, Text, Texts, Whole, Word } from "../../../libs/service/shape/field.ts";
import { PageQuery } from "./page.dto.ts";

export class LettersQuery extends PageQuery {
  @Text({
    optional: true,
    says: "Letters before this one: the `next` of the page before",
    shape: LETTER_NO,
    else: "after is the `next` of the page before.",
  })
  after?: string;
}

@Named("LetterListed")
class LetterListed {
  @Text({ example: "41" }) id: string;
  @Moment({ says: "When it went out", example: "2020-06-10T08:00:00Z" }) at: string;
  @Text({ example: "place-offered" }) kind: string;
  @Text({ says: "The role of whom it was for", example: "applicant" }) role: string;
  @Whole({ orNull: true, says: "The seq of the event that asked for it", example: 4 }) event: number | null;
  @Word(LETTER_OUTCOMES, {
    says: "unconfirmed: the mail server has not said that it took it",
    example: "sent",
  })
  outcome: LetterOutcome;
  @Text({ orNull: true, says: "Null where it cannot be read, or not by you", example: "A place for your school" })
  subject: string | null;
}

@Named("LetterPage")
export class LetterPageAnswer {
  @ListOf(LetterListed) items: LetterListed[];
  @Text({ orNull: true, says: "Goes back in as `after`", example: "41" }) next: string | null;
}

class AsSent {
  @Text({ says: "The address to which it went", example: "grace@example.org" }) to: string;
  @Text({ example: "A place for your school" }) subject: string;
  @Text({ example: "Dear Grace Example, …" }) text: string;
  @Text({ example: "<!doctype html>…" }) html: string;
  @Texts({ optional: true, says: "The invitations that came with it: text/calendar" }) calendars?: string[];
}

@Named("Letter")
export class LetterAnswer extends LetterListed {
  @One(AsSent, { orNull: true, says: "As it went out; null once it cannot be read any more" }) letter: AsSent | null;
}
