// The OpenAPI 3.1 document, from the routes as Nest has them and what stands at each (@Doc, @Roles). Every error of
// every operation is in it, with an example.

import type { RejectionCode } from "../../../libs/journey/rejection.ts";
import { KEY } from "../../../libs/http/asked.ts";
import { IF_MATCH as IF_MATCH_SHAPE } from "../../../libs/http/if-match.ts";
import { bodyOf, Problem, PROBLEM_JSON, RETRY_AFTER_SECONDS } from "../../../libs/http/problem.ts";
import type { ApiRoute } from "../routes.ts";
import { COMPONENT_SCHEMAS } from "./component-schemas.ts";
import { TAGS, type Doc, type ProblemStatus } from "./doc.ts";
import { exampleOf, fieldsOf, nameOf, schemaOf, withinShape, type Shape } from "../../../libs/service/shape/field.ts";
import { ref, shaped, type Schema } from "../../../libs/service/shape/schema.ts";
import { PreviewAnswer } from "../commands/preview.dto.ts";
import { PREVIEW } from "./parameters.ts";
import { parametersOf } from "./taken.ts";

/** The problem shown as an example for each status. */
const EXAMPLES: Readonly<Record<ProblemStatus, [code: RejectionCode, detail: string, says: string]>> = {
  400: ["invalid", "The request is malformed: send an object of JSON.", "Malformed: no JSON, or a header that is none"],
  401: [
    "unauthenticated",
    "The token has expired. Take a new one.",
    "Not signed in: no bearer token, or one that is not valid here",
  ],
  403: ["forbidden", "This needs the role hub-lead.", "The role may not do this, or is held for no hub or school"],
  404: [
    "not-found",
    "There is no journey with this id. POST /api/v1/applications begins one.",
    "There is nothing here, or nothing that you see: another hub’s journey is not there",
  ],
  409: [
    "not-in-this-state",
    "Only an application can be offered a place. The journey is participating.",
    "Rejected by the rules; `code` says which",
  ],
  412: ["version-conflict", "The journey has moved on. Read it again, then decide.", "If-Match is stale"],
  413: ["invalid", "The body is too large.", "The body is too large"],
  415: ["invalid", "Send JSON, in UTF-8, with Content-Type: application/json.", "Not JSON"],
  422: [
    "invalid",
    "The command does not have the right fields: role is missing.",
    "Well-formed but wrong (`invalid`), or `key-reused`",
  ],
  429: [
    "rate-limited",
    "You ask more often than this service answers. Wait as long as Retry-After says.",
    "Too many requests",
  ],
  503: [
    "unavailable",
    "What became of the request is not known yet. Send it again with the same Idempotency-Key.",
    "PostgreSQL or Temporal is away; the same key resolves the outcome",
  ],
};

/** What any operation answers where a body may be sent. */
const SENT: readonly ProblemStatus[] = [413, 415];
/** What any operation answers that not anyone may call. */
const GUARDED: readonly ProblemStatus[] = [400, 401, 403, 422, 429, 503];
const BEARER = {
  type: "http",
  scheme: "bearer",
  bearerFormat: "JWT",
  description:
    "A token of the sign-in (OIDC_ISSUER) for the audience `school-journeys`, signed RS256 or ES256, with " +
    "the claims `sub` (an opaque id), " +
    "`role`, and what the role is held for: `hub`, `urns` (a school’s contact), `work_groups` (a Work Group lead). " +
    "`npm run -s token -- --role hub-lead --hub great-north` prints one of the embedded sign-in.",
};
const RETRY_AFTER = {
  "Retry-After": { description: "Seconds", schema: { type: "integer" }, example: RETRY_AFTER_SECONDS },
};
const CHALLENGE = {
  "WWW-Authenticate": {
    description: "RFC 6750",
    schema: { type: "string" },
    example: 'Bearer realm="school-journeys", error="invalid_token"',
  },
};
const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  description: "The same key and body give the same answer and one effect",
  schema: shaped(KEY),
};
const IF_MATCH = {
  name: "If-Match",
  in: "header",
  description: "The ETag of the journey, Work Group or payment run as you saw it: 412 if anything happened since",
  schema: shaped(IF_MATCH_SHAPE),
};
const ETAG = {
  ETag: {
    description: "The version of the journey or Work Group, in quotes",
    schema: { type: "string" },
    example: '"2"',
  },
};
const PREVIEWED = {
  description: "With `preview=true`: what would come of it; nothing is made",
  content: { "application/json": { schema: ref(nameOf(PreviewAnswer)), example: exampleOf(PreviewAnswer) } },
};

/** The document for these routes, those without `@Doc` (pages for people) left out. */
export function openApiDocument(routes: readonly ApiRoute[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    if (route.doc) (paths[route.path] ??= {})[route.method] = operation(route, route.doc);
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "School Journeys",
      version,
      description:
        "School journeys through the Teaching for Mastery programmes of England’s Maths Hubs. Acknowledged " +
        "means 2xx: it is kept. " +
        "After a 503 the outcome is unknown; the same Idempotency-Key resolves it. A hub sees its own " +
        "schools only, a Work Group lead their own groups’, a school itself.",
    },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }],
    tags: TAGS.map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...COMPONENT_SCHEMAS, ...schemasOf(routes) },
      securitySchemes: { bearer: BEARER },
      responses: Object.fromEntries(statuses().map((status) => [`Problem${status}`, problemResponse(status)])),
    },
  };
}

/** The schemas of the classes that routes take and answer, by their names. */
function schemasOf(routes: readonly ApiRoute[]): Record<string, Schema> {
  const answered = routes.flatMap(({ doc }) => (doc ? withinShape(doc.answer) : []));
  const previewed = routes.some(({ doc }) => doc && isPreviewed(doc)) ? withinShape(PreviewAnswer) : [];
  const sent = routes.flatMap((route) => {
    const shape = bodyShape(route);
    return shape === null ? [] : withinShape(shape);
  });
  return Object.fromEntries([
    ...[...answered, ...previewed].map((shape) => [nameOf(shape), schemaOf(shape)] as const),
    ...sent.map((shape) => [nameOf(shape), schemaOf(shape, { sent: true })] as const),
  ]);
}

/** The class of a route's body: the one that it names, or that its handler takes. */
function bodyShape({ doc, taken }: ApiRoute): Shape | null {
  return typeof doc?.body === "function" ? doc.body : taken.body;
}

/** The body of a route: a command's, or of a class. */
function bodyTaken(route: ApiRoute, { body: said }: Doc): Exclude<Doc["body"], Shape> {
  if (said !== undefined && typeof said !== "function") return said;
  const body = bodyShape(route);
  if (body === null) return undefined;
  return {
    schema: ref(nameOf(body)),
    example: exampleOf(body),
    required: fieldsOf(body).some(({ optional }) => !optional),
  };
}

function operation(route: ApiRoute, doc: Doc): object {
  const { allowed, method, path } = route;
  const body = bodyTaken(route, doc);
  const headers = doc.command === true ? [IDEMPOTENCY_KEY, IF_MATCH] : doc.command ? [IDEMPOTENCY_KEY] : [];
  const status = doc.status ?? 200;
  const location = {
    Location: {
      description: "The journey or Work Group",
      schema: { type: "string" },
      example: "/api/v1/journeys/100001-primary",
    },
  };
  // A receipt shows a bearer token of its own.
  const open = allowed === "anyone" && !path.startsWith("/api/v1/");
  const sends = method === "post" || method === "put" || method === "patch";
  const problems = [...new Set([...doc.problems, ...(open ? [] : GUARDED), ...(sends ? SENT : [])])].sort(
    (a, b) => a - b,
  );
  return {
    ...(open ? { security: [] } : {}),
    operationId: doc.id,
    tags: [doc.tag],
    summary: doc.summary,
    ...(doc.description ? { description: doc.description } : {}),
    parameters: [
      ...[...(doc.parameters ?? []), ...parametersOf(route.taken.query)].map((one) => ({
        ...one,
        ...(one.in === "path" ? { required: true } : {}),
      })),
      ...headers,
    ],
    ...(body && sends
      ? {
          requestBody: {
            required: body.required,
            content: { [body.as ?? "application/json"]: { schema: body.schema, example: body.example } },
          },
        }
      : {}),
    responses: {
      [status]: {
        description: doc.command ? "Done: it is kept" : "As asked",
        headers: { ...(doc.etag ? ETAG : {}), ...(status === 201 && doc.etag ? location : {}) },
        content: { [doc.as ?? "application/json"]: answerOf(doc) },
      },
      ...(status === 201 && isPreviewed(doc) && { 200: PREVIEWED }),
      ...Object.fromEntries(problems.map((each) => [each, { $ref: `#/components/responses/Problem${each}` }])),
    },
  };
}

function isPreviewed({ parameters = [] }: Doc): boolean {
  return parameters.includes(PREVIEW);
}

function answerOf({ answer }: Doc): { schema: Schema; example: unknown } {
  return { schema: ref(nameOf(answer)), example: exampleOf(answer) };
}

function statuses(): ProblemStatus[] {
  return Object.keys(EXAMPLES).map((status) => Number(status) as ProblemStatus);
}

function problemResponse(status: ProblemStatus): object {
  const [code, detail, description] = EXAMPLES[status];
  const errors = status === 422 ? { errors: [{ pointer: "/role", detail: "role is missing." }] } : {};
  return {
    description,
    ...(status === 503 || status === 429 ? { headers: RETRY_AFTER } : status === 401 ? { headers: CHALLENGE } : {}),
    content: {
      [PROBLEM_JSON]: {
        schema: ref("Problem"),
        example: bodyOf(
          new Problem(code, detail, { status, ...errors }),
          "/api/v1/journeys/100001-primary/offer-place",
        ),
      },
    },
  };
}
