// What is answered of journeys. Money is in pence.

import { STAGE_OUTCOMES } from "../../../libs/journey/stage-year.ts";
import { JOURNEY_STATUSES } from "../../../libs/journey/state.ts";
import { PHASES, STAGES } from "../../../libs/prospectus/prospectus.ts";
import { Flag, ListOf, Moment, Named, One, Text, Texts, Whole, Word } from "../../../libs/service/shape/field.ts";
import { PARTICIPANT_ROLES } from "../openapi/command-schema.ts";
import {
  JourneyCommitmentAnswer,
  JourneyEscalationAnswer,
  JourneyReminderAnswer,
  JourneyTaskAnswer,
} from "./promises.dto.ts";
import { JourneyGrantAnswer } from "./grant.dto.ts";

class NextAnswer {
  @Moment({ example: "2020-09-14T08:00:00Z" }) at: string;
  @Text({ orNull: true, example: "the autumn reminder" }) what: string | null;
}

@Named("JourneyRow")
export class JourneyRowAnswer {
  @Text({ says: "Opaque, made of URN and phase at birth; never changes", example: "100001-primary" }) id: string;
  @Text({ example: "100001" }) urn: string;
  @Text({ example: "great-north" }) hub: string;
  @Word(PHASES, { example: "primary" }) phase: string;
  @Word(JOURNEY_STATUSES, { example: "participating" }) status: string;
  @Text({ orNull: true, example: "readiness" }) stage: string | null;
  @Text({ orNull: true, example: "2020/21" }) academicYear: string | null;
  @Text({ orNull: true, example: "2020-21/primary-readiness" }) prospectus: string | null;
  @Text({ orNull: true, example: "north-readiness-1" }) workGroup: string | null;
  @Text({
    orNull: true,
    says: "Who of the hub supports it, by an opaque id; by name in its people, in the role support",
    example: null,
  })
  support: string | null;
  @Text({ orNull: true, says: "Of its year, or of the one to come", example: null }) theme: string | null;
  @Whole({ says: "The seq of its last event; its ETag", example: 9 }) version: number;
  @Whole({ says: "How many commitments of the school are missed now", example: 0 }) owes: number;
  @One(NextAnswer, { orNull: true }) next: NextAnswer | null;
  @Text({ example: "100001 · readiness 2020/21 · participating" }) summary: string;
  @Moment({ example: "2020-06-02T08:00:00Z" }) startedAt: string;
  @Moment({ example: "2020-08-31T23:00:00Z" }) updatedAt: string;
  @Texts({ each: "A former URN", example: [] }) aliases: string[];
}

@Named("JourneyPage")
export class JourneyPageAnswer {
  @ListOf(JourneyRowAnswer) items: JourneyRowAnswer[];
  @Text({ orNull: true, example: "100001-primary" }) next: string | null;
}

@Named("JourneyStage")
class StageAnswer {
  @Word(STAGES, { example: "readiness" }) stage: string;
  @Text({ example: "2020/21" }) academicYear: string;
  @Text({ example: "2020-21/primary-readiness" }) prospectus: string;
  @Word(STAGE_OUTCOMES, { example: "under-way" }) outcome: string;
  @Text({ orNull: true, example: "north-readiness-1" }) workGroup: string | null;
  @Text({ orNull: true, example: null }) theme: string | null;
}

@Named("JourneyParticipant")
class ParticipantAnswer {
  @Text({ says: "An opaque id", example: "teacher-1" }) participant: string;
  @Word(PARTICIPANT_ROLES, { example: "maths-lead" })
  role: string;
  @Flag({ example: true }) experienced: boolean;
  @Flag({ example: true }) authority: boolean;
  @Flag({ example: false }) releasedForAllSessions: boolean;
  @Flag({ example: false }) left: boolean;
  @Flag({ says: "Counts as fit by an exception of the hub lead", example: false }) exception: boolean;
  @Flag({ says: "Named for the stage-year under way", example: true }) takesPart: boolean;
}

@Named("Journey")
export class JourneyAnswer extends JourneyRowAnswer {
  @ListOf(StageAnswer) stages: StageAnswer[];
  @ListOf(JourneyCommitmentAnswer) commitments: JourneyCommitmentAnswer[];
  @ListOf(JourneyReminderAnswer) reminders: JourneyReminderAnswer[];
  @ListOf(JourneyEscalationAnswer) escalations: JourneyEscalationAnswer[];
  @ListOf(JourneyGrantAnswer) grants: JourneyGrantAnswer[];
  @ListOf(JourneyTaskAnswer) tasks: JourneyTaskAnswer[];
  @ListOf(ParticipantAnswer) participants: ParticipantAnswer[];
}
