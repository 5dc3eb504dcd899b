// The grants of a journey, in the order they became due.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { keptBackIn } from "../../journey/decide/money.ts";
import type { AskedOfGrant } from "../../journey/event-words.ts";
import { questionOf } from "../../journey/grant-questions.ts";
import { INSTANT, WORDS } from "../columns.ts";
import type { History } from "../history.ts";

@Entity("grants")
export class GrantRow {
  @PrimaryColumn({ type: "text" }) journey: string;
  @PrimaryColumn({ type: "int" }) no: number;
  @Column({ type: "text" }) stage: string;
  @Column({ name: "academic_year", type: "text" }) academicYear: string;
  @Column({ name: "amount_pence", type: "int" }) amountPence: number;
  @Column({ type: "text" }) status: string;
  /** Opaque ids of principals. */
  @Column(WORDS) approvers: string[];
  @Column({ ...INSTANT, name: "released_at", nullable: true }) releasedAt: Instant | null;
  @Column({ name: "prepared_by", type: "text", nullable: true }) preparedBy: string | null;
  @Column({ name: "authorised_by", type: "text", nullable: true }) authorisedBy: string | null;
  @Column({ type: "text" }) clawback: string;
  @Column({ name: "clawback_pence", type: "int" }) clawbackPence: number;
  @Column({ ...INSTANT, name: "clawback_at", nullable: true }) clawbackAt: Instant | null;
  @Column({ name: "recovered_pence", type: "int" }) recoveredPence: number;
  /** Whose money it is. */
  @Column({ type: "text" }) hub: string;
  /** The payment run it is in, or was paid by. */
  @Column({ type: "text", nullable: true }) run: string | null;
  /** What a person has to decide on it; null where nothing is. */
  @Column({ type: "jsonb", nullable: true }) asks: AskedOfGrant | null;
  /** The release whose payment goes out; null before it is released, and where it was by an older version. */
  @Column({ type: "text", nullable: true }) payable: string | null;
  /** An invoice asks for what is to come back: no payment keeps it back. */
  @Column({ type: "boolean", default: false }) invoiced: boolean;
  /** The payment run that keeps its clawback back from another payment, until that is made. */
  @Column({ name: "kept_back_in", type: "text", nullable: true }) keptBackIn: string | null;
}

/** A journey's grants. */
export function project({ journey, state }: History): GrantRow[] {
  if (state.status === "none") return [];
  return state.grants.map((grant, index) => {
    const { stage, academicYear, amountPence, status, releasedAt, preparedBy, authorisedBy, clawback } = grant;
    return {
      journey,
      no: index + 1,
      stage,
      academicYear,
      amountPence,
      status,
      approvers: [...grant.approvers],
      releasedAt,
      preparedBy,
      authorisedBy,
      clawback: clawback.status,
      clawbackPence: clawback.amountPence,
      clawbackAt: clawback.requestedAt,
      recoveredPence: clawback.recoveredPence,
      hub: grant.hub,
      run: grant.run,
      keptBackIn: keptBackIn(state, grant),
      asks: questionOf(state, grant),
      payable: grant.releasedBy === null ? null : `${journey}:${grant.releasedBy}`,
      invoiced: clawback.invoiced,
    };
  });
}
