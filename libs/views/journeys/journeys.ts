// One row a journey: where it stands, what it owes, what comes next.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { inShort, placeOf } from "../../journey/describe.ts";
import { due } from "../../journey/due.ts";
import { staysOf } from "../../journey/stays.ts";
import { currentYear, themeNow, type Begun } from "../../journey/state.ts";
import { INSTANT, WORDS } from "../columns.ts";
import type { History } from "../history.ts";

@Entity("journeys")
export class JourneyRow {
  @PrimaryColumn({ type: "text" }) id: string;
  @Column({ type: "text" }) urn: string;
  @Column({ type: "text" }) hub: string;
  /** The `seq` of the event by which it came to that hub. */
  @Column({ name: "hub_since", type: "int" }) hubSince: number;
  @Column({ type: "text" }) phase: string;
  @Column({ type: "text" }) status: string;
  @Column({ type: "text", nullable: true }) stage: string | null;
  @Column({ name: "academic_year", type: "text", nullable: true }) academicYear: string | null;
  @Column({ type: "text", nullable: true }) prospectus: string | null;
  @Column({ name: "work_group", type: "text", nullable: true }) workGroup: string | null;
  /** Of its year, or of the one to come. */
  @Column({ type: "text", nullable: true }) theme: string | null;
  /** The `seq` of its last event: the journey's ETag. */
  @Column({ type: "int" }) version: number;
  /** Who of the hub supports the school, by an opaque id. */
  @Column({ type: "text", nullable: true }) support: string | null;
  /** How many commitments of the school are missed now. */
  @Column({ type: "int" }) owes: number;
  @Column({ ...INSTANT, name: "next_at", nullable: true }) nextAt: Instant | null;
  @Column({ name: "next_what", type: "text", nullable: true }) nextWhat: string | null;
  @Column({ type: "text" }) summary: string;
  @Column({ ...INSTANT, name: "started_at" }) startedAt: Instant;
  @Column({ ...INSTANT, name: "updated_at" }) updatedAt: Instant;
  /** Former URNs. */
  @Column(WORDS) aliases: string[];
}

/** A journey's row; none before it has begun. */
export function project({ journey, events, state }: History): JourneyRow[] {
  if (state.status === "none") return [];
  const { summary, next } = inShort(state);
  const { stage, academicYear, prospectus } = placeOf(state);
  const missed = currentYear(state)?.commitments.filter((one) => one.by === "school" && one.status === "missed") ?? [];
  return [
    {
      id: journey,
      urn: state.school.urn,
      hub: state.hub,
      hubSince: hubSince(events),
      phase: state.school.phase,
      status: state.status,
      stage: stage === "none" ? null : stage,
      academicYear: academicYear === "none" ? null : academicYear,
      prospectus,
      workGroup: workGroupOf(state),
      theme: themeNow(state),
      version: state.seq,
      support: state.support,
      owes: missed.length,
      nextAt: due(state),
      nextWhat: next,
      summary,
      startedAt: events[0]?.at ?? state.lastAt,
      updatedAt: state.lastAt,
      aliases: [...state.aliases],
    },
  ];
}

function hubSince(events: History["events"]): number {
  return staysOf(events).at(-1)?.since ?? 1;
}

/** The Work Group of the stage-year shown: the one it is in, is offered, waits for, or was in last. */
function workGroupOf(state: Begun): string | null {
  if ("offer" in state) return state.offer.workGroup;
  if ("application" in state) return state.application.waitsIn;
  if (state.status === "interested") return null;
  const year = currentYear(state) ?? ("next" in state ? state.next : null) ?? state.past.at(-1);
  return year?.workGroup ?? null;
}
