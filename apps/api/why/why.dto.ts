// Why something is as it is, as it is answered.

import { ListOf, Moment, Named, One, Text, Whole, Word } from "../../../libs/service/shape/field.ts";

class ByAnswer {
  @Text({ says: "An opaque id", example: "hub-lead.great-north" }) who: string;
  @Text({ example: "hub-lead" }) role: string;
}

class RuleAnswer {
  @Text({ example: "2020-21/secondary-development gives a school £2,000." }) says: string;
  @Word(["page", "assumption", "service"], {
    says: "`service`: how this service works for every programme",
    example: "page",
  })
  source: string;
  @Text({ orNull: true, example: "007_example.txt" }) page: string | null;
  @Text({ says: "Where in the page: heading and sentence", orNull: true, example: "Funding, sentence 2" })
  place: string | null;
  @Text({ says: "What the page says there, in our words", orNull: true, example: "every department gets £2000" })
  quotes: string | null;
  @Text({ says: "Which hub has decided it, where no page says", orNull: true, example: null }) hub: string | null;
}

@Named("ExplanationStep")
class StepAnswer {
  @Whole({ says: "The event behind it", example: 8 }) seq: number;
  @Moment({ example: "2020-08-31T23:00:00Z" }) at: string;
  @Text({ example: "*** development 2020/21 begins (2020-21/secondary-development): 9 commitments." }) says: string;
  @One(ByAnswer, { orNull: true, example: null }) by: ByAnswer | null;
  @One(RuleAnswer, { orNull: true }) rule: RuleAnswer | null;
}

@Named("Explanation")
export class ExplanationAnswer {
  @Text({ example: "The grant of development 2020/21" }) about: string;
  @Moment({ example: "2020-10-08T08:00:00Z" }) asOf: string;
  @Text({
    says: "The answer in one sentence",
    example: "£2,000 is due, not yet payable: it waits until participants have attended the first session.",
  })
  stands: string;
  @ListOf(StepAnswer) chain: readonly StepAnswer[];
  @Text({
    says: "The whole for a person to read",
    example: "The grant of development 2020/21, as of 8 October 2020, 09:00\n£2,000 is due, …",
  })
  text: string;
}
