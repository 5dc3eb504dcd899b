import { describe, expect, it } from "@jest/globals";
import { given } from "../../test/support/given.ts";
import {
  applied,
  because,
  begun,
  nothing,
  offered,
  placed,
  register,
  school,
  READINESS,
  application,
} from "../../test/support/journey.ts";
import type { CommandData, CommandName } from "./commands.ts";
import { COMMAND_FIELDS } from "./wire.ts";

/** Something to send of every command; whether it fits is for the rules to say. */
const SAMPLES: { [N in CommandName]: CommandData[N] } = {
  ExpressInterest: { school: school(), hub: "great-north", prospectus: READINESS },
  NoteWindow: { prospectus: READINESS, opensOn: "2020-09-14", closesOn: "2020-10-09" },
  SubmitApplication: application(READINESS),
  RequestInformation: because,
  ProvideInformation: {},
  OfferPlace: {},
  WaitlistApplication: because,
  DeclineApplication: because,
  RedirectApplication: because,
  WithdrawApplication: because,
  AcceptOffer: {},
  DeclineOffer: because,
  PlaceInWorkGroup: {},
  NominateParticipant: { participant: "teacher-1", role: "maths-lead" },
  ReplaceParticipant: { participant: "teacher-1", by: "teacher-3", role: "maths-lead", ...because },
  ReleaseParticipant: { participant: "teacher-1" },
  NameHeadteacher: { contact: "person-9" },
  NameSupport: { contact: "leader-1" },
  CorrectPerson: { person: "teacher-1", changed: ["email"], correction: "correction-1" },
  RecordAttendance: register("session-1", "2020-09-30"),
  TakeRegister: register("session-1", "2020-09-30"),
  RecordSupportVisit: { on: "2020-09-30", halfDays: 1 },
  RecordReleaseDays: { participant: "teacher-1", days: 1, on: "2020-09-30" },
  CompleteGapTask: {},
  AgreeActionPlan: {},
  SubmitReport: {},
  CompleteEvaluation: {},
  RescheduleCommitment: { commitment: "report", dueOn: "2021-07-01", ...because },
  WaiveCommitment: { commitment: "report", ...because },
  ChooseTheme: { theme: "relaunching" },
  QuoteAnswer: { event: 12, question: "classroom" },
  AskForTextbooks: {},
  DecideTextbooks: { helps: false, ...because },
  ConfirmCompletion: { completed: true },
  ConfirmReadiness: { ready: true },
  InviteToNextStage: {},
  ConfirmNextStage: {},
  RaiseConcern: because,
  AgreeConcernSteps: { steps: { id: "text-2", words: 3 } },
  ReviewConcern: {},
  ResolveConcern: {},
  DecideTask: { task: "2020/21/report", decision: "visit", ...because },
  PauseJourney: because,
  ReturnToProgramme: {},
  WithdrawSchool: because,
  SucceedSchool: { urn: "100009", ...because },
  MoveToHub: { hub: "far-south", ...because },
  CorrectRecord: { event: 1, ...because },
  OptOutOfReminders: {},
  AskForAnotherDate: { commitment: "report" },
  StopBeingContact: { person: "teacher-1" },
  ResendReminder: because,
  ResendLetter: because,
  HoldLetter: { tells: ["2020/21/reminder/spring"], ...because },
  LiftHold: { hold: 1 },
  WriteLetter: { subject: { id: "text-1", words: 2 }, text: { id: "text-2", words: 9 }, to: ["teachers"] },
  ApproveGrant: {},
  WithholdGrant: because,
  AdjustGrant: { amountPence: 1, ...because },
  RequestClawback: because,
  RecordRecovery: {},
  ScheduleSession: { session: "session-1", on: "2020-10-14" },
  MoveSession: { session: "session-1", on: "2020-10-14", ...because },
  CancelSession: { session: "session-1", ...because },
  BookSupportVisit: { on: "2020-10-14" },
  AdaptDelivery: {},
  FormWorkGroup: {},
  ChangeLead: {},
  PreparePaymentRun: {},
  AuthorisePaymentRun: {},
  ConfirmPayment: {},
  FailPayment: {},
  CancelPaymentRun: {},
  HoldPayment: because,
  ReturnPayment: {},
  Tick: {},
  RecordEffect: { effect: 1, outcome: "performed" },
  AssignTask: { task: "2020/21/report", assignee: "somebody" },
  RecordBounce: { effect: 1, addressee: "headteacher", person: null, code: "mail-refused" },
};

const NAMES = Object.keys(SAMPLES) as CommandName[];
const FROM_NOTHING: readonly CommandName[] = ["ExpressInterest", "SubmitApplication", "Tick", "RecordEffect"];

describe("The version that a caller saw", () => {
  it("is the one that stands, or the command is turned down", () => {
    const past = offered();
    given(past).when("2020-06-04T09:00", "AcceptOffer", {}, { expected: past.events.length }).accepted();
    for (const expected of [0, past.events.length - 1, past.events.length + 1]) {
      given(past).when("2020-06-04T09:00", "AcceptOffer", {}, { expected }).rejects("version-conflict");
    }
  });
  it("is 0 before the journey has begun", () => {
    given(nothing).when("2020-06-02T09:00", "SubmitApplication", SAMPLES.SubmitApplication, { expected: 0 }).accepted();
    given(nothing)
      .when("2020-06-02T09:00", "SubmitApplication", SAMPLES.SubmitApplication, { expected: 1 })
      .rejects("version-conflict");
  });
  it("comes before every other fault", () =>
    given(nothing).when("2020-06-02T09:00", "AcceptOffer", {}, { expected: 7 }).rejects("version-conflict"));
});

describe("Every command", () => {
  it("of the contract is known", () =>
    expect([...Object.keys(COMMAND_FIELDS), "RecordEffect", "RecordBounce"].sort()).toEqual([...NAMES].sort()));

  it.each(NAMES.filter((name) => !FROM_NOTHING.includes(name)))("%s needs a journey", (name) => {
    const { decision } = given(nothing).when("2020-09-30T12:00", name, SAMPLES[name]);
    expect(decision).toMatchObject({
      rejection: { code: expect.stringMatching(/^(not-in-this-state|not-participating|not-found|grant-not-due)$/u) },
    });
  });

  const PASTS = {
    nothing,
    applied: applied(),
    offered: offered(),
    placed: placed(),
    begun: begun(),
    paused: begun().on("2020-09-20T09:00", "PauseJourney", because),
    withdrawn: begun().on("2020-09-20T09:00", "WithdrawSchool", because),
    undecided: begun().until("2021-09-01"),
  };
  it.each(Object.entries(PASTS))(
    "is decided when %s: events in order of time that can be folded, or one rejection",
    (_status, past) => {
      for (const name of NAMES) {
        const at =
          past.state.status === "none"
            ? "2020-09-30T12:00"
            : past.state.lastAt > "2020-09-30T11:00:00Z"
              ? past.state.lastAt
              : "2020-09-30T12:00";
        const decision = past.decide(at, name, SAMPLES[name]);
        if ("rejection" in decision) expect(Object.keys(decision)).toEqual(["rejection"]);
        else expect(past.follow(decision.events).events.length).toBe(past.events.length + decision.events.length);
      }
    },
  );
});
