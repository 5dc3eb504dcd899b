// What can have happened from year to year, and when things did not go to plan.

import type { Instant, LocalDate } from "../../calendar/instants.ts";
import type { Stage } from "../../prospectus/prospectus.ts";
import type {
  Announcing,
  Because,
  AskedElsewhere,
  InvitationReminder,
  NamedTeacher,
  Recipient,
} from "../event-words.ts";
import type { Restored } from "../taken-back.ts";
import { carries } from "../event-map.ts";

/**
 * Why a school does not go on. `not-invited`, `not-answered`: the hub, or the school, said nothing; `undecided`:
 * whether it is Mastery Ready; `not-ready`, `not-completed`: it has not what the next stage needs; `let-go`: the hub
 * lead's word; `away`: it has not come back from its pause.
 */
export type WhyLapsed =
  "not-invited" | "not-answered" | "undecided" | "not-ready" | "not-completed" | "let-go" | "away";

export const COURSE_EVENTS = {
  /** `inviteBy`: when the hub is asked why it has not invited the school. */
  ReadinessConfirmed: carries<Because & { ready: boolean; inviteBy?: Instant }>(),
  /** `counts`: not completed, but taken for an earlier stage all the same. */
  CompletionConfirmed: carries<
    Because & { stage: Stage; academicYear: string; completed: boolean; counts?: boolean }
  >(),
  /** `workGroup`: the one in which a place is kept for the school until the end of `respondBy`; both or neither. */
  NextStageInvited: carries<{
    prospectus: string;
    stage: Stage;
    academicYear: string;
    workGroup?: string;
    respondBy?: LocalDate;
    reminders?: readonly InvitationReminder[];
    /** Where that year has begun: its meetings that are announced while the school has not answered. */
    announces?: readonly Announcing[];
  }>(),
  NextStageReminderDue: carries<{ prospectus: string; academicYear: string; to: Recipient[] }>(),
  /**
   * `workGroup`: the one in which the place that was kept for it is now the school's. `teachers`: who they are in that
   * year. `held`: until the hub lead says that its last year counts.
   */
  NextStageConfirmed: carries<{
    prospectus: string;
    stage: Stage;
    academicYear: string;
    workGroup?: string;
    teachers?: "same" | readonly NamedTeacher[];
    held?: boolean;
  }>(),
  NextStageDeclined: carries<Because & { prospectus: string }>(),
  /** The invitation stands; the place that was kept with it goes to another school. */
  NextStagePlaceLapsed: carries<{ workGroup: string; respondBy: LocalDate }>(),
  /** Nobody settled it in time, or it cannot be: what was kept for the year `into` is free again. */
  NextStageLapsed: carries<{ into: string; workGroup: string | null; why: WhyLapsed }>(),
  /**
   * `waitsUntil`: so long it can be settled how the school goes on; what was settled for the year to come is held.
   * `announces`: the meetings of that year that are announced to a school that is invited and has not answered.
   */
  StageCompleted: carries<{
    stage: Stage;
    academicYear: string;
    outcome: "completed" | "not-completed" | "not-ready" | "interrupted";
    then: "next-stage" | "ends" | "waits";
    waitsUntil?: LocalDate;
    announces?: readonly Announcing[];
  }>(),
  /** `keepsNext`: what was settled before the pause for the year after stands. */
  StageInterrupted: carries<{ stage: Stage; academicYear: string; keepsNext?: boolean }>(),
  ConcernRaised: carries<Because & { concern: string; commitment: string | null }>(),
  ConcernStepsAgreed: carries<{ concern: string; stepsId: string | null; reviewOn: LocalDate | null }>(),
  ConcernReviewed: carries<{ concern: string; noteId: string | null }>(),
  ConcernResolved: carries<{ concern: string; noteId: string | null }>(),
  JourneyPaused: carries<Because & { until: LocalDate | null }>(),
  /**
   * `chaseFrom`: rungs of a ladder that came due in the pause are climbed then. `reminders`: those that are left of an
   * invitation that the school has not answered.
   */
  SchoolReturned: carries<
    | { resumes: "this-year"; chaseFrom: Instant; reminders?: readonly InvitationReminder[] }
    | {
        resumes: "next-year";
        prospectus: string;
        stage: Stage;
        academicYear: string;
        /** Where it enters a year under way; null: its group has no place any more. Left out: it stays in its group. */
        workGroup?: string | null;
      }
  >(),
  SchoolWithdrawn: carries<Because>(),
  /** Another hub asks for the school: its own answers to the end of `until`, then an operator. Told to who asks. */
  MoveAsked: carries<{ to: string; until: LocalDate; task: string; asks: AskedElsewhere }>(),
  MoveRefused: carries<Because & { to: string }>(),
  /** The last that the old hub hears of the school, but for grants; with it places and turns fall free. */
  SchoolLeftHub: carries<Because & { to: string }>(),
  /** The first that the new hub hears of it. */
  SchoolJoinedHub: carries<Because & { from: string; to: string }>(),
  SchoolSucceeded: carries<Because & { urn: string; was: string }>(),
  /**
   * `restores`: it was no record, but a decision. `chaseFrom`: where a stage-year goes on by it, when rungs of a ladder
   * that came due meanwhile are climbed.
   */
  RecordCorrected: carries<Because & { event: number; restores?: Restored; chaseFrom?: Instant }>(),
};
