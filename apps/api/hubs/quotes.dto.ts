// What schools said at the end of their years, as it may be passed on.

import { ListOf, Named, Nothing, Text } from "../../../libs/service/shape/field.ts";

@Named("Quote")
class QuoteAnswer {
  @Text({ says: "Of which programme", example: "2020-21/primary-readiness" }) prospectus: string;
  @Text({ says: "The code of the question", example: "together" }) question: string;
  @Text({ says: "The question", example: "How do teachers and assistants learn together now?" }) asked: string;
  @Text({ says: "In which nobody can be told", example: "We plan in pairs, and watch each other teach." })
  quote: string;
}

@Named("QuotePage")
export class QuotePageAnswer {
  @ListOf(QuoteAnswer) items: readonly QuoteAnswer[];
  @Nothing() next: null;
}
