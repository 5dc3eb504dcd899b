// What people are called and where they are written to, as it was typed: what nobody sees is taken out, and an address
// is taken only where a letter can be sent there. GOV.UK Notify is stricter than SMTP, so its rule is kept too.

import type { FAULTS } from "../words/reasons/faults.ts";
import { inField, type FieldFault } from "./rejection.ts";

/** What is not seen wherever it stands: it comes in by copying. Joiners are left to the scripts that need them. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Beside these, what fills no space that anybody would see: Hangul fillers, a Braille cell without dots. */
const EMPTY = /[\p{White_Space}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const BLANK_ENDS =
  /^[\p{White_Space}\p{C}\p{Default_Ignorable_Code_Point}\u2800]+|[\p{White_Space}\p{C}\p{Default_Ignorable_Code_Point}\u2800]+$/gu;

/** A name without what nobody sees; "" where there is nothing to see in it. */
export function nameAsSeen(typed: string): string {
  return typed.replace(EMPTY, "") === "" ? "" : typed.normalize("NFC").replace(UNSEEN, "").replace(BLANK_ENDS, "");
}

/** An address without what nobody sees, and without the space that copying leaves in it. */
export function addressAsSeen(typed: string): string {
  return typed.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\u00a0\u202f]/gu, "").trim();
}

/** So many characters has an address at most (RFC 5321), and so many before its @. */
export const MOST_ADDRESS = 254;
const MOST_LOCAL = 64;
const MOST_LABEL = 63;

/**
 * One plain address, not a list of them or a header in disguise: what a mail server can be handed. It is what documents
 * say of an address; of people only what a letter reaches is taken (`faultOfAddress`). What was taken before goes on
 * being sent to.
 */
export const EMAIL_ADDRESS =
  /^[^\s@,;:<>"()[\]\\\u0000-\u001f\u007f-\u009f]+@[^\s@,;:<>"()[\]\\\u0000-\u001f\u007f-\u009f]+$/u;

const LOCAL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+$/u;
const LABEL = /^[\p{L}\p{M}\p{N}]+(-{1,2}[\p{L}\p{M}\p{N}]+)*$/u;
const LAST_LABEL = /^([\p{L}\p{M}]{2,63}|xn--[a-z0-9-]*[a-z0-9])$/iu;

export type AddressFault = Extract<keyof typeof FAULTS, `address-${string}`>;

/** Why no letter could be sent to this address, null where one could. */
export function faultOfAddress(address: string): AddressFault | null {
  const [local = "", domain, ...more] = address.split("@");
  if (domain === undefined || more.length > 0 || local === "" || domain === "") return "address-one-at";
  if (/['’]/u.test(local) && LOCAL.test(local.replaceAll("’", "'")) && local.includes("’")) return "address-apostrophe";
  if (!LOCAL.test(local)) return "address-before";
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) return "address-dots";
  if (local.length > MOST_LOCAL || address.length > MOST_ADDRESS) return "address-long";
  const labels = domain.split(".");
  if (labels.length < 2) return "address-no-dot";
  if (labels.includes("")) return "address-domain-dots";
  if (!labels.every((label) => label.length <= MOST_LABEL && LABEL.test(label))) return "address-domain";
  return LAST_LABEL.test(labels.at(-1) ?? "") ? null : "address-ending";
}

/** What somebody is called; "" for an inbox that several share. */
export function nameOf({ firstName, lastName }: Pick<Words, "firstName" | "lastName">): string {
  return `${firstName} ${lastName}`.trim();
}

/** A spelling to compare by: names and addresses are compared without case, and as they are seen. */
export function asCompared(text: string): string {
  return text.normalize("NFC").replace(UNSEEN, "").replaceAll(/\s+/gu, " ").trim().toLowerCase();
}

/** What is said of a person beside their id. One name is enough; the other is then empty. */
export interface Words {
  firstName: string;
  lastName: string;
  email: string;
  /** Where they gave one. */
  telephone?: string;
}

const MOST_NAME = 254;
const NAMES = ["firstName", "lastName"] as const;

/** The words of a contact as they were sent, and what does not fit in them, by pointers below `at`. */
export function readContact(
  given: Readonly<Record<string, unknown>>,
  at: string,
): { contact: Words; faults: FieldFault[] } {
  const { words, faults } = readWords(given, at);
  const { firstName = "", lastName = "", email = "", telephone = "" } = words;
  const wrong = (name: string): boolean => faults.some(({ pointer }) => pointer === `${at}/${name}`);
  if (firstName === "" && lastName === "" && !NAMES.some(wrong))
    faults.unshift(...NAMES.map((name) => inField(`${at}/${name}`, "name-missing")));
  if (email === "" && !wrong("email")) faults.push(inField(`${at}/email`, "address-missing"));
  return { contact: { firstName, lastName, email, ...(telephone !== "" && { telephone }) }, faults };
}

/** Those of a person's words that were sent: a name of nothing visible is "", an address of nothing is a fault. */
export function readWords(
  given: Readonly<Record<string, unknown>>,
  at: string,
): { words: Partial<Words>; faults: FieldFault[] } {
  const words: Partial<Words> = {};
  const faults: FieldFault[] = [];
  for (const name of NAMES) {
    const sent = given[name];
    if (sent === undefined || sent === null) continue;
    if (typeof sent !== "string") faults.push(inField(`${at}/${name}`, "name-text"));
    else if (sent.length > MOST_NAME) faults.push(inField(`${at}/${name}`, "name-long"));
    else words[name] = nameAsSeen(sent);
  }
  readTelephone(given["telephone"], at, { words, faults });
  const sent = given["email"];
  if (sent === undefined || sent === null) return { words, faults };
  const email = typeof sent === "string" ? addressAsSeen(sent) : "";
  const fault = email === "" ? "address-missing" : faultOfAddress(email);
  if (fault === null) words.email = email;
  else faults.push(inField(`${at}/email`, fault));
  return { words, faults };
}

/** A number to call, as people write it: digits, with what parts them; an extension behind it. */
export const TELEPHONE = /^\+?[\d\s()/.-]{6,30}(?:(?:ext|x)\.?\s?\d{1,6})?$/iu;
const LEAST_DIGITS = 6;

/** None of nothing but blanks: a form sends it empty. */
function readTelephone(
  sent: unknown,
  at: string,
  { words, faults }: { words: Partial<Words>; faults: FieldFault[] },
): void {
  const telephone = typeof sent === "string" ? nameAsSeen(sent).replaceAll(/\s+/gu, " ") : sent;
  if (telephone === undefined || telephone === null || telephone === "") return;
  const isOne = typeof telephone === "string" && TELEPHONE.test(telephone);
  if (isOne && telephone.replaceAll(/\D/gu, "").length >= LEAST_DIGITS) words.telephone = telephone;
  else faults.push(inField(`${at}/telephone`, "telephone"));
}
