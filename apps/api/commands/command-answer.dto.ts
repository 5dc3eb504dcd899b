// What a command of a journey answers; with `?preview=true`, what would come of it.

import { JOURNEY_STATUSES } from "../../../libs/journey/state.ts";
import { ListOf, Named, Only, Text, Whole, Word } from "../../../libs/service/shape/field.ts";

@Named("Consequence")
class ConsequenceAnswer {
  @Text({ says: "What would happen, as an event" }) type: string;
  @Text({ says: "The same in words" }) what: string;
}

@Named("CommandAnswer")
export class CommandAnswer {
  @Text({ example: "100001-primary" }) journey: string;
  @Whole({ example: 2 }) version: number;
  @Word(JOURNEY_STATUSES, { example: "offered" }) status: string;
  @Only(true, { optional: true, says: "Nothing was kept: `status` is the one it would have", example: undefined })
  preview?: true;
  @ListOf(ConsequenceAnswer, { optional: true, example: undefined }) consequences?: ConsequenceAnswer[];
}
