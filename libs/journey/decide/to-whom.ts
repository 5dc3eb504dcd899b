// To whom a reminder, a chaser or a level goes: by role. Who wants none until the term ends is passed over: the other
// teachers have it, else the applicant.

import type { Instant } from "../../calendar/instants.ts";
import { isHeadteachers } from "../event-words.ts";
import type { Recipient } from "../events.ts";
import { spared } from "../said.ts";
import type { Begun, Commitment } from "../state.ts";
import { teachersNow } from "../teachers.ts";
import { optedOut } from "./reminders.ts";
import { leadTeachers } from "../teachers.ts";

/** Who has the termly reminder; nobody where the school, or each of them, wants none. */
export function reminderTo(state: Begun, at: Instant): Recipient[] {
  return optedOut(state, at) ? [] : wanting(state, leadTeachers(state), at);
}

/** Who is told that these are due soon; nobody as with a reminder. */
export function chaserTo(state: Begun, commitments: readonly Commitment[], at: Instant): Recipient[] {
  if (optedOut(state, at)) return [];
  return wanting(state, commitments.every(isHeadteachers) ? headteacher(state) : leadTeachers(state), at);
}

/**
 * Level 1 lead teachers, 2 headteacher, 3 hub lead; a vacant role falls back to the applicant. What is the
 * headteacher's own promise goes to the headteacher at levels 1 and 2: teachers are not blamed for it. No level is
 * skipped because somebody wants no reminders: where that is everybody, whoever delivers it finds who stands in.
 */
export function levelTo(state: Begun, level: 1 | 2 | 3, commitment: Commitment, at: Instant): Recipient[] {
  if (level === 3) return ["hub-lead"];
  const meant = level === 1 && !isHeadteachers(commitment) ? leadTeachers(state) : headteacher(state);
  const to = wanting(state, meant, at);
  return to.length > 0 ? to : ["applicant"];
}

const headteacher = ({ school }: Begun): Recipient[] => [school.headteacher ? "headteacher" : "applicant"];

/** Those of these roles in which somebody has not opted out; else the applicant, unless they have. */
function wanting(state: Begun, roles: readonly Recipient[], at: Instant): Recipient[] {
  const off = spared(state, at);
  if (off.size === 0) return [...roles];
  const wants = (role: Recipient): boolean => {
    const people = peopleIn(state, role);
    return people.length === 0 || people.some((id) => !off.has(id));
  };
  const left = roles.filter(wants);
  if (left.length > 0) return left;
  return wants("applicant") ? ["applicant"] : [];
}

/** Whom the journey itself knows in a role, by opaque ids; the latest applicant. */
function peopleIn(state: Begun, role: Recipient): string[] {
  if (role === "headteacher") return [state.school.headteacherContact ?? []].flat();
  if (role === "applicant") return state.applicants.slice(0, 1);
  return teachersNow(state)
    .filter((one) => one.role === role)
    .map(({ id }) => id);
}
