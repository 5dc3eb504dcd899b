// What is answered of words that were taken out.

import { field, ListOf, Moment, Named, Nothing, One, Text, Whole } from "../../../libs/service/shape/field.ts";

/** The seqs of the events with whose texts something was taken out. */
const Seqs = () =>
  field(
    { type: "array", items: { type: "integer", minimum: 1 } },
    { says: "The seqs of the events with whose texts something was taken out", example: [14] },
    [],
  );

class RedactedBy {
  @Text({ says: "An opaque id", example: "hub-lead.great-north" }) who: string;
  @Text({ example: "hub-lead" }) role: string;
}

@Named("RedactionDone")
export class RedactionAnswer {
  @Text({ example: "5d2c1f6091c48d0ba7b19f61c0f3a2de5d2c1f6091c48d0ba7b19f61c0f3a2de" }) id: string;
  @Moment({ example: "2021-02-01T09:00:00Z" }) at: string;
  @One(RedactedBy) by: RedactedBy;
  @Text({ orNull: true, says: "Null once it was erased", example: "She asked for it" }) reason: string | null;
  @Seqs()
  events: readonly number[];
  @Whole({ least: 0, says: "Of how many notes of a hub something was taken out", example: 0 }) notes: number;
}

@Named("RedactionPage")
export class RedactionPageAnswer {
  @ListOf(RedactionAnswer) items: RedactionAnswer[];
  @Nothing() next: null;
}
