// What a command of a journey answers; with `?preview=true`, what would come of it.

import { JOURNEY_STATUSES } from "../../../libs/journey/state.ts";
import { Named, Text, Whole, Word } from "../../../libs/service/shape/field.ts";
import { MayBeWarned } from "./preview.dto.ts";

@Named("CommandAnswer")
export class CommandAnswer extends MayBeWarned {
  @Text({ example: "100001-primary" }) journey: string;
  @Whole({ example: 2 }) version: number;
  @Word(JOURNEY_STATUSES, { example: "offered" }) status: string;
}
