// Why a request was turned down, as a person reads it on the form they sent.

import { isLocalDate } from "../../libs/calendar/dates.ts";
import { listed } from "../../libs/journey/sentences.ts";
import type { RejectionCode } from "../../libs/journey/rejection.ts";
import type { Refusal } from "../../libs/service/refusal.ts";
import type { Say } from "../../libs/words/say.ts";
import { faultsInWords, sentenceOfRejection } from "../../libs/words/rejection.ts";
import { partsOfDate, textIn, type FormField, type Typed } from "./form-fields.ts";
import { TO_PERSON } from "./words.ts";

/** `field`: at which field it lies; null: at the whole. `instead`: the id of a programme that the rules point to. */
export interface Fault {
  field: string | null;
  text: string;
  instead?: string;
}

/** Which field of a form a rule speaks of, the first of these that the form has. */
const FIELDS: Partial<Record<RejectionCode, readonly string[]>> = {
  "criteria-missing": ["criteria"],
  "criteria-unknown": ["criteria"],
  "reasons-missing": ["reasons"],
  "reasons-too-long": ["reasons"],
  "expectations-not-accepted": ["understandsExpectations"],
  "slt-support-required": ["seniorLeaderSupports"],
  "reason-required": ["reason", "steps"],
  "theme-unknown": ["theme"],
  "theme-closed": ["theme"],
  "one-theme-only": ["theme"],
  "in-the-future": ["on"],
  "group-full": ["workGroup"],
  "wrong-group": ["workGroup"],
  "lead-not-fit": ["leadRole", "secondYearDone"],
  "unknown-commitment": ["commitment"],
  "unknown-session": ["session"],
  "unknown-participant": ["participant", "present"],
  "role-not-allowed": ["role"],
  "maths-lead-required": ["role"],
  "experienced-advocate-required": ["experienced", "role"],
  "representatives-must-commit": ["releasedForAllSessions", "role"],
};

/** What happens between a form and the service, as the person who sent the form reads it. */
const WORDS: Partial<Record<RejectionCode, string>> = {
  "version-conflict": "Something has happened here since you looked: look once more at what would come of it.",
};

/** What a problem says, field by field. `say`: how its reader sees what the rules know by code. */
export function faultsOf(problem: Refusal, fields: readonly FormField[], typed: Typed, say: Say = TO_PERSON): Fault[] {
  const { errors, rejection } = problem;
  const found = rejection ? faultsInWords(rejection, say) : errors;
  if (problem.code === "invalid" && found !== undefined && found.length > 0)
    return withoutRepeats(
      found.map(({ pointer, detail }) => faultAt(pointer, detail, fields, typed)),
      fields,
      typed,
    );
  const field = FIELDS[problem.code]?.find((name) => fields.some((one) => one.name === name)) ?? null;
  const says = rejection ? sentenceOfRejection(rejection, say) : problem.detail;
  const instead = rejection?.code === "another-route" && "with" in rejection ? rejection.with?.["prospectus"] : null;
  return [{ field, text: WORDS[problem.code] ?? says, ...(typeof instead === "string" && { instead }) }];
}

/** What the form asks for and nobody has filled in, in the order of its fields. */
export function blanksIn(fields: readonly FormField[], typed: Typed): Fault[] {
  return fields
    .filter((field) => field.required && isEmpty(field, typed))
    .map((field) => ({ field: field.name, text: blankIn(field) }));
}

const isEmpty = ({ name }: FormField, typed: Typed): boolean => textIn(typed, name).trim() === "";

/** What the field before it says already. */
function withoutRepeats(found: readonly Fault[], fields: readonly FormField[], typed: Typed): Fault[] {
  const silent = fields.filter((one) => one.blank === null && isEmpty(one, typed)).map(({ name }) => name);
  return found.filter(({ field }) => field === null || !silent.includes(field));
}

/** All that is wrong, each field once: what the service says goes before what the form says; in the form's order. */
export function together(fields: readonly FormField[], ...found: readonly (readonly Fault[])[]): Fault[] {
  const all: Fault[] = [];
  for (const fault of found.flat())
    if (fault.field === null || !all.some(({ field }) => field === fault.field)) all.push(fault);
  const place = ({ field }: Fault): number => fields.findIndex(({ name }) => name === field);
  return all.sort((a, b) => place(a) - place(b));
}

function at({ label }: FormField, says: string): string {
  return `${label}${label.endsWith("?") ? "" : ":"} ${says}`;
}

function faultAt(pointer: string, detail: string, fields: readonly FormField[], typed: Typed): Fault {
  const path = pointer.slice(1).replaceAll("/", ".");
  // `/present/2` lies in the field `present`.
  const field =
    fields.find(({ name }) => name === path) ??
    fields.find(({ name }) => path.startsWith(`${name}.`)) ??
    fields.find(({ name }) => name.startsWith(`${path}.`)) ??
    // Somebody who is made known first is a request of their own: `/firstName` lies in `contact.firstName`.
    fields.find(({ name }) => name.endsWith(`.${path}`));
  if (field === undefined) return { field: null, text: detail };
  return { field: field.name, text: isEmpty(field, typed) ? blankIn(field) : at(field, what(field, typed, detail)) };
}

const ASKS = ["Why", "What", "Which", "Who", "Whose", "How", "When", "On which", "Up to which", "By when", "To whom"];
const OWN_NAMES = ["Work Group", "Maths Hub", "URN"];

/** What is wrong with a field that was left empty: `Enter the teacher’s first name`, `Choose the role`. */
function blankIn({ blank, label, kind }: FormField): string {
  if (typeof blank === "string") return blank;
  if (label.endsWith("?")) return `Answer “${label}”`;
  if (kind === "tick") return `Tick “${label}”`;
  const name = OWN_NAMES.some((one) => label.startsWith(one)) ? label : label.charAt(0).toLowerCase() + label.slice(1);
  if (ASKS.some((word) => label.startsWith(word))) return `Say ${name}`;
  const whose = /^(?:your|the|an?|its|their) /u.test(name) ? name : `the ${name}`;
  return `${kind === "one-of" || kind === "many-of" || kind === "select" ? "Choose" : "Enter"} ${whose}`;
}

/** What keeps three fields from being a date. */
function noDate(parts: ReturnType<typeof partsOfDate>): string {
  const missing = parts.filter(({ value }) => value.trim() === "").map(({ part }) => `a ${part}`);
  return missing.length > 0 ? `It must include ${listed(missing)}.` : "Enter a real date, such as 18 11 2026.";
}

const ADDRESS = "email is an address such as";
const WRITE_AN_ADDRESS = "Write an address such as name@school.example.";

function what(field: FormField, all: Typed, detail: string): string {
  const typed = textIn(all, field.name);
  if (field.kind === "time" && !/^\d\d:\d\d$/u.test(typed)) return "Write a time such as 13:30.";
  if (field.kind === "url" && !/^https:/iu.test(typed)) return "Write an address that begins with https://";
  if (field.kind === "date" && !isLocalDate(typed)) return noDate(partsOfDate(all, field.name));
  if (field.kind === "number")
    return `Write a number${field.step < 1 ? ", halves allowed" : ""}, at most ${field.most}.`;
  if (field.kind === "pounds") return "Write an amount in pounds, such as 900 or 900.50.";
  if (field.kind === "telephone") return "Write a number such as 01632 960 001.";
  if (field.kind === "email")
    return detail.startsWith(ADDRESS) ? detail.replace(ADDRESS, "Write an address such as") : WRITE_AN_ADDRESS;
  return detail;
}
