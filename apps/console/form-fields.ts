// What a form asks, as data; and what was typed into it, as the body of a request. Names of fields are paths into that
// body (`contact.email`), as its JSON pointers are.

import type { Html } from "./html.ts";
import { pickedUrn, type Among } from "./search/suggestions.ts";

/** `open: false`: shown with why it cannot be taken now. */
export interface Choice {
  value: string;
  words: string;
  hint?: string;
  open?: boolean;
}

interface Asked {
  name: string;
  label: string;
  hint?: string | Html;
  required: boolean;
  /** What is said where it was left empty, if its label does not make it; null: the field before it says it. */
  blank?: string | null;
}
export type FormField = Asked &
  (
    | { kind: "line" | "email" | "telephone" | "url" | "date" | "time" | "pounds" | "tick" | "yes-no" }
    /** A school, by its name, place, postcode or URN; `among`: those that are suggested. */
    | { kind: "school"; among: Among }
    /** `mostWords`: they are counted while somebody writes. */
    | { kind: "words"; mostWords?: number }
    | { kind: "number"; step: number; most: number }
    | {
        kind: "one-of" | "select" | "many-of";
        choices: readonly Choice[];
        /** The values are numbers. */ numbers?: true;
      }
  );

/** What came with a form, by name. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What stands in a field, as text; the first where there are several. */
export function textIn(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

/** All that was chosen under a name. */
export function allIn(typed: Typed, name: string): readonly string[] {
  const value = typed[name];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

const PARTS = ["day", "month", "year"] as const;
type DatePart = (typeof PARTS)[number];

/** What was typed, with each date that came as three fields also as one: `on` of `on-day`, `on-month` and `on-year`. */
export function withDates(typed: Typed): Typed {
  const dates = Object.keys(typed)
    .filter((field) => field.endsWith("-day"))
    .map((field) => field.slice(0, -"-day".length))
    .filter((name) => PARTS.every((part) => typed[`${name}-${part}`] !== undefined));
  return { ...typed, ...Object.fromEntries(dates.map((name) => [name, dateOf(typed, name)])) };
}

/** `2026-11-08` of 8, 11 and 2026; nothing of nothing; what is no date stays for the service to turn down. */
function dateOf(typed: Typed, name: string): string {
  const [day = "", month = "", year = ""] = PARTS.map((part) => textIn(typed, `${name}-${part}`).trim());
  if (day + month + year === "") return "";
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** What stands in the three fields of a date: as typed, else of the date as it is known. */
export function partsOfDate(typed: Typed, name: string): { part: DatePart; value: string }[] {
  const [year = "", month = "", day = ""] = textIn(typed, name).split("-");
  const known = { day: unpadded(day), month: unpadded(month), year };
  const parts = PARTS.some((part) => typed[`${name}-${part}`] !== undefined);
  return PARTS.map((part) => ({ part, value: parts ? textIn(typed, `${name}-${part}`) : known[part] }));
}

const unpadded = (text: string): string => (text.startsWith("0") ? text.slice(1) : text);

/**
 * The body of the request that a form stands for. What was left empty is not in it: the service says what is missing.
 */
export function bodyFrom(fields: readonly FormField[], typed: Typed): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    const value = valueIn(field, typed);
    if (value !== undefined) put(body, field.name.split("."), value);
  }
  return body;
}

function put(body: Record<string, unknown>, [first = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    body[first] = value;
    return;
  }
  const inner = body[first];
  const under = typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : {};
  body[first] = under;
  put(under, rest, value);
}

function valueIn(field: FormField, typed: Typed): unknown {
  if (field.kind === "many-of") return [...allIn(typed, field.name)];
  const text = textIn(typed, field.name).trim();
  if (field.kind === "tick") return text === "" ? undefined : true;
  if (text === "") return undefined;
  switch (field.kind) {
    case "yes-no":
      return text === "yes" ? true : text === "no" ? false : text;
    // What is no number goes on as it is: the service says so.
    case "number":
      return numberIn(text);
    case "one-of":
    case "select":
      return field.numbers === true ? numberIn(text) : text;
    case "pounds":
      return penceIn(text);
    case "school":
      return pickedUrn(text) ?? text;
    default:
      return text;
  }
}

const numberIn = (text: string): number | string => (Number.isFinite(Number(text)) ? Number(text) : text);

/** `£1,000.50` as 100050; what is no amount stays text. */
function penceIn(text: string): number | string {
  const [, pounds, pence = ""] = /^£?([\d,]+)(?:\.(\d{2}))?$/u.exec(text.replaceAll(" ", "")) ?? [];
  return pounds === undefined ? text : Number(pounds.replaceAll(",", "")) * 100 + Number(pence);
}
