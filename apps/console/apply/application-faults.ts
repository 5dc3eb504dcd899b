// What stands in the form of an application before anybody has typed, and what it wants beyond the rules: so that all
// that is wrong is said at once, each at its field.

import type { Applying } from "../../../libs/service/intake/programmes.ts";
import { countWords } from "../../../libs/journey/wire.ts";
import { blanksIn, type Fault } from "../faults.ts";
import { textIn, type FormField, type Typed } from "../form-fields.ts";
import { PARTNERS } from "./application-fields.ts";

/** What the register knows, and what the school wrote when it last applied. */
export function filledAlready({ school, covers, last, prospectus }: Applying): Typed {
  const known = prospectus.application.criteria?.value.map(({ code }) => code) ?? [];
  const partners = (last?.partners ?? []).slice(0, PARTNERS.length);
  const filled: Record<string, string | null | undefined> = {
    hub: last?.hub ?? covers,
    address: school?.address,
    postcode: school?.postcode,
    reasons: last?.reasons,
    "contact.firstName": last?.contact?.firstName,
    "contact.lastName": last?.contact?.lastName,
    "contact.email": last?.contact?.email,
    "contact.telephone": last?.contact?.telephone,
    "group.wished": partners.length > 0 ? "yes" : null,
  };
  partners.forEach(({ urn, relationship }, index) => {
    filled[`group.schools.${index}.urn`] = urn;
    filled[`group.schools.${index}.relationship`] = relationship;
  });
  const words = Object.entries(filled).filter((one): one is [string, string] => typeof one[1] === "string");
  return { ...Object.fromEntries(words), criteria: (last?.criteria ?? []).filter((code) => known.includes(code)) };
}

/**
 * What the form itself asks beyond the rules: every field that the page wants filled, so many words, and of a group
 * application at least one school, and of each how they know each other.
 */
export function faultsOfForm(applying: Applying, fields: readonly FormField[], typed: Typed): Fault[] {
  const together = textIn(typed, "group.wished") === "yes" ? partnerFaults(typed) : [];
  return [...faultsOfStep(applying, fields, typed), ...together];
}

/** What it asks of some of its fields. */
export function faultsOfStep({ prospectus }: Applying, fields: readonly FormField[], typed: Typed): Fault[] {
  const most = prospectus.application.reasonsMostWords?.value;
  const words = countWords(textIn(typed, "reasons"));
  const asked = fields.some(({ name }) => name === "reasons");
  const long = `These are ${words} words: write up to ${most}.`;
  return [
    ...blanksIn(fields, typed),
    ...(asked && most !== undefined && words > most ? [{ field: "reasons", text: long }] : []),
  ];
}

/** As if all pages but this one were filled in well: what the service then says of it is said of this page alone. */
export function asIfOthersWere(fields: readonly FormField[], here: readonly FormField[], typed: Typed): Typed {
  const others = fields.filter((one) => one.required && !here.includes(one) && textIn(typed, one.name).trim() === "");
  return { ...typed, ...Object.fromEntries(others.map((one) => [one.name, wellFilled(one)])) };
}

function wellFilled(field: FormField): string {
  if ("choices" in field) return field.choices[0]?.value ?? "";
  if (field.kind === "email") return "somebody@example.org";
  if (field.kind === "yes-no") return field.name === "group.wished" ? "no" : "yes";
  return field.kind === "tick" ? "yes" : "Something";
}

function partnerFaults(typed: Typed): Fault[] {
  const filled = (name: string): boolean => textIn(typed, `group.schools.${name}`).trim() !== "";
  const named = PARTNERS.filter((index) => filled(`${index}.urn`));
  if (named.length === 0)
    return [{ field: "group.schools.0.urn", text: "Name at least one school that you would like to be placed with." }];
  return named
    .filter((index) => !filled(`${index}.relationship`))
    .map((index) => ({
      field: `group.schools.${index}.relationship`,
      text: "Say how the two schools know each other.",
    }));
}
