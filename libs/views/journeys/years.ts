// The programmes that a school signed up for, a row each: whether it began, and what came of it.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Recorded } from "../../journey/events.ts";
import { stagesOf, type StageOutcome } from "../../journey/state.ts";
import { staysOf } from "../../journey/stays.ts";
import type { History } from "../history.ts";

@Entity("journey_years")
export class JourneyYearRow {
  @PrimaryColumn({ type: "text" }) journey: string;
  /** Begun more than once in its year, it is one row: as it went last. */
  @PrimaryColumn({ type: "text" }) prospectus: string;
  /** Where the school was when it signed up, or began. */
  @Column({ type: "text" }) hub: string;
  /** Null: it has not begun. */
  @Column({ type: "text", nullable: true }) outcome: StageOutcome | null;
}

/** A journey's programmes: those it applied for or said yes to, and those that it began. */
export function project({ journey, events, state }: History): JourneyYearRow[] {
  const hubs = new Map(
    events.flatMap((event) => {
      const prospectus = beginning(event);
      return prospectus === null ? [] : [[prospectus, event.seq] as const];
    }),
  );
  const stays = staysOf(events);
  const outcomes = new Map(stagesOf(state).map((year) => [year.prospectus, year.outcome]));
  return [...hubs].map(([prospectus, seq]) => ({
    journey,
    prospectus,
    hub: stays.findLast(({ since }) => since <= seq)?.hub ?? "",
    outcome: outcomes.get(prospectus) ?? null,
  }));
}

function beginning(event: Recorded): string | null {
  switch (event.type) {
    case "ApplicationSubmitted":
    case "NextStageConfirmed":
    case "StageStarted":
      return event.prospectus;
    default:
      return null;
  }
}
