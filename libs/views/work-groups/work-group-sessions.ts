// When a Work Group meets.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Instant, LocalDate, LocalTime } from "../../calendar/instants.ts";
import { INSTANT } from "../columns.ts";
import type { GroupHistory } from "../history.ts";

@Entity("work_group_sessions")
export class WorkGroupSessionRow {
  @PrimaryColumn({ name: "work_group", type: "text" }) workGroup: string;
  @PrimaryColumn({ type: "text" }) code: string;
  @Column({ name: "held_on", type: "date" }) on: LocalDate;
  @Column({ type: "text" }) length: string;
  @Column({ name: "place", type: "text" }) where: string;
  /** Local times; null while they are not known. */
  @Column({ name: "starts_at", type: "text", nullable: true }) startsAt: LocalTime | null;
  @Column({ name: "ends_at", type: "text", nullable: true }) endsAt: LocalTime | null;
  /** Ids of texts. */
  @Column({ name: "place_text", type: "text", nullable: true }) placeId: string | null;
  @Column({ name: "link_text", type: "text", nullable: true }) linkId: string | null;
  /** `scheduled`, `held` or `cancelled`. */
  @Column({ type: "text" }) status: string;
  /** Who sees to its register where nobody took it (an opaque id), since when, and by when if that was said anew. */
  @Column({ type: "text", nullable: true }) assignee: string | null;
  @Column({ ...INSTANT, name: "given_at", nullable: true }) givenAt: Instant | null;
  @Column({ name: "due_on", type: "date", nullable: true }) dueOn: LocalDate | null;
}

/** A Work Group's sessions. */
export function project({ group: workGroup, state }: GroupHistory): WorkGroupSessionRow[] {
  return state.status === "none"
    ? []
    : state.sessions.map(({ code, on, length, where, status, given, ...held }) => ({
        workGroup,
        code,
        on,
        length,
        where,
        startsAt: held.startsAt ?? null,
        endsAt: held.endsAt ?? null,
        placeId: held.placeId ?? null,
        linkId: held.linkId ?? null,
        status,
        assignee: given?.assignee ?? null,
        givenAt: given?.at ?? null,
        dueOn: given?.dueOn ?? null,
      }));
}
