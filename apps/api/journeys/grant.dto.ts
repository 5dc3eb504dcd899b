import { STAGES } from "../../../libs/prospectus/prospectus.ts";
import { Moment, Named, One, Only, Pence, Text, Texts, Word } from "../../../libs/service/shape/field.ts";

class ClawbackAnswer {
  @Word(["none", "requested", "recovered"], { example: "none" }) status: string;
  @Pence({ example: 0 }) amount: number;
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
  @One(ClawbackAnswer) clawback: ClawbackAnswer;
}
