// From what is known to what an answer says.

import { fieldsOf, type Shape } from "./field.ts";

/** What a shape says of something, and of what that holds: those fields, in their order, and no other. */
export function present<T extends object>(shape: new () => T, from: T): T {
  const values = from as Readonly<Record<string, unknown>>;
  return Object.fromEntries(fieldsOf(shape).map(({ name, of }) => [name, presented(of, values[name])])) as T;
}

function presented(of: Shape | null, value: unknown): unknown {
  if (of === null || typeof value !== "object" || value === null) return value;
  return Array.isArray(value) ? value.map((one) => presented(of, one)) : present(of, value);
}
