// Steps drawn at random for several schools, their Work Groups and the clock.

import fc from "fast-check";
import type { HubWorld } from "./hub-world.ts";
import { application, schoolFor, text } from "./journey.ts";
import type { CommandData as JourneyData, CommandName as JourneyName } from "../../libs/journey/commands.ts";
import type { CommandData, CommandName } from "../../libs/work-group/commands.ts";

export const PROGRAMME = "2021-22/secondary-development";
export const SCHOOLS = ["200001", "200002", "200003", "200004", "200005"].map((urn) => `${urn}-secondary`);
const GROUPS = ["north", "south"];
export const TEACHERS = ["t-1", "t-2", "t-3"];
export const reason = text(3);
export const experienced = { experienced: true, authority: true };

type Asked = {
  [N in JourneyName]: { to: "school"; school: number; type: N; data: JourneyData[N]; service?: boolean };
}[JourneyName];
type Told = { [N in CommandName]: { to: "group"; group: string; type: N; data: CommandData[N] } }[CommandName];
/** `likely`: what a school or its hub would do next; `pick` chooses among it. */
export type Step = Asked | Told | { to: "time" } | { to: "service" } | { to: "likely"; school: number; pick: number };

const school = fc.nat(SCHOOLS.length - 1);
const group = fc.constantFrom(...GROUPS);
const day = fc
  .integer({ min: 0, max: 400 })
  .map((days) => new Date(Date.UTC(2021, 5, 1 + days)).toISOString().slice(0, 10));
export const teacher = fc.constantFrom(...TEACHERS);
const ask = <N extends JourneyName>(type: N, data: fc.Arbitrary<JourneyData[N]>): fc.Arbitrary<Step> =>
  fc.record({
    to: fc.constant("school" as const),
    school,
    type: fc.constant(type),
    data,
  }) as unknown as fc.Arbitrary<Step>;
const tell = <N extends CommandName>(type: N, data: fc.Arbitrary<CommandData[N]>): fc.Arbitrary<Step> =>
  fc.record({
    to: fc.constant("group" as const),
    group,
    type: fc.constant(type),
    data,
  }) as unknown as fc.Arbitrary<Step>;
const none = fc.constant({});
const maybeGroup = fc
  .record({ workGroup: fc.constantFrom(...GROUPS, undefined, "nobody") })
  .map(({ workGroup }) => (workGroup === undefined ? {} : { workGroup }));
const session = fc.constantFrom("session-1", "session-2", "session-9");

/** What may be asked next, of a school, a group or the clock. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ to: fc.constant("likely" as const), school, pick: fc.nat(11) }) },
  { weight: 6, arbitrary: ask("OfferPlace", maybeGroup) },
  { weight: 3, arbitrary: ask("AcceptOffer", none) },
  { weight: 3, arbitrary: ask("PlaceInWorkGroup", maybeGroup) },
  { weight: 2, arbitrary: ask("DeclineOffer", none) },
  ask("WithdrawApplication", none),
  ask("WithdrawSchool", fc.constant({ reason })),
  ask("RequestInformation", none),
  ask("ProvideInformation", none),
  ask("WaitlistApplication", maybeGroup),
  ask("DeclineApplication", fc.constant({ reason })),
  ask("RedirectApplication", fc.constant({ reason })),
  ask("PauseJourney", fc.constant({ reason })),
  ask("ReturnToProgramme", none),
  {
    weight: 2,
    arbitrary: school.map((index): Step => ({
      to: "school",
      school: index,
      type: "SubmitApplication",
      data: applicationOf(index),
    })),
  },
  {
    weight: 3,
    arbitrary: ask(
      "NominateParticipant",
      teacher.map((participant) => ({ participant, role: "mastery-advocate" as const, ...experienced })),
    ),
  },
  {
    weight: 2,
    arbitrary: ask(
      "ReplaceParticipant",
      fc
        .record({ participant: teacher, by: teacher })
        .map((who) => ({ ...who, role: "mastery-advocate" as const, reason, ...experienced })),
    ),
  },
  ask(
    "ReleaseParticipant",
    teacher.map((participant) => ({ participant, reason })),
  ),
  ask("RecordAttendance", fc.record({ session, on: day, present: fc.subarray(TEACHERS) })),
  {
    weight: 2,
    arbitrary: tell(
      "FormWorkGroup",
      fc.constant({
        hub: "great-north",
        prospectus: PROGRAMME,
        lead: "lead-1",
        leadRole: "secondary-mastery-specialist",
      }),
    ),
  },
  tell("ScheduleSession", fc.record({ session, on: day })),
  tell("MoveSession", fc.record({ session, on: day, reason: fc.constant(reason) })),
  tell("CancelSession", fc.record({ session, reason: fc.constant(reason) })),
  tell(
    "TakeRegister",
    fc.record({
      session,
      on: day,
      schools: fc.array(fc.record({ journey: fc.constantFrom(...SCHOOLS), present: fc.subarray(TEACHERS) }), {
        maxLength: 3,
      }),
    }),
  ),
  tell(
    "AssignTask",
    fc.record({
      task: session.map((code) => `2021/22/register/${code}`),
      assignee: fc.constantFrom("office-1", "lead-1"),
      dueOn: day,
    }),
  ),
  tell("AdaptDelivery", fc.constant({ delivery: "extended" as const, weeks: 2, reason })),
  tell("BookSupportVisit", fc.record({ journey: fc.constantFrom(...SCHOOLS), on: day })),
  { weight: 3, arbitrary: fc.constant<Step>({ to: "service" }) },
  fc.constant<Step>({ to: "time" }),
);
/** So many hours after the step before; most within a day, some weeks later. */
export const later = fc.oneof({ weight: 12, arbitrary: fc.nat(24) }, fc.integer({ min: 24, max: 24 * 40 }));

/** The application of the school of that index. */
export function applicationOf(index: number): JourneyData["SubmitApplication"] {
  return application(PROGRAMME, { school: schoolFor(PROGRAMME, { urn: (SCHOOLS[index] ?? "").slice(0, 6) }) });
}

/** What a school of that index, or its hub, would do next where it stands. */
export function likely(world: HubWorld, index: number, pick: number): Step {
  const to = { to: "school" as const, school: index };
  const among = <T>(...steps: T[]): T => steps[pick % steps.length] as T;
  const workGroup = among(...GROUPS);
  const offer: Step = { ...to, type: "OfferPlace", data: pick % 5 === 4 ? {} : { workGroup } };
  switch (world.status(SCHOOLS[index] ?? "")) {
    case "applied":
      return pick > 9 ? { ...to, type: "WaitlistApplication", data: { workGroup } } : offer;
    case "waitlisted":
      return among<Step>(offer, { to: "service" }, { ...to, type: "RequestInformation", data: {} });
    case "information-requested":
      return { ...to, type: "ProvideInformation", data: {} };
    case "offered":
      return among<Step>(
        { ...to, type: "AcceptOffer", data: {} },
        { ...to, type: "DeclineOffer", data: {} },
        { ...to, type: "AcceptOffer", data: {} },
      );
    case "accepted":
      return among<Step>(
        { ...to, type: "PlaceInWorkGroup", data: {} },
        { ...to, type: "PlaceInWorkGroup", data: { workGroup } },
      );
    case "participating":
    case "paused":
      return among<Step>({ to: "time" }, { ...to, type: "WithdrawSchool", data: { reason } }, { to: "service" });
    default:
      return { ...to, type: "SubmitApplication", data: applicationOf(index) };
  }
}
