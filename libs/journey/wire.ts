// From what a person or a file sends to a command that may be kept: the shape is checked, and names, addresses and free
// text are parted from it. The caller puts those into the people store (a rehearsal forgets them); the command carries
// ids.

import { isAcademicYear } from "../calendar/academic-years.ts";
import { isLocalDate } from "../calendar/dates.ts";
import { COMMAND_FIELDS } from "./command-fields.ts";
import type { Field, FieldKind, Fields } from "./field.ts";
import { TASK_DECISIONS } from "./commands.ts";
import { readContact, readWords, type Words } from "./contact.ts";
import { inField, type FieldFault, type Rejection } from "./rejection.ts";
import { STAGES } from "../prospectus/prospectus.ts";

export { COMMAND_FIELDS } from "./command-fields.ts";

/** The names callers may use: the commands of COMMAND_FIELDS. */
export type WireName = keyof typeof COMMAND_FIELDS;

export interface Contact {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
}
export interface Sealed {
  data: Record<string, unknown>;
  texts: { id: string; text: string }[];
  contact: Contact | null;
  /** Of a person who is known: what is otherwise. It is kept under this id until the command is accepted. */
  correction?: { id: string; words: Partial<Words> };
}

type NewId = (kind: "text" | "person", field: string) => string;
/** Kinds that are read as they are. */
type Plain = Exclude<
  FieldKind,
  "text" | "link" | "contact" | "name" | "address" | "telephone" | "group" | "word" | "list"
>;

/** Is this a command that callers may send? */
export function isCommandName(text: string): text is WireName {
  return Object.hasOwn(COMMAND_FIELDS, text);
}

/**
 * Checks `body` against the command's fields and parts personal data from it. `newId` names a text or a person by the
 * field it stands in, so that a retry can name it alike. Fields the command does not know are ignored. Rejects with
 * `invalid`, every fault by JSON pointer.
 */
export function seal(name: WireName, body: unknown, newId: NewId): Sealed | { rejection: Rejection } {
  return sealFields(COMMAND_FIELDS[name], body, newId);
}

/** The same for a command of these fields. */
export function sealFields(fields: Fields, body: unknown, newId: NewId): Sealed | { rejection: Rejection } {
  const given = body === undefined || body === null ? {} : body;
  if (!isRecord(given)) return invalid([{ pointer: "", detail: "Send an object with the fields of the command." }]);
  const sealed: Sealed = { data: {}, texts: [], contact: null };
  const faults: FieldFault[] = [];
  takeAll(fields, given, sealed, faults, newId);
  return faults.length > 0 ? invalid(faults) : sealed;
}

function takeAll(
  fields: Fields,
  given: Record<string, unknown>,
  sealed: Sealed,
  faults: FieldFault[],
  newId: NewId,
): void {
  if (Object.values(fields).some(isWord)) takeWords(given, sealed, faults, newId);
  for (const [key, field] of Object.entries(fields)) {
    const value = isWord(field) ? null : given[key];
    if (value === undefined || value === null) {
      if (field.required) faults.push({ pointer: `/${key}`, detail: `${key} is missing. ${field.note}.` });
      continue;
    }
    take(key, field, value, sealed, faults, newId);
  }
}

/** The rejection that lists what does not fit. */
export function invalid(errors: readonly FieldFault[]): { rejection: Rejection } {
  return { rejection: { code: "invalid", why: "fields", errors } };
}

/** Words as a person counts them: runs of characters between white space. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== "").length;
}

function take(key: string, field: Field, value: unknown, sealed: Sealed, faults: FieldFault[], newId: NewId): void {
  if (field.kind === "text") takeText(key, value, sealed, faults, newId);
  else if (field.kind === "link") takeLink(key, value, sealed, faults, newId);
  else if (field.kind === "contact") takeContact(key, value, sealed, faults, newId);
  else if (isOfWords(field.kind)) return;
  else if (field.kind === "group") takeGroup(key, value, sealed, faults, newId);
  else if (field.kind === "list" && field.words?.some((word) => word === value)) sealed.data[key] = value;
  else if (field.kind === "list") takeList(key, field.items ?? {}, value, sealed, faults, newId);
  else if (field.kind === "word") {
    if (field.words?.some((word) => word === value)) sealed.data[key] = value;
    else faults.push({ pointer: `/${key}`, detail: `${key} is one of ${field.words?.join(", ")}.` });
  } else {
    const read = READERS[field.kind](value);
    if (read === undefined) faults.push({ pointer: `/${key}`, detail: `${key} is ${EXPECTED[field.kind]}.` });
    else sealed.data[key === "amount" ? "amountPence" : key] = read;
  }
}

function takeText(key: string, value: unknown, sealed: Sealed, faults: FieldFault[], newId: NewId): void {
  if (typeof value !== "string") {
    faults.push({ pointer: `/${key}`, detail: `${key} is text.` });
    return;
  }
  const text = value.trim();
  // A blank text is no text: the rule that asks for one says so with its own code.
  if (text === "") return;
  const id = newId("text", key);
  sealed.texts.push({ id, text });
  sealed.data[key] = { id, words: countWords(text) };
}

/** Longer than any meeting's address. */
const MOST_LINK = 2_000;

/** An address to click: it may let whoever has it in, so it is put away as words of people are. */
function takeLink(key: string, value: unknown, sealed: Sealed, faults: FieldFault[], newId: NewId): void {
  const link = typeof value === "string" ? value.trim() : value;
  if (link === "" || isWebAddress(link)) takeText(key, link, sealed, faults, newId);
  else faults.push({ pointer: `/${key}`, detail: `${key} is an address that begins with https://.` });
}

/** Nothing that is no plain address of a page: letters and pages make a link of it. */
function isWebAddress(value: unknown): boolean {
  if (typeof value !== "string" || value.length > MOST_LINK || !/^https:\/\/[^\s<>"'`]+$/iu.test(value)) return false;
  const url = URL.parse(value);
  return url !== null && url.protocol === "https:" && url.username === "" && url.password === "";
}

function takeContact(key: string, value: unknown, sealed: Sealed, faults: FieldFault[], newId: NewId): void {
  const { contact, faults: found } = readContact(isRecord(value) ? value : {}, `/${key}`);
  faults.push(...found);
  const id = newId("person", key);
  sealed.contact = { id, ...contact };
  sealed.data[key] = id;
}

const isWord = ({ kind }: Field): boolean => isOfWords(kind);
const isOfWords = (kind: FieldKind): kind is "name" | "address" | "telephone" =>
  kind === "name" || kind === "address" || kind === "telephone";

/** What is otherwise of a person; a name of nothing visible is no correction. */
function takeWords(given: Record<string, unknown>, sealed: Sealed, faults: FieldFault[], newId: NewId): void {
  const { words, faults: found } = readWords(given, "");
  const blank = Object.entries(words).filter(([, word]) => word === "");
  faults.push(...found, ...blank.map(([name]) => inField(`/${name}`, "name-unseen")));
  // A form sends a number empty that stays as it is, so that there is none any more is said apart.
  if (given["noTelephone"] === true) words.telephone ??= "";
  const id = newId("person", "correction");
  sealed.correction = { id, words };
  Object.assign(sealed.data, { changed: Object.keys(words), correction: id });
}

function takeGroup(key: string, value: unknown, sealed: Sealed, faults: FieldFault[], newId: NewId): void {
  const schools = isRecord(value) ? value["schools"] : undefined;
  if (!Array.isArray(schools)) {
    faults.push({ pointer: `/${key}/schools`, detail: "Name the schools: [{urn, relationship}]." });
    return;
  }
  sealed.data[key] = schools.map((school: unknown, index) => {
    const given = isRecord(school) ? school : {};
    const urn = READERS.urn(given["urn"]);
    if (urn === undefined) faults.push({ pointer: `/${key}/schools/${index}/urn`, detail: `urn is ${EXPECTED.urn}.` });
    const relationship = given["relationship"];
    if (relationship !== undefined && relationship !== null && typeof relationship !== "string")
      faults.push({ pointer: `/${key}/schools/${index}/relationship`, detail: "relationship is text." });
    if (typeof relationship !== "string" || relationship.trim() === "") return { urn };
    const id = newId("text", `${key}/${index}`);
    sealed.texts.push({ id, text: relationship.trim() });
    return { urn, relationship: { id, words: countWords(relationship) } };
  });
}

/** Far more than a Work Group has schools, or a school teachers. */
const MOST_ITEMS = 200;

function takeList(
  key: string,
  items: Fields,
  value: unknown,
  sealed: Sealed,
  faults: FieldFault[],
  newId: NewId,
): void {
  if (!Array.isArray(value) || value.length > MOST_ITEMS) {
    faults.push({ pointer: `/${key}`, detail: `${key} is a list of at most ${MOST_ITEMS}.` });
    return;
  }
  sealed.data[key] = value.map((item: unknown, index) => {
    const pointer = `/${key}/${index}`;
    if (!isRecord(item)) {
      faults.push({ pointer, detail: `Each of ${key} is an object.` });
      return {};
    }
    const inner: FieldFault[] = [];
    const one: Sealed = { data: {}, texts: sealed.texts, contact: null };
    takeAll(items, item, one, inner, (kind, field) => newId(kind, `${key}/${index}/${field}`));
    faults.push(...inner.map((fault) => ({ ...fault, pointer: pointer + fault.pointer })));
    return one.data;
  });
}

const ROLES: readonly unknown[] = ["maths-lead", "lead-teacher", "mastery-advocate", "subject-lead", "representative"];
const id = (value: unknown): unknown =>
  typeof value === "string" && /^[\w./:-]{1,100}$/u.test(value) ? value : undefined;
// A text where a code belongs is not kept (it may hold a name); the rule that looks the code up says it is unknown.
const code = (value: unknown): unknown => (typeof value === "string" ? (id(value) ?? "unrecognised") : undefined);
const listOf =
  (read: (value: unknown) => unknown) =>
  (value: unknown): unknown => {
    const items = Array.isArray(value) ? value.map(read) : [undefined];
    return items.includes(undefined) ? undefined : items;
  };
const only =
  (test: (value: unknown) => boolean) =>
  (value: unknown): unknown =>
    test(value) ? value : undefined;
const whole = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value);

const READERS: Record<Plain, (value: unknown) => unknown> = {
  id,
  code,
  ids: listOf(id),
  codes: listOf(code),
  time: only((value) => typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/u.test(value)),
  date: only((value) => typeof value === "string" && isLocalDate(value)),
  flag: only((value) => typeof value === "boolean"),
  days: only((value) => typeof value === "number" && value > 0 && value <= 200 && Number.isInteger(value * 2)),
  count: only((value) => whole(value) && value > 0 && value <= 100),
  pence: only((value) => whole(value) && value > 0 && value <= 100_000_000),
  seq: only((value) => whole(value) && value > 0),
  role: (value) => (typeof value === "string" ? (ROLES.includes(value) ? value : "unrecognised") : undefined),
  decision: only((value) => (TASK_DECISIONS as readonly unknown[]).includes(value)),
  stage: only((value) => (STAGES as readonly unknown[]).includes(value)),
  "academic-year": only((value) => typeof value === "string" && isAcademicYear(value)),
  urn: (value) =>
    (typeof value === "string" || typeof value === "number") && /^\d{6}$/u.test(String(value))
      ? String(value)
      : undefined,
};

const EXPECTED: Record<Plain, string> = {
  id: "an opaque id of letters, digits and - . / : _",
  code: "a code of letters, digits and - . / : _",
  ids: "a list of opaque ids",
  codes: "a list of codes",
  time: "a time such as 13:30",
  date: "a date such as 2020-11-18",
  flag: "true or false",
  days: "a number of days in halves, such as 2.5",
  count: "a whole number above 0",
  pence: "a whole number of pence above 0",
  seq: "the seq of an event",
  role: `one of ${ROLES.join(", ")}`,
  decision: `one of ${TASK_DECISIONS.join(", ")}`,
  stage: `one of ${STAGES.join(", ")}`,
  "academic-year": "an academic year such as 2020/21",
  urn: "six digits",
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
