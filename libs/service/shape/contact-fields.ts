// Names and addresses as fields: what nobody sees is taken out before they are checked.

import { Transform } from "class-transformer";
import { IsString, Matches, MaxLength, MinLength, ValidateBy } from "class-validator";
import {
  addressAsSeen,
  EMAIL_ADDRESS,
  faultOfAddress,
  MOST_ADDRESS,
  nameAsSeen,
  TELEPHONE,
} from "../../journey/contact.ts";
import { FAULTS } from "../../words/reasons/faults.ts";
import { field, type Said } from "./field.ts";

/** One e-mail address, as it is seen, to which a letter could be sent; else it says what is wrong with it. */
export const Email = (said: Said = {}) =>
  field({ type: "string", pattern: EMAIL_ADDRESS.source, maxLength: MOST_ADDRESS }, said, [
    Transform(({ value }: { value: unknown }) => (typeof value === "string" ? addressAsSeen(value) : value)),
    isAddress(),
  ]);

/** A name, as it is seen: one of nothing visible is empty, and where `else` says so, missing. */
export const Name = ({ most, else: missing, ...said }: Said & { most: number; else?: string }) =>
  field({ type: "string", maxLength: most, ...(missing !== undefined && { pattern: "\\S" }) }, said, [
    Transform(({ value }: { value: unknown }) => (typeof value === "string" ? nameAsSeen(value) : value)),
    IsString(missing === undefined ? {} : { message: missing }),
    MaxLength(most),
    ...(missing === undefined ? [] : [MinLength(1, { message: missing })]),
  ]);

/** A number to call, as it is seen. */
export const Telephone = (said: Said = {}) =>
  field({ type: "string", pattern: TELEPHONE.source, maxLength: 40 }, said, [
    Transform(({ value }: { value: unknown }) => (typeof value === "string" ? nameAsSeen(value) : value)),
    Matches(TELEPHONE, { message: FAULTS.telephone() }),
  ]);

function isAddress(): PropertyDecorator {
  return ValidateBy({
    name: "isAddress",
    validator: {
      validate: (value: unknown) => typeof value === "string" && faultOfAddress(value) === null,
      defaultMessage: (found) => FAULTS[faultOfAddress(String(found?.value ?? "")) ?? "address-one-at"](),
    },
  });
}
