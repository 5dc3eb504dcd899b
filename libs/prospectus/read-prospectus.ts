// The shape of a prospectus in a file of the catalogue, and what must agree within it.

import { agree } from "./agree.ts";
import { startYear } from "../calendar/academic-years.ts";
import type { LocalDate } from "../calendar/dates.ts";
import { evidenceAsked, visitMayDo, yearEndOf, type EvidenceAsked } from "./evidence-asked.ts";
import { LINK_KINDS } from "./prospectus.ts";
import type {
  ApplicationRules,
  Criterion,
  AfterLastMeeting,
  DueRule,
  Figure,
  Months,
  ParticipantRules,
  ProgrammeLink,
  Prospectus,
  ProspectusTexts,
  ReminderRules,
  Theme,
} from "./prospectus.ts";
import {
  day,
  figure,
  flag,
  line,
  list,
  nullable,
  object,
  oneOf,
  optional,
  paragraph,
  poundsAsPence,
  isTree,
  text,
  whole,
} from "./shape.ts";
import type { Reader, Spot, Tree } from "./shape.ts";

/** What of a prospectus its file's name, basis and revision say; the rest is its body. */
export type Heading = Pick<Prospectus, "id" | "academicYear" | "phase" | "stage" | "revision" | "basis">;

interface Body {
  title: string;
  hub: string;
  window: { opensOn: Figure<LocalDate> | null; closesOn: Figure<LocalDate> | null; how?: string } | null;
  lead: Figure<string>;
  leadMust?: Figure<string>;
  support: Figure<string> | null;
  groupSize: Prospectus["groupSize"];
  participants: Omit<ParticipantRules, "asked"> & { asked?: Figure<number> };
  application: ApplicationRules;
  commitments: EvidenceAsked;
  visitDoes: Figure<readonly Criterion[]> | null;
  yearEnd: Figure<readonly Criterion[]> | null;
  textbookHelp: Figure<boolean> | null;
  escalation: Prospectus["escalation"];
  reminders: { [name in keyof ReminderRules]: ReminderRules[name] | null } | null;
  offerDays: Figure<number>;
  offerReminderDays: Figure<number>;
  grantWaitDays: Figure<number> | null;
  grant: { amount: Figure<number>; purpose: string } | null;
  themes: Figure<readonly Theme[]> | null;
  projectCode: Figure<string> | null;
  links: Figure<readonly ProgrammeLink[]> | null;
  texts: ProspectusTexts;
}

const term = oneOf(["autumn", "spring", "summer"] as const, "term");
const stage = oneOf(["readiness", "development", "embedding", "sustaining"] as const, "stage");
const role = oneOf(
  ["maths-lead", "lead-teacher", "mastery-advocate", "subject-lead", "representative"] as const,
  "role",
);

const code: Reader<string> = (value, spot) => {
  const read = text(value, spot);
  if (typeof read === "string" && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(read))
    spot.report(spot.at, `must be kebab-case, not "${read}"`);
  return read;
};

const monthAndDay: Reader<string> = (value, spot) => {
  const read = text(value, spot);
  if (typeof read === "string" && !/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|30)$/u.test(read))
    spot.report(spot.at, `must be a day of each year, as 06-15, not "${read}"`);
  return read;
};
const inWeek = object<DueRule & { week: number }>({ term, week: whole(1) });
const beforeEnd = object<DueRule & { beforeEnd: number }>({ term, beforeEnd: whole(0) });
const afterLastMeeting = object<AfterLastMeeting>({ term, afterLastMeeting: whole(0), notBefore: monthAndDay });
const dueRule: Reader<DueRule> = (value, spot) => {
  if (isTree(value) && "afterLastMeeting" in value) return afterLastMeeting(value, spot);
  return (isTree(value) && "beforeEnd" in value ? beforeEnd : inWeek)(value, spot);
};
const due = figure(dueRule);
const dues = figure(list(dueRule));
const dueOnly = nullable(object<{ due: Figure<DueRule> }>({ due }));
const count = figure(whole(1));
const yesOrNo = figure(flag);

const criterion = object<Criterion>({ code, text });
const codes = figure(list(criterion, (read) => read.code));
const month: Reader<number> = (value, spot) => {
  const read = whole(1)(value, spot);
  if (typeof read === "number" && read > 12) spot.report(spot.at, `must be a month from 1 to 12, not ${read}`);
  return read;
};
const theme = object<Theme>({
  code,
  text: paragraph,
  closed: optional(text),
  visits: optional(count),
  after: optional(oneOf(["readiness", "development", "embedding", "sustaining"], "stage")),
});
const lines = list(line);

const readBody = object<Body>({
  title: text,
  hub: code,
  window: nullable(object({ opensOn: nullable(figure(day)), closesOn: nullable(figure(day)), how: optional(text) })),
  lead: figure(text),
  leadMust: optional(figure(text)),
  support: nullable(figure(text)),
  groupSize: nullable(object({ least: count, most: count })),
  participants: object<Body["participants"]>({
    roles: figure(list(role, (read) => read)),
    asked: optional(count),
    most: nullable(count),
    mathsLeadAmongThem: yesOrNo,
    experiencedAdvocateAmongThem: yesOrNo,
    representatives: nullable(count),
  }),
  application: object<ApplicationRules>({
    stateFundedOnly: yesOrNo,
    criteria: nullable(codes),
    reasonsMostWords: nullable(count),
    seniorLeaderSupport: figure(oneOf(["required", "expected", "not-asked"] as const)),
    prior: figure(oneOf(["none", "development", "any-stage-or-specialist"] as const)),
    anotherRoute: nullable(figure(object({ stage, yearsBefore: whole(1), route: text }))),
    notYetDeveloping: yesOrNo,
    statements: nullable(figure(list(criterion, (read) => read.code))),
    group: yesOrNo,
  }),
  commitments: object<EvidenceAsked>({
    meetings: object({
      count,
      length: figure(oneOf(["half-day", "full-day"] as const)),
      due: dues,
      headteacherAtFirst: yesOrNo,
      within: nullable(figure(object<Months>({ from: month, to: month }))),
      separate: nullable(yesOrNo),
      absence: nullable(codes),
    }),
    visits: nullable(object({ perTerm: optional(count), due: dues, withHeadteacher: yesOrNo })),
    headteachers: dueOnly,
    inSchool: nullable(
      object({ halfDays: count, mostHalfDays: nullable(count), betweenTeachers: nullable(yesOrNo), due }),
    ),
    releaseDays: nullable(object({ days: count, due })),
    gapTasks: nullable(object({ count, due: dues })),
    actionPlan: dueOnly,
    report: dueOnly,
    evaluation: dueOnly,
    theme: dueOnly,
  }),
  visitDoes: nullable(codes),
  yearEnd: nullable(codes),
  textbookHelp: nullable(yesOrNo),
  escalation: object({
    graceDays: figure(whole(0)),
    toHeadteacherDays: figure(whole(1)),
    toHubLeadDays: figure(whole(1)),
  }),
  reminders: nullable(
    object({
      chaserDays: nullable(figure(whole(0))),
      chasersATerm: nullable(count),
      headteacherCopied: nullable(yesOrNo),
    }),
  ),
  offerDays: count,
  offerReminderDays: count,
  grantWaitDays: nullable(count),
  grant: nullable(object({ amount: figure(poundsAsPence, "pounds"), purpose: text })),
  themes: nullable(figure(list(theme, (read) => read.code))),
  projectCode: nullable(figure(text)),
  links: nullable(
    figure(list(object<ProgrammeLink>({ kind: oneOf(LINK_KINDS, "kind"), text, address: nullable(text) }))),
  ),
  texts: object<ProspectusTexts>({
    about: paragraph,
    involves: lines,
    benefits: lines,
    outcomes: lines,
    whoCanApply: lines,
    expectations: lines,
    cost: paragraph,
    howToApply: paragraph,
    afterwards: paragraph,
    disruption: nullable(paragraph),
  }),
});

/**
 * Reads the body of a prospectus (all but its heading): every fault goes to `spot.report`, and with one there is no
 * prospectus. An undated window is open from 1 January before the academic year to the 31 August before it, for
 * Sustaining to 31 March in it
 * (libs/prospectus/README.md).
 */
export function readProspectus(body: Tree, heading: Heading, spot: Spot): Prospectus | null {
  let faults = 0;
  const counting: Spot = {
    ...spot,
    report: (path, fault) => {
      faults += 1;
      spot.report(path, fault);
    },
  };
  const read = readBody(body, counting);
  if (faults > 0) return null;
  const { grant, window, reminders, commitments, visitDoes, yearEnd, ...rest } = read;
  const year = startYear(heading.academicYear);
  const undated = "no page dates it";
  const prospectus: Prospectus = {
    ...heading,
    ...rest,
    window: {
      ...window,
      opensOn: window?.opensOn ?? { value: `${year}-01-01`, source: "assumption", because: undated },
      closesOn: window?.closesOn ?? undatedEnd(heading, undated),
    },
    participants: { ...rest.participants, asked: askedOf(rest.participants) },
    commitments: evidenceAsked(commitments),
    visitDoes: visitMayDo(visitDoes),
    yearEnd: yearEndOf(yearEnd),
    reminders: remindersOf(reminders, commitments),
    grantWaitDays: rest.grantWaitDays ?? {
      value: 28,
      source: "assumption",
      because: "no page says for how long the decision on a grant may be put off",
    },
    grant: grant && { amountPence: grant.amount, purpose: grant.purpose },
  };
  agree(prospectus, (path, fault) => counting.report(spot.at === "" ? path : `${spot.at}.${path}`, fault));
  return faults > 0 ? null : prospectus;
}

/** Schools still enrol for Sustaining after its sessions began, until the spring; for all else before its year. */
function undatedEnd({ stage: of, academicYear }: Heading, undated: string): Figure<LocalDate> {
  const year = startYear(academicYear);
  return of === "sustaining"
    ? {
        value: `${year + 1}-03-31`,
        source: "assumption",
        because: "schools enrol within the year; no page says how long",
      }
    : { value: `${year}-08-31`, source: "assumption", because: undated };
}

/** The sentence that says how many a school may send says how many are wanted; else two (assumption). */
function askedOf({ asked, representatives, most }: Body["participants"]): Figure<number> {
  const because = "the pages that say how many teachers a school names say two";
  return asked ?? representatives ?? most ?? { value: 2, source: "assumption", because };
}

/**
 * No page speaks of chasers or of copies: where a page gives the headteacher a part of their own, the headteacher reads
 * along.
 */
function remindersOf(given: Body["reminders"], { meetings, visits }: EvidenceAsked): ReminderRules {
  const assumed = <T>(value: T): Figure<T> => ({
    value,
    source: "assumption",
    because: "no page says how a school is reminded",
  });
  return {
    chaserDays: given?.chaserDays ?? assumed(2),
    chasersATerm: given?.chasersATerm ?? assumed(3),
    headteacherCopied: given?.headteacherCopied ?? {
      value: meetings.headteacherAtFirst.value || visits?.withHeadteacher.value === true,
      source: "assumption",
      because: "copied where the page gives the headteacher a part of their own",
    },
  };
}
