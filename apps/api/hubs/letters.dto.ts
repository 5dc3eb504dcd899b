// Letters that a hub writes to many, as they are answered.

import { LETTER_TO } from "../../../libs/journey/decide/letter.ts";
import {
  Flag,
  ListOf,
  Moment,
  Named,
  Nothing,
  One,
  Text,
  Whole,
  Word,
  Words,
} from "../../../libs/service/shape/field.ts";
import { MayBePreview } from "../commands/preview.dto.ts";

const SCHOOL = { says: "Its name, where it is known", example: "Example Primary School", orNull: true } as const;
const URN = { example: "100001" };
const ROLE = { says: "As which of the school they are written to", example: "headteacher" };
const TEXT = { orNull: true } as const;

@Named("OtherSchoolOfLetter")
class OtherSchoolAnswer {
  @Text(URN) urn: string;
  @Text(SCHOOL) school: string | null;
}

@Named("PersonOfLetter")
class PersonAnswer {
  @Text(ROLE) role: string;
  @Text({ orNull: true, says: "Only of a preview: it is kept nowhere", example: null }) name: string | null;
  @ListOf(OtherSchoolAnswer, { says: "Other schools of theirs, for which this one letter is meant too", example: [] })
  also: readonly OtherSchoolAnswer[];
  @Word(["on-its-way", "sent", "came-back", "stalled", "not-sent"], { orNull: true, example: "sent" })
  became: string | null;
}

@Named("ElsewhereOfLetter")
class ElsewhereAnswer extends OtherSchoolAnswer {
  @Text(ROLE) role: string;
}

@Named("SchoolOfLetter")
class SchoolAnswer extends OtherSchoolAnswer {
  @Text({ example: "100001-primary" }) journey: string;
  @Word(["accepted", "rejected", "waiting"], { example: "accepted" }) outcome: string;
  @Text({ ...TEXT, says: "Why it was turned down", example: null }) code: string | null;
  @Text({ ...TEXT, example: null }) detail: string | null;
  @ListOf(PersonAnswer) people: readonly PersonAnswer[];
  @ListOf(ElsewhereAnswer, { says: "Whose people have it by another school of theirs", example: [] })
  elsewhere: readonly ElsewhereAnswer[];
}

@Named("PassedOverByLetter")
class PassedOverAnswer extends OtherSchoolAnswer {
  @Text({ example: "100002-primary" }) journey: string;
  @Text({ ...ROLE, orNull: true }) role: string | null;
  @Word(["opted-out", "nobody"], { example: "opted-out" }) why: string;
}

@Named("ChosenForLetter")
class ChosenAnswer {
  @Text({ optional: "but-not-null", example: "north-readiness-1" }) workGroup?: string;
  @Text({ optional: "but-not-null", example: undefined }) theme?: string;
  @Flag({ optional: "but-not-null", example: true }) owing?: boolean;
  @Words(LETTER_TO, { example: ["teachers", "headteacher"] }) to: readonly string[];
  @Text({ optional: "but-not-null", example: undefined }) session?: string;
}

@Named("WhoWroteLetter")
class WriterAnswer {
  @Text({ says: "An opaque id", example: "hub-lead.great-north" }) who: string;
  @Text({ example: "hub-lead" }) role: string;
}

@Named("LetterToManyInShort")
export class LetterInShortAnswer extends MayBePreview {
  @Text({ says: "Empty in a preview", example: "4f7c1d" }) id: string;
  @Text({ example: "great-north" }) hub: string;
  @Moment({ example: "2020-11-16T09:00:00Z" }) at: string;
  @One(WriterAnswer) by: WriterAnswer;
  @One(ChosenAnswer) chosen: ChosenAnswer;
  @Whole({ says: "How many get it: one message each", example: 1 }) people: number;
  @Whole({ says: "Of how many schools", example: 1 }) schoolCount: number;
  @Flag({ says: "Every school's journey has heard of it", example: true }) finished: boolean;
  @Text({ ...TEXT, says: "Null once it was erased, and in a preview", example: "Please bring your plans on Wednesday" })
  subject: string | null;
}

@Named("LetterToManyPage")
export class LetterPageAnswer {
  @ListOf(LetterInShortAnswer) items: readonly LetterInShortAnswer[];
  @Nothing() next: null;
}

@Named("RenderedLetter")
class RenderedAnswer {
  @Text({ example: "Please bring your plans on Wednesday" }) subject: string;
  @Text({ says: "The whole letter as plain text", example: "Dear Ada Example, ..." }) text: string;
  @Text({ says: "The same as HTML", example: "<!doctype html>..." }) html: string;
}

@Named("LetterToManySeen")
export class LetterAnswer extends LetterInShortAnswer {
  @Text({ ...TEXT, example: "Please bring the plans of the half-term to come." }) text: string | null;
  @ListOf(SchoolAnswer) schools: readonly SchoolAnswer[];
  @ListOf(PassedOverAnswer, { says: "Who would have got it, but for this" }) passedOver: readonly PassedOverAnswer[];
  @Text({ optional: "but-not-null", says: "Of a preview: what to send along with it", example: undefined })
  plan?: string;
  @One(RenderedAnswer, {
    optional: "but-not-null",
    says: "Of a preview: as its first reader has it",
    example: undefined,
  })
  letter?: RenderedAnswer;
}
