// A year tried out, as a hub looks at it: how much of everything there is and would be, then what changes, school by
// school. Nothing of it is kept.

import { listed, pounds } from "../../../libs/journey/sentences.ts";
import type { Of, TriedTotals } from "../../../libs/rehearsal/forward/try-year.ts";
import type { YearTried } from "../../../libs/service/ahead/try-year.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { faultSummary, idOf } from "../form-page.ts";
import { fieldShown } from "../form-controls.ts";
import type { Fault } from "../faults.ts";
import type { FormField, Typed } from "../form-fields.ts";
import type { Html } from "../html.ts";
import { day, low } from "../words.ts";
import type { TryFields } from "./try-year-form.ts";

/** One line that changes. `what`: a letter, a task …; `was`, `is`: its day as things are, and then. */
interface Line {
  what: string;
  says: string;
  was: string;
  is: string;
}
/** What changes for one school. `href`: of its page. */
interface OfSchool {
  name: string;
  href: string;
  says: string;
  lines: readonly Line[];
}
/** Both futures beside each other. */
export interface ResultView {
  supposed: readonly string[];
  until: string;
  compared: string;
  rows: readonly { words: string; now: string; then: string; more: string }[];
  groups: readonly { name: string; href: string; says: readonly string[] }[];
  schools: readonly OfSchool[];
}
/** What template try-year.njk is filled with. */
export interface TryYearView {
  faults: Html | null;
  schools: readonly Html[];
  sessions: readonly Html[];
  figure: readonly Html[];
  result: ResultView | null;
}

/** The view model. `result`: null before anything was asked. */
export function tryYearView(
  fields: TryFields,
  { typed, faults }: { typed: Typed; faults: readonly Fault[] },
  result: ResultView | null,
): TryYearView {
  const shown = (of: readonly FormField[]): Html[] =>
    of.map((one) => fieldShown(one, idOf(one.name), { typed, faults }));
  return {
    faults: faultSummary(faults, "Nothing was tried yet."),
    schools: shown(fields.schools),
    sessions: shown(fields.sessions),
    figure: shown(fields.figure),
    result,
  };
}

/** The view model of what was found. `supposed`: in words; `called`: what Work Groups are called. */
export function resultView(found: YearTried, supposed: readonly string[], called: GroupNaming): ResultView {
  const { now, then, until, compared, differences, schools } = found;
  const journeys = [...new Set(differences.map(({ journey }) => journey))];
  return {
    supposed,
    until: day(until),
    compared: compared === 1 ? "the one school that it concerns" : `the ${compared} schools that it concerns`,
    rows: rowsOf(now, then),
    groups: [...new Set(found.groups.map(({ workGroup }) => workGroup))].map((id) => ({
      name: called(id),
      href: `/groups/${id}`,
      says: found.groups.filter(({ workGroup }) => workGroup === id).map(({ says }) => named(says, schools)),
    })),
    schools: journeys.map((journey) => {
      const own = differences.filter((one) => one.journey === journey);
      return {
        name: schools.get(journey) ?? "A school",
        href: `/journeys/${journey}`,
        says: inShort(own),
        lines: own.map(({ of, says, to, now: was, then: is }) => ({
          what: WORDS[of],
          says: of === "letter" ? `“${says}” to ${listed(to.map((role) => `the ${low(role)}`))}` : says,
          was: was === null ? "–" : day(was),
          is: is === null ? "Does not come" : day(is),
        })),
      };
    }),
  };
}

/** The rules know a school by its URN alone. */
function named(says: string, schools: YearTried["schools"]): string {
  return [...schools].reduce(
    (words, [journey, name]) => words.replaceAll(`URN ${journey.slice(0, journey.indexOf("-"))}`, name),
    says,
  );
}

const WORDS: Readonly<Record<Of, string>> = {
  news: "At once",
  letter: "Letter",
  task: "Task",
  promise: "Due",
  grant: "Grant",
  year: "Its way",
};

function rowsOf(now: TriedTotals, then: TriedTotals): ResultView["rows"] {
  const row = (words: string, what: keyof TriedTotals, said: (value: number) => string = String) => {
    const by = then[what] - now[what];
    const more = by === 0 ? "No change" : `${said(Math.abs(by))} ${by > 0 ? "more" : "fewer"}`;
    const less = what === "grantsPence" && by < 0 ? `${said(-by)} less` : more;
    return { words, now: said(now[what]), then: said(then[what]), more: less };
  };
  return [
    row("Letters to people", "letters"),
    row("Tasks for your hub", "tasks"),
    row("Things that fall due", "promises"),
    row("Grants that come due", "grants"),
    row("Money of these grants", "grantsPence", pounds),
  ];
}

/** How many lines of each kind change: `12 letters, 3 things due`. */
function inShort(lines: YearTried["differences"]): string {
  const counted = KINDS.flatMap(([of, one, several]) => {
    const many = lines.filter((line) => line.of === of).length;
    return many === 0 ? [] : [`${many} ${many === 1 ? one : several}`];
  });
  return listed(counted);
}
const KINDS: readonly (readonly [Of, one: string, several: string])[] = [
  ["news", "thing recorded at once", "things recorded at once"],
  ["letter", "letter", "letters"],
  ["task", "task", "tasks"],
  ["promise", "thing due", "things due"],
  ["grant", "grant", "grants"],
  ["year", "step on its way", "steps on its way"],
];
