// The form by which a hub tries a year: what it asks, and what is supposed by it. It stands in the address, by opaque
// ids alone, so that a trial can be kept and sent on.

import { dateWithWeekday } from "../../../libs/calendar/long-dates.ts";
import { TRIED_FIGURES, type TriedFigure, type YearAsked } from "../../../libs/service/ahead/try-year.ts";
import type { ToTry } from "../../../libs/service/ahead/what-to-try.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import type { Fault } from "../faults.ts";
import { bodyFrom, textIn, type Choice, type FormField, type Typed } from "../form-fields.ts";
import { FIGURE_LABELS } from "../hub/figures-form.ts";
import { inWords, low, programmeInWords } from "../words.ts";

/** So many schools and sessions are asked for on the page; a program may name more. */
const SCHOOLS = ["school-1", "school-2", "school-3"] as const;
const SESSIONS = ["session-1", "session-2"] as const;
const dayOf = (session: string): string => `to-${session}`;
const ORDER = ["first", "second", "third"] as const;

const LABELS: Readonly<Record<TriedFigure, string>> = { ...FIGURE_LABELS, grant: "Grant, in pounds" };

/** What the form asks, in three parts. */
export interface TryFields {
  schools: readonly FormField[];
  sessions: readonly FormField[];
  figure: readonly FormField[];
}

/** The fields, with what can be chosen. `called`: what Work Groups are called. */
export function tryFields({ schools, sessions, programmes }: ToTry, called: GroupNaming): TryFields {
  const withdraws = schools.map(({ journey, urn, phase, school }): Choice => {
    const twice = schools.filter((one) => one.urn === urn).length > 1;
    return { value: journey, words: `${school ?? `School ${urn}`}${twice ? `, ${phase}` : ""}` };
  });
  const moves = sessions.map(({ workGroup, session, on }): Choice => ({
    value: `${workGroup}/${session}`,
    words: `${called(workGroup)}, ${low(session)}: ${dateWithWeekday(on)}`,
  }));
  const select = (name: string, label: string, choices: readonly Choice[]): FormField => ({
    ...{ kind: "select", name, label, choices, required: false },
  });
  return {
    schools: SCHOOLS.map((name, no) => select(name, `The ${ORDER[no]} school`, withdraws)),
    sessions: SESSIONS.flatMap((name, no): FormField[] => [
      select(name, `The ${ORDER[no]} session`, moves),
      { kind: "date", name: dayOf(name), label: `Day of the ${ORDER[no]} session then`, required: false },
    ]),
    figure: [
      select(
        "programme",
        "Programme",
        programmes.map((one) => ({ value: one.id, words: programmeInWords(one) })),
      ),
      select(
        "figure",
        "Which figure",
        TRIED_FIGURES.map((name) => ({ value: name, words: LABELS[name] })),
      ),
      { kind: "number", name: "value", label: "What it would be", required: false, step: 1, most: MOST },
    ],
  };
}
const MOST = 100_000;

/** All of them, in the form's order. */
export const allFields = ({ schools, sessions, figure }: TryFields): FormField[] => [
  ...schools,
  ...sessions,
  ...figure,
];

/** What is supposed by what was typed, or what is wrong with it; null where nothing was. */
export function supposedIn(fields: TryFields, typed: Typed): { asked: YearAsked } | { faults: Fault[] } | null {
  const body = bodyFrom(allFields(fields), typed);
  const text = (name: string): string => textIn(typed, name).trim();
  const faults: Fault[] = [];
  const fault = (field: string, says: string): void => void faults.push({ field, text: says });
  for (const name of SESSIONS) {
    if (text(name) !== "" && text(dayOf(name)) === "") fault(dayOf(name), "Enter the day on which the session is then");
    if (text(name) === "" && text(dayOf(name)) !== "") fault(name, "Choose the session that moves to this day");
    if (text(dayOf(name)) !== "" && !/^\d{4}-\d\d-\d\d$/u.test(text(dayOf(name))))
      fault(dayOf(name), "Enter a real date, such as 18 11 2026");
  }
  const whole = ["programme", "figure", "value"].filter((name) => text(name) !== "");
  if (whole.length > 0) {
    if (text("programme") === "") fault("programme", "Choose the programme whose figure changes");
    if (text("figure") === "") fault("figure", "Choose the figure that changes");
    if (text("value") === "") fault("value", "Enter what the figure would be");
    else if (!/^\d{1,6}$/u.test(text("value"))) fault("value", "Enter a whole number, such as 14");
  }
  if (faults.length > 0) return { faults };
  const withdraw = SCHOOLS.map(text).filter((one) => one !== "");
  const move = SESSIONS.filter((name) => text(name) !== "").map((name) => {
    const [workGroup = "", session = ""] = text(name).split("/");
    return { workGroup, session, on: text(dayOf(name)) };
  });
  const name = body["figure"] as TriedFigure;
  const value = Number(body["value"]) * (name === "grant" ? 100 : 1);
  const figure = whole.length === 0 ? null : { programme: text("programme"), name, value };
  return withdraw.length + move.length === 0 && figure === null ? null : { asked: { withdraw, move, figure } };
}

/** At which field something lies that the service says of the `no`th school or session, or of a figure. */
export function fieldOf(pointer: string, typed: Typed): string | null {
  const [, what = "", no = "0"] = /^\/(withdraws|moves)\/(\d+)$/u.exec(pointer) ?? [];
  const chosen = (names: readonly string[]): string | null =>
    names.filter((name) => textIn(typed, name).trim() !== "")[Number(no)] ?? null;
  if (what === "withdraws") return chosen(SCHOOLS);
  if (what === "moves") return chosen(SESSIONS);
  return pointer === "/until" ? null : "value";
}

/** What is supposed, a sentence each, as whoever asked for it reads it. */
export function supposedInWords({ schools, sessions, figure }: TryFields, typed: Typed): string[] {
  const chosen = (field: FormField | undefined): string => {
    const value = field === undefined ? "" : textIn(typed, field.name).trim();
    return (field && "choices" in field ? field.choices.find((one) => one.value === value)?.words : undefined) ?? "";
  };
  const day = (name: string): string => textIn(typed, dayOf(name)).trim();
  const [programme, which] = figure;
  return [
    ...schools
      .map(chosen)
      .filter(Boolean)
      .map((name) => `${name} withdraws.`),
    ...sessions
      .filter((field) => field.kind === "select" && chosen(field) !== "")
      .map((field) => `${chosen(field)} – is on ${dateWithWeekday(day(field.name))} instead.`),
    ...(chosen(programme) === ""
      ? []
      : [`${inWords(chosen(which))}: ${textIn(typed, "value").trim()}. ${chosen(programme)}.`]),
  ];
}
