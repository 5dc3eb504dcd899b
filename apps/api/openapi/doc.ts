// What the OpenAPI document says of a route stands at its handler: @Doc. What is true of many routes (headers, errors)
// is added by document.ts.

import { SetMetadata, type CustomDecorator } from "@nestjs/common";
import type { Shape } from "../../../libs/service/shape/field.ts";
import type { Schema } from "../../../libs/service/shape/schema.ts";

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 503;

/** The subjects of the document, in their order there. */
export const TAGS = [
  "Intake",
  "Journeys",
  "People",
  "Year",
  "Ahead",
  "Trouble",
  "Reminders",
  "Letters",
  "Money",
  "Payments",
  "Sessions",
  "Work Groups",
  "Turn",
  "Events",
  "Webhooks",
  "Prospectuses",
  "Windows",
  "Lists",
  "Schools",
  "Health",
  "Sign-in",
] as const;

export interface Parameter {
  name: string;
  in: "path" | "query";
  description: string;
  required?: boolean;
  schema: Schema;
  example?: unknown;
}

export interface Doc {
  /** operationId */
  id: string;
  /** The subject under which it is shown. */
  tag: (typeof TAGS)[number];
  summary: string;
  description?: string;
  parameters?: readonly Parameter[];
  /**
   * Of a command, or where the handler's @Body is no class yet; `as`: its media type, where it is not JSON. Or a class
   * that the use case checks by itself, once it has found what it is asked of.
   */
  body?: { schema: Schema; example: unknown; required: boolean; as?: "text/csv" } | Shape;
  /** The class of what is answered. */
  answer: Shape;
  status?: 200 | 201;
  /** The answer’s media type, where it is not JSON. */
  as?: "text/calendar" | "text/csv";
  /** Does the answer carry the journey's ETag? */
  etag?: boolean;
  /** A command: takes Idempotency-Key, and If-Match where it is one of a journey or a Work Group. */
  command?: boolean | "without If-Match";
  problems: readonly ProblemStatus[];
}

const DOC = "school-journeys:doc";

/** Says what a route does, takes and answers. */
export const Doc = (doc: Doc): CustomDecorator => SetMetadata(DOC, doc);

/** What `Doc` said of a handler, or null. */
export function docOf(handler: object): Doc | null {
  return (Reflect.getMetadata(DOC, handler) as Doc | undefined) ?? null;
}
