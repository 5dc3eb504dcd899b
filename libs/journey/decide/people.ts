// The teachers who take part: how many, in which roles, one of them fit to lead (the pages' "Who can take part?").

import type { Instant } from "../../calendar/instants.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import type { ActorRole, Because, Naming, TeacherToName } from "../commands.ts";
import { teachersAsked, teachersAskedAgain } from "../commitments.ts";
import type { NamedTeacher } from "../event-words.ts";
import type { EventOf, JourneyEvent } from "../events.ts";
import type { Decision, Rules, Verbs } from "../rules.ts";
import { inField, reject, type Rejection } from "../rejection.ts";
import { currentYear, type Begun, type Journey, type Participant } from "../state.ts";
import { lackingTeachers, teachersNow, unfit } from "../teachers.ts";
import { invalid } from "../wire.ts";
import { because, decided, needsReason, notNow, rulingProspectus } from "./common.ts";

type Fault = { rejection: Rejection } | null;

export const PEOPLE: Verbs<
  | "NominateParticipant"
  | "ReplaceParticipant"
  | "ReleaseParticipant"
  | "NameHeadteacher"
  | "NameSupport"
  | "CorrectPerson"
> = {
  /** Somebody who takes part since an earlier year is confirmed for this one. */
  NominateParticipant: (state, command, rules) => {
    const open = nominating(state, rules);
    if ("rejection" in open) return open;
    const { data, at, by } = command;
    if (open.now.some((one) => one.id === data.participant)) return notNow(state, "nominated-already");
    const person = asNamed(data.participant, data);
    const fault = roleAllowed(open.prospectus, person.role) ?? notTooMany(open.prospectus, open.now, person);
    if (fault) return fault;
    const fit = orException(fitTogether(open.prospectus, [...open.now, person]), data, by.role);
    if ("rejection" in fit) return fit;
    return decided({ type: "ParticipantNominated", at, ...person, ...fit, ...because(data) });
  },

  /** Who takes over is as fit as the place asks, and says so: nothing is taken over from who leaves. */
  ReplaceParticipant: (state, command, rules) => {
    const open = nominating(state, rules);
    if ("rejection" in open) return open;
    const { data, at, by } = command;
    const leaving = open.all.find((one) => one.id === data.participant);
    if (!leaving) return unknown();
    const staying = open.now.filter((one) => one !== leaving);
    if (staying.some((one) => one.id === data.by)) return notNow(state, "takes-part-already");
    const { participant: taker, ...as } = asNamed(data.by, data);
    const person = { ...as, participant: taker };
    const fault =
      needsReason(data) ?? roleAllowed(open.prospectus, data.role) ?? notTooMany(open.prospectus, staying, person);
    if (fault) return fault;
    const misfit = asFitAsBefore(open.prospectus, leaving, staying, person);
    const fit = orException(misfit, data, by.role);
    if ("rejection" in fit) return fit;
    return decided({
      type: "ParticipantReplaced",
      at,
      participant: leaving.id,
      by: taker,
      ...as,
      ...fit,
      ...because(data),
    });
  },

  ReleaseParticipant: (state, { data, at }, rules): Decision => {
    const open = nominating(state, rules);
    if ("rejection" in open) return open;
    if (!open.all.some((one) => one.id === data.participant)) return unknown();
    return decided(
      { type: "ParticipantReleased", at, participant: data.participant, ...because(data) },
      ...wantedAgain(state, data.participant, at, rules),
    );
  },

  /** The headteacher is a contact, no participant: one at a time, known or changed whenever the journey goes on. */
  NameHeadteacher: (state, { data, at }) => {
    switch (state.status) {
      case "interested":
      case "applied":
      case "information-requested":
      case "waitlisted":
      case "offered":
      case "accepted":
      case "participating":
      case "paused":
        return decided({ type: "HeadteacherNamed", at, contactId: data.contact });
      default:
        return notNow(state, "headteacher-of-who-goes-on");
    }
  },

  /** One of the hub's, for a school that has its place: at another hub it is somebody else. */
  NameSupport: (state, { data, at }) => {
    const hasPlace = state.status === "accepted" || state.status === "participating" || state.status === "paused";
    if (!hasPlace) return notNow(state, "support-of-who-has-its-place");
    return state.support === data.contact
      ? { events: [] }
      : decided({ type: "SupportNamed", at, contactId: data.contact });
  },

  /** Whose address was wrong gets what came back once more. Also after the journey's end: it is about them, not it. */
  CorrectPerson: (state, { data, at }) => {
    if (state.status === "none") return notNow(state, "corrects-who-has-begun");
    const { person, changed, correction } = data;
    if (changed.length === 0) return invalid([inField("", "nothing-to-correct")]);
    const cameBack = changed.includes("email") ? state.bounced.filter((one) => isOf(state, one, person)) : [];
    return decided(
      { type: "PersonCorrected", at, person, changed, correction },
      ...cameBack.map(({ addressee, effect }) => resent(effect, addressee, at)),
    );
  },
};

/** Was a letter for this person? A teacher's says so itself; the others go by whom the journey knows in that part. */
function isOf(state: Begun, { addressee, person }: Begun["bounced"][number], id: string): boolean {
  if (addressee === "applicant") return state.applicants.includes(id);
  return addressee === "headteacher" ? state.school.headteacherContact === id : person === id;
}

/** A letter that came back goes once more to whom it was for. */
export const resent = (letter: number, addressee: string, at: Instant): EventOf<"LetterResent"> => ({
  type: "LetterResent",
  at,
  letter,
  addressee,
});

/** `now`: who takes part; `all`: also those of earlier years, of whom nobody has said that they left. */
function nominating(
  state: Journey,
  rules: Rules,
): { prospectus: Prospectus; now: Participant[]; all: Participant[] } | { rejection: Rejection } {
  const prospectus = rulingProspectus(state, rules);
  if ((state.status === "accepted" || state.status === "participating") && prospectus)
    return { prospectus, now: teachersNow(state), all: state.participants.filter((one) => !one.left) };
  return notNow(state, "nominates-who-accepted");
}

type Named = Omit<NamedTeacher, "exception">;

function asNamed(
  participant: string,
  { role, experienced = false, authority = false, releasedForAllSessions = false }: Omit<Naming, "exception">,
): Named {
  return { participant, role, experienced, authority, releasedForAllSessions };
}

/** The teachers that a school says it will have in a year to come, all of them at once; or the first that is wrong. */
export function namedTogether(
  prospectus: Prospectus,
  people: readonly TeacherToName[],
): { named: NamedTeacher[] } | { rejection: Rejection } {
  const named: Named[] = [];
  for (const one of people) {
    const person = asNamed(one.participant, one);
    if (named.some(({ participant }) => participant === person.participant)) continue;
    const fault =
      roleAllowed(prospectus, person.role) ??
      notTooMany(prospectus, named, person) ??
      fitTogether(prospectus, [...named, person]);
    if (fault) return fault;
    named.push(person);
  }
  return { named };
}

/** A place that asks for more than somebody brings is theirs all the same where the hub lead says so, with a reason. */
function orException(
  fault: Fault,
  data: Because & { exception?: boolean },
  role: ActorRole,
): { exception?: true } | { rejection: Rejection } {
  if (fault === null) return {};
  if (data.exception !== true) return fault;
  // `service`: a rule tried by itself, with nobody behind it.
  if (role !== "hub-lead" && role !== "service") return reject("forbidden", "excepts");
  return needsReason(data) ?? { exception: true };
}

/** Once somebody has left, whoever is lacking then is to be named anew. */
function wantedAgain(state: Journey, leaver: string, at: Instant, { calendar }: Rules): JourneyEvent[] {
  const year = currentYear(state);
  const teachers = year?.commitments.find((one) => one.kind === "teachers");
  if (state.status === "none" || !year || teachers?.status !== "met") return [];
  const staying = state.participants.filter((one) => one.id !== leaver);
  return lackingTeachers(year, staying).length === 0 ? [] : [teachersAskedAgain(year, teachers, calendar, at)];
}

function roleAllowed({ participants }: Prospectus, role: Participant["role"]): Fault {
  return participants.roles.value.includes(role)
    ? null
    : reject("role-not-allowed", "programme", { roles: participants.roles.value });
}

function notTooMany(
  { participants }: Prospectus,
  now: readonly Pick<Participant, "role" | "releasedForAllSessions">[],
  person: Named,
): Fault {
  const most = participants.most?.value;
  if (most !== undefined && now.length >= most) {
    return reject("too-many-participants", "teachers", { most });
  }
  const representatives = participants.representatives?.value;
  if (representatives === undefined || person.role !== "representative") return null;
  const others = now.filter((one) => one.role === "representative");
  if (others.length > representatives) return reject("too-many-participants", "representatives");
  if (others.length < representatives || [...others, person].every((one) => one.releasedForAllSessions)) return null;
  return reject("representatives-must-commit", "both");
}

type Fit = Omit<NamedTeacher, "participant">;

/**
 * Once all are named, one of them is the maths lead; of two advocates one is experienced, with responsibility and
 * authority.
 */
function fitTogether(prospectus: Prospectus, all: readonly Fit[]): Fault {
  const most = prospectus.participants.most?.value;
  return most === undefined || all.length < most ? null : unfitOf(prospectus, all);
}

/** What the place of who leaves brought to all is asked of who takes it, also while the other is not yet named. */
function asFitAsBefore(
  prospectus: Prospectus,
  leaving: Participant,
  staying: readonly Participant[],
  person: Named,
): Fault {
  const wasFit = unfitOf(prospectus, [...staying, leaving]) === null;
  return wasFit ? unfitOf(prospectus, [...staying, person]) : fitTogether(prospectus, [...staying, person]);
}

function unfitOf(prospectus: Prospectus, all: readonly Fit[]): Fault {
  const people = all.map(({ exception = false, ...one }) => ({ ...one, exception }));
  switch (unfit(teachersAsked(prospectus), people)[0]) {
    case "maths-lead":
      return reject("maths-lead-required", "among-them");
    case "experienced-advocate":
      return reject("experienced-advocate-required", "among-them");
    default:
      return null;
  }
}

function unknown(): { rejection: Rejection } {
  return reject("unknown-participant", "not-at-present");
}
