// An application and an interest as they are sent, and what is answered. The use case checks them: what it is asked of
// comes first.

import { COMMAND_FIELDS } from "../../../libs/journey/command-fields.ts";
import { JOURNEY_STATUSES } from "../../../libs/journey/state.ts";
import { ApplicationBody } from "../../../libs/service/intake/application-body.ts";
import { Named, Text, Whole, Word } from "../../../libs/service/shape/field.ts";
import { withCommand } from "../openapi/command-schema.ts";
import { MayBePreview } from "../commands/preview.dto.ts";

export const Application = withCommand("Application", ApplicationBody, COMMAND_FIELDS.SubmitApplication);
export const Interest = withCommand("Interest", ApplicationBody, COMMAND_FIELDS.ExpressInterest);

@Named("IntakeAnswer")
export class IntakeAnswer extends MayBePreview {
  @Text({ example: "100001-primary" }) journey: string;
  @Whole({ example: 1 }) version: number;
  @Word(JOURNEY_STATUSES, { example: "applied" }) status: string;
}
