// Letters to come, as they are asked and answered.

import { LETTER_DAYS, LETTERS_AFTER } from "../../../libs/service/ahead/letters-ahead.ts";
import { Day, ListOf, Moment, Named, One, Text, Texts, Whole, Word } from "../../../libs/service/shape/field.ts";
import { PageQuery } from "../journeys/page.dto.ts";

export class LettersAheadQuery extends PageQuery {
  @Day({ optional: true, says: `The last day shown; ${LETTER_DAYS.usual} days ahead if none`, example: "2020-12-31" })
  until?: string;

  @Text({
    optional: true,
    says: "Letters after this one: the `next` of the page before",
    shape: LETTERS_AFTER,
    else: "after is the `next` of the page before.",
  })
  after?: string;
}

@Named("LetterReader")
class ReaderAnswer {
  @Text({ says: "The role in which they have it", example: "lead-teacher" }) role: string;
  @Texts({ says: "Roles in whose stead they have it, for want of an address", example: [] }) standsInFor: string[];
}

@Named("LetterReason")
class ReasonAnswer {
  @Texts({ says: "What it tells, by codes; none of what is news", example: ["2020/21/missed/gap-task-1/1"] })
  codes: string[];
  @Text({ says: "Why it is told", example: "Nothing has come in for gap-task-1, which was due on 8 December 2020." })
  why: string;
  @Text({
    orNull: true,
    says: "What would cancel it; null: nothing, it has happened",
    example: "gap-task-1 is recorded as done, given another day or let go before 15 December 2020",
  })
  unless: string | null;
}

@Named("LetterHold")
class HoldAnswer {
  @Whole({ says: "The seq of the event by which it is held: for lift-hold", example: 31 }) hold: number;
  @Text({ says: "The role of who held it", example: "hub-lead" }) by: string;
  @Moment({ example: "2020-12-10T10:00:00Z" }) at: string;
  @Day({ orNull: true, says: "The last day on which it is held; null: until it is lifted", example: null })
  until: string | null;
  @Text({ orNull: true, says: "Why; null once it can be read no more", example: "The headteacher is ill." })
  reason: string | null;
}

@Named("LetterAhead")
class LetterAheadAnswer {
  @Moment({ says: "When it goes, or would", example: "2020-12-15T09:00:00Z" }) at: string;
  @Text({ example: "100001-primary" }) journey: string;
  @Text({ example: "100001" }) urn: string;
  @Text({ orNull: true, says: "The name of the school", example: "Example Primary School" }) school: string | null;
  @Text({ says: "As of letters that went out", example: "missed" }) kind: string;
  @Word(["news", "announcement", "reminder", "chaser"], { example: "chaser" }) cause: string;
  @One(ReaderAnswer) to: ReaderAnswer;
  @Text({ example: "Overdue: Task 1 between sessions" }) subject: string;
  @Text({ says: "The whole letter as it will be sent; the keys of its links apart", example: "Dear Grace Example, …" })
  text: string;
  @Text({ says: "The same as HTML", example: "<!doctype html>…" }) html: string;
  @ListOf(ReasonAnswer, { says: "Each thing in it, the most urgent first" }) tells: ReasonAnswer[];
  @ListOf(HoldAnswer, { says: "For what it does not go; none: it goes" }) held: HoldAnswer[];
  @Texts({ says: "Codes of it that can be held now: for hold-letter", example: ["2020/21/missed/gap-task-1/1"] })
  holds: string[];
}

@Named("LettersAhead")
export class LettersAheadAnswer {
  @Day({ says: "The last day of those asked for", example: "2020-12-31" }) until: string;
  @ListOf(LetterAheadAnswer) items: LetterAheadAnswer[];
  @Text({ orNull: true, says: "Goes back in as `after`", example: null }) next: string | null;
}
