// Commands drawn at random for a journey: they name what they find in its state, so that many of them fit.

import fc from "fast-check";
import { addSeconds } from "../../libs/calendar/instants.ts";
import { application, because, prospectus, schoolFor, text } from "./journey.ts";
import type { CommandData, CommandName } from "../../libs/journey/commands.ts";
import { holdable } from "../../libs/journey/hold.ts";
import { stagesOf, type Journey } from "../../libs/journey/state.ts";

const PROGRAMMES = [
  "2020-21/primary-readiness",
  "2020-21/secondary-development",
  "2021-22/primary-development",
  "2021-22/primary-readiness",
  "2024-25/primary-development",
  "2024-25/secondary-sustaining",
  "2026-27/primary-sustaining",
  "2027-28/secondary-embedding",
];
const DAY = 86_400;
const WINDOW = { opensOn: "2019-01-01", closesOn: "2029-12-31" };

/** A command that often fits the state it meets: what it names is looked up there, by a number that is drawn. */
export type Draw = { names: CommandName[]; pick: number; flag: boolean; wait: number };
type Make = { [N in CommandName]: (state: Journey, draw: Draw, today: string) => CommandData[N] };

/** One of the list, by the number that is drawn. */
export const among = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];
const year = (state: Journey) => stagesOf(state).at(-1);
const commitment = (state: Journey, pick: number): string =>
  among(year(state)?.commitments ?? [], pick)?.code ?? "report";
const session = (state: Journey, pick: number): string =>
  among(
    (year(state)?.commitments ?? []).filter((one) => one.kind === "session"),
    pick,
  )?.code ?? "session-1";
const teacher = (pick: number): string => ["ada", "ben", "cat", "dot"][pick % 4] ?? "ada";
const role = (state: Journey, pick: number) => {
  const id = "application" in state ? state.application.prospectus : year(state)?.prospectus;
  return among(id === undefined ? [] : prospectus(id).participants.roles.value, pick) ?? "lead-teacher";
};
const soon = (today: string, pick: number): string => addSeconds(`${today}T12:00:00Z`, (pick % 60) * DAY).slice(0, 10);
const which = (pick: number) => (pick % 5 === 0 ? { stage: "development" as const } : {});
const attendance: Make["RecordAttendance"] = (state, { pick, flag }, today) => ({
  session: session(state, pick),
  on: today,
  present: flag ? ["ada", "ben"] : ["ada"],
  headteacher: flag,
});
/** One of the programmes of the school's phase, by the number that is drawn. */
export const programme = (state: Journey, pick: number) =>
  among(
    PROGRAMMES.filter((id) => state.status === "none" || id.includes(state.school.phase)),
    pick,
  ) ?? "";

export const MAKE: Make = {
  ExpressInterest: (state, { pick }) => ({
    school: schoolFor(programme(state, pick)),
    hub: "great-north",
    prospectus: programme(state, pick),
  }),
  NoteWindow: (state, { pick }, today) => ({
    prospectus: programme(state, pick),
    opensOn: today,
    closesOn: soon(today, pick),
  }),
  SubmitApplication: (state, { pick, flag }) =>
    application(programme(state, pick), { ...(flag && { window: WINDOW }), reasons: text(pick % 300) }),
  RequestInformation: () => because,
  ProvideInformation: () => ({}),
  OfferPlace: (_state, { flag }, today) => (flag ? { respondBy: soon(today, 20) } : {}),
  WaitlistApplication: () => because,
  DeclineApplication: () => because,
  RedirectApplication: () => because,
  WithdrawApplication: () => because,
  AcceptOffer: () => ({}),
  DeclineOffer: () => because,
  PlaceInWorkGroup: (_state, { flag }) => (flag ? { workGroup: "group-1" } : {}),
  NominateParticipant: (state, { pick, flag }) => ({
    participant: teacher(pick),
    role: role(state, pick),
    experienced: flag,
    authority: flag,
    releasedForAllSessions: flag,
  }),
  ReplaceParticipant: (state, { pick }) => ({
    participant: teacher(pick),
    by: teacher(pick + 1),
    role: role(state, pick),
    ...because,
  }),
  ReleaseParticipant: (_state, { pick }) => ({ participant: teacher(pick) }),
  NameHeadteacher: () => ({ contact: "person-9" }),
  NameSupport: (_state, { pick }) => ({ contact: `leader-${pick % 3}` }),
  CorrectPerson: (_state, { pick, flag }) => ({
    person: teacher(pick),
    changed: [flag ? "email" : "lastName"],
    correction: `correction-${pick}`,
  }),
  RecordAttendance: attendance,
  TakeRegister: attendance,
  RecordSupportVisit: (_state, { pick, flag }, today) => ({ on: today, halfDays: 1 + (pick % 4), headteacher: flag }),
  RecordReleaseDays: (_state, { pick }, today) => ({ participant: teacher(pick), days: 0.5 + (pick % 10), on: today }),
  CompleteGapTask: () => ({}),
  AgreeActionPlan: () => ({}),
  SubmitReport: (_state, { flag }) => (flag ? {} : because),
  CompleteEvaluation: (_state, { flag }) => (flag ? {} : because),
  RescheduleCommitment: (state, { pick }, today) => ({
    commitment: commitment(state, pick),
    dueOn: soon(today, pick),
    ...because,
  }),
  WaiveCommitment: (state, { pick }) => ({ commitment: commitment(state, pick), ...because }),
  ChooseTheme: (_state, { pick }) => ({
    theme: among(["problem-solving", "relaunching", "multiplicative-reasoning-ks3", "juggling"], pick) ?? "",
  }),
  ConfirmCompletion: (_state, { flag }) => ({ completed: flag, counts: !flag, ...because }),
  ConfirmReadiness: (_state, { flag }) => ({ ready: flag, ...because }),
  QuoteAnswer: (_state, { pick }) => ({ event: pick, question: "classroom", quote: because.reason }),
  AskForTextbooks: () => ({}),
  DecideTextbooks: (_state, { flag }) => ({ helps: flag, confirmed: true, ...because }),
  InviteToNextStage: (_state, { pick, flag }) => (flag ? {} : { prospectus: among(PROGRAMMES, pick) ?? "" }),
  ConfirmNextStage: () => ({}),
  RaiseConcern: (state, { pick, flag }) => (flag ? because : { ...because, commitment: commitment(state, pick) }),
  AgreeConcernSteps: () => ({ steps: text(3) }),
  ReviewConcern: () => ({}),
  ResolveConcern: () => ({}),
  DecideTask: (state, { pick }, today) => ({
    task: among(state.status === "none" ? [] : state.tasks.filter((one) => one.status === "open"), pick)?.id ?? "none",
    dueOn: soon(today, pick),
    decision: among(["extend", "waive", "visit", "concern", "withhold", "withdraw"], pick) ?? "visit",
    ...because,
  }),
  PauseJourney: (_state, { pick, flag }, today) => ({
    ...because,
    ...(flag && { until: addSeconds(`${today}T12:00:00Z`, (pick % 500) * DAY).slice(0, 10) }),
  }),
  ReturnToProgramme: () => ({}),
  WithdrawSchool: () => because,
  MoveToHub: (_state, { pick }) => ({ hub: pick % 2 === 0 ? "far-south" : "great-north", ...because }),
  SucceedSchool: (_state, { pick }) => ({ urn: String(100_001 + (pick % 5)), ...because }),
  CorrectRecord: (state, { pick, flag }) => {
    const decision = state.status === "none" ? undefined : state.undoable?.event;
    return { event: (flag ? decision : undefined) ?? among(year(state)?.evidence ?? [], pick)?.seq ?? 1, ...because };
  },
  OptOutOfReminders: (_state, { pick, flag }) => (flag ? { person: teacher(pick) } : {}),
  AskForAnotherDate: (state, { pick, flag }, today) => ({
    commitment: commitment(state, pick),
    ...(flag && { dueOn: soon(today, pick) }),
  }),
  StopBeingContact: (_state, { pick }) => ({ person: teacher(pick) }),
  ResendReminder: () => because,
  ResendLetter: () => because,
  HoldLetter: (state, { pick, flag }, today) => {
    const codes = state.status === "none" ? [] : [...holdable(state)];
    return {
      tells: [among(codes, pick) ?? "2020/21/reminder/spring", ...(flag ? codes.slice(0, 2) : [])],
      ...(flag && { until: soon(today, pick) }),
      ...because,
    };
  },
  LiftHold: (state, { pick }) => ({ hold: among(state.status === "none" ? [] : state.holds, pick)?.seq ?? 1 }),
  WriteLetter: (_state, { pick, flag }) => ({
    subject: text(2),
    text: text(20),
    to: [among(["teachers", "headteacher", "applicant"], pick) ?? "teachers"],
    ...(flag && { session: "session-1" }),
  }),
  ApproveGrant: (_state, { pick }) => which(pick),
  WithholdGrant: (_state, { pick }) => ({ ...which(pick), ...because }),
  AdjustGrant: (_state, { pick }) => ({ amountPence: 1 + pick, ...because }),
  RequestClawback: () => because,
  RecordRecovery: () => ({}),
  ScheduleSession: (state, { pick }, today) => ({ session: session(state, pick), on: soon(today, pick) }),
  MoveSession: (state, { pick }, today) => ({ session: session(state, pick), on: soon(today, pick), ...because }),
  CancelSession: (state, { pick }) => ({ session: session(state, pick), ...because }),
  BookSupportVisit: (_state, { pick }, today) => ({ on: soon(today, pick) }),
  AdaptDelivery: () => ({}),
  FormWorkGroup: () => ({}),
  ChangeLead: () => ({}),
  PreparePaymentRun: () => ({}),
  AuthorisePaymentRun: () => ({}),
  ConfirmPayment: () => ({}),
  FailPayment: () => ({}),
  CancelPaymentRun: () => ({}),
  HoldPayment: (_, { flag }) => ({ nextRun: flag, ...because }),
  ReturnPayment: () => ({}),
  Tick: () => ({}),
  RecordEffect: (state, { pick, flag }) => ({
    effect: among(state.status === "none" ? [] : state.effects, pick)?.seq ?? 1,
    outcome: flag ? "performed" : "stalled",
  }),
  RecordBounce: (_state, { pick }) => ({
    effect: 1,
    addressee: among(["applicant", "headteacher", "p-1"], pick) ?? "applicant",
    person: pick % 2 === 0 ? `teacher-${pick % 3}` : null,
    code: "mail-refused",
  }),
  AssignTask: (state, { pick, flag }, today) => ({
    task: among(state.status === "none" ? [] : state.tasks.filter((one) => one.status === "open"), pick)?.id ?? "none",
    assignee: `person-${pick % 3}`,
    ...(flag && { dueOn: soon(today, pick) }),
  }),
};
const NAMES = Object.keys(MAKE) as CommandName[];
/** What ends an application or a journey comes seldom, so that most runs go on for years. */
const ENDS: readonly CommandName[] = [
  "WithdrawSchool",
  "WithdrawApplication",
  "DeclineApplication",
  "RedirectApplication",
  "DeclineOffer",
];
const ON: readonly CommandName[] = NAMES.filter((name) => !ENDS.includes(name));
const OFTEN: readonly CommandName[] = [
  "RecordAttendance",
  "RecordAttendance",
  "ApproveGrant",
  "ApproveGrant",
  "ConfirmCompletion",
  "ConfirmReadiness",
  "InviteToNextStage",
  "ConfirmNextStage",
  "ReturnToProgramme",
  "PreparePaymentRun",
  "AuthorisePaymentRun",
  "ConfirmPayment",
];
const WAITS = [0, 0, 1, 3_600, DAY, DAY * 3, DAY * 8, DAY * 15, DAY * 30, DAY * 100];

/** Commands drawn, how long after the step before, and by what number they choose. */
export const draws = fc.record({
  names: fc.array(
    fc.constantFrom<CommandName[]>(...ON, ...ON, ...ON, ...OFTEN, ...OFTEN, ...OFTEN, ...OFTEN, ...NAMES),
    { minLength: 1, maxLength: 6, size: "max" },
  ),
  pick: fc.nat(1000),
  flag: fc.boolean(),
  wait: fc.constantFrom(...WAITS),
});
