// The API's own OpenAPI document, with ids that exist beside its strings: a fuzzer that guesses meets 404 alone.

export interface Known {
  hubs: string[];
  urns: string[];
  journeys: string[];
  groups: string[];
  people: string[];
  years: string[];
  programmes: string[];
  prospectuses: string[];
}

const SOME = 3;
/** What nobody knows: 404. */
const UNKNOWN = "999999-primary";

type Json = Record<string, unknown>;

/** Of a path's parameter, by where it stands. */
function idsInPath(path: string, name: string, known: Known): readonly string[] | undefined {
  if (name !== "id") return { hub: known.hubs, urn: known.urns, year: known.years, programme: known.programmes }[name];
  return path.startsWith("/api/v1/work-groups")
    ? known.groups
    : path.startsWith("/api/v1/people")
      ? known.people
      : known.journeys;
}

/** Of a field, by its name. */
function idsInBody(name: string, known: Known): readonly string[] | undefined {
  return new Map<string, readonly string[]>([
    ["hub", known.hubs],
    ["urn", known.urns.slice(0, 4)],
    ["journey", known.journeys.slice(0, 4)],
    ["workGroup", known.groups],
    ["participant", known.people.slice(0, 4)],
    ["by", known.people.slice(0, 2)],
    ["prospectus", known.prospectuses],
    ["session", ["session-1", "session-2", "meeting-1"]],
    ["commitment", ["meeting-1", "gap-task-1", "support-visit-autumn", "action-plan"]],
    ["criteria", ["poor-progress-or-attainment"]],
    ["present", known.people.slice(0, 4)],
    ["leadRole", ["mastery-readiness-lead"]],
    ["on", ["2020-11-18", "2021-02-01", "2021-03-10"]],
    ["dueOn", ["2021-03-10", "2021-06-01"]],
  ]).get(name);
}

/**
 * The document with `{anyOf: [one that exists, what stood there]}` wherever an id, a code or a date goes; of the
 * operations those that are wanted.
 */
export function withKnown(document: object, known: Known, wanted: (method: string, path: string) => boolean): object {
  let turn = 0;
  // Every value of an enum is asked for by itself: each operation has some of them, the next one others.
  const some = (ids: readonly string[]): string[] => {
    turn += SOME - 1;
    return [...new Set(Array.from({ length: SOME }, (_, place) => ids[(turn + place) % ids.length] ?? ""))];
  };
  const copy = structuredClone(document) as { paths: Record<string, Record<string, { parameters?: Json[] }>> };
  for (const [path, operations] of Object.entries(copy.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      if (!wanted(method, path)) {
        delete operations[method];
        continue;
      }
      // schemathesis writes stale tags into every second If-Match: it stays where commands of groups and applications
      // are, which is the same code.
      if (path.startsWith("/api/v1/journeys/"))
        operation.parameters = operation.parameters?.filter(({ name }) => name !== "If-Match") ?? [];
      for (const parameter of operation.parameters ?? []) {
        const ids = parameter["in"] === "header" ? undefined : idsInPath(path, String(parameter["name"]), known);
        if (ids)
          parameter["schema"] =
            parameter["in"] === "path" && parameter["name"] !== "hub"
              ? { enum: [...some(ids), UNKNOWN] }
              : either(some(ids), parameter["schema"] as Json);
      }
    }
  }
  const { schemas } = (copy as unknown as { components: { schemas: Record<string, Json> } }).components;
  for (const name of ["Application", "Interest", "School"]) if (schemas[name]) enrich(schemas[name], known);
  for (const operations of Object.values(copy.paths)) {
    for (const operation of Object.values(operations) as {
      requestBody?: { content: Record<string, { schema: Json }> };
    }[]) {
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) enrich(schema, known);
    }
  }
  return copy;
}

function enrich(schema: Json, known: Known): void {
  const properties = schema["properties"] as Record<string, Json> | undefined;
  for (const [name, field] of Object.entries(properties ?? {})) {
    const ids = idsInBody(name, known);
    const items = field["items"] as Json | undefined;
    if (items?.["properties"]) enrich(items, known);
    else if (ids?.length && properties)
      properties[name] = items ? { ...field, items: either(ids, items) } : either(ids, field);
  }
}

const either = (ids: readonly string[], schema: Json): Json => ({ anyOf: [{ enum: [...ids] }, schema] });
