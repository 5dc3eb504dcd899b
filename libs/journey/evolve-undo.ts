// A decision that was taken back, folded: the journey stands where it stood before it, with what has become known
// since.

import type { EventOf, Recorded } from "./events.ts";
import { yearTakenUp } from "./evolve-year.ts";
import { known, misplaced } from "./known.ts";
import { TAKEN_BACK } from "./taken-back.ts";
import type { Begun, Journey, Known, Task, Undoable } from "./state.ts";

type Correction = Recorded<EventOf<"RecordCorrected">>;

/** The journey after a decision was taken back; null where the event is about something else. */
export function evolveUndo(state: Begun, event: Recorded): Begun | null {
  if (event.type !== "RecordCorrected" || event.restores === undefined) return null;
  const { undoable } = state;
  if (undoable?.event !== event.event) throw misplaced(state, event);
  return { ...restored(state, undoable, event), undoable: undoable.before.undoable };
}

/** What can be taken back after this event, and what was. `before`: the journey before it. */
export function undoMarks(before: Journey, after: Known, event: Recorded): Pick<Known, "undoable" | "takenBack"> {
  const { undoable, takenBack } = after;
  const type = TAKEN_BACK.find((one) => one === event.type);
  if (type !== undefined && before.status !== "none") {
    const reasonId = "reasonId" in event ? (event.reasonId ?? null) : null;
    return { undoable: { event: event.seq, type, reasonId, before }, takenBack };
  }
  const back = event.type === "RecordCorrected" && event.restores !== undefined;
  return { undoable, takenBack: back ? [...takenBack, event.event] : takenBack };
}

function restored(state: Begun, { type, before }: Undoable, { at, chaseFrom }: Correction): Begun {
  const now = known(state);
  if (type === "SchoolPlaced") {
    // A school that goes on goes on; it is its place in the year to come that falls.
    if (state.status === "participating" && before.status === "participating") return { ...state, next: before.next };
    const grants = state.grants.filter((one) => before.grants.some((had) => sameYear(had, one)));
    return { ...before, ...now, grants };
  }
  const tasks = state.tasks.map((task): Task =>
    before.tasks.some((one) => one.id === task.id && one.status === "open") ? { ...task, status: "open" } : task,
  );
  const stands = { ...before, ...now, tasks, past: before.past, invitation: before.invitation };
  if (stands.status !== "participating" && stands.status !== "paused") return stands;
  return stands.year === null ? stands : { ...stands, year: yearTakenUp(stands.year, at, chaseFrom ?? at) };
}

const sameYear = (one: Known["grants"][number], other: Known["grants"][number]): boolean =>
  one.stage === other.stage && one.academicYear === other.academicYear;
