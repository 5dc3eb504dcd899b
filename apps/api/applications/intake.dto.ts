// An application and an interest as they are sent, and what is answered. The use case checks them: what it is asked of
// comes first.

import { COMMAND_FIELDS } from "../../../libs/journey/command-fields.ts";
import { JOURNEY_STATUSES } from "../../../libs/journey/state.ts";
import { ApplicationBody } from "../../../libs/service/intake/application-body.ts";
import { Day, Named, One, Text, Whole, Word } from "../../../libs/service/shape/field.ts";
import { withCommand } from "../openapi/command-schema.ts";
import { MayBePreview } from "../commands/preview.dto.ts";

export const Application = withCommand("Application", ApplicationBody, COMMAND_FIELDS.SubmitApplication);
export const Interest = withCommand("Interest", ApplicationBody, COMMAND_FIELDS.ExpressInterest);

@Named("Moving")
class MovingAnswer {
  @Text({ says: "The hub that asks for the school", example: "far-south" }) to: string;
  @Day({ says: "The school’s own hub answers to the end of this day, then an operator decides", example: "2020-06-16" })
  until: string;
}

@Named("IntakeAnswer")
export class IntakeAnswer extends MayBePreview {
  @Text({ example: "100001-primary" }) journey: string;
  @Whole({ example: 1 }) version: number;
  @Word(JOURNEY_STATUSES, { example: "applied" }) status: string;
  @One(MovingAnswer, { optional: true, example: undefined }) moving?: MovingAnswer;
}
