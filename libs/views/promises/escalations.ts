// Who was told, level by level, that a commitment was missed.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { INSTANT, WORDS } from "../columns.ts";
import type { History } from "../history.ts";
import type { EventType } from "../../journey/events.ts";
import { performedAt } from "../../journey/performed.ts";

@Entity("escalations")
export class EscalationRow {
  @PrimaryColumn({ type: "text" }) journey: string;
  @PrimaryColumn({ type: "int" }) seq: number;
  @Column(INSTANT) at: Instant;
  @Column({ name: "academic_year", type: "text" }) academicYear: string;
  @Column({ type: "text" }) commitment: string;
  @Column({ type: "int" }) level: number;
  @Column({ ...WORDS, name: "recipients" }) to: string[];
  /** When it stood down, because evidence came. */
  @Column({ ...INSTANT, name: "withdrawn_at", nullable: true }) withdrawnAt: Instant | null;
  @Column({ ...INSTANT, name: "sent_at", nullable: true }) sentAt: Instant | null;
}

export const HEARS: ReadonlySet<EventType> = new Set<EventType>([
  "StageStarted",
  "CommitmentEscalated",
  "EscalationWithdrawn",
  "EffectPerformed",
]);

/** A journey's escalations, from its events. The ladder of a commitment stands down as a whole. */
export function project({ journey, events }: History): EscalationRow[] {
  const sent = performedAt(events);
  const rows: EscalationRow[] = [];
  let academicYear = "";
  for (const event of events) {
    if (event.type === "StageStarted") academicYear = event.academicYear;
    if (event.type === "CommitmentEscalated") {
      const { seq, at, commitment, level, to } = event;
      rows.push({
        journey,
        seq,
        at,
        academicYear,
        commitment,
        level,
        to,
        withdrawnAt: null,
        sentAt: sent.get(seq) ?? null,
      });
    }
    if (event.type === "EscalationWithdrawn") {
      const standing = rows.filter(
        (row) => row.commitment === event.commitment && row.academicYear === academicYear && row.withdrawnAt === null,
      );
      for (const row of standing) row.withdrawnAt = event.at;
    }
  }
  return rows;
}
