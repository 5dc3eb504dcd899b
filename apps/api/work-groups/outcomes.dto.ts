// Did the schools of a Work Group complete their year: as the evidence has it, and as the hub lead says.

import { STAGE_OUTCOMES } from "../../../libs/journey/stage-year.ts";
import { Day, Flag, ListOf, Named, Text, Texts, Whole, Word } from "../../../libs/service/shape/field.ts";

@Named("SchoolOutcome")
class SchoolOutcomeAnswer {
  @Text({ example: "100001-primary" }) journey: string;
  @Text({ example: "100001" }) urn: string;
  @Text({ orNull: true, example: "Example Primary School" }) school: string | null;
  @Whole({ says: "Teachers asked for × meetings of the year", example: 6 }) places: number;
  @Whole({ says: "Of these, at meetings that the group held before the school came: nobody filled them", example: 0 })
  before: number;
  @Whole({ says: "Filled, made up or let go", example: 5 }) filled: number;
  @Whole({ says: "Of these, let go: nobody had to fill them", example: 2 }) letGo: number;
  @Word(["completed", "not-completed", "interrupted"], {
    says: "What the evidence says; null before proposedFrom",
    orNull: true,
    example: "completed",
  })
  proposed: string | null;
  @Flag({ says: "As the hub lead decided", orNull: true, example: null }) decided: boolean | null;
  @Word(STAGE_OUTCOMES, { example: "under-way" }) outcome: string;
  @Flag({ says: "A Readiness year: it ends by ConfirmReadiness", example: false }) readiness: boolean;
}

@Named("GroupOutcomes")
export class GroupOutcomesAnswer {
  @Text({ example: "north-readiness-1" }) workGroup: string;
  @Day({ says: "1 July of the year: before that day nothing is proposed", example: "2021-07-01" }) proposedFrom: string;
  @ListOf(SchoolOutcomeAnswer) schools: SchoolOutcomeAnswer[];
}

export class OutcomesBody {
  @Texts({ optional: true, each: "A journey that completed its year", example: ["100001-primary"] })
  completed?: string[];
  @Texts({ optional: true, each: "A journey that did not", example: [] }) notCompleted?: string[];
  @Text({ optional: true, says: "Why, where the meetings do not say so", example: "It came to five of six meetings" })
  reason?: string;
}
