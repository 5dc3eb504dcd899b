// Every reminder that was due to a school, and what became of it: none is lost, none is counted twice.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import type { EventOf, Recorded } from "../../journey/events.ts";
import { INSTANT } from "../columns.ts";
import type { History } from "../history.ts";

/**
 * `planned`: its time is still to come, or the service has yet to act on it; `pending`: on its way; `stalled`: it does
 * not get through, and is tried on.
 */
export type ReminderOutcome = "planned" | "pending" | "stalled" | "sent" | "superseded" | "held-back";

@Entity("due_reminders")
export class DueReminderRow {
  @PrimaryColumn({ type: "text" }) journey: string;
  /**
   * `100001-primary:1-autumn` for the termly one of a journey's first stage-year, `100001-primary:31` for others: the
   * event's seq.
   */
  @PrimaryColumn({ type: "text" }) id: string;
  /** `termly`, `chaser` or `resent`. */
  @Column({ type: "text" }) kind: string;
  @Column({ name: "academic_year", type: "text" }) academicYear: string;
  @Column({ type: "text" }) term: string;
  @Column({ ...INSTANT, name: "due_at" }) dueAt: Instant;
  /** The event that asked for it; null where none did. */
  @Column({ type: "int", nullable: true }) seq: number | null;
  @Column({ type: "text" }) cause: string;
  @Column({ type: "text" }) outcome: ReminderOutcome;
  /** Why it was not sent, or not yet, as a code. */
  @Column({ type: "text", nullable: true }) why: string | null;
  @Column({ ...INSTANT, name: "sent_at", nullable: true }) sentAt: Instant | null;
  /** How many letters, each to one reader with a Message-ID of its own. */
  @Column({ type: "int" }) letters: number;
  /** Somebody stood in for a role that could not be written to. */
  @Column({ name: "fell_back", type: "boolean" }) fellBack: boolean;
  /** How many of them came back. */
  @Column({ type: "int" }) bounced: number;
}

/** A journey's reminders from its events: what was planned, what was asked for, and what came of it. */
export function project({ journey, events }: History): DueReminderRow[] {
  const book = new Book(journey);
  for (const event of events) book.take(event);
  return book.rows();
}

class Book {
  private readonly journey: string;
  private readonly all = new Map<string, DueReminderRow>();
  private year = 0;
  private pausedAt: Instant | null = null;

  constructor(journey: string) {
    this.journey = journey;
  }

  rows(): DueReminderRow[] {
    // A pause that goes on holds back what falls due in it.
    if (this.pausedAt !== null) this.holdBack("paused", this.pausedAt);
    return [...this.all.values()];
  }

  take(event: Recorded): void {
    switch (event.type) {
      case "StageStarted":
        return this.begin(event);
      case "ReminderDue":
        return this.change(this.termly(event.term), { seq: event.seq, outcome: "pending" });
      case "ReminderHeldBack":
        return this.change(this.termly(event.term), { seq: event.seq, ...heldBack(event.why) });
      case "ReminderResent":
        return this.add(event, {
          kind: "resent",
          dueAt: event.at,
          cause: `event ${event.reminder} sent again`,
          outcome: "pending",
        });
      case "ChaserDue":
        return this.add(event, {
          kind: "chaser",
          dueAt: event.dueAt,
          cause: `due soon: ${event.commitments.join(", ")}`,
          outcome: "pending",
        });
      case "ChaserHeldBack":
        return this.add(event, {
          kind: "chaser",
          dueAt: event.dueAt,
          cause: `due soon: ${event.commitments.join(", ")}`,
          ...heldBack(event.why),
        });
      case "EffectPerformed":
        return this.performed(event);
      case "EffectStalled":
        return this.change(this.asked(event.effect), { outcome: "stalled", why: event.code });
      case "LetterBounced":
        return this.bounced(event.effect);
      case "JourneyPaused":
        this.pausedAt ??= event.at;
        return;
      case "SchoolReturned":
        return this.goOn(event.at);
      case "StageInterrupted":
        return this.holdBack("paused", this.pausedAt ?? event.at);
      case "SchoolWithdrawn":
        this.goOn(event.at);
        return this.holdBack("withdrawn", event.at);
      default:
    }
  }

  private begin({ academicYear, reminders, startsAt }: EventOf<"StageStarted">): void {
    this.year += 1;
    for (const { term, at } of reminders) {
      if (at < startsAt) continue;
      const row = this.row({
        id: this.termly(term),
        kind: "termly",
        academicYear,
        term,
        dueAt: at,
        cause: `the ${term} term of ${academicYear}`,
      });
      this.all.set(row.id, row);
    }
  }

  private add(event: Recorded & { term: string; academicYear: string }, about: Partial<DueReminderRow>): void {
    const id = `${this.journey}:${event.seq}`;
    this.all.set(id, this.row({ id, seq: event.seq, academicYear: event.academicYear, term: event.term, ...about }));
  }

  private row(about: Partial<DueReminderRow>): DueReminderRow {
    const empty = {
      outcome: "planned" as const,
      why: null,
      seq: null,
      sentAt: null,
      letters: 0,
      fellBack: false,
      bounced: 0,
    };
    return {
      journey: this.journey,
      id: "",
      kind: "",
      academicYear: "",
      term: "",
      dueAt: "",
      cause: "",
      ...empty,
      ...about,
    };
  }

  private performed({ effect, messageId, code, at }: EventOf<"EffectPerformed">): void {
    const sent = messageId === null ? 0 : messageId.split(" ").length;
    if (sent === 0) this.change(this.asked(effect), { outcome: "superseded", why: "no-longer-so" });
    else
      this.change(this.asked(effect), {
        outcome: "sent",
        why: null,
        sentAt: at,
        letters: sent,
        fellBack: code === "fell-back",
      });
  }

  private bounced(effect: number): void {
    const row = this.all.get(this.asked(effect) ?? "");
    if (row) this.change(row.id, { bounced: row.bounced + 1 });
  }

  /** What fell due in the pause was held back; what comes later is to come. */
  private goOn(at: Instant): void {
    if (this.pausedAt !== null) this.holdBack("paused", this.pausedAt, at);
    this.pausedAt = null;
  }

  private holdBack(why: string, from: Instant, to?: Instant): void {
    for (const row of this.all.values()) {
      if (row.outcome === "planned" && row.dueAt >= from && (to === undefined || row.dueAt < to))
        this.change(row.id, { outcome: "held-back", why });
    }
  }

  private termly(term: string): string {
    return `${this.journey}:${this.year}-${term}`;
  }

  private asked(seq: number): string | undefined {
    return [...this.all.values()].find((row) => row.seq === seq)?.id;
  }

  private change(id: string | undefined, to: Partial<DueReminderRow>): void {
    const row = id === undefined ? undefined : this.all.get(id);
    if (row) this.all.set(row.id, { ...row, ...to });
  }
}

function heldBack(why: string): Pick<DueReminderRow, "outcome" | "why"> {
  return why === "superseded" ? { outcome: "superseded", why: "too-late" } : { outcome: "held-back", why };
}
