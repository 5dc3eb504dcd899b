// A programme as the hub has it: what the page states, what the hub has decided and what is assumed, told apart.

import type { HubFigureName, HubFigures } from "../../../libs/prospectus/hub-figures.ts";
import type { Figure } from "../../../libs/prospectus/prospectus.ts";
import type { FiguresForeseen, HubProgramme } from "../../../libs/service/hubs/figures.ts";
import type { StaffChoice } from "../../../libs/service/hubs/staff.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import type { Html } from "../html.ts";
import { inWords, moment, programmeInWords, programmeOfId } from "../words.ts";
import { FIGURE_LABELS, FIGURE_NAMES, figureInText } from "./figures-form.ts";

/** What template programmes-of-hub.njk is filled with. */
export interface ProgrammesView {
  programmes: readonly {
    name: string;
    phase: string;
    decided: string;
    href: string;
    words: string;
    whose: string;
  }[];
}

/** The view model of the list of programmes, each with the way to its figures. */
export function programmesView(programmes: readonly HubProgramme[]): ProgrammesView {
  return {
    programmes: programmes.map(({ id, stage, phase, academicYear, open, figures }) => {
      const own = figures.filter(({ figure }) => figure?.source === "hub").map(({ name }) => FIGURE_LABELS[name]);
      return {
        name: `${inWords(stage)} ${academicYear}`,
        phase,
        decided: own.length === 0 ? "Nothing" : own.join("; "),
        href: `/figures/${id}`,
        words: open ? "Look and change" : "Look; change its links",
        whose: ` at the figures of ${inWords(stage)} ${academicYear}, ${phase}`,
      };
    }),
  };
}

/** Who says so: in a word, by its colour, and with what more there is to say. */
interface SaidBy {
  words: string;
  look: string;
  more: string;
}
/** What template figures.njk is filled with. `change`: the form; null for who may not. */
export interface FiguresView {
  done: string | null;
  programme: string;
  figures: readonly { name: string; stands: readonly string[]; saidBy: SaidBy }[];
  decisions: readonly string[];
  follows: FollowsView | null;
  change: Html | null;
}
/** What would follow of a decision, for one who is about to take it. */
export interface FollowsView {
  changed: number;
  schools: number;
  rows: readonly { words: string; now: number; then: number }[];
  groups: string;
}

/** The view model of one programme. `staff`: who is called what, of those who decided. */
export function figuresView(
  programme: HubProgramme,
  {
    change,
    done = false,
    follows = null,
    staff,
  }: { change: Html | null; done?: boolean; follows?: FollowsView | null; staff: readonly StaffChoice[] },
): FiguresView {
  const { figures, decisions } = programme;
  return {
    done: done ? "The figures stand as you set them." : null,
    programme: programmeInWords(programme),
    figures: figures.map(({ name, figure }) => ({
      name: FIGURE_LABELS[name],
      stands: figureInText(name, figure).split("\n"),
      saidBy: saidBy(figure),
    })),
    decisions: decisions.map(({ figures: set, reason, setBy, setAt }) => {
      const who = staff.find(({ id }) => id === setBy)?.name ?? "somebody at your hub";
      return `${moment(setAt)}, by ${who}: ${decisionInText(set)}. Why: ${reason}`;
    }),
    follows,
    change,
  };
}

/** The view model of what would follow. `called`: what Work Groups are called. */
export function followsView({ whatIf, groups }: FiguresForeseen, called: GroupNaming): FollowsView {
  const { now, then, changed } = whatIf;
  const row = (words: string, what: "reminders" | "missed" | "escalations" | "tasks" | "lapsed") => ({
    words,
    now: now[what],
    then: then[what],
  });
  return {
    changed: changed.length,
    schools: now.journeys,
    rows: [
      row("Reminders", "reminders"),
      row("Promises missed", "missed"),
      row("Letters up the ladder", "escalations"),
      row("Tasks for you", "tasks"),
      row("Offers that lapse", "lapsed"),
    ],
    groups: groups.map(called).join(", "),
  };
}

function saidBy(figure: Figure<unknown> | null): SaidBy {
  if (figure === null) return { words: "Nobody", look: "govuk-tag--grey", more: "" };
  if (figure.source === "seed")
    return { words: "Page", look: "govuk-tag--blue", more: `${figure.at.under}, sentence ${figure.at.sentence}` };
  return figure.source === "hub"
    ? { words: "Your hub", look: "govuk-tag--green", more: "" }
    : { words: "Assumed", look: "govuk-tag--yellow", more: because(figure) };
}

/** A year that was rolled forward from another says so by an id of that year's programme. */
function because({ because: why = "" }: { because?: string }): string {
  const before = why.startsWith(ROLLED) ? why.slice(ROLLED.length) : null;
  return before === null ? why : `As in ${programmeOfId(before)}`;
}
const ROLLED = "rolled forward from ";

function decisionInText(figures: HubFigures): string {
  const set = FIGURE_NAMES.flatMap((name: HubFigureName) => {
    const value = figures[name];
    const text = figureInText(name, { value, source: "hub", hub: "" }).split("\n").join("; ");
    return value === undefined ? [] : [`${FIGURE_LABELS[name]}: ${text}`];
  });
  return set.length === 0 ? "all as the page or the assumption has it" : set.join("; ");
}
