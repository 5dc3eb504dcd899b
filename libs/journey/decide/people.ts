// The teachers who take part: how many, in which roles, one of them fit to lead (the pages' "Who can take part?").

import type { Instant } from "../../calendar/instants.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import type { CommandOf } from "../commands.ts";
import type { EventOf } from "../events.ts";
import type { Decision, Rules, Verbs } from "../rules.ts";
import { inField, reject, type Rejection } from "../rejection.ts";
import type { Begun, Journey, Participant } from "../state.ts";
import { invalid } from "../wire.ts";
import { because, decided, needsReason, notNow, rulingProspectus } from "./common.ts";

type Fault = { rejection: Rejection } | null;

export const PEOPLE: Verbs<
  "NominateParticipant" | "ReplaceParticipant" | "ReleaseParticipant" | "NameHeadteacher" | "CorrectPerson"
> = {
  NominateParticipant: (state, command, rules) => {
    const open = nominating(state, rules);
    if ("rejection" in open) return open;
    const { data, at } = command;
    if (open.now.some((one) => one.id === data.participant)) return notNow(state, "nominated-already");
    const person = asParticipant(command);
    const fault =
      roleAllowed(open.prospectus, data.role) ??
      notTooMany(open.prospectus, open.now, person) ??
      fitTogether(open.prospectus, [...open.now, person]);
    if (fault) return fault;
    const { role, experienced, authority, releasedForAllSessions } = person;
    return decided({
      type: "ParticipantNominated",
      at,
      participant: person.id,
      role,
      experienced,
      authority,
      releasedForAllSessions,
    });
  },

  ReplaceParticipant: (state, command, rules) => {
    const open = nominating(state, rules);
    if ("rejection" in open) return open;
    const { data, at } = command;
    const leaving = open.now.find((one) => one.id === data.participant);
    if (!leaving) return unknown();
    const staying = open.now.filter((one) => one !== leaving);
    if (staying.some((one) => one.id === data.by)) return notNow(state, "takes-part-already");
    // Who takes over is taken to be as fit as who leaves, unless the school says otherwise.
    const {
      experienced = leaving.experienced,
      authority = leaving.authority,
      releasedForAllSessions = leaving.releasedForAllSessions,
    } = data;
    const person: Participant = {
      id: data.by,
      role: data.role,
      experienced,
      authority,
      releasedForAllSessions,
      left: false,
    };
    const fault =
      needsReason(data) ??
      roleAllowed(open.prospectus, data.role) ??
      notTooMany(open.prospectus, staying, person) ??
      fitTogether(open.prospectus, [...staying, person]);
    if (fault) return fault;
    return decided({
      type: "ParticipantReplaced",
      at,
      participant: leaving.id,
      by: person.id,
      role: person.role,
      experienced,
      authority,
      releasedForAllSessions,
      ...because(data),
    });
  },

  ReleaseParticipant: (state, { data, at }, rules): Decision => {
    const open = nominating(state, rules);
    if ("rejection" in open) return open;
    if (!open.now.some((one) => one.id === data.participant)) return unknown();
    return decided({ type: "ParticipantReleased", at, participant: data.participant, ...because(data) });
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

/** Those who take part now. */
export function participantsNow(state: Begun): Participant[] {
  return state.participants.filter((one) => !one.left);
}

function nominating(
  state: Journey,
  rules: Rules,
): { prospectus: Prospectus; now: Participant[] } | { rejection: Rejection } {
  const prospectus = rulingProspectus(state, rules);
  if ((state.status === "accepted" || state.status === "participating") && prospectus)
    return { prospectus, now: participantsNow(state) };
  return notNow(state, "nominates-who-accepted");
}

function asParticipant({ data }: CommandOf<"NominateParticipant">): Participant {
  const { participant: id, role, experienced = false, authority = false, releasedForAllSessions = false } = data;
  return { id, role, experienced, authority, releasedForAllSessions, left: false };
}

function roleAllowed({ participants }: Prospectus, role: Participant["role"]): Fault {
  return participants.roles.value.includes(role)
    ? null
    : reject("role-not-allowed", "programme", { roles: participants.roles.value });
}

function notTooMany({ participants }: Prospectus, now: readonly Participant[], person: Participant): Fault {
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

/**
 * Once all are named, one of them is the maths lead; of two advocates one is experienced, with responsibility and
 * authority.
 */
function fitTogether({ participants }: Prospectus, all: readonly Participant[]): Fault {
  if (participants.most === null || all.length < participants.most.value) return null;
  if (participants.mathsLeadAmongThem.value && !all.some((one) => one.role === "maths-lead")) {
    return reject("maths-lead-required", "among-them");
  }
  if (participants.experiencedAdvocateAmongThem.value && !all.some((one) => one.experienced && one.authority)) {
    return reject("experienced-advocate-required", "among-them");
  }
  return null;
}

function unknown(): { rejection: Rejection } {
  return reject("unknown-participant", "not-at-present");
}
