// The made-up school of a rehearsal: `exemplary` does all that a school should, in good time; `silent` stops once its
// teachers are named; `none` leaves everything to the script.

import { yearEnds } from "../calendar/academic-years.ts";
import { addDays } from "../calendar/dates.ts";
import { instantAt, localDate, startOfDay, type Instant } from "../calendar/instants.ts";
import { previousSchoolDay } from "../calendar/terms.ts";
import type { ParticipantRole, Prospectus } from "../prospectus/prospectus.ts";
import { releasedHalfDays } from "../journey/settle-evidence.ts";
import { currentYear, type Begun, type Commitment, type Participating, type StageYear } from "../journey/state.ts";
import { lackingTeachers } from "../journey/teachers.ts";
import {
  daysAfter,
  later,
  latest,
  prospectusOf,
  scriptApplies,
  scriptOfApplication,
  scriptOfYear,
  type Move,
  type Scene,
} from "./scene.ts";

const REASONS = `We wish to take part because results in mathematics have been weak for three years
  and our teachers want to learn together. We believe the programme is suitable for our school because our leaders
  will give both teachers the time that it asks for.`;

/** What the school would do as things stand, each at its time. */
export function schoolMoves(scene: Scene): Move[] {
  const { state, rehearsal } = scene;
  if (rehearsal.behaviour === "none") return [];
  switch (state.status) {
    case "none":
    case "interested":
      return apply(scene);
    case "information-requested":
      return answer(scene);
    case "offered":
      return accept(scene);
    case "accepted":
      return nominate(scene);
    case "participating":
      return rehearsal.behaviour === "silent"
        ? nominate(scene)
        : [...nominate(scene), ...sayWhoTheyAre(scene, state), ...keepCommitments(scene), ...carryOn(scene, state)];
    case "completed":
      return rehearsal.behaviour === "silent" ? [] : carryOn(scene, state);
    default:
      return [];
  }
}

function apply(scene: Scene): Move[] {
  const { rehearsal, rules } = scene;
  const prospectus = rules.catalogue.get(rehearsal.prospectus);
  if (!prospectus || scriptApplies(scene, "SubmitApplication")) return [];
  const from = later(rehearsal.start, startOfDay(prospectus.window.opensOn.value));
  const { criteria, reasonsMostWords } = prospectus.application;
  const reasons = REASONS.split(/\s+/u).slice(0, reasonsMostWords?.value);
  const form = {
    criteria: criteria ? criteria.value.slice(0, 1).map(({ code }) => code) : [],
    reasons: reasons.join(" "),
    understandsExpectations: true,
    contact: { firstName: "Alex", lastName: "Example", email: "alex@school.example" },
    seniorLeaderSupports: true,
  };
  return [
    { key: "apply", at: later(from, instantAt(localDate(from), "09:00")), command: "SubmitApplication", with: form },
  ];
}

function answer(scene: Scene): Move[] {
  const asked = latest(scene, "InformationRequested");
  if (!asked || scriptApplies(scene, "ProvideInformation")) return [];
  const answered = { answer: "Both teachers have been at the school for two years and will stay." };
  return [
    { key: `answer ${asked.seq}`, at: daysAfter(asked.at, 2, "10:00"), command: "ProvideInformation", with: answered },
  ];
}

function accept(scene: Scene): Move[] {
  const offered = latest(scene, "PlaceOffered");
  if (!offered || scriptApplies(scene, "AcceptOffer", "WithdrawApplication")) return [];
  // A decline of a later day is of the stage after it.
  const declines = scriptOfApplication(scene).some(
    ({ command, at }) => command === "DeclineOffer" && localDate(at) <= offered.respondBy,
  );
  if (declines) return [];
  return [{ key: `accept ${offered.seq}`, at: daysAfter(offered.at, 2, "10:00"), command: "AcceptOffer", with: {} }];
}

/**
 * Names fit people a day after the place is accepted; they stay on through the stages. A script that names two in that
 * year, or the first, names them all; one that names another later finds these there.
 */
function nominate(scene: Scene): Move[] {
  const accepted = latest(scene, "OfferAccepted");
  const applied = latest(scene, "ApplicationSubmitted");
  const prospectus = applied && scene.rules.catalogue.get(applied.prospectus);
  if (!accepted || !prospectus) return [];
  const yearOver = yearEnds(prospectus.academicYear);
  const at = daysAfter(accepted.at, 1, "10:00");
  const scripted = scriptOfApplication(scene).filter(
    (entry) => entry.command === "NominateParticipant" && entry.at <= yearOver,
  );
  const named = scene.events.flatMap((event) =>
    event.type === "ParticipantNominated" && event.seq > accepted.seq ? [event.participant] : [],
  );
  const first = scripted.some(
    (entry) => entry.at <= at && (entry.at > scene.now || named.includes(String(entry.with["participant"]))),
  );
  if (scripted.length > 1 || first) return [];
  return fitPeople(prospectus).map((person, index) => ({
    key: `nominate ${accepted.seq} ${index}`,
    at,
    command: "NominateParticipant",
    with: { ...person },
  }));
}

interface Person {
  participant: string;
  role: ParticipantRole;
  experienced: boolean;
  authority: boolean;
  releasedForAllSessions: boolean;
}

/**
 * As many as the prospectus asks for, the first of them with experience and authority (and the maths lead, where one
 * must be).
 */
function fitPeople(prospectus: Prospectus): Person[] {
  const { roles, most, mathsLeadAmongThem, representatives } = prospectus.participants;
  const asked = roles.value;
  const usual =
    asked.find((role) => role === "lead-teacher" || role === "mastery-advocate") ?? asked[0] ?? "lead-teacher";
  const fit = (index: number, role: ParticipantRole): Person => ({
    participant: `teacher-${index + 1}`,
    role,
    experienced: index === 0,
    authority: index === 0,
    releasedForAllSessions: true,
  });
  if (representatives) return [fit(0, asked.find((role) => role === "representative") ?? usual)];
  return Array.from({ length: most?.value ?? 2 }, (_, index) =>
    fit(index, index === 0 && mathsLeadAmongThem.value ? "maths-lead" : usual),
  );
}

/** As a year begins, or the school is back from a pause: they are the same as before, unless the script names any. */
function sayWhoTheyAre(scene: Scene, state: Participating): Move[] {
  const { year, participants } = state;
  if (!year?.teachers || lackingTeachers(year, participants).length === 0 || namesInYear(scene, year.academicYear))
    return [];
  const { roles } = year.teachers;
  const back = latest(scene, "SchoolReturned");
  const returned = back && back.at > year.startedAt ? daysAfter(back.at, 1, "10:00") : year.startedAt;
  const at = later(returned, instantAt(localDate(year.startedAt), "10:00"));
  const [usual = "lead-teacher"] = roles;
  return participants
    .filter((one) => !one.left && !one.years.includes(year.academicYear))
    .map(({ id: participant, role, experienced, authority, releasedForAllSessions }) => ({
      key: `${year.academicYear} names ${participant} ${back?.seq ?? 0}`,
      at,
      command: "NominateParticipant",
      with: {
        participant,
        role: roles.includes(role) ? role : usual,
        experienced,
        authority,
        releasedForAllSessions,
      },
    }));
}

const namesInYear = (scene: Scene, academicYear: string): boolean =>
  scriptOfYear(scene, academicYear, "NominateParticipant").length > 0;

/** Every commitment that is the school's to record. What is met by being there, the hub records. */
function keepCommitments(scene: Scene): Move[] {
  const year = currentYear(scene.state);
  if (!year) return [];
  return year.commitments
    .filter(({ by, status }) => by === "school" && (status === "open" || status === "missed"))
    .flatMap((commitment) => {
      const move = evidenceFor(scene, year, commitment);
      return move ? [move] : [];
    });
}

function evidenceFor(scene: Scene, year: StageYear, commitment: Commitment): Move | null {
  const { code, kind, dueOn } = commitment;
  const key = `${year.academicYear} ${code}`;
  const begins = later(year.startedAt, instantAt(localDate(year.startedAt), "10:00"));
  const inGoodTime = (days: number): Instant =>
    later(begins, instantAt(previousSchoolDay(scene.rules.calendar, addDays(dueOn, -days)), "10:00"));
  const unlessScripted = (command: "AgreeActionPlan" | "SubmitReport" | "CompleteEvaluation"): Move | null =>
    scriptOfYear(scene, year.academicYear, command).length > 0 ? null : { key, at: inGoodTime(3), command, with: {} };
  switch (kind) {
    case "action-plan":
      return unlessScripted("AgreeActionPlan");
    case "report":
      return unlessScripted("SubmitReport");
    case "evaluation":
      return unlessScripted("CompleteEvaluation");
    case "gap-task":
      return scriptedGapTasks(scene, year).has(code)
        ? null
        : { key, at: inGoodTime(3), command: "CompleteGapTask", with: { commitment: code } };
    case "release-days":
      return releaseDays(scene, year, commitment, inGoodTime(5));
    case "theme":
      return theme(scene, year, begins);
    case "teachers":
    case "session":
    case "meeting":
    case "headteacher-first-workshop":
    case "visit":
    case "in-school-support":
    case "headteacher-meeting":
    case "headteachers-session":
    case "headteachers-meeting":
      return null;
    default:
      return kind satisfies never;
  }
}

/**
 * The gap tasks that the script completes: one that it names, or else the first due from that day on that nobody named.
 */
function scriptedGapTasks(scene: Scene, year: StageYear): ReadonlySet<unknown> {
  const entries = scriptOfYear(scene, year.academicYear, "CompleteGapTask");
  const taken = new Set(entries.flatMap((entry) => entry.with["commitment"] ?? []));
  for (const entry of entries.filter((one) => (one.with["commitment"] ?? null) === null)) {
    const left = year.commitments.filter((one) => one.kind === "gap-task" && !taken.has(one.code));
    const meant = left.find((one) => one.dueOn >= localDate(entry.at)) ?? left.at(-1);
    if (meant) taken.add(meant.code);
  }
  return taken;
}

/**
 * What is still missing after the meetings, shared between those of whom nothing is recorded, by the script or before.
 */
function releaseDays(scene: Scene, year: StageYear, commitment: Commitment, at: Instant): Move | null {
  if (scene.state.status === "none") return null;
  const halfDays = releasedHalfDays(year);
  const recorded = new Set<unknown>(
    year.evidence.flatMap((one) => (one.kind === "release-days" ? [one.participant] : [])),
  );
  for (const entry of scriptOfYear(scene, year.academicYear, "RecordReleaseDays"))
    recorded.add(entry.with["participant"]);
  const without = scene.state.participants.filter((one) => !one.left && !recorded.has(one.id));
  const participant = without[0]?.id;
  const share = Math.ceil(((commitment.target ?? 0) - halfDays) / without.length);
  if (participant === undefined || share <= 0) return null;
  const taken = { participant, days: share / 2, on: localDate(later(at, scene.now)) };
  return { key: `${year.academicYear} release-days ${participant}`, at, command: "RecordReleaseDays", with: taken };
}

/**
 * The first theme that is open. A choice that the script makes in the year, or before it once no other is under way, is
 * its own.
 */
function theme(scene: Scene, year: StageYear, at: Instant): Move | null {
  const open = prospectusOf(scene, year).themes?.value.find((one) => one.closed === undefined);
  const past = scene.state.status === "none" ? [] : scene.state.past;
  const ahead = scene.script.some(
    (entry) =>
      entry.command === "ChooseTheme" && entry.at < year.startedAt && past.every((one) => one.endsAt < entry.at),
  );
  if (!open || ahead || scriptOfYear(scene, year.academicYear, "ChooseTheme").length > 0) return null;
  return { key: `${year.academicYear} theme`, at, command: "ChooseTheme", with: { theme: open.code } };
}

function carryOn(scene: Scene, { invitation }: Begun): Move[] {
  const invited = latest(scene, "NextStageInvited");
  if (!invitation || !invited) return [];
  const scripted = scene.script.some(
    (entry) =>
      entry.command === "ConfirmNextStage" && entry.at >= invited.at && entry.at <= yearEnds(invitation.academicYear),
  );
  return scripted
    ? []
    : [
        {
          key: `confirm ${invited.seq}`,
          at: daysAfter(invited.at, 1, "10:00"),
          command: "ConfirmNextStage",
          with: namesInYear(scene, invitation.academicYear) ? {} : { teachers: "same" },
        },
      ];
}
