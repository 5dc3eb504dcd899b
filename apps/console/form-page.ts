// A form, as HTML: every field under its label, what is wrong at its top and at the field, what was typed still there.

import { randomUUID } from "node:crypto";
import { fieldShown } from "./form-controls.ts";
import { allIn, type FormField, type Typed } from "./form-fields.ts";
import type { Fault } from "./faults.ts";
import { html, type Html } from "./html.ts";
import { button, errorSummary } from "./look/parts.ts";

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

/** What a form that is made now brings. */
export const newForm = (token: string): Omit<FormState, "action"> => ({ token, key: newKey(), typed: {}, faults: [] });

/** The key of the same form, put right: a new request. */
export function nextKey(key: string): string {
  const [form = "", times = "1"] = key.split(".");
  return `${form}.${Number(times) + 1}`;
}

/** What stays the same of a form's key, however often it is put right. */
export const formOf = (key: string): string => key.split(".")[0] ?? key;

/** Under which id a field stands on the page. */
export const idOf = (name: string): string => `f-${name.replaceAll(".", "-")}`;

/**
 * A whole form. `extra`: what stands between its fields and its button. `beside`: other buttons, after the one that
 * Enter presses.
 */
export function form(
  fields: readonly FormField[],
  state: FormState,
  words: FormWords,
  extra: Html | null = null,
  beside: Html | null = null,
): Html {
  return html`${faultSummary(state.faults)}
<form class="form" method="post" action="${state.action}" novalidate>${hidden(state)}
${fields.map((field) => fieldShown(field, idOf(field.name), state))}
${extra}${button(words.button, { look: words.warns === true ? "warns" : "main" })}${beside}</form>`;
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

/** What is wrong, all at once, each with the way to its field. `title`: what has not come of it. */
export function faultSummary(faults: readonly Fault[], title = "Nothing was recorded yet."): Html | null {
  if (faults.length === 0) return null;
  return errorSummary(
    title,
    faults.map(({ field, text }) => ({ text, ...(field !== null && { href: `#${idOf(field)}` }) })),
  );
}
