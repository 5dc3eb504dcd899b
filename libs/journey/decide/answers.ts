// What somebody at a school says that the hub then deals with: another date please, I am not the contact any more.

import { lastDay } from "../../calendar/academic-years.ts";
import { localDate } from "../../calendar/instants.ts";
import type { JourneyEvent } from "../events.ts";
import { inField, reject } from "../rejection.ts";
import type { Verbs } from "../rules.ts";
import { contactTask, dateAsked, dateTask, isOfSchool, notContacts } from "../said.ts";
import { ENDED_STATUSES, type Begun, type Commitment } from "../state.ts";
import { invalid } from "../wire.ts";
import { because, dayToDecide, decided, needsCommitment, needsYear, notNow } from "./common.ts";

export const ANSWERS: Verbs<"AskForAnotherDate" | "StopBeingContact"> = {
  AskForAnotherDate: (state, { at, by, data }, { calendar }) => {
    const open = needsYear(state);
    if ("rejection" in open) return open;
    const { academicYear } = open.year;
    const found = needsCommitment(open.year, data.commitment);
    if ("rejection" in found) return found;
    const { code: commitment, status } = found.commitment;
    if (status !== "open" && status !== "missed") return notNow(state, "nothing-to-change", { commitment: status });
    if (!mayAskForDate(found.commitment)) return notNow(state, "date-of-others");
    const task = dateTask(academicYear, commitment);
    if (dateAsked(open.state, task)) return notNow(state, "date-asked");
    const last = lastDay(academicYear);
    const { dueOn } = data;
    if (dueOn !== undefined && (dueOn < localDate(at) || dueOn > last))
      return invalid([inField("/dueOn", "due-in-the-year", { last })]);
    return decided(
      {
        type: "AnotherDateAsked",
        at,
        commitment,
        academicYear,
        ...(dueOn !== undefined && { dueOn }),
        ...(isNamed(open.state, by.who) && { person: by.who }),
        ...because(data),
      },
      { type: "TaskOpened", at, task, about: "another-date", commitment, dueOn: dayToDecide(calendar, at) },
    );
  },

  /** Said again, it changes nothing: letters to them have stopped. */
  StopBeingContact: (state, { at, data: { person } }, { calendar }) => {
    if (state.status === "none") return notNow(state, "corrects-who-has-begun");
    if (!isOfSchool(state, person)) return reject("unknown-participant", "nobody-here");
    if (notContacts(state).has(person)) return { events: [] };
    const task: JourneyEvent = {
      type: "TaskOpened",
      at,
      task: contactTask(person),
      about: "contact",
      commitment: null,
      dueOn: dayToDecide(calendar, at),
    };
    // Nobody has to be found in their place once the journey has ended.
    const over = ENDED_STATUSES.some((status) => status === state.status);
    return decided({ type: "ContactStopped", at, person }, ...(over ? [] : [task]));
  },
};

/** Whoever has signed in goes by another id than letters do: only who answers from a letter is one of its people. */
const isNamed = ({ participants, applicants, school }: Begun, who: string): boolean =>
  participants.some(({ id, left }) => id === who && !left) ||
  applicants.includes(who) ||
  school.headteacherContact === who;

/** The date of a school's own promise; meetings and what hangs on them are their group's, visits their lead's. */
export function mayAskForDate({ by, kind, after }: Pick<Commitment, "by" | "kind" | "after">): boolean {
  const ofOthers = kind === "meeting" || kind === "headteacher-meeting" || kind === "headteachers-meeting";
  return by === "school" && after === null && !ofOthers;
}
