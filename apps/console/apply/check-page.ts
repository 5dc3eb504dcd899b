// All answers of an application on one page, each with the way to change it, before it is sent.

import { hubName } from "../../../libs/letters/words.ts";
import type { Applying } from "../../../libs/service/intake/programmes.ts";
import type { Fault } from "../faults.ts";
import { allIn, textIn, type FormField, type Typed } from "../form-fields.ts";
import { carried, hidden, idOf, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import type { SummaryListOptions } from "../look/options.ts";
import { errorSummary } from "../look/parts.ts";
import { inWords } from "../words.ts";
import { partnersIn } from "./application-body.ts";
import type { Step, StepName } from "./application-fields.ts";

/** What template check.njk is filled with. */
export interface CheckView {
  faults: Html | null;
  school: string;
  programme: string;
  instead: Html | null;
  sections: readonly { title: string; rows: SummaryListOptions["rows"] }[];
  to: string | null;
  action: string;
  hidden: Html;
  later: string;
}

/** Who is asked, and what of the application is known beside what was typed. `names`: of schools, by URN. */
export interface Checked {
  applying: Applying;
  steps: readonly Step[];
  names: ReadonlyMap<string, string>;
  addressOf: (step: StepName | "") => string;
}

/** The view model. `instead`: another programme, where the rules point to one. */
export function checkView(
  { applying, steps, names, addressOf }: Checked,
  state: FormState,
  instead: Html | null,
): CheckView {
  const { prospectus, school, urn, hub } = applying;
  const { typed, faults } = state;
  const shown = steps.filter(({ name }) => name !== "schools" || textIn(typed, "group.wished") === "yes");
  const chosen = hub ?? textIn(typed, "hub");
  return {
    faults: summaryOf(faults, steps, addressOf),
    school: school?.name ?? `School ${urn}`,
    programme: `${inWords(prospectus.stage)} ${prospectus.academicYear}, ${prospectus.phase}`,
    instead,
    sections: shown.map((step) => ({
      title: step.title,
      rows:
        step.name === "schools"
          ? [partnersRow(typed, names, faults, addressOf("schools"))]
          : step.fields.map((field) => rowOf(field, typed, faults, changing(addressOf(step.name), field.name))),
    })),
    to: chosen === "" ? null : hubName(chosen),
    action: state.action,
    hidden: html`${hidden(state)}${carried(typed)}`,
    later: addressOf(""),
  };
}

/** A page of questions, from which one comes back here. */
const changing = (address: string, field: string): string => `${address}&then=check#${idOf(field)}`;

function summaryOf(faults: readonly Fault[], steps: readonly Step[], addressOf: Checked["addressOf"]): Html | null {
  if (faults.length === 0) return null;
  const list = faults.map(({ field, text }) => {
    const step = steps.find(({ fields }) => fields.some(({ name }) => name === field));
    if (step === undefined || field === null) return { text };
    return { text, href: step.name === "schools" ? addressOf("schools") : changing(addressOf(step.name), field) };
  });
  return errorSummary("Nothing was sent yet.", list);
}

function rowOf(
  field: FormField,
  typed: Typed,
  faults: readonly Fault[],
  href: string,
): SummaryListOptions["rows"][number] {
  const fault = faults.find((one) => one.field === field.name);
  return {
    key: { text: field.label },
    value: { html: html`${fault === undefined ? null : faultIn(fault)}${answerTo(field, typed)}`.text },
    actions: { items: [{ href, text: "Change", visuallyHiddenText: `: ${field.label}` }] },
  };
}

const faultIn = ({ text }: Fault): Html =>
  html`<p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${text}</p>`;

/** What was answered, in the words of the question. */
function answerTo(field: FormField, typed: Typed): Html | string {
  const chosen = allIn(typed, field.name).filter((one) => one.trim() !== "");
  if (chosen.length === 0) return field.required ? "Not answered yet" : "Not given";
  if (field.kind === "tick") return "Yes";
  if (field.kind === "yes-no") return chosen[0] === "yes" ? "Yes" : "No";
  if (!("choices" in field)) return chosen.join(", ");
  const words = field.choices.filter(({ value }) => chosen.includes(value)).map((one) => one.words);
  const [first = "", ...more] = words;
  return more.length === 0
    ? first
    : html`<ul class="govuk-list govuk-list--bullet">${words.map((one) => html`<li>${one}</li>`)}</ul>`;
}

function partnersRow(
  typed: Typed,
  names: ReadonlyMap<string, string>,
  faults: readonly Fault[],
  href: string,
): SummaryListOptions["rows"][number] {
  const lines = partnersIn(typed).map(
    ({ urn, relationship }) => html`<li>${names.get(urn) ?? `School ${urn}`}: ${relationship}</li>`,
  );
  const wrong = faults.filter(({ field }) => field?.startsWith("group.schools.") === true).map(faultIn);
  return {
    key: { text: "Schools" },
    value: {
      html: html`${wrong}${lines.length === 0 ? "None is named yet" : html`<ul class="govuk-list">${lines}</ul>`}`.text,
    },
    actions: { items: [{ href, text: "Change", visuallyHiddenText: ": schools to be placed with" }] },
  };
}
