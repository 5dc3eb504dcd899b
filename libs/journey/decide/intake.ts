// From a school's application to the hub's answer. Callers rely on the order in which faults are named: already-active,
// state, phase, funding, window, prior stage, criteria, reasons, expectations.

import { academicYearOf, nextAcademicYear } from "../../calendar/academic-years.ts";
import { endOfDay, startOfDay, type Instant } from "../../calendar/instants.ts";
import type { Window } from "../../prospectus/hub-window.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import type { Actor, CommandData, CommandOf, PastStage, SchoolFacts } from "../commands.ts";
import type { Decision, Rules, Verbs } from "../rules.ts";
import type { EventOf, JourneyEvent } from "../events.ts";
import { reject, type Rejection } from "../rejection.ts";
import type { Journey } from "../state.ts";
import { yearOfProspectus } from "../waiting.ts";
import { AFTER } from "../outcome.ts";
import { because, decided, needsReason, notNow } from "./common.ts";
import {
  contactNamed,
  criteriaMet,
  expectationsAccepted,
  groupNamed,
  reasonsGiven,
  seniorLeaders,
  statementsKnown,
} from "./form.ts";
import { askedOf, heldElsewhere } from "./move.ts";

type Fault = { rejection: Rejection } | null;
type Application = CommandData["SubmitApplication"];

export const INTAKE: Verbs<
  | "SubmitApplication"
  | "RequestInformation"
  | "ProvideInformation"
  | "WaitlistApplication"
  | "DeclineApplication"
  | "RedirectApplication"
  | "WithdrawApplication"
> = {
  SubmitApplication: (state, command, rules) => {
    const { catalogue } = rules;
    const prospectus = catalogue.get(command.data.prospectus);
    if (!prospectus) return unknownProspectus();
    const { data } = command;
    const fault =
      alreadyActive(state, data.hub, command.by, prospectus) ??
      mayTakePart(data.school, prospectus) ??
      windowOpen(windowFor(data, prospectus), command.at) ??
      wentBefore(state, data.school, prospectus, rules) ??
      onTheList(data) ??
      criteriaMet(data, prospectus) ??
      reasonsGiven(data, prospectus) ??
      expectationsAccepted(data) ??
      seniorLeaders(data, prospectus) ??
      contactNamed(data) ??
      statementsKnown(data, prospectus) ??
      groupNamed(data, prospectus);
    return (
      fault ??
      decided(...replaced(state, command.at), ...askedOf(state, submitted(command, prospectus), command.by, rules))
    );
  },

  RequestInformation: (state, { at, data }) =>
    state.status === "applied" || state.status === "waitlisted"
      ? decided({ type: "InformationRequested", at, ...because(data) })
      : notNow(state, "asks-of-an-application"),

  ProvideInformation: (state, { at, data }) =>
    state.status === "information-requested"
      ? decided({ type: "InformationProvided", at, answerId: data.answer?.id ?? null })
      : notNow(state, "nothing-asked"),

  WaitlistApplication: (state, { at, data }) =>
    state.status === "applied" || state.status === "information-requested"
      ? decided({ type: "ApplicationWaitlisted", at, workGroup: data.workGroup ?? null, ...because(data) })
      : notNow(state, "waitlists-an-application"),

  DeclineApplication: (state, { at, data }) =>
    awaitsAnswer(state) ?? needsReason(data) ?? decided({ type: "ApplicationDeclined", at, ...because(data) }),

  RedirectApplication: (state, { at, data }, { catalogue }) => {
    const fault = awaitsAnswer(state) ?? needsReason(data);
    if (fault) return fault;
    if (data.prospectus !== undefined && !catalogue.get(data.prospectus)) return unknownProspectus();
    return decided({ type: "ApplicationRedirected", at, prospectus: data.prospectus ?? null, ...because(data) });
  },

  WithdrawApplication: (state, { at, data }) => {
    switch (state.status) {
      case "interested":
      case "applied":
      case "information-requested":
      case "waitlisted":
      case "offered":
      case "accepted":
        return decided({ type: "ApplicationWithdrawn", at, ...because(data) });
      default:
        return notNow(state, "no-application");
    }
  },
};

function submitted(command: CommandOf<"SubmitApplication">, prospectus: Prospectus): EventOf<"ApplicationSubmitted"> {
  const { school, hub, prospectus: id, criteria, reasons, contact, group, statements } = command.data;
  const { application } = prospectus;
  // What this prospectus does not ask for is not kept.
  const asked = application.reasonsMostWords ? reasons : undefined;
  return {
    type: "ApplicationSubmitted",
    at: command.at,
    school,
    hub,
    prospectus: id,
    criteria: application.criteria ? [...new Set(criteria ?? [])] : [],
    reasonsId: asked?.id ?? null,
    reasonsWords: asked?.words ?? 0,
    contactId: contact ?? "",
    group: application.group.value
      ? (group ?? []).map(({ urn, relationship }) => ({ urn, relationshipId: relationship?.id ?? null }))
      : [],
    ...(application.statements && statements && { statements: [...new Set(statements)] }),
  };
}

/** There is no prospectus of that id. */
export function unknownProspectus(): { rejection: Rejection } {
  return reject("not-found", "prospectus");
}

/** An application that waits makes room for one for a later year. */
function replaced(state: Journey, at: Instant): JourneyEvent[] {
  if (!isWaiting(state)) return [];
  const { status: stood, application } = state;
  const { prospectus } = application;
  return [{ type: "ApplicationEnded", at, why: "later-application", stood, prospectus, tellAt: null }];
}

type WaitingStatus = "applied" | "information-requested" | "waitlisted";

function isWaiting(state: Journey): state is Extract<Journey, { status: WaitingStatus }> {
  return state.status === "applied" || state.status === "information-requested" || state.status === "waitlisted";
}

/**
 * One journey a school and phase: it cannot be applied for while it goes on, but for a later year (`asked`) while an
 * application has no offer. `hub`: which asks; where the school is at another, how it stands there is not told to it.
 */
export function alreadyActive(state: Journey, hub: string, by: Actor, asked: Prospectus | null = null): Fault {
  const own = state.status !== "none" && (state.hub === hub || by.role === "school-contact");
  if (
    asked !== null &&
    own &&
    isWaiting(state) &&
    asked.academicYear > (yearOfProspectus(state.application.prospectus) ?? "")
  )
    return null;
  switch (state.status) {
    case "applied":
    case "information-requested":
    case "waitlisted":
    case "offered":
    case "accepted":
    case "participating":
    case "paused":
      return state.hub === hub || by.role === "school-contact"
        ? reject("already-active", "journey", { status: state.status })
        : reject("already-active", "elsewhere");
    default:
      return heldElsewhere(state, hub, by);
  }
}

/** Must the school be turned down for what it is, whatever it sends? */
export function mayTakePart(school: SchoolFacts, prospectus: Prospectus): Fault {
  if (!school.open && school.proposed)
    return school.opensOn === undefined
      ? reject("school-closed", "proposed")
      : reject("school-closed", "proposed-from", { opensOn: school.opensOn });
  if (!school.open) return reject("school-closed", "register");
  if (school.phase !== prospectus.phase) return reject("wrong-phase", "programme", { phase: prospectus.phase });
  if (prospectus.application.stateFundedOnly.value && school.funding !== "state") {
    return reject("not-state-funded", "work-group");
  }
  return null;
}

/**
 * The days on which an application is taken: those its hub has set, which is the hub's decision and no page's fact;
 * else the page's.
 */
function windowFor(data: Application, { window }: Prospectus): Window {
  return data.window ?? { opensOn: window.opensOn.value, closesOn: window.closesOn.value };
}

/** Both days are part of the window, in London. */
function windowOpen({ opensOn, closesOn }: Window, at: Instant): Fault {
  if (at < startOfDay(opensOn)) return reject("window-closed", "not-yet", { opensOn });
  if (at > endOfDay(closesOn)) return reject("window-closed", "over", { closesOn });
  return null;
}

/** What the page asks to have gone before: nothing, Development, any stage or the Mastery Specialist Programme. */
function wentBefore(state: Journey, school: SchoolFacts, prospectus: Prospectus, { catalogue }: Rules): Fault {
  const { prior, anotherRoute, notYetDeveloping } = prospectus.application;
  const had = stagesHad(state, school, prospectus.phase);
  const specialist = school.history.some((one) => "masterySpecialistDepartment" in one);
  const developed = had.some((one) => one.stage !== "readiness");
  if (prior.value === "development" && !developed) return reject("prior-stage-missing", "development");
  if (prior.value === "any-stage-or-specialist" && had.length === 0 && !specialist) {
    return reject("prior-stage-missing", "any-stage-or-specialist");
  }
  const route = anotherRoute?.value;
  if (
    route &&
    had.some(
      (one) =>
        one.stage === route.stage && one.academicYear === nextAcademicYear(prospectus.academicYear, -route.yearsBefore),
    )
  ) {
    const { academicYear, phase } = prospectus;
    const there = catalogue.of(academicYear, phase, AFTER[route.stage])?.id ?? null;
    return reject("another-route", "route", { route: route.route, prospectus: there });
  }
  if (notYetDeveloping.value && developed) {
    return reject("not-eligible", "developed");
  }
  return null;
}

interface Had {
  stage: string;
  academicYear: string;
}

function stagesHad(state: Journey, school: SchoolFacts, phase: string): Had[] {
  const told = school.history
    .filter((one): one is Extract<PastStage, { stage: string }> => "stage" in one)
    .filter((one) => (one.phase ?? phase) === phase);
  const seen =
    state.status === "none"
      ? []
      : state.past.filter(
          (one) =>
            (one.outcome !== "withdrawn" || one.stage !== "readiness") &&
            (one.outcome !== "not-completed" || one.counts),
        );
  return [...told, ...seen];
}

/** Some programmes are offered to named schools only. */
function onTheList({ listed }: Application): Fault {
  return listed !== false ? null : reject("not-eligible", "not-on-the-list");
}

function awaitsAnswer(state: Journey): Fault {
  return isWaiting(state) ? null : notNow(state, "answers-an-application");
}

/** May an offer for this prospectus still lead to a place at `at`? Its academic year is not over. */
export function yearStillOpen(prospectus: Prospectus, today: string): boolean {
  return academicYearOf(today) <= prospectus.academicYear;
}

export type { Decision };
