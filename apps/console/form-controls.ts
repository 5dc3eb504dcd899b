// One field of a form, by the component that its kind asks for.

import type { Fault } from "./faults.ts";
import { allIn, partsOfDate, textIn, type Choice, type FormField, type Typed } from "./form-fields.ts";
import type { Html } from "./html.ts";
import type { Says } from "./look/options.ts";
import { characterCount, checkboxes, dateInput, input, radios, select, textarea } from "./look/parts.ts";
import { suggests } from "./search/suggestions.ts";

/** A field under the id given, with its hint, what was typed and what is wrong with it. */
export function fieldShown(
  field: FormField,
  id: string,
  { typed, faults }: { typed: Typed; faults: readonly Fault[] },
): Html {
  const fault = faults.find((one) => one.field === field.name)?.text;
  const { name, hint } = field;
  const told = {
    ...(hint !== undefined && { hint: said(hint) }),
    ...(fault !== undefined && { errorMessage: { text: fault } }),
  };
  const label = { text: called(field), classes: "govuk-label--s" };
  const fieldset = { legend: { text: called(field), classes: "govuk-fieldset__legend--s" } };
  const value = textIn(typed, name);
  switch (field.kind) {
    case "tick":
      return checkboxes({
        idPrefix: id,
        name,
        items: [{ value: "yes", text: field.label, checked: value !== "" }],
        ...told,
      });
    case "yes-no":
      return radios({ idPrefix: id, name, fieldset, classes: "govuk-radios--inline", items: yesNo(value), ...told });
    case "one-of":
      return radios({ idPrefix: id, name, fieldset, items: picks(field.choices, [value]), ...told });
    case "many-of":
      return checkboxes({ idPrefix: id, name, fieldset, items: picks(field.choices, allIn(typed, name)), ...told });
    case "date":
      return dateInput({ id: `${id}-parts`, fieldset, items: dateItems(name, id, typed, fault), ...told });
    case "words":
      if (field.mostWords !== undefined)
        return characterCount({ id, name, label, value, rows: "10", maxwords: String(field.mostWords), ...told });
      return textarea({ id, name, label, value, rows: "5", ...told });
    case "select":
      return select({ id, name, label, items: options(field, value), ...told });
    default:
      return input({ id, name, label, value, ...control(field), ...told });
  }
}

/** A day by which a list is narrowed, or up to which it goes: three fields; their address holds what was typed. */
export const dayFilter = (name: string, label: string, day: string): Html =>
  fieldShown({ kind: "date", name, label, required: true }, `f-${name}`, { typed: { [name]: day }, faults: [] });

/** What a field is called, with whether it may be left empty. */
const called = ({ label, required }: FormField): string => (required ? label : `${label} (optional)`);

const said = (words: string | Html): Says => (typeof words === "string" ? { text: words } : { html: words.text });

const yesNo = (chosen: string): { value: string; text: string; checked: boolean }[] =>
  [
    { value: "yes", text: "Yes" },
    { value: "no", text: "No" },
  ].map((one) => ({ ...one, checked: one.value === chosen }));

const picks = (choices: readonly Choice[], chosen: readonly string[]) =>
  choices.map(({ value, words, hint, open }) => ({
    value,
    text: words,
    checked: chosen.includes(value),
    ...(hint !== undefined && { hint: { text: hint } }),
    ...(open === false && { disabled: true }),
  }));

function options({ required, choices }: { required: boolean; choices: readonly Choice[] }, chosen: string) {
  const none = { value: "", text: required ? "Choose" : "–" };
  return [
    ...(required && choices.length === 1 ? [] : [none]),
    ...choices.map(({ value, words, open }) => ({
      value,
      text: words,
      selected: value === chosen,
      ...(open === false && { disabled: true }),
    })),
  ];
}

const WIDTH = { day: "2", month: "2", year: "4" } as const;

/** The first of the three bears the field's id: there the summary of faults leads. */
const dateItems = (name: string, id: string, typed: Typed, fault: string | undefined) =>
  partsOfDate(typed, name).map(({ part, value }) => ({
    id: part === "day" ? id : `${id}-${part}`,
    name: `${name}-${part}`,
    label: part.charAt(0).toUpperCase() + part.slice(1),
    value,
    error: fault !== undefined,
    classes: `govuk-input--width-${WIDTH[part]}`,
  }));

/** How what goes into one line is typed. */
function control(field: FormField) {
  switch (field.kind) {
    case "time":
      return { type: "time", classes: "govuk-input--width-5" };
    case "number":
      return { inputmode: field.step < 1 ? "decimal" : "numeric", classes: "govuk-input--width-4" };
    case "pounds":
      return { inputmode: "decimal", classes: "govuk-input--width-5", prefix: { text: "£" } };
    case "telephone":
      return { type: "tel", autocomplete: "off", classes: "govuk-input--width-20" };
    case "school":
      return { autocomplete: "off", spellcheck: false, attributes: suggests(field.among) };
    case "email":
    case "url":
      return { type: field.kind, autocomplete: "off", spellcheck: false };
    default:
      return { autocomplete: "off" };
  }
}
