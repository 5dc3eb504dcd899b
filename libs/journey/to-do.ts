// What a school is to do now, the first thing first: as its own pages begin with it. Pure.

import type { LocalDate } from "../calendar/instants.ts";
import { teachersAsked } from "./commitments.ts";
import { rulingProspectus } from "./decide/common.ts";
import { isSession } from "./event-words.ts";
import type { Rules } from "./rules.ts";
import { currentYear, type Commitment, type Journey } from "./state.ts";
import { teachersNow } from "./teachers.ts";

/**
 * `by`: its last day; null where no day is set. `missing`: how many teachers are still to be named; 0 where they are as
 * many as asked, and not yet the right ones.
 */
export type ToDo =
  | { what: "answer-offer"; by: LocalDate; late: false }
  | { what: "answer-hub"; by: null; late: false }
  | { what: "name-teachers"; by: LocalDate | null; late: boolean; missing: number }
  | { what: "say-next-year"; by: LocalDate | null; late: false }
  | { what: "keep"; by: LocalDate; late: boolean; promise: Commitment };

/** All that a school is to do as its journey stands: what is late, then the rest by its day. */
export function toDo(state: Journey, rules: Rules): ToDo[] {
  if (state.status === "none") return [];
  if (state.status === "offered") return [{ what: "answer-offer", by: state.offer.respondBy, late: false }];
  if (state.status === "information-requested") return [{ what: "answer-hub", by: null, late: false }];
  const prospectus = rulingProspectus(state, rules);
  const asked = prospectus === null ? 0 : teachersAsked(prospectus).asked;
  const missing = Math.max(0, asked - teachersNow(state).length);
  if (state.status === "accepted")
    return missing === 0 ? [] : [{ what: "name-teachers", by: null, late: false, missing }];
  if (state.status !== "participating") return [];
  const promises = (currentYear(state)?.commitments ?? []).filter(isToDo).map((promise): ToDo => {
    const late = promise.status === "missed";
    const by = promise.dueOn;
    return promise.kind === "teachers"
      ? { what: "name-teachers", by, late, missing }
      : { what: "keep", by, late, promise };
  });
  const next: ToDo[] =
    state.invitation === null ? [] : [{ what: "say-next-year", by: state.invitation.respondBy, late: false }];
  return [...promises, ...next].sort((a, b) => Number(b.late) - Number(a.late) || dayOf(a).localeCompare(dayOf(b)));
}

/** What has no day of its own comes after what has one. */
const dayOf = ({ by }: ToDo): string => by ?? "9999";

/** Owed by the school, and more than coming to a meeting on its day: that is a date, until it was missed. */
function isToDo({ by, status, kind, after }: Commitment): boolean {
  if (by !== "school") return false;
  const isMeeting = isSession({ kind }) || kind === "meeting" || after !== null;
  return status === "missed" || (status === "open" && !isMeeting);
}
