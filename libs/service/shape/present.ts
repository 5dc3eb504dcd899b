// From what is known to what an answer says.

import { fieldsOf, type Shape } from "./field.ts";

type Field = Pick<ReturnType<typeof fieldsOf>[number], "name" | "of">;

/** What shapes say, found once each: a journey's answer presents some hundred things. */
const SAID = new WeakMap<Shape, readonly Field[]>();

/** What a shape says of something, and of what that holds: those fields, in their order, and no other. */
export function present<T extends object>(shape: new () => T, from: T): T {
  const values = from as Readonly<Record<string, unknown>>;
  const answer: Record<string, unknown> = {};
  for (const { name, of } of saidBy(shape)) answer[name] = presented(of, values[name]);
  return answer as T; // each of its fields
}

function presented(of: Shape | null, value: unknown): unknown {
  if (of === null || typeof value !== "object" || value === null) return value;
  return Array.isArray(value) ? value.map((one) => presented(of, one)) : present(of, value);
}

function saidBy(shape: Shape): readonly Field[] {
  const known = SAID.get(shape);
  if (known !== undefined) return known;
  const fields = fieldsOf(shape);
  SAID.set(shape, fields);
  return fields;
}
