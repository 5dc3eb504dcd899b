// What is said on the way of an application, and of a stage to come.

import { localDate } from "../calendar/instants.ts";
import { placeOf } from "../journey/describe.ts";
import type { EventOf, Recipient, Recorded } from "../journey/events.ts";
import { keptPlace } from "../journey/places.ts";
import { stagesOf, yearUnderWay, type Begun } from "../journey/state.ts";
import { headteacherOf, leadTeachers } from "../journey/teachers.ts";
import { waitOf } from "../journey/waiting.ts";
import type { Catalogue } from "../prospectus/catalogue.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import { applicationEnded } from "./application-ended.ts";
import { applicationInvited } from "./application-invited.ts";
import { applicationReceived } from "./application-received.ts";
import { hubChanged } from "./hub-changed.ts";
import { informationNeeded } from "./information-needed.ts";
import { nextStageInvited } from "./next-stage-invited.ts";
import { nextStageLapsed } from "./next-stage-lapsed.ts";
import { nextStageReminder } from "./next-stage-reminder.ts";
import { notSelected } from "./not-selected.ts";
import { offerLapsed } from "./offer-lapsed.ts";
import { offerReminder } from "./offer-reminder.ts";
import { placeOffered } from "./place-offered.ts";
import { redirected } from "./redirected.ts";
import { takenBack } from "./taken-back.ts";
import { NothingToTell, type Beside, type Notice, type Told } from "./told.ts";
import { waitlisted } from "./waitlisted.ts";

/** The events of the way in and of a stage to come that people are told of. */
export type IntakeTold =
  | "ApplicationInvited"
  | "ApplicationSubmitted"
  | "InformationRequested"
  | "PlaceOffered"
  | "ApplicationWaitlisted"
  | "ApplicationDeclined"
  | "ApplicationRedirected"
  | "OfferReminderDue"
  | "OfferLapsed"
  | "ApplicationEndTold"
  | "SchoolJoinedHub"
  | "RecordCorrected"
  | "NextStageInvited"
  | "NextStageReminderDue"
  | "NextStageLapsed";

type Of<T extends IntakeTold> = (
  told: Omit<Told, "event"> & { event: Recorded<EventOf<T>> },
  beside: Beside,
) => Omit<Notice, "about"> & { about?: readonly string[] };

const APPLICANT = ["applicant"] satisfies Recipient[];
const BOTH = ["applicant", "headteacher"] satisfies Recipient[];

const OF: { [T in IntakeTold]: Of<T> } = {
  ApplicationInvited: ({ event: { prospectus, closesOn: until } }) => ({
    kind: "application-invited",
    to: APPLICANT,
    prospectus,
    write: (envelope) => applicationInvited(envelope, { until }),
  }),
  ApplicationSubmitted: (told) => ({
    ...toApplicant("application-received", told),
    write: (envelope) => applicationReceived(envelope, { receivedOn: localDate(told.event.at) }),
  }),
  InformationRequested: (told, { text }) => {
    const { reasonId } = told.event;
    const question = reasonId === undefined ? null : text(reasonId);
    return {
      ...toApplicant("information-needed", told),
      write: (envelope) => informationNeeded(envelope, { question }),
    };
  },
  PlaceOffered: (told, { rules }) => {
    const applied = toApplicant("place-offered", told);
    const prospectus = applied.prospectus === null ? null : rules.catalogue.get(applied.prospectus);
    const { respondBy, together = false } = told.event;
    return { ...applied, write: (envelope) => placeOffered(envelope, { respondBy, prospectus, together }) };
  },
  ApplicationWaitlisted: (told, beside) => {
    const applied = toApplicant("waitlisted", told);
    const facts = {
      together: told.event.reasonCode === "no-room-together",
      position: positionOf(told, beside),
      until: waitOf(told.state)?.endsOn ?? null,
    };
    return { ...applied, write: (envelope) => waitlisted(envelope, facts) };
  },
  ApplicationDeclined: (told) => ({ ...toApplicant("not-selected", told), write: notSelected }),
  ApplicationRedirected: (told, { rules }) => {
    const instead = titleOf(rules.catalogue, told.event.prospectus);
    return { ...toApplicant("redirected", told), write: (envelope) => redirected(envelope, { instead }) };
  },
  OfferReminderDue: (told) => ({
    ...toApplicant("offer-reminder", told),
    write: (envelope) => offerReminder(envelope, { respondBy: told.event.respondBy }),
  }),
  OfferLapsed: (told) => ({
    ...toApplicant("offer-lapsed", told),
    write: (envelope) => offerLapsed(envelope, { respondBy: told.event.respondBy }),
  }),
  ApplicationEndTold: ({ event, events }) => {
    const end = events.find(({ seq }) => seq === event.ended);
    if (end?.type !== "ApplicationEnded") throw new NothingToTell(event);
    const { stood, prospectus } = end;
    return {
      kind: "application-ended",
      to: APPLICANT,
      prospectus,
      write: (envelope) => applicationEnded(envelope, { stood }),
    };
  },
  SchoolJoinedHub: ({ event: { from }, state }) => {
    const takesPart = state.status === "participating" || state.status === "paused";
    // In a year under way its teachers have dates of the group that it leaves.
    const teachers = yearUnderWay(state) === null ? [] : leadTeachers(state);
    return {
      kind: "hub-changed",
      to: [...new Set<Recipient>([...BOTH, ...teachers])],
      prospectus: placeOf(state).prospectus,
      write: (envelope) => hubChanged(envelope, { from, takesPart }),
    };
  },
  RecordCorrected: (told) => {
    const { restores } = told.event;
    if (restores === undefined) throw new NothingToTell(told.event);
    // Whoever was told that the school had left hears that it has not.
    const others = yearUnderWay(told.state) === null ? [] : [...leadTeachers(told.state), ...headteacherOf(told.state)];
    return {
      ...toApplicant("taken-back", told),
      to: [...new Set<Recipient>([...APPLICANT, ...others])],
      write: (envelope) => takenBack(envelope, restores),
    };
  },
  NextStageInvited: ({ event: { prospectus, stage, academicYear, at }, state }, { rules }) => {
    const texts = rules.catalogue.get(prospectus)?.texts;
    const facts = {
      stage,
      same: isSame(state, stage),
      academicYear,
      on: localDate(at),
      about: texts?.about ?? null,
      expectations: texts?.expectations ?? [],
      keptUntil: keptPlace(state)?.respondBy ?? null,
    };
    return { kind: "next-stage-invited", to: BOTH, prospectus, write: (envelope) => nextStageInvited(envelope, facts) };
  },
  // Says once more what it is invited to, until when, and when its group will meet.
  NextStageReminderDue: ({ event, state }, { rules, group }) => {
    const { prospectus: id, academicYear, to } = event;
    const workGroup = state.invitation?.workGroup ?? null;
    const formed = workGroup === null ? null : group(workGroup);
    const sessions = (formed?.prospectus === id ? formed.sessions : [])
      .filter(({ status }) => status === "scheduled")
      .map(({ on }) => on)
      .sort();
    const stage = state.invitation?.stage ?? rules.catalogue.get(id)?.stage;
    if (stage === undefined) throw new NothingToTell(event);
    const keptUntil = keptPlace(state)?.respondBy ?? null;
    const same = isSame(state, stage);
    const facts = { stage, same, academicYear, on: localDate(event.at), keptUntil, sessions };
    return { kind: "next-stage-reminder", to, prospectus: id, write: (envelope) => nextStageReminder(envelope, facts) };
  },
  NextStageLapsed: ({ event: { into, why }, state }) => ({
    kind: "next-stage-lapsed",
    to: BOTH,
    prospectus: placeOf(state).prospectus,
    write: (envelope) => nextStageLapsed(envelope, { into, why, away: state.status === "paused" }),
  }),
};

/** Is an event one of those? */
export const isIntake = (told: Told): told is Told & { event: Recorded<EventOf<IntakeTold>> } =>
  Object.hasOwn(OF, told.event.type);

/** The letter about the way in, or the stage to come. Throws NothingToTell for an event that tells of nothing. */
export function intakeNotice(told: Told & { event: Recorded<EventOf<IntakeTold>> }, beside: Beside): Notice {
  // The table holds for each type what is said of that very type; TypeScript cannot see that through a union.
  const notice = (OF[told.event.type] as Of<IntakeTold>)(told, beside);
  return { about: notice.prospectus === null ? [] : [notice.prospectus], ...notice };
}

/** Where in the order of its Work Group’s list the school waits; null where it stands on none. */
function positionOf({ event, state }: Pick<Told, "state"> & { event: Recorded }, beside: Beside): number | null {
  const name = event.type === "ApplicationWaitlisted" ? event.workGroup : null;
  const group = name === null ? null : beside.group(name);
  const { urn, phase } = state.school;
  const names = [urn, ...state.aliases].map((each) => `${each}-${phase}`);
  const index = group?.waitlist.findIndex(({ journey }) => names.includes(journey)) ?? -1;
  return index < 0 ? null : index + 1;
}

/** Is it the stage of the school’s last year, once more? */
const isSame = (state: Begun, stage: Stage): boolean => stagesOf(state).at(-1)?.stage === stage;

const toApplicant = (kind: string, told: Told) => ({
  kind,
  to: APPLICANT,
  prospectus: applicationProspectus(told),
});

/** A programme as people call it, with its year; null where there is none. */
function titleOf(catalogue: Catalogue, id: string | null): string | null {
  const found = id === null ? null : catalogue.get(id);
  return found ? `${found.title} ${found.academicYear}` : null;
}

/** The prospectus of the latest application up to the event. */
function applicationProspectus({ event, events }: Told): string | null {
  const applications = events.flatMap((one) =>
    one.type === "ApplicationSubmitted" && one.seq <= event.seq ? [one] : [],
  );
  return applications.at(-1)?.prospectus ?? null;
}
