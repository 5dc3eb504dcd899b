// Every reminder that was due to a school, and what became of it: none is lost, none is counted twice.

import { Column, Entity, PrimaryColumn } from "typeorm";
import { localDate, type Instant } from "../../calendar/instants.ts";
import type { EventOf, EventType, Recorded } from "../../journey/events.ts";
import { INSTANT } from "../columns.ts";
import type { History } from "../history.ts";

/**
 * `planned`: its time is still to come, or the service has yet to act on it; `pending`: on its way; `stalled`: it does
 * not get through, and is tried on; `merged`: it was told within a letter that is headed by something more urgent.
 */
export type ReminderOutcome = "planned" | "pending" | "stalled" | "sent" | "merged" | "superseded" | "held-back";

@Entity("due_reminders")
export class DueReminderRow {
  @PrimaryColumn({ type: "text" }) journey: string;
  /**
   * `100001-primary:1-autumn` for the termly one of a journey's first stage-year, `100001-primary:31` for others: the
   * event's seq.
   */
  @PrimaryColumn({ type: "text" }) id: string;
  /** `termly`, `chaser` (due soon), `missed`, `announcement` or `resent`. */
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

/** All that `Book.take` takes. */
export const HEARS: ReadonlySet<EventType> = new Set<EventType>([
  "StageStarted",
  "ReminderDue",
  "ReminderHeldBack",
  "ReminderResent",
  "ChaserDue",
  "ChaserHeldBack",
  "CommitmentEscalated",
  "MeetingAnnounced",
  "LettersDue",
  "EffectPerformed",
  "EffectStalled",
  "LetterBounced",
  "JourneyPaused",
  "SchoolReturned",
  "StageInterrupted",
  "SchoolWithdrawn",
]);

/** A journey's reminders from its events: what was planned, what was asked for, and what came of it. */
export function project({ journey, events }: History): DueReminderRow[] {
  const book = new Book(journey);
  for (const event of events) book.take(event);
  return book.rows();
}

class Book {
  private readonly journey: string;
  private readonly all = new Map<string, DueReminderRow>();
  /** By the event that asked for letters: the rows that head one, and those that stand in one. */
  private readonly told = new Map<number, { heads: string[]; within: string[] }>();
  private terms: EventOf<"StageStarted">["reminders"] = [];
  private academicYear = "";
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
        });
      case "ChaserDue":
        return this.add(event, {
          kind: "chaser",
          dueAt: event.dueAt,
          cause: `due soon: ${event.commitments.join(", ")}`,
        });
      case "ChaserHeldBack":
        return this.add(event, {
          kind: "chaser",
          dueAt: event.dueAt,
          cause: `due soon: ${event.commitments.join(", ")}`,
          ...heldBack(event.why),
        });
      case "CommitmentEscalated":
        if (event.level < 3) this.add(event, { kind: "missed", dueAt: event.at, cause: `missed: ${event.commitment}` });
        return;
      case "MeetingAnnounced":
        return this.add(event, {
          kind: "announcement",
          dueAt: event.at,
          cause: `announced: ${event.meeting}`,
          // It was too late to tell anybody.
          ...(event.to.length === 0 && heldBack("superseded")),
        });
      case "LettersDue":
        return this.gathered(event);
      case "EffectPerformed":
        return this.performed(event);
      case "EffectStalled":
        for (const id of this.toldBy(event.effect)) this.change(id, { outcome: "stalled", why: event.code });
        return;
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
    this.terms = reminders;
    this.academicYear = academicYear;
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

  private add(event: Recorded, about: Partial<DueReminderRow>): void {
    const id = `${this.journey}:${event.seq}`;
    const { academicYear } = this;
    const day = localDate(event.at);
    const term = (this.terms.find(({ termEndsOn }) => day <= termEndsOn) ?? this.terms.at(-1))?.term ?? "";
    const of = "term" in event ? { academicYear: event.academicYear, term: event.term } : { academicYear, term };
    this.all.set(id, this.row({ id, seq: event.seq, outcome: "pending", ...of, ...about }));
  }

  /** What heads a letter goes with it, what stands in one is merged; the rest is held back, or past. */
  private gathered({ seq, letters, held = [], passed = [] }: Recorded<EventOf<"LettersDue">>): void {
    const rows = (seqs: readonly number[]): string[] => seqs.flatMap((one) => this.asked(one) ?? []);
    const heads = new Set(rows(letters.flatMap(({ tells }) => tells.slice(0, 1))));
    const within = new Set(rows(letters.flatMap(({ tells }) => tells)));
    for (const one of heads) within.delete(one);
    this.told.set(seq, { heads: [...heads], within: [...within] });
    for (const { tells, why } of held)
      for (const id of rows(tells))
        if (!heads.has(id) && !within.has(id) && !this.wentTo(id)) this.change(id, heldBack(why));
    for (const id of rows(passed)) this.change(id, heldBack("superseded"));
  }

  /** Somebody has had it, whoever else waits for it. */
  private wentTo(id: string): boolean {
    const outcome = this.all.get(id)?.outcome;
    return outcome === "sent" || outcome === "merged";
  }

  /** The rows of which an effect tells: those of the letters that it gathered, or its own. */
  private toldBy(effect: number): string[] {
    const { heads, within } = this.told.get(effect) ?? { heads: [this.asked(effect) ?? []].flat(), within: [] };
    return [...heads, ...within];
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
    const merged = new Set(this.told.get(effect)?.within);
    for (const [index, id] of this.toldBy(effect).entries()) {
      if (sent === 0) {
        if (!this.wentTo(id)) this.change(id, { outcome: "superseded", why: "no-longer-so" });
      } else
        this.change(id, {
          outcome: merged.has(id) ? "merged" : "sent",
          why: null,
          sentAt: at,
          // Counted once, however many things they tell of.
          letters: (this.all.get(id)?.letters ?? 0) + (index === 0 ? sent : 0),
          fellBack: code === "fell-back",
        });
    }
  }

  private bounced(effect: number): void {
    const row = this.all.get(this.toldBy(effect)[0] ?? "");
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
