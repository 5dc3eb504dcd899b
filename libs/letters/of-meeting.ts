// The announcement of a session or a visit, as it stands when it goes out.

import { settledBy } from "../calendar/academic-years.ts";
import { localDate, type LocalDate } from "../calendar/instants.ts";
import type { EventOf, Recorded } from "../journey/events.ts";
import { isHeadteachers } from "../journey/event-words.ts";
import { planOf } from "../journey/plan.ts";
import { yearUnderWay, type Commitment, type StageYear } from "../journey/state.ts";
import { announced, type MeetingFacts } from "./announced.ts";
import { heldOf as heldAs } from "./held.ts";
import { heldOf } from "./held-meeting.ts";
import { meetingName } from "./school-dates.ts";
import type { Beside, Notice, Told } from "./told.ts";

type Announced = Recorded<EventOf<"MeetingAnnounced">>;

/** Null where it has another day by now, was called off, or was held before. */
export function meetingNotice(told: Told & { event: Announced }, beside: Beside): Notice | null {
  const { event, events, state } = told;
  if (event.into !== undefined) return keptNotice(told, beside);
  const year = yearUnderWay(state);
  if (year === null || hasChanged(event, events)) return null;
  const { meeting: code, on, to } = event;
  const meeting = year.commitments.find((one) => one.code === code) ?? null;
  const facts = {
    name: meetingName(year, code),
    visit: meeting?.kind === "visit" || meeting?.kind === "in-school-support",
    ...howHeld({ on, ...heldOf(year, code, on) }, beside),
    before: meeting?.kind === "headteachers-session" ? [] : ofTheSchool(year, on),
    today: localDate(event.at),
    comes: whoComes(year, meeting, code),
    afterTask: year.commitments.some(
      ({ kind, dueOn }) => kind === "gap-task" && dueOn <= on && dueOn > sessionBefore(year, on),
    ),
  };
  return {
    kind: "announced",
    to,
    about: [code, ...year.commitments.filter((one) => one.after === code).map((one) => one.code)],
    prospectus: year.prospectus,
    write: (envelope) => announced(envelope, facts),
  };
}

/** Of the year to which the school is invited; null once it has answered, or where its group has changed the day. */
function keptNotice({ event, state }: Told & { event: Announced }, beside: Beside): Notice | null {
  const { invitation } = state;
  const { meeting: code, on, to, into } = event;
  if (invitation === null || invitation.academicYear !== into || yearUnderWay(state) !== null) return null;
  const session = beside.group(invitation.workGroup ?? "")?.sessions.find((one) => one.code === code);
  const off = event.off === true;
  if (session !== undefined && (session.on !== on || (session.status === "scheduled") === off)) return null;
  const { rules } = beside;
  const programme = rules.catalogue.get(invitation.prospectus);
  const facts = {
    name: meetingName({ commitments: programme === null ? [] : planOf(programme, rules.calendar) }, code),
    visit: false,
    ...howHeld({ on, ...session }, beside),
    today: localDate(event.at),
    comes: code === "headteachers-session" ? ("headteachers" as const) : ("teachers" as const),
    afterTask: false,
    keptUntil: settledBy(into),
    ...(off && { off }),
    before: [],
  };
  const { prospectus } = invitation;
  return { kind: "announced", to, about: [code], prospectus, write: (envelope) => announced(envelope, facts) };
}

function howHeld(
  kept: Parameters<typeof heldAs>[0],
  { text }: Beside,
): Pick<MeetingFacts, "on" | "times" | "place" | "link" | "online"> {
  const { on, place, link, online, ...times } = heldAs(kept, text);
  return { on, times, place, link, online };
}

function whoComes({ commitments }: StageYear, meeting: Commitment | null, code: string): MeetingFacts["comes"] {
  if (meeting?.kind === "headteachers-session") return "headteachers";
  const theirs = commitments.some((one) => one.after === code && isHeadteachers(one));
  return theirs ? "teachers-and-headteacher" : "teachers";
}

/** The day of the session before a day; "" where that is the first. */
const sessionBefore = ({ commitments }: StageYear, on: LocalDate): LocalDate =>
  commitments.reduce((last, { kind, dueOn }) => (kind === "session" && dueOn < on && dueOn > last ? dueOn : last), "");

/** What the school does by itself until then: nobody has to have been at a meeting before it. */
const ofTheSchool = (year: StageYear, on: string) =>
  year.commitments.filter(
    (one) =>
      one.by === "school" &&
      one.after === null &&
      one.dueOn <= on &&
      (one.status === "open" || one.status === "missed"),
  );

function hasChanged({ seq, meeting, on }: Announced, events: readonly Recorded[]): boolean {
  return events.some((later) => {
    if (later.seq < seq) return false;
    if (later.type === "SessionMoved" || later.type === "SessionScheduled")
      return later.session === meeting && later.on !== on;
    if (later.type === "SupportVisitBooked") return later.commitment === meeting && later.on !== on;
    return later.type === "SessionCancelled" && later.session === meeting;
  });
}
