// The shape of each command's `with`, as data: one source for the check at the edge (`wire.ts`), for a rehearsal and
// for the API's documentation. Content that a rule judges (a blank reason, no criteria) is optional here, so that the
// rule can turn it down with its own code.

import type { CommandName } from "./commands.ts";

export type FieldKind =
  | "text"
  | "id"
  | "code"
  | "codes"
  | "ids"
  | "date"
  | "flag"
  | "days"
  | "count"
  | "pence"
  | "seq"
  | "role"
  | "decision"
  | "stage"
  | "academic-year"
  | "urn"
  | "contact"
  | "name"
  | "address"
  | "group"
  | "word"
  | "list";

/** `words`: what a `word` may be; `items`: the fields of each object of a `list`. */
export interface Field {
  kind: FieldKind;
  required: boolean;
  note: string;
  example: unknown;
  words?: readonly string[];
  items?: Fields;
}
export type Fields = Readonly<Record<string, Field>>;

/** A field that must be sent, and one that may be. */
export const must = (kind: FieldKind, note: string, example: unknown): Field => ({
  kind,
  required: true,
  note,
  example,
});
export const may = (kind: FieldKind, note: string, example: unknown): Field => ({
  kind,
  required: false,
  note,
  example,
});

const because = {
  reason: may(
    "text",
    "Why, in words; not blank where a reason is required",
    "Agreed with the headteacher by telephone",
  ),
  reasonCode: may("code", "Why, as a code where there is a list", "agreed-with-school"),
};
const which = {
  stage: may("stage", "Of which stage; else the latest grant", "development"),
  academicYear: may("academic-year", "Of which academic year; else the latest grant", "2021/22"),
};
const fitness = {
  experienced: may("flag", "An experienced teacher with substantial responsibility", true),
  authority: may("flag", "Has the authority to make change happen", true),
  releasedForAllSessions: may("flag", "Will be released for all sessions", true),
};
const exception = may(
  "flag",
  "The hub lead lets them take a place that asks for more, with a reason; they count as fit from then on",
  false,
);
const on = may("date", "When (Europe/London); else today", "2020-11-18");
const dueOn = (note: string): Field => must("date", note, "2021-02-10");
const participant = must("id", "The teacher, by an opaque id", "teacher-1");
const role = must("role", "The role taken", "maths-lead");
const commitment = must("code", "The commitment, by its code in this stage-year", "meeting-1");
const concern = may("id", "The concern; else the latest that is not resolved", "concern-12");
const session = must("code", "The session, by its code", "meeting-1");
const run = may("id", "The payment run", "run-2021-11");
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
    "Where it was not as the programme has it, with a reason: a full day may hold two half-day sessions, two twilights " +
      "are one",
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

export const COMMAND_FIELDS: Record<Exclude<CommandName, "RecordEffect" | "RecordBounce">, Fields> = {
  ExpressInterest: {
    contact: may("contact", "Who is interested", { firstName: "Ada", lastName: "Example", email: "ada@example.org" }),
  },
  NoteWindow: {
    prospectus: must("code", "The programme and its year", "2021-22/primary-readiness"),
    opensOn: must("date", "The first day on which applications are taken", "2021-03-01"),
    closesOn: must("date", "The last", "2021-05-28"),
  },
  SubmitApplication: {
    criteria: may("codes", "Which eligibility criteria the school meets", ["poor-progress-or-attainment"]),
    reasons: may(
      "text",
      "Why the school wishes to take part and why it is suitable, up to 250 words",
      "Our results in maths have fallen for three years and we want to change how we teach.",
    ),
    understandsExpectations: may("flag", "Aims and expectations are understood", true),
    contact: may("contact", "Who applies", { firstName: "Ada", lastName: "Example", email: "ada@example.org" }),
    seniorLeaderSupports: may("flag", "The headteacher or a senior leader supports it", true),
    group: may("group", "Schools it would like to be placed with", {
      schools: [{ urn: "100002", relationship: "The same academy trust" }],
    }),
    statements: may("codes", "What the page has a school say of itself, so far as it holds", ["capacity"]),
  },
  RequestInformation: because,
  ProvideInformation: { answer: may("text", "The answer", "Two of our three year-six teachers are new.") },
  OfferPlace: {
    workGroup: may("id", "The Work Group in which the place is", "north-readiness-1"),
    respondBy: may("date", "Last day to answer; else as long as the prospectus says", "2020-06-30"),
    ...because,
  },
  WaitlistApplication: {
    ...because,
    workGroup: may("id", "The Work Group on whose waitlist it goes", "north-readiness-1"),
  },
  DeclineApplication: because,
  RedirectApplication: {
    ...because,
    prospectus: may("code", "The better-suited prospectus", "2020-21/primary-development"),
  },
  WithdrawApplication: because,
  AcceptOffer: {},
  DeclineOffer: because,
  PlaceInWorkGroup: { workGroup: may("id", "The Work Group offered", "north-readiness-1") },
  NominateParticipant: { participant, role, ...fitness, exception, ...because },
  ReplaceParticipant: {
    participant,
    by: must("id", "Who takes over, by an opaque id", "teacher-3"),
    role,
    ...because,
    ...fitness,
    exception,
  },
  ReleaseParticipant: { participant, ...because },
  NameHeadteacher: {
    contact: must("contact", "Who the headteacher is from now on", {
      firstName: "Hedy",
      lastName: "Example",
      email: "head@example.org",
    }),
  },
  CorrectPerson: {
    person: must("id", "Whose name or address it is, by an opaque id", "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b"),
    firstName: may("name", "The first name, if it is otherwise", "Grace"),
    lastName: may("name", "The last name, if it is otherwise", "Example"),
    email: may("address", "The e-mail address, if it is otherwise", "grace@example.org"),
  },
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
  SubmitReport: { on, ...because },
  CompleteEvaluation: { on, ...because },
  RescheduleCommitment: { commitment, dueOn: dueOn("The new date, within the stage-year"), ...because },
  WaiveCommitment: { commitment, ...because },
  ChooseTheme: {
    theme: must("code", "The theme", "relaunching"),
    visits: may("flag", "The school wants the visits that the hub can make for this theme", true),
  },
  ConfirmReadiness: { ready: must("flag", "Is the school Mastery Ready?", true), ...because },
  ConfirmCompletion: {
    completed: must("flag", "Has the school completed its stage-year?", true),
    counts: may("flag", "It has not, but the year counts as an earlier stage all the same", true),
    ...because,
  },
  InviteToNextStage: {
    prospectus: may(
      "code",
      "Which prospectus; else the next stage of the phase, or the same again if it was not done",
      "2021-22/primary-development",
    ),
    workGroup: may("id", "A Work Group of that year, in which a place is kept for the school", "north-development-1"),
    respondBy: may(
      "date",
      "Until when the place is kept; else as long as the prospectus keeps an offer open",
      "2021-06-30",
    ),
    ...because,
  },
  ConfirmNextStage: {
    teachers: {
      ...may("list", "Who the teachers will be in that year: `same` for those of now, or all of them", "same"),
      words: ["same"],
      items: { participant, role, ...fitness },
    },
  },
  RaiseConcern: { commitment: may("code", "About which commitment", "release-days"), ...because },
  AgreeConcernSteps: {
    concern,
    steps: may("text", "What was agreed", "The head frees both teachers on Wednesdays"),
    reviewOn: may("date", "When to look again", "2021-03-01"),
  },
  ReviewConcern: { concern, note: may("text", "What was found", "Both were there this time") },
  ResolveConcern: { concern, note: may("text", "How it ended", "Resolved") },
  DecideTask: {
    task: must("id", "The task, by its id", "task-31"),
    decision: must("decision", "What is decided: one of the choices of this task", "concern"),
    dueOn: may("date", "The new date, for extend", "2021-02-10"),

    ...because,
  },
  AssignTask: {
    task: must("id", "The task, by its id", "task-31"),
    assignee: must("id", "Whose it is from now on, by an opaque id", "hub-coordinator.great-north"),
    dueOn: may("date", "By when it is to be decided; else as before", "2021-02-10"),
  },
  PauseJourney: {
    ...because,
    until: may("date", "Last day of the pause; else until the school returns", "2021-12-31"),
  },
  ReturnToProgramme: {},
  WithdrawSchool: because,
  MoveToHub: {
    hub: must("code", "The hub to which the school goes; its own hub: it stays, whoever has asked for it", "far-south"),
    ...because,
  },
  SucceedSchool: { urn: must("urn", "The successor school", "100009"), ...because },
  CorrectRecord: {
    event: must("seq", "The seq of the record, or of the decision, that was a mistake", 14),
    ...because,
  },
  OptOutOfReminders: because,
  ResendReminder: { reminder: may("seq", "The seq of the reminder; else the latest", 17), ...because },
  ResendLetter: {
    letter: may("seq", "The seq of what asked for the letter; else the latest that came back", 17),
    ...because,
  },
  ApproveGrant: which,
  WithholdGrant: { ...which, ...because },
  AdjustGrant: { ...which, amount: must("pence", "The new amount, in pence", 90000), ...because },
  RequestClawback: { ...which, amount: may("pence", "How much, in pence; else all of it", 100000), ...because },
  RecordRecovery: { ...which, amount: may("pence", "How much came back, in pence; else all of it", 100000) },
  ScheduleSession: { session, on: must("date", "Its date", "2020-10-14"), ...because },
  MoveSession: { session, on: must("date", "Its new date", "2020-10-21"), ...because },
  CancelSession: { session, ...because },
  TakeRegister: attendance,
  BookSupportVisit: {
    on: must("date", "The day", "2020-11-18"),
    commitment: may("code", "Which visit; else the next", "support-visit-autumn"),
    ...because,
  },
  AdaptDelivery: { delivery: may("code", "How it goes on", "online"), ...because },
  FormWorkGroup: { workGroup: may("id", "Its id", "north-readiness-1") },
  ChangeLead: { lead: may("id", "The new lead, by an opaque id", "lead-2"), ...because },
  PreparePaymentRun: { ...which, run },
  AuthorisePaymentRun: { ...which, run },
  ConfirmPayment: { ...which, run },
  FailPayment: { ...which, run, ...because },
  CancelPaymentRun: { ...which, run },
  Tick: {},
};
