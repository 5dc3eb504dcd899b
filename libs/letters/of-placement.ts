// Placed in a Work Group: its dates, and whether with the schools that it named.

import { localDate } from "../calendar/instants.ts";
import { asGroupMeets, sessionOf } from "../journey/group-dates.ts";
import type { EventOf, Recorded } from "../journey/events.ts";
import { planOf } from "../journey/plan.ts";
import type { Promised } from "../journey/sentences.ts";
import { currentYear } from "../journey/state.ts";
import type { Formed } from "../work-group/state.ts";
import { placed } from "./placed.ts";
import type { Beside, Notice, Told } from "./told.ts";

type Placed = Recorded<EventOf<"SchoolPlaced">>;

/** The letter to a school that has its place. */
export function placedNotice(told: Told & { event: Placed }, beside: Beside): Notice {
  const { event, state } = told;
  const group = event.workGroup === null ? null : beside.group(event.workGroup);
  const { stage, academicYear, prospectus } = event;
  const support = beside.rules.catalogue.get(prospectus)?.support;
  const facts = {
    stage,
    academicYear,
    commitments: datesOf(told, beside, group),
    participants: state.participants.some(({ left }) => !left),
    together: beside.together,
    ...(support && { support: support.value }),
  };
  return {
    kind: "placed",
    to: ["applicant", "headteacher"],
    about: [prospectus],
    prospectus,
    write: (envelope) => placed(envelope, facts),
  };
}

/** The year's own dates once it has begun; before, those that its prospectus and its Work Group will give it. */
function datesOf(
  { state, event }: Told & { event: Placed },
  { rules }: Beside,
  group: Formed | null,
): readonly Promised[] {
  const year = currentYear(state);
  if (year?.prospectus === event.prospectus) return year.commitments;
  const prospectus = rules.catalogue.get(event.prospectus);
  if (!prospectus) return [];
  const from = localDate(event.at);
  const {
    hub,
    school: { urn, la },
  } = state;
  const calendar = rules.calendarOf?.({ hub, urn, ...(la !== undefined && { la }) }) ?? rules.calendar;
  return asGroupMeets(planOf(prospectus, calendar), prospectus.id, group, calendar).filter(
    (one) => one.dueOn >= from && sessionOf(one, prospectus.id, group)?.status !== "cancelled",
  );
}
