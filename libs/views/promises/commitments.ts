// What each stage-year asks of a journey, and how it stands.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Instant, LocalDate } from "../../calendar/instants.ts";
import { stagesOf } from "../../journey/state.ts";
import { INSTANT } from "../columns.ts";
import type { History } from "../history.ts";

@Entity("commitments")
export class CommitmentRow {
  @PrimaryColumn({ type: "text" }) journey: string;
  /** Which stage-year of the journey, from 1: a school can begin the same one again. */
  @PrimaryColumn({ name: "year_no", type: "int" }) yearNo: number;
  @PrimaryColumn({ type: "text" }) code: string;
  @Column({ type: "text" }) stage: string;
  @Column({ name: "academic_year", type: "text" }) academicYear: string;
  @Column({ type: "text" }) kind: string;
  @Column({ type: "text" }) by: string;
  @Column({ name: "due_on", type: "date" }) dueOn: LocalDate;
  @Column({ type: "text" }) status: string;
  @Column({ type: "int" }) level: number;
  @Column({ type: "double precision", nullable: true }) target: number | null;
  @Column({ ...INSTANT, name: "next_level_at", nullable: true }) nextLevelAt: Instant | null;
}

/** A journey's commitments, of all its stage-years. */
export function project({ journey, state }: History): CommitmentRow[] {
  return stagesOf(state).flatMap((year, index) =>
    year.commitments.map((one) => ({
      journey,
      yearNo: index + 1,
      code: one.code,
      stage: year.stage,
      academicYear: year.academicYear,
      kind: one.kind,
      by: one.by,
      dueOn: one.dueOn,
      status: one.status,
      level: one.level,
      target: one.target,
      nextLevelAt: one.next?.at ?? null,
    })),
  );
}
