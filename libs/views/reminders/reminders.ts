// The reminders a school was sent, or is being sent: one row each, resent ones too.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { INSTANT, WORDS } from "../columns.ts";
import type { History } from "../history.ts";
import type { EventType } from "../../journey/events.ts";
import { performedAt } from "../../journey/performed.ts";

@Entity("reminders")
export class ReminderRow {
  @PrimaryColumn({ type: "text" }) journey: string;
  @PrimaryColumn({ type: "int" }) seq: number;
  /** When it was due; `sentAt` is when it had gone. */
  @Column(INSTANT) at: Instant;
  @Column({ name: "academic_year", type: "text" }) academicYear: string;
  @Column({ type: "text" }) term: string;
  @Column({ ...WORDS, name: "recipients" }) to: string[];
  @Column(WORDS) outstanding: string[];
  @Column({ ...WORDS, name: "coming_up" }) comingUp: string[];
  /** The `seq` of the reminder that this one repeats. */
  @Column({ type: "int", nullable: true }) resends: number | null;
  @Column({ ...INSTANT, name: "sent_at", nullable: true }) sentAt: Instant | null;
}

export const HEARS: ReadonlySet<EventType> = new Set<EventType>(["ReminderDue", "ReminderResent", "EffectPerformed"]);

/** A journey's reminders, from its events. */
export function project({ journey, events }: History): ReminderRow[] {
  const sent = performedAt(events);
  return events.flatMap((event) => {
    if (event.type !== "ReminderDue" && event.type !== "ReminderResent") return [];
    const { seq, academicYear, term, to, outstanding, comingUp } = event;
    const at = event.type === "ReminderDue" ? event.dueAt : event.at;
    const resends = event.type === "ReminderResent" ? event.reminder : null;
    return [
      { journey, seq, at, academicYear, term, to, outstanding, comingUp, resends, sentAt: sent.get(seq) ?? null },
    ];
  });
}
