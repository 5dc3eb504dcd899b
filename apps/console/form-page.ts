// A form, as HTML: every field under its label, what is wrong at its top and at the field, what was typed still there.

import { randomUUID } from "node:crypto";
import { allIn, textIn, type Choice, type FormField, type Typed } from "./form-fields.ts";
import type { Fault } from "./faults.ts";
import { html, type Html } from "./html.ts";

/**
 * `key`: makes the request repeatable, a double click one command. `token`: that the form was made for this very
 * sign-in.
 */
export interface FormState {
  action: string;
  token: string;
  key: string;
  typed: Typed;
  faults: readonly Fault[];
}
export interface FormWords {
  button: string;
  warns?: boolean;
}

/** A key for a form that is made now. */
export const newKey = (): string => `${randomUUID()}.1`;

/** The key of the same form, put right: a new request. */
export function nextKey(key: string): string {
  const [form = "", times = "1"] = key.split(".");
  return `${form}.${Number(times) + 1}`;
}

/** What stays the same of a form's key, however often it is put right. */
export const formOf = (key: string): string => key.split(".")[0] ?? key;

/** Under which id a field stands on the page. */
export const idOf = (name: string): string => `f-${name.replaceAll(".", "-")}`;

/** A whole form. `extra`: what stands between its fields and its button. */
export function form(
  fields: readonly FormField[],
  state: FormState,
  words: FormWords,
  extra: Html | null = null,
): Html {
  return html`${faultSummary(state.faults)}
<form class="form" method="post" action="${state.action}" novalidate>${hidden(state)}
${fields.map((field) => fieldOf(field, state))}
${extra}<p><button class="button ${words.warns === true ? "warns" : "first"}">${words.button}</button></p></form>`;
}

/** What every form brings back. */
export function hidden({ token, key }: Pick<FormState, "token" | "key">): Html {
  return html`<input type="hidden" name="token" value="${token}"><input type="hidden" name="key" value="${key}">`;
}

/** What was typed, carried on unseen; not what every form brings back by itself. */
export function carried({ token: _, key: __, ...typed }: Typed): Html {
  const kept = Object.keys(typed).flatMap((name) =>
    allIn(typed, name).map((value) => html`<input type="hidden" name="${name}" value="${value}">`),
  );
  return html`${kept}`;
}

/** What is wrong, all at once, each with the way to its field. */
export function faultSummary(faults: readonly Fault[]): Html | null {
  if (faults.length === 0) return null;
  return html`<div class="faults" role="alert" aria-labelledby="faults-title"><h2 id="faults-title">Nothing was
    recorded yet</h2>
<ul>${faults.map(
    ({ field, text }) =>
      html`<li>${
        field === null
          ? text
          : html`<a
  href="#${idOf(field)}">${text}</a>`
      }</li>`,
  )}</ul></div>`;
}

/**
 * A form that was looked at: what would come of it, then the same once more, filled in, to confirm it or to change it.
 * `seen`: the version that was looked at.
 */
export function confirmation(
  consequences: readonly string[],
  seen: number,
  state: FormState,
  { button, warns }: FormWords,
): Html {
  return html`<div class="note"><p><strong>Nothing is recorded yet.</strong>
    ${consequences.length === 0 ? "Nothing would change." : "If you confirm, this happens at once:"}</p>
${consequences.length === 0 ? null : html`<ul>${consequences.map((one) => html`<li>${one}</li>`)}</ul>`}</div>
<form class="form" method="post" action="${state.action}">${hidden(state)}${carried(state.typed)}<input
  type="hidden" name="seen" value="${seen}">
<p><button class="button ${warns === true ? "warns" : "first"}">${button}</button> <button name="change"
  value="yes">Change it first</button></p></form>`;
}

function fieldOf(field: FormField, state: FormState): Html {
  const fault = state.faults.find((one) => one.field === field.name)?.text ?? null;
  const id = idOf(field.name);
  const says = [field.hint === undefined ? null : `${id}-hint`, fault === null ? null : `${id}-fault`]
    .filter((one) => one !== null)
    .join(" ");
  const told = html`${
    field.hint === undefined
      ? null
      : html`<div class="hint"
    id="${id}-hint">${field.hint}</div>`
  }${
    fault === null
      ? null
      : html`<span class="fault"
      id="${id}-fault">${fault}</span>`
  }`;
  const about = html`${says === "" ? null : html` aria-describedby="${says}"`}${
    fault === null
      ? null
      : html`
    aria-invalid="true"`
  }`;
  const label = html`${field.label}${
    field.required || field.kind === "tick"
      ? null
      : html` <span class="may">(if you
    like)</span>`
  }`;
  const wrap = (inner: Html): Html => html`<div class="field${fault === null ? "" : " wrong"}">${inner}</div>`;
  switch (field.kind) {
    case "tick":
      return wrap(
        html`${told}<label class="pick"><input type="checkbox" id="${id}" name="${field.name}"
          value="yes"${about}${textIn(state.typed, field.name) === "" ? null : html` checked`}> ${label}</label>`,
      );
    case "yes-no":
      return wrap(
        picks(
          field,
          "radio",
          [
            { value: "yes", words: "Yes" },
            { value: "no", words: "No" },
          ],
          { id, label, told, about },
          state.typed,
        ),
      );
    case "one-of":
      return wrap(picks(field, "radio", field.choices, { id, label, told, about }, state.typed));
    case "many-of":
      return wrap(picks(field, "checkbox", field.choices, { id, label, told, about }, state.typed));
    default:
      return wrap(
        html`<label for="${id}">${label}</label>${told}${control(field, id, about, textIn(state.typed, field.name))}`,
      );
  }
}

interface Around {
  id: string;
  label: Html;
  told: Html;
  about: Html;
}

function picks(
  field: FormField,
  type: "radio" | "checkbox",
  choices: readonly Choice[],
  { id, label, told, about }: Around,
  typed: Typed,
): Html {
  const chosen = allIn(typed, field.name);
  // The first of them bears the field's id: there the summary of faults leads.
  const line = ({ value, words, hint, open }: Choice, index: number): Html =>
    html`<label class="pick"><input type="${type}"${index === 0 ? html` id="${id}"` : null} name="${field.name}"
      value="${value}"${chosen.includes(value) ? html` checked` : null}${open === false ? html` disabled` : null}>
        ${words}${hint === undefined ? null : html`<span class="hint">${hint}</span>`}</label>`;
  return html`<fieldset${about}><legend>${label}</legend>${told}${choices.map(line)}</fieldset>`;
}

function control(field: FormField, id: string, about: Html, value: string): Html {
  const { name } = field;
  switch (field.kind) {
    case "words":
      return html`<textarea id="${id}" name="${name}" rows="5"${about}>
${value}</textarea>`;
    case "select":
      return html`<select id="${id}"
        name="${name}"${about}>${
          field.required && field.choices.length === 1
            ? null
            : html`<option
          value="">${field.required ? "Choose" : "–"}</option>`
        }${field.choices.map(
          (one) =>
            html`<option value="${one.value}"${one.value === value ? html` selected` : null}${
              one.open === false
                ? html`
            disabled`
                : null
            }>${one.words}</option>`,
        )}</select>`;
    case "date":
      return html`<input type="date" id="${id}" name="${name}" value="${value}"${about}>`;
    case "time":
      return html`<input class="short" type="time" id="${id}" name="${name}" value="${value}"${about}>`;
    case "url":
      return html`<input type="url" id="${id}" name="${name}" value="${value}" autocomplete="off"${about}>`;
    case "number":
      return html`<input class="short" type="number" id="${id}" name="${name}" value="${value}" min="${field.step}"
        max="${field.most}" step="${field.step}"${about}>`;
    case "pounds":
      return html`<input class="short" inputmode="decimal" id="${id}" name="${name}" value="${value}"${about}>`;
    case "email":
      return html`<input type="email" id="${id}" name="${name}" value="${value}" autocomplete="off"${about}>`;
    default:
      return html`<input type="text" id="${id}" name="${name}" value="${value}" autocomplete="off"${about}>`;
  }
}
