// What a school and its hub have promised, and what went out and was asked where it was not kept.

import { TASK_DECISIONS } from "../../../libs/journey/commands.ts";
import { STAGES } from "../../../libs/prospectus/prospectus.ts";
import { Day, Degree, Moment, Named, Num, Text, Texts, Whole, Word } from "../../../libs/service/shape/field.ts";

const YEAR = { example: "2020/21" };
const ROLES = { each: "A role", example: ["maths-lead"] };

@Named("JourneyCommitment")
export class JourneyCommitmentAnswer {
  @Word(STAGES, { example: "readiness" }) stage: string;
  @Text(YEAR) academicYear: string;
  @Text({ says: "Unique in its stage-year", example: "meeting-1" }) code: string;
  @Text({ example: "meeting" }) kind: string;
  @Word(["school", "hub"], { example: "school" }) by: string;
  @Day({ example: "2020-10-14" }) dueOn: string;
  @Word(["open", "met", "missed", "waived"], { example: "open" }) status: string;
  @Whole({ says: "Escalated so far: 0 to 3", example: 0 }) level: number;
  @Num({ orNull: true, example: null }) target: number | null;
}

@Named("JourneyReminder")
export class JourneyReminderAnswer {
  @Whole({ example: 11 }) seq: number;
  @Moment({ example: "2020-09-14T08:00:00Z" }) at: string;
  @Text(YEAR) academicYear: string;
  @Word(["autumn", "spring", "summer"], { example: "autumn" }) term: string;
  @Texts(ROLES) to: string[];
  @Texts({ example: [] }) outstanding: string[];
  @Texts({ example: ["meeting-1"] }) comingUp: string[];
  @Whole({ orNull: true, example: null }) resends: number | null;
  @Moment({ orNull: true, example: "2020-09-14T08:00:02Z" }) sentAt: string | null;
}

@Named("JourneyEscalation")
export class JourneyEscalationAnswer {
  @Whole({ example: 21 }) seq: number;
  @Moment({ example: "2020-10-22T08:00:00Z" }) at: string;
  @Text(YEAR) academicYear: string;
  @Text({ example: "meeting-1" }) commitment: string;
  @Degree([1, 2, 3], { example: 1 }) level: number;
  @Texts(ROLES) to: string[];
  @Moment({ orNull: true, example: null }) withdrawnAt: string | null;
  @Moment({ orNull: true, example: null }) sentAt: string | null;
}

@Named("JourneyTask")
export class JourneyTaskAnswer {
  @Text({ example: "task-31" }) id: string;
  @Text({ example: "missed-commitment" }) about: string;
  @Text({ orNull: true, example: "meeting-1" }) commitment: string | null;
  @Moment({ example: "2020-11-20T09:00:00Z" }) openedAt: string;
  @Word(["open", "decided", "closed"], {
    says: `Decided with decide-task: ${TASK_DECISIONS.join(", ")}`,
    example: "open",
  })
  status: string;
  @Text({ says: "An opaque id; null: the hub lead", orNull: true, example: null }) assignee: string | null;
  @Day({ orNull: true, example: "2020-11-27" }) dueOn: string | null;
}
