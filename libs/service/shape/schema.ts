/** A JSON Schema (2020-12), as OpenAPI 3.1 uses it: only the words this document needs. */
export interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  format?: string;
  pattern?: string;
  enum?: readonly unknown[];
  const?: unknown;
  description?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  default?: unknown;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  oneOf?: readonly Schema[];
  examples?: readonly unknown[];
}

/** A reference to a schema of the document's components. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object all of whose fields are there, but those in `optional`. */
export function object(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: "object", properties, ...(required.length > 0 ? { required } : {}) };
}

/** An object that is sent: null where a field may be left out says the same as leaving it out. */
export function sent(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  return object(
    Object.fromEntries(
      Object.entries(properties).map(([key, schema]) => [key, optional.includes(key) ? orNull(schema) : schema]),
    ),
    optional,
  );
}

export const listOf = (items: Schema): Schema => ({ type: "array", items });
export const text = (description?: string): Schema => ({ type: "string", ...(description ? { description } : {}) });
/** Text of this shape: the very pattern by which it is checked. */
export const shaped = ({ source: pattern }: RegExp): Schema => ({ type: "string", pattern });
export const whole = (description?: string): Schema => ({ type: "integer", ...(description ? { description } : {}) });
export const flag: Schema = { type: "boolean" };
export const date: Schema = { type: "string", format: "date" };
export const instant: Schema = { type: "string", format: "date-time", description: "UTC" };
export const urn: Schema = {
  type: ["string", "integer"],
  pattern: "^\\d{6}$",
  minimum: 100_000,
  maximum: 999_999,
};
export const pence: Schema = { type: "integer", minimum: 0, description: "Pence" };
export const words = (values: readonly string[], description?: string): Schema => ({
  type: "string",
  enum: values,
  ...(description ? { description } : {}),
});
/** The same, or null. */
export function orNull(schema: Schema): Schema {
  if (typeof schema.type === "string" && schema.enum === undefined && schema.const === undefined)
    return { ...schema, type: [schema.type, "null"] };
  const { description, ...bare } = schema;
  return { oneOf: [bare, { type: "null" }], ...(description === undefined ? {} : { description }) };
}
