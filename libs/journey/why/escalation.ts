// Why somebody was told that a commitment is missed: its day and where that comes from, what came in meanwhile, each
// rung with its wait.

import { longDate } from "../../calendar/long-dates.ts";
import type { Instant } from "../../calendar/instants.ts";
import type { Catalogue } from "../../prospectus/lookup.ts";
import type { CommitmentRules, Figure, Prospectus } from "../../prospectus/prospectus.ts";
import type { CommitmentKind, EventOf, EventType, PlannedCommitment, Recorded } from "../events.ts";
import { ALL_BY_CODE, type Naming, type NamingOf } from "../sentences.ts";
import {
  explained,
  link,
  ofFigure,
  ofService,
  type Cited,
  type Explanation,
  type Fact,
  type Link,
} from "./explanation.ts";
import { partOf, performed, uptoThen, yearAt } from "./stage-year.ts";

/**
 * Explains the escalation that is the event `seq`, as of an instant; null where that event is none, or came later.
 * `namingOf`: how whoever reads it calls what it names by code.
 */
export function whyEscalation(
  facts: readonly Fact[],
  seq: number,
  catalogue: Catalogue,
  asOf: Instant,
  namingOf: NamingOf = ALL_BY_CODE,
): Explanation | null {
  const known = uptoThen(facts, asOf);
  const told = known.find(({ event }) => event.seq === seq)?.event;
  const year = yearAt(known, seq);
  if (told?.type !== "CommitmentEscalated" || !year) return null;
  const planned = year.started.commitments.find(({ code }) => code === told.commitment);
  if (!planned) return null;
  const name = namingOf(year.started.commitments);
  const prospectus = catalogue.get(year.started.prospectus);
  const concerned = partOf(known, year).filter(({ event }) => concerns(event, planned));
  const chain = [
    link(
      name,
      year.fact,
      dueRule(prospectus, planned, name),
      `${name.stageYear(year.started)} begins: ${name.commitment(planned.code)} is due from the ` +
        `${planned.by} on ${longDate(planned.dueOn)}.`,
    ),
    ...concerned.flatMap((fact) => ofFact(fact, prospectus, known, name)),
  ];
  return explained(
    `Level ${told.level} about ${name.commitment(planned.code)}, ${name.stageYear(year.started)}`,
    asOf,
    stands(told, concerned),
    chain,
  );
}

const ABOUT: readonly EventType[] = [
  "CommitmentMet",
  "CommitmentReopened",
  "CommitmentRescheduled",
  "CommitmentWaived",
  "CommitmentMissed",
  "CommitmentEscalated",
  "EscalationWithdrawn",
  "TaskOpened",
];
const EVIDENCE: Partial<Record<EventType, readonly CommitmentKind[]>> = {
  ParticipantNominated: ["teachers"],
  ParticipantReplaced: ["teachers", "meeting"],
  ParticipantReleased: ["teachers", "meeting"],
  AttendanceRecorded: [
    "teachers",
    "session",
    "meeting",
    "headteacher-first-workshop",
    "headteachers-session",
    "headteachers-meeting",
    "release-days",
  ],
  SupportVisitRecorded: ["visit", "in-school-support", "headteacher-meeting"],
  ReleaseDaysRecorded: ["release-days"],
  ActionPlanAgreed: ["action-plan"],
  ReportSubmitted: ["report"],
  EvaluationCompleted: ["evaluation"],
  ThemeChosen: ["theme"],
};

/**
 * What has to do with a commitment: it, what it hangs on, its session's dates, records that may meet it, pauses, who
 * heads the school.
 */
function concerns(event: Recorded, { code, after, kind }: PlannedCommitment): boolean {
  const own = (name: string | null) => name === code || name === after;
  if ("commitment" in event && (ABOUT.includes(event.type) || event.type === "GapTaskCompleted"))
    return own(event.commitment);
  if ("session" in event) return own(event.session);
  if (event.type === "JourneyPaused" || event.type === "SchoolReturned" || event.type === "RecordCorrected")
    return true;
  return EVIDENCE[event.type]?.includes(kind) ?? false;
}

function ofFact(fact: Fact, prospectus: Prospectus | null, known: readonly Fact[], name: Naming): Link[] {
  const { event } = fact;
  if (event.type === "CommitmentMissed") {
    return [link(name, fact, event.ofGroup === undefined ? graceRule(prospectus, event.firstLevel) : OF_GROUP)];
  }
  if (event.type !== "CommitmentEscalated") return [link(name, fact)];
  const sent = performed(known, event.seq);
  return [
    link(name, fact, rungRule(prospectus, event)),
    ...(sent ? [link(name, sent, null, `The letter of level ${event.level} has gone.`)] : []),
  ];
}

const OF_GROUP = ofService(
  "A register that nobody took is the task of its Work Group: nothing is asked of its schools.",
);

function graceRule(prospectus: Prospectus | null, firstLevel: number): Cited | null {
  if (firstLevel === 3)
    return ofService(
      "What a hub itself has missed goes to the hub lead at once; a commitment told at two levels before " +
        "goes on with the third.",
    );
  return (
    prospectus &&
    ofFigure(
      `After its day come ${prospectus.escalation.graceDays.value} days of grace, then 09:00 on a school day.`,
      prospectus.escalation.graceDays,
    )
  );
}

function rungRule(prospectus: Prospectus | null, { level, to }: EventOf<"CommitmentEscalated">): Cited | null {
  const vacant =
    level < 3 && to.includes("applicant") ? " The role is vacant: the one who applied is told instead." : "";
  if (level === 3)
    return ofService(
      "Level 3 is the hub lead, whose task it is to decide: extend, waive, visit, raise a concern, withhold " +
        "or withdraw.",
    );
  if (!prospectus) return null;
  const { toHeadteacherDays, toHubLeadDays } = prospectus.escalation;
  const [days, next] = level === 1 ? [toHeadteacherDays, "headteacher"] : [toHubLeadDays, "hub lead"];
  return ofFigure(
    `Level ${level} is the ${level === 1 ? "lead teachers" : "headteacher"}; if nothing comes in, the ` +
      `${next} is told ${days.value} days later, at 09:00 on a school day.${vacant}`,
    days,
  );
}

const RULE_OF: Record<Exclude<CommitmentKind, "teachers">, (rules: CommitmentRules) => Figure<unknown> | undefined> = {
  session: (rules) => rules.meetings.due,
  meeting: (rules) => rules.meetings.count,
  "headteacher-first-workshop": (rules) => rules.meetings.headteacherAtFirst,
  visit: (rules) => rules.visits?.perTerm ?? rules.visits?.due,
  "in-school-support": (rules) => rules.inSchool?.halfDays,
  "headteachers-session": (rules) => rules.headteachers?.due,
  "headteachers-meeting": (rules) => rules.headteachers?.due,
  "headteacher-meeting": (rules) => rules.visits?.withHeadteacher,
  "release-days": (rules) => rules.releaseDays?.days,
  "gap-task": (rules) => rules.gapTasks?.count,
  "action-plan": (rules) => rules.actionPlan?.due,
  report: (rules) => rules.report?.due,
  evaluation: (rules) => rules.evaluation?.due,
  theme: (rules) => rules.theme?.due,
};

/** What the prospectus asks, with its page. */
function dueRule(prospectus: Prospectus | null, { kind, code }: PlannedCommitment, name: Naming): Cited | null {
  const figure =
    prospectus && (kind === "teachers" ? prospectus.participants.asked : RULE_OF[kind](prospectus.commitments));
  return figure ? ofFigure(`${name.prospectus(prospectus.id)} asks for ${name.commitment(code)}.`, figure) : null;
}

function stands(told: Recorded<EventOf<"CommitmentEscalated">>, concerned: readonly Fact[]): string {
  const after = concerned.map(({ event }) => event).filter((event) => event.seq > told.seq);
  const over = after.find(
    (event) =>
      event.type === "EscalationWithdrawn" ||
      event.type === "CommitmentRescheduled" ||
      event.type === "CommitmentWaived",
  );
  if (over?.type === "CommitmentWaived") return "It stood until the commitment was waived.";
  if (over?.type === "CommitmentRescheduled") return `It stood until a new date was agreed: ${longDate(over.dueOn)}.`;
  if (over) return "It stood until what was missed came in.";
  const higher = after.find((event) => event.type === "CommitmentEscalated");
  if (higher?.type === "CommitmentEscalated") return `It stands, and has gone on to level ${higher.level}.`;
  return "It stands: nothing has come in since.";
}
