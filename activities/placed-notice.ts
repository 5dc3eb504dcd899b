// Placed in a Work Group: its dates, and whether with the schools that it named.

import { localDate } from "../libs/calendar/instants.ts";
import { groupName } from "../libs/contract/work-group.ts";
import { planOf } from "../libs/journey/plan.ts";
import { asGroupMeets, sessionOf } from "../libs/journey/group-dates.ts";
import type { EventOf, Recorded } from "../libs/journey/events.ts";
import type { Rules } from "../libs/journey/rules.ts";
import type { Promised } from "../libs/journey/sentences.ts";
import { currentYear } from "../libs/journey/state.ts";
import { placed } from "../libs/letters/placed.ts";
import { load } from "../libs/store/events/event-store.ts";
import { recordedOfGroup } from "../libs/store/events/known-events.ts";
import { journeyIdOf } from "../libs/views/journeys/read-journeys.ts";
import { fold } from "../libs/work-group/evolve.ts";
import type { Formed } from "../libs/work-group/state.ts";
import type { LetterDeps, Notice } from "./deliver.ts";
import type { Asked } from "./effects.ts";

type PlacedDeps = LetterDeps & Rules;

/**
 * Whether the schools that it named have their places in its group: of more than that it is not told, least of all what
 * another answered. Null where it named none, or nobody formed a group.
 */
async function placedTogether(
  { dataSource }: PlacedDeps,
  { state, events }: Asked,
  group: Formed | null,
): Promise<boolean | null> {
  const named = events.findLast((event) => event.type === "ApplicationSubmitted");
  if (named?.type !== "ApplicationSubmitted" || named.group.length === 0 || group === null) return null;
  const journeys = await Promise.all(named.group.map(({ urn }) => journeyIdOf(dataSource, urn, state.school.phase)));
  return journeys.every((journey) => group.taken.some((one) => one.journey === journey));
}

/** The letter to a school that has its place. */
export async function placedNotice(
  deps: PlacedDeps,
  asked: Asked,
  event: Recorded<EventOf<"SchoolPlaced">>,
): Promise<Notice> {
  const group = await meetingsOf(deps, event.workGroup);
  const { stage, academicYear, prospectus } = event;
  const support = deps.catalogue.get(prospectus)?.support;
  const facts = {
    stage,
    academicYear,
    commitments: datesOf(deps, asked, event, group),
    participants: asked.state.participants.some(({ left }) => !left),
    together: await placedTogether(deps, asked, group),
    ...(support && { support: support.value }),
  };
  return { to: ["applicant", "headteacher"], prospectus, write: (envelope) => placed(envelope, facts) };
}

/** The year's own dates once it has begun; before, those that its prospectus and its Work Group will give it. */
function datesOf(
  deps: PlacedDeps,
  { state }: Asked,
  event: Recorded<EventOf<"SchoolPlaced">>,
  group: Formed | null,
): readonly Promised[] {
  const year = currentYear(state);
  if (year?.prospectus === event.prospectus) return year.commitments;
  const prospectus = deps.catalogue.get(event.prospectus);
  if (!prospectus) return [];
  const from = localDate(event.at);
  const {
    hub,
    school: { urn, la },
  } = state;
  const calendar = deps.calendarOf?.({ hub, urn, ...(la !== undefined && { la }) }) ?? deps.calendar;
  return asGroupMeets(planOf(prospectus, calendar), prospectus.id, group, calendar).filter(
    (one) => one.dueOn >= from && sessionOf(one, prospectus.id, group)?.status !== "cancelled",
  );
}

/** A Work Group as it stands; null where nobody has formed it. Rejects with StoreError. */
export async function meetingsOf({ dataSource }: LetterDeps, workGroup: string | null): Promise<Formed | null> {
  const group = workGroup === null ? null : fold(recordedOfGroup(await load(dataSource.manager, groupName(workGroup))));
  return group === null || group.status === "none" ? null : group;
}
