import { GRANT_CAUSES } from "../../../libs/journey/event-words.ts";
import { STAGES } from "../../../libs/prospectus/prospectus.ts";
import { Flag, Moment, Named, One, Only, Pence, Text, Texts, Word } from "../../../libs/service/shape/field.ts";

class ClawbackAnswer {
  @Word(["none", "requested", "recovered"], { example: "none" }) status: string;
  @Pence({ example: 0 }) amount: number;
  @Flag({ says: "An invoice asks for it: no payment keeps it back", example: false }) invoiced: boolean;
}

@Named("JourneyGrant")
export class JourneyGrantAnswer {
  @Word(STAGES, { example: "development" }) stage: string;
  @Text({ example: "2021/22" }) academicYear: string;
  @Pence({ example: 100_000 }) amount: number;
  @Only("GBP") currency: "GBP";
  @Word(["due", "payable", "released", "paid", "withheld"], { example: "due" }) status: string;
  @Texts({ each: "An opaque id", example: [] }) approvers: string[];
  @Moment({ orNull: true, example: null }) releasedAt: string | null;
  @Word(GRANT_CAUSES, {
    says: "What somebody at the hub has to decide on it, before it is paid or after; null: nothing",
    orNull: true,
    example: null,
  })
  waitsFor: string | null;
  @One(ClawbackAnswer) clawback: ClawbackAnswer;
}
