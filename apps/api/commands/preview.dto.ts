// What `?preview=true` answers, of whatever it is asked.

import { Further, ListOf, Named, Only, Text, Word } from "../../../libs/service/shape/field.ts";

@Named("Consequence")
class ConsequenceAnswer {
  @Text({ says: "What would happen, as an event" }) type: string;
  @Text({ says: "The same in words" }) what: string;
  @Text({ optional: "but-not-null", says: "In whose journey, where many are concerned", example: undefined })
  journey?: string;
}

/** Beside what is answered otherwise. */
export class MayBePreview {
  @Only(true, { optional: true, says: "Nothing was kept: `status` is the one it would have", example: undefined })
  preview?: true;
  @ListOf(ConsequenceAnswer, { optional: true, example: undefined }) consequences?: ConsequenceAnswer[];
}

@Named("Warning")
class WarningAnswer {
  @Word(["not-a-school-day"], { example: "not-a-school-day" }) code: string;
  @Text({ example: "26 December 2026 is no school day there; the next one is 4 January 2027." }) detail: string;
}

/** The same of what may be worth a second look: it was done all the same. */
export class MayBeWarned extends MayBePreview {
  @ListOf(WarningAnswer, { optional: true, example: undefined }) warnings?: WarningAnswer[];
}

/** Instead of what would be made. */
@Named("Preview")
@Further()
export class PreviewAnswer {
  @Only(true, { says: "Nothing was kept" }) preview: true;
  @ListOf(ConsequenceAnswer, {
    example: [{ type: "OfferMade", what: "A place is offered." }],
  })
  consequences: ConsequenceAnswer[];
}
