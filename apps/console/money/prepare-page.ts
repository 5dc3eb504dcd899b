// What a payment run would come to: what goes in, with its sum, and what does not, each with why; the form that
// prepares it stands below, once there is something to go in.

import { pounds } from "../../../libs/journey/sentences.ts";
import type { GoesIn, RunAhead, StaysOut } from "../../../libs/service/money/run-ahead.ts";
import { grantCauseInWords } from "../../../libs/words/grant-causes.ts";
import { fieldShown } from "../form-controls.ts";
import { faultSummary, hidden, idOf, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { filterForm } from "../look/parts.ts";
import { day, stageYear } from "../words.ts";
import { inAddress } from "./budgets-page.ts";
import { PREPARE_FIELDS } from "./run-actions.ts";

interface Line {
  school: string;
  href: string;
  grant: string;
  why: string;
  amount: string;
}
/** What template prepare.njk is filled with. */
export interface PrepareView {
  faults: Html | null;
  /** The form by which another day is looked at. */
  other: Html;
  check: {
    says: string;
    warns: string | null;
    goesIn: readonly (Line & { released: string; keptBack: string; net: string })[];
    total: { amount: string; keptBack: string; net: string };
    staysOut: readonly (Line & { decide: boolean })[];
    outSays: string;
    /** Null where nothing would go in, or another run is taking grants. */
    form: { action: string; hidden: Html; button: string } | null;
  } | null;
}

const WHY: Readonly<Record<Exclude<StaysOut["why"], "asks">, string>> = {
  "in-run": "It is in a payment run already.",
  "after-cut-off": "It was released after this day.",
  "one-approval": "One person has approved it, and a second has to.",
  "no-approval": "Nobody has approved it yet.",
  "being-released": "It has just been released, and is being made ready: look again in a moment.",
};

/** The view model. `found`: null where the day that was asked for is none. */
export function prepareView(found: RunAhead | null, state: FormState): PrepareView {
  const [field] = PREPARE_FIELDS;
  const shown = field === undefined ? [] : [fieldShown(field, idOf(field.name), state)];
  return {
    faults: faultSummary(state.faults),
    other: filterForm(state.action, shown, "Check up to this day"),
    check: found === null ? null : checkOf(found, state),
  };
}

function checkOf(found: RunAhead, state: FormState): NonNullable<PrepareView["check"]> {
  const { cutOff, goesIn, staysOut, more, gathering } = found;
  const many = `${goesIn.length} ${goesIn.length === 1 ? "payment" : "payments"}`;
  const none = goesIn.length === 0;
  return {
    says: none
      ? `No grant that was released up to ${day(cutOff)} waits for a run, so there is none to prepare.`
      : `Up to ${day(cutOff)} the run has ${many}: ${pounds(found.netPence)} to be paid.`,
    warns: gathering === null ? null : "Another run is taking grants just now. When it has them, look again.",
    goesIn: goesIn.map((one) => ({
      ...lineOf(one, "Two people have approved it."),
      released: one.releasedAt === null ? "" : day(one.releasedAt),
      keptBack: one.keptBackPence === 0 ? "–" : pounds(one.keptBackPence),
      net: pounds(one.netPence),
    })),
    total: {
      amount: pounds(found.grossPence),
      keptBack: pounds(found.keptBackPence),
      net: pounds(found.netPence),
    },
    staysOut: staysOut.map(({ because, ...one }) => ({
      ...lineOf(one, because.why === "asks" ? grantCauseInWords(because.cause, because.paid) : WHY[because.why]),
      decide: because.why === "asks",
    })),
    outSays: outSays(staysOut, more),
    form:
      none || gathering !== null
        ? null
        : {
            action: state.action,
            // The day that was looked at, not the one on which the form is sent.
            hidden: html`${hidden(state)}<input type="hidden" name="cutOff" value="${cutOff}">`,
            button: `Prepare the run`,
          },
  };
}

function outSays(staysOut: RunAhead["staysOut"], more: boolean): string {
  const sum = pounds(staysOut.reduce((whole, { amountPence }) => whole + amountPence, 0));
  const many = `${staysOut.length} ${staysOut.length === 1 ? "grant stays" : "grants stay"} out: ${sum}.`;
  return more ? `${many} There are more than are shown here.` : many;
}

const lineOf = (one: Omit<GoesIn, "keptBackPence" | "netPence">, why: string): Line => ({
  school: one.school ?? `School ${one.urn}`,
  href: `/journeys/${one.journey}/why/grants/${inAddress(one.academicYear)}`,
  grant: stageYear(one),
  why,
  amount: pounds(one.amountPence),
});
