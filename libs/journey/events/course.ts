// What can have happened from year to year, and when things did not go to plan.

import type { Instant, LocalDate } from "../../calendar/instants.ts";
import type { Stage } from "../../prospectus/prospectus.ts";
import type { Because, AskedElsewhere, NamedTeacher } from "../event-words.ts";
import type { Restored } from "../taken-back.ts";
import { carries } from "../event-map.ts";

export const COURSE_EVENTS = {
  ReadinessConfirmed: carries<Because & { ready: boolean }>(),
  /** `workGroup`: the one in which a place is kept for the school until the end of `respondBy`; both or neither. */
  NextStageInvited: carries<{
    prospectus: string;
    stage: Stage;
    academicYear: string;
    workGroup?: string;
    respondBy?: LocalDate;
  }>(),
  /** `workGroup`: in which the place kept for it is now the school's. `teachers`: who they are in that year. */
  NextStageConfirmed: carries<{
    prospectus: string;
    stage: Stage;
    academicYear: string;
    workGroup?: string;
    teachers?: "same" | readonly NamedTeacher[];
  }>(),
  NextStageDeclined: carries<Because & { prospectus: string }>(),
  /** The invitation stands; the place that was kept with it goes to another school. */
  NextStagePlaceLapsed: carries<{ workGroup: string; respondBy: LocalDate }>(),
  StageCompleted: carries<{
    stage: Stage;
    academicYear: string;
    outcome: "completed" | "not-completed" | "not-ready";
    then: "next-stage" | "ends" | "waits";
  }>(),
  StageInterrupted: carries<{ stage: Stage; academicYear: string }>(),
  ConcernRaised: carries<Because & { concern: string; commitment: string | null }>(),
  ConcernStepsAgreed: carries<{ concern: string; stepsId: string | null; reviewOn: LocalDate | null }>(),
  ConcernReviewed: carries<{ concern: string; noteId: string | null }>(),
  ConcernResolved: carries<{ concern: string; noteId: string | null }>(),
  JourneyPaused: carries<Because & { until: LocalDate | null }>(),
  /** `chaseFrom`: rungs of a ladder that came due in the pause are climbed then. */
  SchoolReturned: carries<
    | { resumes: "this-year"; chaseFrom: Instant }
    | { resumes: "next-year"; prospectus: string; stage: Stage; academicYear: string }
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
