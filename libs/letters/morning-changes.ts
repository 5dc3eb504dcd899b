// What has changed in a Work Group since the morning before, for who leads it: its schools, and what somebody else has
// decided about its sessions.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { EventType } from "../journey/events.ts";
import type { EventType as GroupEventType } from "../work-group/events.ts";
import type { MorningThing } from "./morning-lines.ts";
import type { MorningSchool } from "./morning-things.ts";

/** What becomes of a school, by the event: what it is about, and in words. */
const OF_SCHOOL: Partial<Record<EventType, readonly [about: string, what: string]>> = {
  SchoolPlaced: ["placed", "Has its place in the group"],
  SchoolChangedGroup: ["changed-group", "Comes from another group"],
  JourneyPaused: ["paused", "Pauses"],
  SchoolReturned: ["returned", "Is back from its pause"],
  SchoolWithdrawn: ["withdrawn", "No longer takes part"],
};
/** Of which events of a journey the lead of its group hears. */
export const CHANGES_OF_SCHOOL = Object.keys(OF_SCHOOL) as readonly EventType[];

/** A change of a school; null for any other event. `from`: the group that it left, where it went to another. */
export function changeThings(
  { journey, school, urn, workGroup }: MorningSchool,
  { type, at, from = null }: { type: EventType; at: Instant; from?: string | null },
): MorningThing[] {
  const [about, what] = OF_SCHOOL[type] ?? [];
  if (about === undefined || what === undefined) return [];
  const thing = (group: string | null, said: string): MorningThing => ({
    ...changed(about, said, at),
    workGroup: group,
    school: school ?? `School ${urn}`,
    page: `/journeys/${journey}`,
    together: group === null ? "/" : `/groups/${group}`,
  });
  return [thing(workGroup, what), ...(from === null ? [] : [thing(from, "Goes to another group")])];
}

/** What was decided about a group. `on`: of a session, its day; `code`: of which session. */
export interface GroupChange {
  workGroup: string;
  type: GroupEventType;
  at: Instant;
  code: string | null;
  on: LocalDate | null;
}

const OF_GROUP: Partial<Record<GroupEventType, readonly [about: string, what: string]>> = {
  SessionScheduled: ["session-scheduled", "has a new session"],
  SessionMoved: ["session-moved", "has a session that was changed"],
  SessionCancelled: ["session-cancelled", "has a session that was called off"],
  DeliveryAdapted: ["delivery", "meets in another way from now on"],
  LeadChanged: ["lead", "has another lead"],
};
/** Of which events of a group its lead hears, where somebody else brought them. */
export const CHANGES_OF_GROUP = Object.keys(OF_GROUP) as readonly GroupEventType[];

/** What somebody has decided about a group; nothing for any other event. */
export function groupChangeThings({ workGroup, type, at, code, on }: GroupChange): MorningThing[] {
  const [about, what] = OF_GROUP[type] ?? [];
  if (about === undefined || what === undefined) return [];
  const said = on === null ? what : `${what}: ${dateWithWeekday(on)}`;
  const page = `/groups/${workGroup}`;
  const thing = changed(about, said, at);
  return [{ ...thing, code: `${about} ${code ?? ""}`, workGroup, school: null, page, together: page }];
}

function changed(
  about: string,
  what: string,
  since: Instant,
): Pick<MorningThing, "cause" | "code" | "about" | "what" | "since" | "dueOn" | "choices"> {
  return { cause: "change", code: `${about} ${what}`, about, what, since, dueOn: null, choices: [] };
}
