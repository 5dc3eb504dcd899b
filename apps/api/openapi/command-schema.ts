// The body of a command as JSON Schema, from the very fields by which it is checked (libs/journey/command-fields.ts).

import { TASK_DECISIONS } from "../../../libs/journey/commands.ts";
import { EMAIL_ADDRESS, MOST_ADDRESS, TELEPHONE } from "../../../libs/journey/contact.ts";
import type { Field, FieldKind, Fields } from "../../../libs/journey/field.ts";
import { STAGES } from "../../../libs/prospectus/prospectus.ts";
import { As, exampleOf, Named, schemaOf as schemaOfShape, type Shape } from "../../../libs/service/shape/field.ts";
import { date, flag, listOf, ref, sent, text, urn, words, type Schema } from "../../../libs/service/shape/schema.ts";

export const PARTICIPANT_ROLES = [
  "maths-lead",
  "lead-teacher",
  "mastery-advocate",
  "subject-lead",
  "representative",
] as const;
export const ACADEMIC_YEAR: Schema = { type: "string", pattern: "^\\d{4}/\\d{2}$" };
const ID: Schema = { type: "string", pattern: "^[A-Za-z0-9_./:-]{1,100}$" };
/**
 * What is no code is not kept (it may hold a name): it counts as `unrecognised`, and the rule that looks it up says so.
 */
const CODE: Schema = { type: "string" };

const SCHEMAS: Record<Exclude<FieldKind, "word" | "list">, Schema> = {
  text: { type: "string" },
  link: { type: "string", format: "uri", pattern: "^[Hh][Tt][Tt][Pp][Ss]://", maxLength: 2_000 },
  id: ID,
  code: CODE,
  ids: listOf(ID),
  codes: listOf(CODE),
  date,
  time: { type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" },
  flag,
  days: { type: "number", exclusiveMinimum: 0, maximum: 200, multipleOf: 0.5 },
  count: { type: "integer", minimum: 1, maximum: 100 },
  pence: { type: "integer", minimum: 1, maximum: 100_000_000 },
  seq: { type: "integer", minimum: 1 },
  role: words(PARTICIPANT_ROLES),
  decision: words(TASK_DECISIONS),
  stage: words(STAGES),
  "academic-year": ACADEMIC_YEAR,
  urn,
  contact: ref("Contact"),
  name: { type: "string", maxLength: 254 },
  address: { type: "string", pattern: EMAIL_ADDRESS.source, maxLength: MOST_ADDRESS },
  telephone: { type: "string", pattern: TELEPHONE.source, maxLength: 40 },
  group: ref("Group"),
};

/** What bodies of commands refer to, and nothing takes by itself. */
export const GROUP: Schema = sent({ schools: listOf(sent({ urn, relationship: text() }, ["relationship"])) });

/** A shape named so that holds the fields of another, and of a command. */
export function withCommand(name: string, base: Shape, fields: Fields): Shape {
  const [own, its] = [schemaOfShape(base, { sent: true }), bodySchema(fields)];
  class WithCommand extends base {}
  const properties = { ...own.properties, ...its.properties };
  As({ ...own, properties }, { ...(exampleOf(base) as object), ...exampleBody(fields) })(WithCommand);
  Named(name)(WithCommand);
  return WithCommand;
}

/** The schema of a command's body. */
export function bodySchema(fields: Fields): Schema {
  const optional = Object.keys(fields).filter((key) => !fields[key]?.required);
  return sent(Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, schemaOf(field)])), optional);
}

/** A body with every field of a command. */
export function exampleBody(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.example]));
}

/** A list, or one of the words that stand for one. */
function listOrWord(field: Field): Schema {
  const list = listOf(bodySchema(field.items ?? {}));
  return field.words === undefined ? list : { oneOf: [words(field.words), list] };
}

function schemaOf(field: Field): Schema {
  const schema =
    field.kind === "word" ? words(field.words ?? []) : field.kind === "list" ? listOrWord(field) : SCHEMAS[field.kind];
  // A description beside a $ref is allowed from 3.1 on.
  return { ...schema, description: field.note };
}
