// A session or a visit is near.

import { localDate, type Instant } from "../../calendar/instants.ts";
import type { JourneyEvent, Recipient } from "../events.ts";
import { isHeadteachers, type Announcing } from "../event-words.ts";
import { keptAnnounced } from "../kept-meetings.ts";
import type { AtHand, Rules } from "../rules.ts";
import { yearUnderWay, type Begun, type Journey, type StageYear } from "../state.ts";
import { leadTeachers } from "../teachers.ts";

/**
 * Who is to come is told, once. Also where it is too late for that: it is then announced to nobody, and the letters
 * account for it.
 */
export function announced(
  state: Journey,
  meeting: Announcing,
  at: Instant,
  rules: Rules,
  atHand: AtHand,
): JourneyEvent[] {
  const year = yearUnderWay(state);
  if (state.status === "none") return [];
  const { code, on } = meeting;
  if (year === null)
    return state.invitation === null ? [] : [keptAnnounced(state, state.invitation, meeting, at, rules, atHand)];
  const to = localDate(at) <= on ? whoComes(state, year, code) : [];
  return [{ type: "MeetingAnnounced", at, meeting: code, on, to }];
}

/** Those who are to come: the teachers, and the headteacher where a part of it is theirs. */
function whoComes(state: Begun, { commitments }: StageYear, code: string): Recipient[] {
  const head: Recipient = state.school.headteacher ? "headteacher" : "applicant";
  const own = commitments.find((one) => one.code === code);
  if (own?.kind === "headteachers-session") return [head];
  const comesToo = commitments.some((one) => one.after === code && one.status === "open" && isHeadteachers(one));
  return [...new Set([...leadTeachers(state), ...(comesToo ? [head] : [])])];
}
