// The teachers of a stage-year: are they those that its page asks for, and who was at a meeting. A year that began
// before the service asked (`teachers` is null) has no such question.

import { academicYearOf } from "../calendar/academic-years.ts";
import { localDate } from "../calendar/instants.ts";
import type { Recipient, TeachersAsked } from "./event-words.ts";
import { attendances, thoseWhoCame } from "./settle-evidence.ts";
import { currentYear, type Begun, type Commitment, type Participant, type StageYear } from "./state.ts";

/** What is lacking, each as a code: somebody in a place, the maths lead, one who is experienced with authority. */
export type Lacking = "teacher" | "maths-lead" | "experienced-advocate";

/**
 * Who takes part now: of a stage-year that asks for its teachers those who were named for it, else whoever has not
 * left. Nothing goes to people of years ago unasked.
 */
export function teachersNow(state: Begun): Participant[] {
  const year = currentYear(state);
  return year === null ? state.participants.filter((one) => !one.left) : teachersOf(year, state.participants);
}

/** Those of these participants who take part in this stage-year now. */
export function teachersOf(
  { teachers, academicYear }: Pick<StageYear, "teachers" | "academicYear">,
  participants: readonly Participant[],
): Participant[] {
  return participants.filter((one) => !one.left && (teachers === null || one.years.includes(academicYear)));
}

/**
 * Those who take part, by role; the applicant where nobody does (a vacant role falls back to the applicant). A school
 * that has not said who they are this year is asked through its headteacher and the applicant, not through people of
 * years ago.
 */
export function leadTeachers(state: Begun): Recipient[] {
  const roles = [...new Set(teachersNow(state).map((one) => one.role))];
  if (roles.length > 0) return roles;
  const others = state.participants.some((one) => !one.left) && state.school.headteacher;
  return others ? ["headteacher", "applicant"] : ["applicant"];
}

/** Whoever heads the school; who applied for it, where no headteacher is known. */
export const headteacherOf = ({ school }: Begun): Recipient[] => [school.headteacher ? "headteacher" : "applicant"];

/** What is lacking of the teachers that the page asks for; nothing where they are all there and fit. */
export function lackingTeachers(
  year: Pick<StageYear, "teachers" | "academicYear">,
  participants: readonly Participant[],
): Lacking[] {
  return year.teachers === null ? [] : lackingOf(year.teachers, teachersOf(year, participants));
}

/** The same of people who are to be teachers. */
export function lackingOf(wanted: TeachersAsked, people: readonly Pick<Participant, FitWords>[]): Lacking[] {
  const lacking: Lacking[] = [];
  if (people.length < wanted.asked) lacking.push("teacher");
  return [...lacking, ...unfit(wanted, people)];
}

type FitWords = "role" | "experienced" | "authority" | "exception";

/** What none of these people is, though one of them should be; who is there by exception counts as fit. */
export function unfit(
  { mathsLead, experienced }: Pick<TeachersAsked, "mathsLead" | "experienced">,
  people: readonly Pick<Participant, FitWords>[],
): Exclude<Lacking, "teacher">[] {
  const lacking: Exclude<Lacking, "teacher">[] = [];
  if (mathsLead && !people.some((one) => one.exception || one.role === "maths-lead")) lacking.push("maths-lead");
  if (experienced && !people.some((one) => one.exception || (one.experienced && one.authority)))
    lacking.push("experienced-advocate");
  return lacking;
}

/**
 * Which places were filled at a session, by whoever came: on the day, at a repeat, at another group's, at an extra one
 * or by a catch-up that the lead recorded. Two people who followed one another fill one place; one who has left
 * fills it where they were.
 */
export function filledAt(year: StageYear, session: string, participants: readonly Participant[]): Set<string> {
  return placesOf(participants, cameIn(year, participants).get(session) ?? []);
}

type Came = ReturnType<typeof thoseWhoCame>;

/** Of a year it is asked once for each meeting: all are found together. */
function cameIn(year: StageYear, participants: readonly Participant[]): Came {
  const known = CAME.get(year);
  if (known?.participants === participants) return known.came;
  const came = thoseWhoCame(year, (code, had, one) => {
    const filled = placesOf(participants, had);
    return !filled.has(placeOf(participants, one)) && !isEnough(year, code, filled, participants);
  });
  CAME.set(year, { participants, came });
  return came;
}
const CAME = new WeakMap<StageYear, { participants: readonly Participant[]; came: Came }>();

/** Which places were filled at any session of the year so far. */
export function placesSeen(year: StageYear, participants: readonly Participant[]): Set<string> {
  return placesOf(
    participants,
    attendances(year).flatMap((one) => one.present),
  );
}

const placeOf = (participants: readonly Participant[], id: string): string =>
  participants.find((one) => one.id === id)?.place ?? id;
const placesOf = (participants: readonly Participant[], present: Iterable<string>): Set<string> =>
  new Set([...present].map((id) => placeOf(participants, id)));

/** Was a meeting attended: were as many there, or made it up, as the page asks for? */
export function wasFilled(year: StageYear, meeting: Commitment, participants: readonly Participant[]): boolean {
  const session = meeting.after ?? "";
  return isEnough(year, session, filledAt(year, session, participants), participants);
}

/**
 * Two representatives come only if both come to all: while two are promised, one away is a miss, at each session from
 * the day on which both were.
 */
function isEnough(
  year: StageYear,
  session: string,
  filled: ReadonlySet<string>,
  participants: readonly Participant[],
): boolean {
  if (filled.size < (year.teachers?.asked ?? 1)) return false;
  return promisedAt(year, session, participants).every((place) => filled.has(place));
}

/** The places of the representatives who are all to come to a session; none where one is enough. */
function promisedAt(year: StageYear, session: string, participants: readonly Participant[]): string[] {
  const enough = year.teachers?.representatives ?? null;
  if (enough === null) return [];
  const days = attendances(year).flatMap((one) => (one.session === session ? [one.on] : []));
  const first = days.sort()[0] ?? "";
  const places = teachersOf(year, participants)
    .filter((one) => one.role === "representative" && one.since <= first)
    .map((one) => one.place);
  return places.length > enough ? places : [];
}

/** For which academic year somebody is named who is named now: the one under way, to come, or applied for. */
export function yearNamedFor(state: Begun): string {
  switch (state.status) {
    case "participating":
    case "paused":
      return state.year?.academicYear ?? state.next?.academicYear ?? academicYearOf(localDate(state.lastAt));
    case "applied":
    case "information-requested":
    case "waitlisted":
    case "offered":
    case "accepted":
      return state.application.prospectus.slice(0, 7).replace("-", "/");
    default:
      return academicYearOf(localDate(state.lastAt));
  }
}
