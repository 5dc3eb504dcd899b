// A hub has figures of its own where no page states them: the size of a group, when it meets, the days of the ladder
// and of answers, and the themes of a Sustaining year. What a page states, no hub changes.

import { termsOf, ENGLAND } from "../calendar/terms.ts";
import { dueOn } from "./due-on.ts";
import { frozen } from "./frozen.ts";
import { linkFault, withLinks, type HubLink } from "./hub-links.ts";
import { changedBy, type Catalogue } from "./lookup.ts";
import { faultOf, FIGURES, type AsFigure } from "./policy.ts";
import type { Criterion, DueRule, Figure, Prospectus, Theme } from "./prospectus.ts";

/** The figures that are numbers. A grant is none of them: money that no page states, nobody gives. */
export const HUB_NUMBERS = [
  "groupLeast",
  "groupMost",
  "offerDays",
  "offerReminderDays",
  "grantWaitDays",
  "graceDays",
  "toHeadteacherDays",
  "toHubLeadDays",
  "chaserDays",
  "chasersATerm",
] as const;
export type HubNumber = (typeof HUB_NUMBERS)[number];

/** When a session is: in which week of which term. */
export type SessionWeek = Extract<DueRule, { week: number }>;

/** What a hub says of a programme: what it leaves out is as it was. */
export interface HubFigures extends Partial<Record<HubNumber, number>> {
  /** One for each session, in the order in which they are held. */
  sessions?: readonly SessionWeek[];
  themes?: readonly Pick<Theme, "code" | "text">[];
  /** Reasons for an absence beside those there are; none says anything of anybody's health. */
  absence?: readonly Criterion[];
  /** Beside those of the page; they bind nobody, and are set at any time. */
  links?: readonly HubLink[];
}

export type HubFigureName = HubNumber | "sessions" | "themes" | "absence" | "links";

/** What is wrong with a figure: a page states it (`stated-by-page`), or it does not fit (`invalid`). */
export interface FigureFault {
  figure: HubFigureName;
  code: "stated-by-page" | "invalid";
  detail: string;
}

/** What is wrong with the figures that a hub sets for a prospectus, as the page or the assumption has it now. */
export function figureFaults(prospectus: Prospectus, figures: HubFigures): FigureFault[] {
  const numbers = HUB_NUMBERS.flatMap((name) => numberFaults(prospectus, name, figures[name]));
  const faults = [
    ...numbers,
    ...sessionFaults(prospectus, figures.sessions),
    ...themeFaults(prospectus, figures),
    ...absenceFaults(prospectus, figures),
    ...linkFaults(figures),
  ];
  if (faults.length > 0) return faults;
  const size = withFigures(prospectus, "any", figures).groupSize;
  const { groupLeast: least, groupMost: most } = figures;
  return least !== undefined && most !== undefined && size && most < least
    ? [{ figure: "groupMost", code: "invalid", detail: `${most} is less than the least, ${least}.` }]
    : [];
}

/** The prospectus with a hub's figures in the place of assumptions. */
export function withFigures(prospectus: Prospectus, hub: string, figures: HubFigures): Prospectus {
  const as: AsFigure = (value) => ({ value, source: "hub", hub });
  const numbered = HUB_NUMBERS.reduce((so, name) => {
    const value = figures[name];
    return value === undefined ? so : (FIGURES[name]?.apply(so, value, as) ?? so);
  }, prospectus);
  const met = withAbsence(withSessions(numbered, figures.sessions, as), figures.absence, as);
  return withLinks(withThemes(met, figures.themes, as), figures.links, as);
}

/** The catalogue as a hub has it: other hubs' pages are none of its facts, and its own figures stand. */
export function catalogueOfHub(catalogue: Catalogue, hub: string, figures: ReadonlyMap<string, HubFigures>): Catalogue {
  return changedBy(catalogue.forHub(hub), (prospectus) => {
    const own = figures.get(prospectus.id);
    return own === undefined ? prospectus : frozen(withFigures(prospectus, hub, own));
  });
}

/** A figure of a prospectus that a hub may set, as it stands; null where there is none. */
export function figureNow(prospectus: Prospectus, name: HubFigureName): Figure<unknown> | null {
  if (name === "sessions") return prospectus.commitments.meetings.due;
  if (name === "themes") return prospectus.themes;
  if (name === "links") return prospectus.links;
  if (name === "absence") return prospectus.commitments.meetings.absence;
  return FIGURES[name]?.now(prospectus) ?? null;
}

function stated(figure: HubFigureName): FigureFault {
  return { figure, code: "stated-by-page", detail: "The programme’s page states it: no hub changes it." };
}

function numberFaults(prospectus: Prospectus, name: HubNumber, value: number | undefined): FigureFault[] {
  if (value === undefined) return [];
  const now = figureNow(prospectus, name);
  if (now?.source === "seed") return [stated(name)];
  const fault = faultOf(name, value);
  return fault === null ? [] : [{ figure: name, code: "invalid", detail: `${fault}.` }];
}

function sessionFaults(prospectus: Prospectus, weeks: HubFigures["sessions"]): FigureFault[] {
  if (weeks === undefined) return [];
  const { count, due, within } = prospectus.commitments.meetings;
  const fault = (detail: string): FigureFault[] => [{ figure: "sessions", code: "invalid", detail }];
  if (due.source === "seed" || (count.source === "seed" && weeks.length !== count.value)) return [stated("sessions")];
  const terms = termsOf(ENGLAND, prospectus.academicYear);
  const days = weeks.map((week) => dueOn(week, prospectus.academicYear, ENGLAND));
  const outside = days.some((day, index) => {
    const term = terms.find((one) => one.term === weeks[index]?.term);
    return term === undefined || day < term.start || day > term.end;
  });
  if (outside) return fault("Each session is in a week of its term.");
  if (days.some((day, index) => index > 0 && day <= (days[index - 1] ?? "")))
    return fault("Each session is after the one before it.");
  if (within?.source === "seed" && days.some((day) => !inMonths(Number(day.slice(5, 7)), within.value)))
    return [stated("sessions")];
  return [];
}

/** Months of an academic year, which begins in September. */
function inMonths(month: number, { from, to }: { from: number; to: number }): boolean {
  const place = (one: number): number => (one + 3) % 12;
  return place(from) <= place(month) && place(month) <= place(to);
}

function themeFaults({ stage, themes }: Prospectus, { themes: asked }: HubFigures): FigureFault[] {
  if (asked === undefined) return [];
  if (themes?.source === "seed") return [stated("themes")];
  if (stage !== "sustaining")
    return [{ figure: "themes", code: "invalid", detail: "Only a Sustaining year has themes." }];
  const codes = asked.map(({ code }) => code);
  const fits = asked.length > 0 && new Set(codes).size === codes.length;
  return fits ? [] : [{ figure: "themes", code: "invalid", detail: "There is one theme at least, and none twice." }];
}

function absenceFaults({ commitments }: Prospectus, { absence: asked }: HubFigures): FigureFault[] {
  if (asked === undefined) return [];
  const { absence } = commitments.meetings;
  if (absence.source === "seed") return [stated("absence")];
  const codes = [...absence.value, ...asked].map(({ code }) => code);
  const twice = new Set(codes).size < codes.length;
  return twice ? [{ figure: "absence", code: "invalid", detail: "Each code is there once." }] : [];
}

function linkFaults({ links }: HubFigures): FigureFault[] {
  const detail = links === undefined ? null : linkFault(links);
  return detail === null ? [] : [{ figure: "links", code: "invalid", detail }];
}

function withAbsence(prospectus: Prospectus, asked: HubFigures["absence"], as: AsFigure): Prospectus {
  if (asked === undefined) return prospectus;
  const { commitments } = prospectus;
  const { meetings } = commitments;
  const absence = as([...meetings.absence.value, ...asked]);
  return { ...prospectus, commitments: { ...commitments, meetings: { ...meetings, absence } } };
}

/** Gap tasks lie between the sessions: where there are tasks, there is one fewer than there are sessions. */
function withSessions(prospectus: Prospectus, weeks: HubFigures["sessions"], as: AsFigure): Prospectus {
  if (weeks === undefined) return prospectus;
  const { commitments } = prospectus;
  const { meetings, gapTasks } = commitments;
  const count = meetings.count.value === weeks.length ? meetings.count : as(weeks.length);
  return {
    ...prospectus,
    commitments: {
      ...commitments,
      meetings: { ...meetings, count, due: as(weeks) },
      gapTasks: gapTasks && between(weeks, gapTasks, as),
    },
  };
}

type GapTasks = NonNullable<Prospectus["commitments"]["gapTasks"]>;

/** A task is due in the week before the session that follows it, in the same term or before that term begins. */
function between(weeks: readonly SessionWeek[], given: GapTasks, as: AsFigure): GapTasks | null {
  const due = weeks.slice(1).map(({ term, week }, index): DueRule => {
    const before = weeks[index];
    if (before?.term === term) return { term, week: Math.max(before.week + 1, week - 1) };
    return before === undefined ? { term, week } : { term: before.term, beforeEnd: 3 };
  });
  if (due.length === 0) return null;
  return { count: given.count.value === due.length ? given.count : as(due.length), due: as(due) };
}

function withThemes(prospectus: Prospectus, themes: HubFigures["themes"], as: AsFigure): Prospectus {
  if (themes === undefined) return prospectus;
  const { commitments } = prospectus;
  const due = commitments.theme ?? { due: as<DueRule>({ term: "autumn", week: 4 }) };
  return { ...prospectus, themes: as(themes), commitments: { ...commitments, theme: due } };
}
