// One decision on several schools: why, what would come of it for each, and who of a group completed its year.

import type { CameOf } from "../../../libs/service/commands/to-each.ts";
import type { GroupOutcomesList, SchoolOutcome } from "../../../libs/service/work-groups/outcomes.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import type { Page } from "../desk.ts";
import type { Fault } from "../faults.ts";
import { fieldShown } from "../form-controls.ts";
import { textIn, type FormField } from "../form-fields.ts";
import { carried, faultSummary, hidden, type FormState, idOf } from "../form-page.ts";
import { formShown } from "../form-view.ts";
import { html, type Html } from "../html.ts";
import type { SelectOptions } from "../look/options.ts";
import { filledIn } from "../look/templates.ts";
import { day, inWords, toPerson } from "../words.ts";

type State = Omit<FormState, "action">;
/** What is decided: its title, where its form goes, and the way back. `names`: of the schools, by journey. */
export interface Together {
  words: { title: string; action: string; back: string };
  names: ReadonlyMap<string, string>;
  again(faults: readonly Fault[], key: string): Page;
}

const REASON: FormField = { kind: "words", name: "reason", label: "Why", required: true };

/** Why it is decided so, for all of these schools. */
export function reasonPage({ title, action }: Together["words"], schools: readonly string[], state: State): Page {
  const which = schools.length === 1 ? "one school" : `these ${schools.length} schools`;
  const says = `For ${which}: ${schools.join(", ")}. First you see what would come of it for each.`;
  const carries = carried({ ...state.typed, reason: undefined });
  return { title, body: formShown([REASON], { ...state, action }, { says, button: "Continue" }, carries) };
}

/** What template together.njk is filled with. `confirm`: of what was only looked at, where anything would be taken. */
export interface TogetherView {
  looked: boolean;
  taken: number;
  all: number;
  back: string;
  confirm: { action: string; hidden: Html; button: string } | null;
  lines: readonly { name: string; href: string; comes: string }[];
}

/** What would come of it, or what came, school by school. `called`: what Work Groups are called. */
export function togetherView(
  { words: { action, back }, names }: Pick<Together, "words" | "names">,
  came: readonly CameOf[],
  { looked, called, state }: { looked: boolean; called: GroupNaming; state: State },
): TogetherView {
  const taken = came.filter(({ outcome }) => outcome === "accepted").length;
  const sends = html`${hidden(state)}${carried({ ...state.typed, confirm: "yes" })}`;
  const button = `Confirm for ${taken === 1 ? "one school" : `${taken} schools`}`;
  return {
    looked,
    taken,
    all: came.length,
    back,
    confirm: looked && taken > 0 ? { action, hidden: sends, button } : null,
    lines: came.map(({ journey, because }) => ({
      name: names.get(journey) ?? `School ${journey.slice(0, 6)}`,
      href: `/journeys/${journey}`,
      comes:
        because === null ? (looked ? "Would be taken" : "Recorded") : sentenceOfRejection(because, toPerson(called)),
    })),
  };
}

/** What template outcomes.njk is filled with. `decide`: how each is decided; null: a form of its own, or none. */
export interface OutcomesView {
  /** The day from which it is proposed, where that is still to come. */
  later: string | null;
  faults: Html | null;
  form: { action: string; hidden: Html; reason: Html } | null;
  schools: readonly {
    name: string;
    href: string;
    places: string;
    before: string;
    comesTo: string;
    stands: string;
    says: string;
    readiness: string | null;
    decide: SelectOptions | null;
  }[];
}

/** What the meetings say is chosen already, from the day on which they say it. */
export function outcomesView(
  workGroup: string,
  { from, schools }: GroupOutcomesList,
  mayConfirm: boolean,
  state: State,
): OutcomesView {
  const open = mayConfirm && schools.some(({ readiness }) => !readiness);
  return {
    later: schools.some(({ proposed }) => proposed === null) ? day(from) : null,
    faults: faultSummary(state.faults),
    form: open
      ? {
          action: `/groups/${workGroup}/outcomes`,
          hidden: hidden(state),
          reason: fieldShown(REASON, idOf(REASON.name), state),
        }
      : null,
    schools: schools.map((one) => ({
      name: named(one),
      href: `/journeys/${one.journey}`,
      places: `${one.filled} of ${one.places}`,
      before: [
        ...(one.before === 0 ? [] : [`${one.before} of them at meetings before it came`]),
        ...(one.letGo === 0 ? [] : [`for ${one.letGo} of them nobody had to come`]),
      ].join("; "),
      comesTo: one.proposed === null ? `From ${day(from)}` : inWords(one.proposed),
      stands: one.decided === null ? inWords(one.outcome) : one.decided ? "Completed" : "Not completed",
      says: !mayConfirm && one.decided === null ? "Not decided yet" : "",
      readiness: mayConfirm && one.readiness ? `/journeys/${one.journey}/confirm-readiness` : null,
      decide: mayConfirm && !one.readiness ? choice(one, textIn(state.typed, `as.${one.journey}`)) : null,
    })),
  };
}

function choice(one: SchoolOutcome, typed: string): SelectOptions {
  const chosen = typed || (one.decided === null && one.proposed === "completed" ? "completed" : "");
  const item = (value: string, text: string) => ({ value, text, selected: chosen === value });
  return {
    id: `as-${one.journey}`,
    name: `as.${one.journey}`,
    label: { text: named(one), classes: "govuk-visually-hidden" },
    formGroup: { classes: "govuk-!-margin-bottom-0" },
    items: [item("", "Leave as it is"), item("completed", "Completed"), item("not-completed", "Not completed")],
  };
}

/** The page of who of a group completed its year. `group`: its id, and what it is called. */
export const outcomesPage = (
  group: { id: string; name: string },
  list: GroupOutcomesList,
  mayConfirm: boolean,
  state: State,
): Page => ({
  title: `Who completed the year: ${group.name}`,
  body: filledIn("hub/outcomes.njk", outcomesView(group.id, list, mayConfirm, state)),
});

const named = ({ school, urn }: SchoolOutcome): string => school ?? `School ${urn}`;
