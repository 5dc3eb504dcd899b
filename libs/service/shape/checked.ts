// class-validator, with its findings as a Refusal.

import { plainToInstance, type ClassConstructor } from "class-transformer";
import { validateSync, type ValidationError } from "class-validator";
import { Refusal } from "../refusal.ts";
import { type FieldFault } from "../refusal.ts";

/**
 * What was sent, as an instance of its DTO. `only`: without fields that the DTO does not know.
 * @throws Refusal 422 `invalid`, every fault by JSON pointer
 */
export function validated<T extends object>(
  dto: ClassConstructor<T>,
  sent: unknown,
  options: { only?: boolean } = {},
): T {
  const value = plainToInstance(dto, sent ?? {}, { exposeUnsetFields: false });
  const found = validateSync(value, {
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
    ...(options.only ? { whitelist: true } : {}),
  });
  const errors = found.flatMap((error) => faultsOf(error, ""));
  if (errors.length === 0) return value;
  throw new Refusal("invalid", `The request does not have the right fields: ${errors[0]?.detail}`, { errors });
}

function faultsOf(error: ValidationError, at: string): FieldFault[] {
  const pointer = `${at}/${error.property.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  const within = (error.children ?? []).flatMap((child) => faultsOf(child, pointer));
  // Which one of a list is no object is said of that one.
  const { isObject = "", ...rules } = error.constraints ?? {};
  const says = Object.values(rules)[0] ?? (within.length === 0 ? isObject : "");
  return [...(says === "" ? [] : [{ pointer, detail: sentence(says) }]), ...within];
}

function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
