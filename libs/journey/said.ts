// What somebody at a school has said that stands until it is dealt with, or its time is over: no more reminders for
// this person, this person is not the contact any more, another date please.

import { localDate, type Instant } from "../calendar/instants.ts";
import type { Recipient, Said } from "./event-words.ts";
import type { Recorded } from "./events.ts";
import type { Begun, Known, Task } from "./state.ts";
import { teachersNow } from "./teachers.ts";

/** The id of the hub's task about another date for a commitment: one a commitment and year. */
export const dateTask = (academicYear: string, commitment: string): string => `${academicYear}/${commitment}/date`;
/** The id of the hub's task about somebody who is not the contact any more. */
export const contactTask = (person: string): string => `contact/${person}`;

/** What stands one event later. */
export function evolveSaid(said: readonly Said[], event: Recorded): readonly Said[] {
  const { seq } = event;
  switch (event.type) {
    case "RemindersOptedOut": {
      const { person, until } = event;
      if (person === undefined) return said;
      const others = said.filter((one) => one.what !== "no-reminders" || one.person !== person);
      return [...others, { what: "no-reminders", seq, person, until }];
    }
    case "ContactStopped":
      return [...stillContacts(said, event.person), { what: "not-the-contact", seq, person: event.person }];
    case "AnotherDateAsked": {
      const { commitment, academicYear, person } = event;
      const asked = {
        what: "another-date" as const,
        seq,
        commitment,
        academicYear,
        ...(person !== undefined && { person }),
      };
      return [...withoutDate(said, commitment), asked];
    }
    case "CommitmentRescheduled":
    case "CommitmentMet":
    case "CommitmentWaived":
      return withoutDate(said, event.commitment);
    case "TaskDecided":
      return said.filter(
        (one) => one.what !== "another-date" || dateTask(one.academicYear, one.commitment) !== event.task,
      );
    case "StageStarted":
    case "StageCompleted":
    case "StageInterrupted":
      return said.filter(({ what }) => what !== "another-date");
    // Named once more, they are the contact again; corrected, the address is somebody else's.
    case "ParticipantNominated":
      return stillContacts(said, event.participant);
    case "ParticipantReplaced":
      return stillContacts(said, event.by);
    case "HeadteacherNamed":
      return stillContacts(said, event.contactId);
    case "PersonCorrected":
      return event.changed.includes("email") ? stillContacts(said, event.person) : said;
    case "RecordCorrected":
      return said.filter((one) => one.seq !== event.event);
    default:
      return said;
  }
}

/** Those who want no reminders and chasers on the day of this instant, by opaque ids. */
export function spared({ said }: Pick<Known, "said">, at: Instant): Set<string> {
  const today = localDate(at);
  return new Set(said.flatMap((one) => (one.what === "no-reminders" && today <= one.until ? [one.person] : [])));
}

/** Those who have said that they are not the school's contact: nobody writes to them for it, by opaque ids. */
export function notContacts({ said }: Pick<Known, "said">): Set<string> {
  return new Set(said.flatMap((one) => (one.what === "not-the-contact" ? [one.person] : [])));
}

/** Somebody whom the journey itself knows; a headteacher of before it was told is known by their letters alone. */
export function isOfSchool({ participants, applicants, school }: Begun, person: string): boolean {
  return (
    applicants.includes(person) ||
    participants.some((one) => one.id === person && !one.left) ||
    school.headteacherContact === person ||
    (school.headteacher && school.headteacherContact === undefined)
  );
}

/** Who has asked for another date, by role, as far as they are one of the school's people; nobody where none is. */
export function whoAskedForDate(state: Begun, task: string): Recipient[] {
  const asked = state.said.find(
    (one) => one.what === "another-date" && dateTask(one.academicYear, one.commitment) === task,
  );
  const person = asked?.what === "another-date" ? asked.person : undefined;
  if (person === undefined) return [];
  const teacher = teachersNow(state).find(({ id }) => id === person);
  if (teacher) return [teacher.role];
  if (state.school.headteacherContact === person) return ["headteacher"];
  return state.applicants.includes(person) ? ["applicant"] : [];
}

/** Is another date asked for that nobody has answered? */
export const dateAsked = ({ said }: Pick<Known, "said">, task: string): boolean =>
  said.some((one) => one.what === "another-date" && dateTask(one.academicYear, one.commitment) === task);

/** Is what was said still to be dealt with, as far as a task is about it? */
export function stillSaid(state: Begun, { about, id }: Pick<Task, "about" | "id">): boolean {
  if (about === "another-date") return dateAsked(state, id);
  return [...notContacts(state)].some((person) => contactTask(person) === id && isInPlace(state, person));
}

/** Nobody has their place yet: a teacher's, the headteacher's, or that of who applied while there are no teachers. */
function isInPlace(state: Begun, person: string): boolean {
  const { participants, applicants, school } = state;
  const known = participants.find((one) => one.id === person);
  if (known !== undefined && !known.left) return true;
  if (school.headteacherContact === person) return true;
  if (applicants[0] === person) return teachersNow(state).length === 0;
  return known === undefined && !applicants.includes(person) && school.headteacherContact === undefined;
}

const withoutDate = (said: readonly Said[], commitment: string): readonly Said[] =>
  said.filter((one) => one.what !== "another-date" || one.commitment !== commitment);
const stillContacts = (said: readonly Said[], person: string): readonly Said[] =>
  said.filter((one) => one.what !== "not-the-contact" || one.person !== person);
