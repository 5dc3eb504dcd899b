// What is sent and answered, said once: a class whose fields say by one decorator each what they hold. From it come its
// check (class-validator), its type, and its JSON Schema and example.

import "reflect-metadata";
import { Transform, Type } from "class-transformer";
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from "class-validator";
import { isLocalDate } from "../../calendar/dates.ts";
import { date, flag, instant, listOf, orNull, pence, ref, text, urn, words, type Schema } from "./schema.ts";

export type Shape = new () => object;

/** `optional`: it may be left out (`but-not-null`: null says not the same); `orNull`: it is there, and may be null. */
export interface Said {
  says?: string;
  example?: unknown;
  optional?: true | "but-not-null";
  orNull?: true;
  default?: unknown;
}

/**
 * A field as the document shows it. `of`: the shape that it holds, or holds a list of; `here`: written out in place.
 */
interface ShapeField {
  name: string;
  schema: Schema;
  example: unknown;
  optional: boolean;
  /** Whether null, sent, says the same as leaving it out. */
  leaveable: boolean;
  of: Shape | null;
  here: boolean;
}

const FIELDS = "school-journeys:fields";
const NAME = "school-journeys:shape";
const AS = "school-journeys:as";
const FURTHER = "school-journeys:further";

/**
 * What a value is held to. `told: false`: it is checked, but no release has documented it, and to begin would take away
 * what callers were told.
 */
interface Limits {
  least?: number;
  most?: number;
  told?: false;
}

/** An integer within these limits; `inText`: as addresses have it. */
export const Whole = ({ least, most, told, inText, ...said }: Said & Limits & { inText?: true } = {}) =>
  field({ type: "integer", ...documented({ least, most, told }) }, said, [
    ...(inText ? [Type(() => Number)] : []),
    IsInt(),
    ...(least === undefined ? [] : [Min(least)]),
    ...(most === undefined ? [] : [Max(most)]),
  ]);

/** Pence: never less than none. */
export const Pence = ({ most, told, ...said }: Said & Omit<Limits, "least"> = {}) =>
  field({ ...pence, ...documented({ most, told }) }, said, [
    IsInt(),
    Min(0),
    ...(most === undefined ? [] : [Max(most)]),
  ]);

/** Text, of this shape where one is given (`else` says what it should be), of so many characters at most. */
export const Text = ({
  shape,
  else: wrong,
  most,
  told,
  format,
  ...said
}: Said & { shape?: RegExp; else?: string; most?: number; told?: false; format?: "uri" | "uuid" } = {}) =>
  field(
    {
      type: "string",
      ...(format !== undefined && { format }),
      ...(shape !== undefined && told !== false && { pattern: shape.source }),
      ...(most !== undefined && told !== false && { maxLength: most }),
    },
    said,
    [
      IsString(wrong === undefined ? {} : { message: wrong }),
      ...(most === undefined ? [] : [MaxLength(most)]),
      ...(shape === undefined ? [] : [Matches(shape, wrong === undefined ? {} : { message: wrong })]),
    ],
  );

/** One of these words. */
export const Word = (values: readonly string[], said: Said = {}) => field(words(values), said, [IsIn(values)]);
export const Flag = (said: Said = {}) => field(flag, said, [IsBoolean()]);
/** A day that exists, written 2026-11-22. */
export const Day = (said: Said = {}) => field(date, said, [isDay()]);
export const Moment = (said: Said = {}) => field(instant, said, [IsString()]);
/** What is always null: a list that has no further page. */
export const Nothing = () => field({ type: "null" }, { example: null }, [IsOptional()]);
const asText = (value: unknown): unknown => (typeof value === "number" ? String(value) : value);
/** The URN of a school: six digits, as text or as a number. */
export const Urn = (said: Said = {}) =>
  field(urn, said, [Transform(({ value }) => asText(value)), Matches(/^\d{6}$/u, { message: "urn is six digits." })]);
/** A list of URNs, each as text or as a number. */
export const Urns = (said: Said = {}) =>
  field(listOf(urn), said, [
    Transform(({ value }) => (Array.isArray(value) ? value.map(asText) : value)),
    IsArray(),
    Matches(/^\d{6}$/u, { each: true, message: "urns are six digits each." }),
  ]);
/** Any number. */
export const Num = (said: Said = {}) => field({ type: "number" }, said, [IsNumber()]);
/** One of these whole numbers. */
export const Degree = (values: readonly number[], said: Said = {}) =>
  field({ type: "integer", enum: values }, said, [IsIn(values)]);
/** An object whose fields are not the same each time. */
export const Anything = (said: Said = {}) => field({ type: "object", additionalProperties: true }, said, [IsObject()]);

/** What is always the same. */
export const Only = (value: string | true, said: Said = {}) =>
  field({ type: value === true ? "boolean" : "string", const: value }, { example: value, ...said }, [IsIn([value])]);

/** A list of things of this shape, so many at most. */
export const ListOf = (of: Shape, { most, ...said }: Said & { most?: number } = {}) =>
  field(
    { type: "array", items: ref(nameOf(of)), ...(most !== undefined && { maxItems: most }) },
    { example: [exampleOf(of)], ...said },
    [
      IsArray(),
      ...(most === undefined ? [] : [ArrayMaxSize(most)]),
      IsObject({ each: true }),
      ValidateNested({ each: true }),
      Type(() => of),
    ],
    { of },
  );

/** A list of texts; `each`: what one of them says. */
export const Texts = ({ each, ...said }: Said & { each?: string } = {}) =>
  field(listOf(text(each)), said, [IsArray(), IsString({ each: true })]);
/** A list of some of these words; `else` says what one should be. */
export const Words = (values: readonly string[], { else: wrong, ...said }: Said & { else?: string } = {}) =>
  field(listOf(words(values)), said, [
    IsArray(),
    IsIn(values, { each: true, ...(wrong !== undefined && { message: wrong }) }),
  ]);

/** One thing of this shape, written out where it stands. */
export const One = (of: Shape, said: Said = {}) =>
  field(schemaOf(of), { example: exampleOf(of), ...said }, [IsObject(), ValidateNested(), Type(() => of)], {
    of,
    here: true,
  });

/** One thing of this shape, shown by its name; `else` says what it should be. */
export const Part = (of: Shape, { else: wrong, ...said }: Said & { else?: string } = {}) =>
  field(
    ref(nameOf(of)),
    { example: exampleOf(of), ...said },
    [IsObject(wrong === undefined ? {} : { message: wrong }), ValidateNested(), Type(() => of)],
    { of },
  );

/** What the document calls a shape, where that is not the class's own name. */
export const Named = (name: string) => (target: object) => Reflect.defineMetadata(NAME, name, target);

/** A shape that the document shows as this, whatever its fields are. */
export const As = (schema: Schema, example: unknown) => (target: object) =>
  Reflect.defineMetadata(AS, { schema, example }, target);
/** There are further fields; `says`: what they hold. */
export const Further = (says?: string) => (target: object) =>
  Reflect.defineMetadata(
    FURTHER,
    { ...(says !== undefined && { description: says }), additionalProperties: true },
    target,
  );

/** A shape that is no object but one text, such as a file. */
export const AsText = (says: string, example: string) => As({ type: "string", description: says }, example);

export const nameOf = (shape: Shape): string =>
  (Reflect.getOwnMetadata(NAME, shape) as string | undefined) ?? shape.name;

/** Whether a class says what its fields hold. */
export function isShape(shape: unknown): shape is Shape {
  return typeof shape === "function" && (shownAs(shape) !== undefined || fieldsOf(shape as Shape).length > 0);
}

/** The fields of a shape, those that it inherits last. */
export function fieldsOf(shape: Shape): readonly ShapeField[] {
  const prototype: unknown = shape.prototype;
  if (typeof prototype !== "object" || prototype === null) return [];
  const parent: unknown = Object.getPrototypeOf(shape);
  const inherited = typeof parent === "function" ? fieldsOf(parent as Shape) : [];
  const own = (Reflect.getOwnMetadata(FIELDS, prototype) as ShapeField[] | undefined) ?? [];
  return [...own, ...inherited.filter(({ name }) => !own.some((one) => one.name === name))];
}

/** The JSON Schema of a shape. `sent`: null, where a field may be left out, says the same as leaving it out. */
export function schemaOf(shape: Shape, { sent = false }: { sent?: boolean } = {}): Schema {
  const shown = shownAs(shape);
  if (shown !== undefined) return shown.schema;
  const fields = fieldsOf(shape);
  const required = fields.filter(({ optional }) => !optional).map(({ name }) => name);
  return {
    type: "object",
    properties: Object.fromEntries(
      fields.map(({ name, schema, leaveable }) => [name, sent && leaveable ? orNull(schema) : schema]),
    ),
    ...(required.length > 0 && { required }),
    ...(Reflect.getOwnMetadata(FURTHER, shape) as Schema | undefined),
  };
}

/** An example of a shape, of the examples of its fields. */
export function exampleOf(shape: Shape): unknown {
  const shown = shownAs(shape);
  if (shown !== undefined) return shown.example;
  return Object.fromEntries(
    fieldsOf(shape).flatMap(({ name, example }) => (example === undefined ? [] : [[name, example]])),
  );
}

/** A shape and all that it holds. */
export function withinShape(shape: Shape): Shape[] {
  const held = fieldsOf(shape).flatMap(({ of, here }) =>
    of === null ? [] : here ? withinShape(of).slice(1) : withinShape(of),
  );
  return [shape, ...held];
}

function isDay(): PropertyDecorator {
  return ValidateBy({
    name: "isDay",
    validator: {
      validate: (value: unknown) => typeof value === "string" && isLocalDate(value),
      defaultMessage: (found) => `${found?.property ?? "It"} is a date such as 2026-11-22.`,
    },
  });
}

function documented({ least, most, told }: { [K in keyof Limits]: Limits[K] | undefined }): Schema {
  if (told === false) return {};
  return { ...(least !== undefined && { minimum: least }), ...(most !== undefined && { maximum: most }) };
}

function shownAs(shape: object): { schema: Schema; example: unknown } | undefined {
  return Reflect.getOwnMetadata(AS, shape) as { schema: Schema; example: unknown } | undefined;
}

/** A field that is documented as `bare` and `said`, and held to `checks`. */
export function field(
  bare: Schema,
  said: Said,
  checks: readonly PropertyDecorator[],
  { of = null, here = false }: { of?: Shape | null; here?: boolean } = {},
) {
  return (target: object, key: string | symbol): void => {
    const described: Schema = {
      ...bare,
      ...(said.says !== undefined && { description: said.says }),
      ...(said.default !== undefined && { default: said.default }),
    };
    const own = (Reflect.getOwnMetadata(FIELDS, target) as ShapeField[] | undefined) ?? [];
    const added: ShapeField = {
      name: String(key),
      schema: said.orNull ? orNull(described) : described,
      example: said.example,
      optional: said.optional !== undefined,
      leaveable: said.optional === true,
      of,
      here,
    };
    Reflect.defineMetadata(FIELDS, [...own, added], target);
    for (const check of [...mayLack(said), ...checks]) check(target, key);
  };
}

/** When a field is not looked at. */
function mayLack({ optional, orNull: nullable }: Said): PropertyDecorator[] {
  if (optional === true || (optional !== undefined && nullable)) return [IsOptional()];
  if (optional !== undefined) return [ValidateIf((_, value) => value !== undefined)];
  return nullable ? [ValidateIf((_, value) => value !== null)] : [];
}
