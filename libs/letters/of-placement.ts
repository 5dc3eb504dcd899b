// Placed in a Work Group: its dates, and whether with the schools that it named; and who takes part since.

import { calendarAt } from "../journey/rules.ts";
import { localDate } from "../calendar/instants.ts";
import { asGroupMeets, sessionOf } from "../journey/group-dates.ts";
import type { EventOf, JourneyEvent, Recipient, Recorded } from "../journey/events.ts";
import { newsAbout } from "../journey/news.ts";
import { planOf } from "../journey/plan.ts";
import { currentYear, yearUnderWay, type Begun } from "../journey/state.ts";
import { headteacherOf, leadTeachers, teachersNow } from "../journey/teachers.ts";
import type { Formed } from "../work-group/state.ts";
import type { Dated } from "./dates-of-group.ts";
import { placed } from "./placed.ts";
import { teacherLeft } from "./teacher-left.ts";
import { teacherNamed } from "./teacher-named.ts";
import type { Beside, Notice, TellsOf, Told } from "./told.ts";
import { ahead, asksTeachers, dated, groupBlocks, themesToChoose } from "./year-dates.ts";

type Placed = Recorded<EventOf<"SchoolPlaced">>;
type Place = Pick<Placed, "at" | "prospectus">;

/** The letter to a school that has its place: to who applied, the headteacher and every teacher. */
export function placedNotice(told: Told & { event: Placed }, beside: Beside): Notice {
  const { event, state } = told;
  const group = event.workGroup === null ? null : beside.group(event.workGroup);
  const { stage, academicYear, prospectus } = event;
  const { support = null, links = null } = beside.rules.catalogue.get(prospectus) ?? {};
  const year = yearUnderWay(state);
  const facts = {
    stage,
    academicYear,
    dates: datesOf(told, beside, group),
    themes: themesToChoose(state, event, localDate(event.at), beside),
    group: groupBlocks(event, beside),
    participants: teachersNow(state).length > 0,
    teachersBy: year?.prospectus === prospectus ? asksTeachers(year) : null,
    together: beside.together,
    ...(support && { support: support.value }),
    ...(support && state.support !== null && { supportedBy: beside.nameOf(state.support) }),
    ...(links && { links: links.value }),
  };
  return {
    kind: "placed",
    to: [...new Set<Recipient>(["applicant", ...headteacherOf(state), ...leadTeachers(state)])],
    about: [prospectus],
    prospectus,
    write: (envelope) => placed(envelope, facts),
  };
}

/** The year's own dates once it has begun; before, those that its prospectus and its Work Group will give it. */
function datesOf(
  { state, event }: Pick<Told, "state"> & { event: Place },
  beside: Beside,
  group: Formed | null,
): readonly Dated[] {
  const { rules } = beside;
  const year = currentYear(state);
  if (year?.prospectus === event.prospectus) return ahead(year, localDate(event.at), beside);
  const prospectus = rules.catalogue.get(event.prospectus);
  if (!prospectus) return [];
  const from = localDate(event.at);
  const {
    hub,
    school: { urn, la },
  } = state;
  const calendar = calendarAt(rules, { hub, urn, ...(la !== undefined && { la }) });
  const plan = asGroupMeets(planOf(prospectus, calendar), prospectus.id, group, calendar).filter(
    (one) => one.dueOn >= from && sessionOf(one, prospectus.id, group)?.status !== "cancelled",
  );
  return dated(plan, group, beside);
}

/**
 * The letter to a teacher who was named once the school had its place: what the others were told then, as it is now.
 * Null where they do not take part, or the school has no year under way or to come.
 */
function named(
  { event, state }: { event: Recorded<JourneyEvent>; state: Begun },
  teacher: string,
  beside: Beside,
): ReturnType<TellsOf<"ParticipantNominated">> {
  const place = state.status === "participating" ? (state.year ?? state.next) : null;
  if (place === null || !teachersNow(state).some(({ id }) => id === teacher)) return null;
  const { stage, academicYear, prospectus, workGroup } = place;
  const group = workGroup === null ? null : beside.group(workGroup);
  const facts = {
    stage,
    academicYear,
    begun: state.status === "participating" && state.year !== null,
    dates: datesOf({ state, event: { at: event.at, prospectus } }, beside, group),
    group: groupBlocks(place, beside),
  };
  return { kind: "teacher-named", about: [prospectus], prospectus, write: (envelope) => teacherNamed(envelope, facts) };
}

/** The letter to a teacher who has left; null where they came back, or left before they heard that they take part. */
function gone(
  { event, events, state }: Pick<Told, "events" | "state"> & { event: Recorded<JourneyEvent> },
  teacher: string,
): ReturnType<TellsOf<"ParticipantReleased">> {
  const place = state.status === "participating" ? (state.year ?? state.next) : null;
  if (place === null || state.participants.some(({ id, left }) => id === teacher && !left)) return null;
  const named = events.findLast((one) => one.seq < event.seq && newsAbout(one) === teacher);
  const heardAt = named?.tellAt ?? event.at;
  if (heardAt > event.at) return null;
  const { stage, academicYear, prospectus } = place;
  const facts = { stage, academicYear, replaced: event.type === "ParticipantReplaced" };
  return { kind: "teacher-left", about: [prospectus], prospectus, write: (envelope) => teacherLeft(envelope, facts) };
}

export const OF_TEACHERS: {
  [T in "ParticipantNominated" | "ParticipantReplaced" | "ParticipantReleased"]: TellsOf<T>;
} = {
  ParticipantNominated: (told, beside) => named(told, told.event.participant, beside),
  ParticipantReplaced: (told, beside) =>
    told.toLeft === true ? gone(told, told.event.participant) : named(told, told.event.by, beside),
  ParticipantReleased: (told) => (told.toLeft === true ? gone(told, told.event.participant) : null),
};
