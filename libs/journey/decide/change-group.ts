// A school goes to another Work Group of its programme while its year is under way. What it has done stays; the
// sessions from now on are the new group's.

import { isSession } from "../event-words.ts";
import { localDate, type Instant } from "../../calendar/instants.ts";
import type { SchoolCalendar } from "../../calendar/terms.ts";
import { announcing } from "../announce.ts";
import { arrange, arrangesAnew, arrangingOf } from "../arranged.ts";
import type { CommandOf } from "../commands.ts";
import { isTeachers, sessionOf } from "../group-dates.ts";
import type { JourneyEvent } from "../events.ts";
import { holds } from "../places.ts";
import type { Decision, GroupAtHand, Rules } from "../rules.ts";
import { partsOf, standDown } from "../settle.ts";
import type { Commitment, Participating, StageYear } from "../state.ts";
import { because, decided, needsReason } from "./common.ts";
import { noRoom, wrongGroup } from "./fits-group.ts";

/** Is it about the year under way that a Work Group is named? One that nobody has formed is known by its name alone. */
export function changesGroup({ year, next }: Participating, workGroup: string, group: GroupAtHand | null): boolean {
  if (year === null || year.workGroup === workGroup) return false;
  return group === null ? next === null : holds(group, year.prospectus);
}

/** The school is in `workGroup` from now on. `reason-required`, `wrong-group`, `group-full`. */
export function changeGroup(
  state: Participating,
  year: StageYear,
  asked: CommandOf<"PlaceInWorkGroup">,
  { id, group }: { id: string; group: GroupAtHand | null },
  { catalogue, calendar }: Rules,
): Decision {
  const { at, data } = asked;
  const fault = needsReason(data);
  if (fault) return fault;
  const prospectus = catalogue.get(year.prospectus);
  const unfit = group && prospectus && (wrongGroup(group, prospectus, state, asked) ?? noRoom(group));
  if (unfit) return unfit;
  return decided(
    { type: "SchoolChangedGroup", at, from: year.workGroup, workGroup: id, ...because(data) },
    ...(group ? sessionsOf(year, group, at, calendar) : []),
  );
}

/** The dates of the new group's sessions to come; what it held before the school came is owed by nobody. */
function sessionsOf(year: StageYear, group: GroupAtHand, at: Instant, calendar: SchoolCalendar): JourneyEvent[] {
  const today = localDate(at);
  const promised = year.commitments.filter(
    (one) => isSession(one) && one.status === "open" && !year.calledOff.includes(one.code),
  );
  const dated = promised.flatMap((one): JourneyEvent[] => {
    const session = sessionOf(one, year.prospectus, group);
    if (session === null) return [];
    const sameDay = session.on === one.dueOn && session.status === "scheduled";
    if (sameDay && !arrangesAnew(arrangingOf(session), {})) return [];
    if (session.status === "scheduled" && session.on >= today)
      return [
        {
          type: "SessionMoved",
          at,
          session: one.code,
          on: session.on,
          from: one.dueOn,
          ...arrange(arrangingOf(session), {}),
          ...announcing(calendar, session.on, at),
          reasonCode: "of-the-group",
        },
        ...(sameDay
          ? []
          : parts(
              year,
              one,
              (part) => ({
                type: "CommitmentRescheduled",
                at,
                commitment: part.code,
                dueOn: session.on,
                reasonCode: "session-dated",
              }),
              at,
            )),
      ];
    const why = session.status === "cancelled" ? "session-cancelled" : "held-before-coming";
    return parts(year, one, (part) => ({ type: "CommitmentWaived", at, commitment: part.code, reasonCode: why }), at);
  });
  const known = new Set(year.commitments.map(({ code }) => code));
  const extras = group.sessions
    .filter(({ code, on, status }) => isTeachers(code) && !known.has(code) && status === "scheduled" && on >= today)
    .map(({ code, on, ...held }): JourneyEvent => {
      const arranged = arrange(arrangingOf(held), {});
      return { type: "SessionScheduled", at, session: code, on, ...arranged, ...announcing(calendar, on, at) };
    });
  const left = year.extras
    .filter(({ code, on }) => on >= today && !group.sessions.some((one) => one.code === code))
    .map(({ code }): JourneyEvent => ({ type: "SessionCancelled", at, session: code, reasonCode: "of-the-group" }));
  return [...dated, ...extras, ...left];
}

function parts(
  year: StageYear,
  session: Commitment,
  to: (part: Commitment) => JourneyEvent,
  at: Instant,
): JourneyEvent[] {
  return partsOf(year, session).flatMap((part) => [to(part), ...standDown(part.code, part.level, at)]);
}
