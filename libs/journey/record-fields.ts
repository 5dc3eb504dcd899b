// The shape of what records what was done in a stage-year.

import { WHERES } from "./arranged.ts";
import { may, must, type Field, type Fields } from "./field.ts";

export const because = {
  reason: may(
    "text",
    "Why, in words; not blank where a reason is required",
    "Agreed with the headteacher by telephone",
  ),
  reasonCode: may("code", "Why, as a code where there is a list", "agreed-with-school"),
};
const on = may("date", "When (Europe/London); else today", "2020-11-18");
/** Of a year that is over. */
const ofYear = may(
  "academic-year",
  "Of which academic year, where it comes after its year; else the one that still lacks it",
  "2020/21",
);
export const participant = must("id", "The teacher, by an opaque id", "teacher-1");
export const session = must("code", "The session, by its code", "meeting-1");
/** From when till when, in London. */
export const TIMES: Fields = {
  startsAt: may("time", "When it begins, as the clock shows it in England", "13:30"),
  endsAt: may("time", "When it ends", "16:00"),
};
/** How a session is held. */
export const ARRANGING: Fields = {
  ...TIMES,
  place: may("text", "Where it is held: what somebody needs who comes there", "Example Primary School, 1 Example Road"),
  link: may("link", "Where it is held online: an address that begins with https://", "https://meet.example.org/abc"),
  length: {
    ...may("word", "How long; else as the prospectus has it", "half-day"),
    words: ["half-day", "full-day"],
  },
  where: {
    ...may("word", "Where; else online with a link alone, in person with a place alone, or as it was", "in-person"),
    words: WHERES,
  },
};
/** Whose a task is. */
export const ASSIGNING: Fields = {
  assignee: must("id", "Whose it is from now on, by an opaque id", "hub-coordinator.great-north"),
  dueOn: may("date", "By when it is to be decided; else as before", "2021-02-10"),
};
/** Who was not at a session, and why. */
export const ABSENT: Field = {
  ...may("list", "Who was not there, and why", [{ participant: "teacher-3", reasonCode: "cover" }]),
  items: {
    participant: must("id", "The teacher, by an opaque id", "teacher-3"),
    reasonCode: may("code", "Why, as a code of the programme; none says anything of anybody’s health", "cover"),
  },
};
/** What a session was that was not as the programme has it. */
export const EQUIVALENT: Field = {
  ...may(
    "word",
    "Where it was not as the programme has it, with a reason: a full day may hold two half-day sessions, two " +
      "twilights are one",
    "twilight",
  ),
  words: ["full-day", "twilight"],
};
export const LATE: Field = may("ids", "Of those who were there: who was not from the beginning", ["teacher-2"]);
const attendance = {
  session,
  on: must("date", "The day it was held", "2020-10-14"),
  present: must("ids", "Who was there of this school", ["teacher-1", "teacher-2"]),
  absent: ABSENT,
  headteacher: may("flag", "The headteacher was there", true),
  late: LATE,
  equivalent: EQUIVALENT,
  ...because,
};

const ANSWERS: Field = {
  ...may("list", "What the school answers to the questions of its programme", [
    { question: "classroom", answer: "Pupils explain more, and listen to each other." },
  ]),
  items: {
    question: must("code", "Which question, by its code in the programme", "classroom"),
    answer: may("text", "The answer", "Pupils explain more, and listen to each other."),
  },
};

export const RECORD_FIELDS = {
  RecordAttendance: {
    ...attendance,
    catchUp: may("flag", "Not the session itself: who missed it made it up", true),
  },
  RecordSupportVisit: {
    on: must("date", "The day of the visit", "2020-11-18"),
    halfDays: must("count", "How long, in half-days: two at most", 1),
    headteacher: may("flag", "The headteacher met the lead", true),
    teachers: may("ids", "Which teachers were released for it", ["teacher-1", "teacher-2"]),
    did: may("codes", "What it did, by the codes of the programme", ["observing", "planning"]),
    notes: may(
      "text",
      "What was seen and agreed, written up by who made the visit",
      "Year 3 lesson seen; bar models agreed for next half-term",
    ),
  },
  RecordReleaseDays: {
    participant,
    days: must("days", "Days of release, halves allowed", 2.5),
    on: must("date", "The (last) day of it", "2024-11-20"),
  },
  CompleteGapTask: {
    commitment: may("code", "Which gap task; else the next that is not done", "gap-task-1"),
    on,
    ...because,
  },
  AgreeActionPlan: { on, ...because },
  SubmitReport: { on, answers: ANSWERS, academicYear: ofYear, ...because },
  CompleteEvaluation: { on, answers: ANSWERS, academicYear: ofYear, ...because },
  QuoteAnswer: {
    event: must("seq", "The seq of the report or evaluation", 41),
    question: must("code", "Which of its answers", "classroom"),
    quote: may(
      "text",
      "What may be passed on: the answer, or part of it, so that nobody can be told",
      "Pupils explain more, and listen to each other.",
    ),
  },
  AskForTextbooks: { note: may("text", "Which books, and for whom", "Years 1 to 3, from September") },
  DecideTextbooks: {
    helps: must("flag", "Does the hub help the school to buy textbooks?", true),
    confirmed: may("flag", "The department has confirmed that there is help", true),
    ...because,
  },
  TakeRegister: attendance,
};
