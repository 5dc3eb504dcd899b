// Every place of the OpenAPI document where somebody names something: parameters of paths and queries, and the fields
// of bodies, however deep.

import { openApiDocument } from "../../apps/api/openapi/document.ts";
import { OPERATIONS } from "./edge-world.ts";

type Json = Record<string, unknown>;

/** `name`: of a field of a body, its way there: `schools[].absent[].participant`. */
export interface Place {
  operation: string;
  method: string;
  path: string;
  place: "path" | "query" | "body";
  name: string;
}

interface Document {
  paths: Record<string, Record<string, { parameters?: Json[]; requestBody?: { content: Json } }>>;
  components: { schemas: Record<string, Json> };
}

const document = openApiDocument(OPERATIONS, "0") as Document;

/** The example of an operation's body; an empty one where it takes none. */
export function exampleFor({ method, path }: Pick<Place, "method" | "path">): Json {
  const content = document.paths[path]?.[method]?.requestBody?.content["application/json"] as Json | undefined;
  return structuredClone((content?.["example"] as Json | undefined) ?? {});
}

/** All places, in the order of the document. */
export function placesOf(): Place[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { parameters = [], requestBody }]) => {
      const operation = `${method} ${path.slice("/api/v1/".length)}`;
      const of = (place: Place["place"], name: string): Place => ({ operation, method, path, place, name });
      return [
        ...parameters
          .filter(({ in: where, schema }) => where !== "header" && isOpen(schema as Json))
          .map(({ in: where, name }) => of(where as "path" | "query", String(name))),
        ...Object.values(requestBody?.content ?? {})
          .flatMap((one) => openIn((one as { schema: Json }).schema, ""))
          .map((name) => of("body", name)),
      ];
    }),
  );
}

/** The ways to the fields below a schema that may hold a name: no days, flags, or words of a list. */
function openIn(schema: Json, way: string, within: readonly string[] = []): string[] {
  const named = typeof schema["$ref"] === "string" ? schema["$ref"] : null;
  if (named !== null)
    return within.includes(named)
      ? []
      : openIn(document.components.schemas[nameOf(named)] ?? {}, way, [...within, named]);
  const either = ["anyOf", "oneOf", "allOf"].flatMap((key) => (schema[key] as Json[] | undefined) ?? []);
  if (either.length > 0) return [...new Set(either.flatMap((one) => openIn(one, way, within)))];
  if (schema["properties"] !== undefined)
    return Object.entries(schema["properties"] as Record<string, Json>).flatMap(([name, field]) =>
      openIn(field, way === "" ? name : `${way}.${name}`, within),
    );
  if (schema["items"] !== undefined) return openIn(schema["items"] as Json, `${way}[]`, within);
  return way !== "" && isOpen(schema) ? [way] : [];
}

/** Whether a value may name something: text, or a number that counts something. */
function isOpen(schema: Json): boolean {
  const types = [schema["type"] ?? []].flat();
  const closed = schema["enum"] !== undefined || schema["const"] !== undefined || schema["format"] === "date";
  return !closed && (types.includes("string") || types.includes("integer"));
}

const nameOf = (ref: string): string => ref.split("/").at(-1) ?? "";
