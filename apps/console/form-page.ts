// What every form brings and brings back, and what is wrong with it, at its top.

import { randomUUID } from "node:crypto";
import { allIn, type Typed } from "./form-fields.ts";
import type { Fault } from "./faults.ts";
import { html, type Html } from "./html.ts";
import { errorSummary } from "./look/parts.ts";

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
