// The schools of a Work Group: who holds a place, and who waits, in what order.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { waitingWith } from "../../work-group/state.ts";
import { INSTANT } from "../columns.ts";
import type { GroupHistory } from "../history.ts";

@Entity("work_group_schools")
export class WorkGroupSchoolRow {
  @PrimaryColumn({ name: "work_group", type: "text" }) workGroup: string;
  @PrimaryColumn({ type: "text" }) journey: string;
  /** `taken`, `reserved` by an offer, or `waiting`. */
  @Column({ type: "text" }) status: string;
  /** On the waitlist, from 1; null for a school that holds a place. */
  @Column({ type: "int", nullable: true }) position: number | null;
  /** It is passed over until the school has answered what the hub asked. */
  @Column({ type: "boolean" }) held: boolean;
  @Column(INSTANT) since: Instant;
  /** How many wait as one with it, itself included; null where it waits by itself, or holds a place. */
  @Column({ type: "int", nullable: true }) together: number | null;
}

/** The schools of a Work Group, those with a place first. */
export function project({ group: workGroup, state }: GroupHistory): WorkGroupSchoolRow[] {
  if (state.status === "none") return [];
  return [
    ...state.taken.map(({ journey, status, since }) => ({
      workGroup,
      journey,
      status,
      position: null,
      held: false,
      since,
      together: null,
    })),
    ...state.waitlist.map((one, index) => {
      const together = one.together === null ? null : waitingWith(state, one).length;
      return {
        workGroup,
        journey: one.journey,
        status: "waiting",
        position: index + 1,
        held: one.held,
        since: one.since,
        together,
      };
    }),
  ];
}
