// The shape of each command's `with`, as data: one source for the check at the edge (`wire.ts`), for a rehearsal and
// for the API's documentation. Content that a rule judges (a blank reason, no criteria) is optional here, so that the
// rule can turn it down with its own code.

import type { CommandName } from "./commands.ts";
import { may, must, type Field, type Fields } from "./field.ts";
import { ARRANGING, ASSIGNING, because, participant, RECORD_FIELDS, session, TIMES } from "./record-fields.ts";

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
const dueOn = (note: string): Field => must("date", note, "2021-02-10");
const role = must("role", "The role taken", "maths-lead");
const commitment = must("code", "The commitment, by its code in this stage-year", "meeting-1");
const concern = may("id", "The concern; else the latest that is not resolved", "concern-12");
const run = may("id", "The payment run", "run-2021-11");
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
  PlaceInWorkGroup: {
    workGroup: may(
      "id",
      "The Work Group offered; while its year is under way: another to which it goes, with a reason",
      "north-readiness-1",
    ),
    ...because,
  },
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
  NameSupport: {
    contact: must("contact", "Who supports the school, of the hub’s local leaders (LLME)", {
      firstName: "Grace",
      lastName: "Example",
      email: "grace@hub.example.org",
    }),
  },
  CorrectPerson: {
    person: must("id", "Whose name or address it is, by an opaque id", "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b"),
    firstName: may("name", "The first name, if it is otherwise", "Grace"),
    lastName: may("name", "The last name, if it is otherwise", "Example"),
    email: may("address", "The e-mail address, if it is otherwise", "grace@example.org"),
    telephone: may("telephone", "The telephone number, if it is otherwise", "01632 960 001"),
    noTelephone: may("flag", "There is no telephone number any more; not where one is given", true),
  },
  StopBeingContact: {
    person: must("id", "Who is not the contact of this school any more, by an opaque id", "teacher-1"),
  },
  ...RECORD_FIELDS,
  RescheduleCommitment: { commitment, dueOn: dueOn("The new date, within the stage-year"), ...because },
  AskForAnotherDate: {
    commitment,
    dueOn: may("date", "A day that would do, within the stage-year", "2021-02-10"),
    ...because,
  },
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
    decision: must(
      "decision",
      "Of what the task offers: extend, waive, visit, concern, withhold, withdraw; of an outcome counts, let-go; of " +
        "a grant release, part, withhold, wait, or keep, part, ask-back; of another date extend, waive, keep-date; " +
        "of a promise whose year is over leave-it",
      "concern",
    ),
    dueOn: may("date", "The new date, for extend; until when, for wait", "2021-02-10"),
    amount: may("pence", "For part: the amount to be paid, or to come back; in pence", 50000),
    invoiced: may("flag", "For part and ask-back of what was paid: an invoice asks for it", true),
    ...because,
  },
  AssignTask: {
    task: must("id", "The task, by its id", "task-31"),
    ...ASSIGNING,
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
  OptOutOfReminders: {
    person: may("id", "For this person alone, by an opaque id; else for the whole school", "teacher-1"),
    ...because,
  },
  ResendReminder: { reminder: may("seq", "The seq of the reminder; else the latest", 17), ...because },
  ResendLetter: {
    letter: may("seq", "The seq of what asked for the letter; else the latest that came back", 17),
    ...because,
  },
  HoldLetter: {
    tells: must("codes", "What the letter would tell, by the codes that letters ahead have", [
      "2020/21/missed/gap-task-1/1",
    ]),
    until: may("date", "The last day on which it is held; else until the hold is lifted", "2021-01-20"),
    ...because,
  },
  LiftHold: { hold: must("seq", "The seq of the event by which it was held", 31), ...because },
  WriteLetter: {
    subject: may("text", "What stands above it", "Bring your plans on Wednesday"),
    text: may("text", "The letter, in plain words", "Please bring the plans of the half-term to come."),
    to: must("codes", "Whom of the school: teachers, headteacher, applicant", ["teachers", "headteacher"]),
    letter: may("id", "Of one letter to many schools, by its id", "letter-1"),
    addressees: may("ids", "Who of them gets it, as a Message-ID names them; else all", ["headteacher"]),
    session: may("code", "It is news of this session, so it reaches those who want no reminders too", "session-3"),
  },
  ApproveGrant: which,
  WithholdGrant: { ...which, ...because },
  AdjustGrant: { ...which, amount: must("pence", "The new amount, in pence", 90000), ...because },
  RequestClawback: {
    ...which,
    amount: may("pence", "How much, in pence; else all of it", 100000),
    invoiced: may(
      "flag",
      "An invoice asks for it, so that no payment keeps it back; asked once more, only that is changed",
      true,
    ),
    ...because,
  },
  RecordRecovery: {
    ...which,
    amount: may("pence", "How much came back, in pence; else all of it", 100000),
    rest: {
      ...may("word", "What becomes of the rest, where less came back; it is owed, unless it is let go", "owed"),
      words: ["owed", "let-go"],
    },
  },
  ScheduleSession: { session, on: must("date", "Its date", "2020-10-14"), ...ARRANGING, ...because },
  MoveSession: {
    session,
    on: may("date", "Its new date; else the day stays", "2020-10-21"),
    ...ARRANGING,
    ...because,
  },
  CancelSession: { session, ...because },
  BookSupportVisit: {
    on: must("date", "The day", "2020-11-18"),
    ...TIMES,
    commitment: may("code", "Which visit; else the next", "support-visit-autumn"),
    ...because,
  },
  AdaptDelivery: {
    delivery: may("code", "How it goes on", "online"),
    until: may("date", "The last day on which nobody is chased", "2021-02-12"),
    ...because,
  },
  FormWorkGroup: { workGroup: may("id", "Its id", "north-readiness-1") },
  ChangeLead: { lead: may("id", "The new lead, by an opaque id", "lead-2"), ...because },
  PreparePaymentRun: { ...which, run },
  AuthorisePaymentRun: { ...which, run },
  ConfirmPayment: {
    ...which,
    run,
    made: may("flag", "The bank has made it, whatever has happened to the school since", true),
  },
  FailPayment: { ...which, run, ...because },
  CancelPaymentRun: { ...which, run },
  HoldPayment: {
    ...which,
    run,
    nextRun: may("flag", "The next run takes it; else a person decides first", true),
    ...because,
  },
  ReturnPayment: { ...which, run, ...because },
  Tick: {},
};
