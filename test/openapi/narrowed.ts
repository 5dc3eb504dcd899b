// What an OpenAPI document takes away from those who call by an older one: an operation, a parameter, a field or a
// status that is gone, or a limit that has become tighter. What a caller sends may only be allowed more, what they are
// answered only promised more.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Node = { readonly [key: string]: Json };
export interface Document {
  paths: { readonly [path: string]: { readonly [method: string]: Node } };
  components: { schemas: { readonly [name: string]: Node }; responses: { readonly [name: string]: Node } };
}
/** Sent by a caller, or answered to one. */
type Way = "sent" | "answered";

/** References are followed so deep; what lies deeper is a circle of shapes that has been compared already. */
const MOST_DEPTH = 12;
/** Keywords by which less is allowed the smaller, or the greater, their number is. */
const AT_MOST = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
const AT_LEAST = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
/** Keywords that have to stay what they are. */
const FIXED = ["pattern", "format", "multipleOf", "const", "uniqueItems"];

/** Every promise of `before` that `after` does not keep, one line each. */
export function narrowed(before: Document, after: Document): string[] {
  const found: string[] = [];
  for (const [path, methods] of Object.entries(before.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const now = after.paths[path]?.[method];
      if (now === undefined) found.push(`${method} ${path}: the operation is gone`);
      else new Comparison(before, after, `${method} ${path}`, found).operations(operation, now);
    }
  }
  for (const name of Object.keys(before.components.schemas))
    if (!(name in after.components.schemas)) found.push(`components: the schema ${name} is gone`);
  return found;
}

class Comparison {
  constructor(
    private readonly before: Document,
    private readonly after: Document,
    private readonly where: string,
    private readonly found: string[],
  ) {}

  operations(was: Node, is: Node): void {
    for (const key of ["operationId", "tags", "security"])
      if (JSON.stringify(was[key]) !== JSON.stringify(is[key])) this.say(key, "has changed");
    this.parameters(was, is);
    const [bodyWas, bodyIs] = [node(was["requestBody"]), node(is["requestBody"])];
    if (was["requestBody"] === undefined && bodyIs["required"] === true) this.say("body", "is required now");
    if (was["requestBody"] !== undefined) {
      if (bodyWas["required"] !== true && bodyIs["required"] === true) this.say("body", "is required now");
      this.contents(node(bodyWas["content"]), node(bodyIs["content"]), "body", "sent");
    }
    for (const [status, one] of Object.entries(node(was["responses"]))) {
      const response = node(is["responses"])[status];
      if (response === undefined) this.say(status, "is not answered any more");
      else this.responses(this.resolved(one, this.before), this.resolved(response, this.after), status);
    }
  }

  private parameters(was: Node, is: Node): void {
    const nameOf = (one: Json): string => `${String(node(one)["in"])} ${String(node(one)["name"])}`;
    const [old, now] = [list(was["parameters"]), list(is["parameters"])];
    for (const one of old) {
      const same = now.find((other) => nameOf(other) === nameOf(one));
      if (same === undefined) this.say(nameOf(one), "is gone");
      else {
        if (node(one)["required"] !== true && node(same)["required"] === true) this.say(nameOf(one), "is required now");
        this.schemas(node(one)["schema"], node(same)["schema"], nameOf(one), "sent", 0);
      }
    }
    for (const one of now)
      if (node(one)["required"] === true && !old.some((other) => nameOf(other) === nameOf(one)))
        this.say(nameOf(one), "is new and required");
  }

  private responses(was: Node, is: Node, status: string): void {
    for (const header of Object.keys(node(was["headers"])))
      if (!(header in node(is["headers"]))) this.say(`${status} header ${header}`, "is gone");
    this.contents(node(was["content"]), node(is["content"]), status, "answered");
  }

  private contents(was: Node, is: Node, at: string, way: Way): void {
    for (const [media, content] of Object.entries(was)) {
      if (is[media] === undefined) this.say(at, `is not ${media} any more`);
      else this.schemas(node(content)["schema"], node(is[media])["schema"], at, way, 0);
    }
  }

  /** Whether whatever fits the one schema may still be sent, or whatever is answered still fits it. */
  private schemas(before: Json | undefined, after: Json | undefined, at: string, way: Way, depth: number): void {
    const [was, is] = [this.resolved(before, this.before), this.resolved(after, this.after)];
    if (depth > MOST_DEPTH || (JSON.stringify(before) === JSON.stringify(after) && before === undefined)) return;
    const [wide, tight] = way === "sent" ? [is, was] : [was, is];
    this.types(wide, tight, at);
    this.limits(wide, tight, at);
    for (const key of FIXED)
      if (wide[key] !== undefined && JSON.stringify(wide[key]) !== JSON.stringify(tight[key]))
        this.say(at, `${key} was ${JSON.stringify(was[key])}, is ${JSON.stringify(is[key])}`);
    if (was["default"] !== undefined && JSON.stringify(was["default"]) !== JSON.stringify(is["default"]))
      this.say(at, "has another default");
    this.fields(was, is, at, way, depth);
    if (was["items"] !== undefined) this.schemas(was["items"], is["items"], `${at}[]`, way, depth + 1);
    const [either, now] = [list(was["oneOf"]), list(is["oneOf"])];
    either.forEach((one, index) => {
      if (now[index] === undefined) this.say(at, `oneOf ${index} is gone`);
      else this.schemas(one, now[index], `${at}|${index}`, way, depth + 1);
    });
    const [others, othersNow] = [was["additionalProperties"], is["additionalProperties"]];
    if (typeof others === "object") this.schemas(others, othersNow, `${at}.*`, way, depth + 1);
    else if (others !== false && othersNow === false && way === "sent") this.say(at, "takes no other fields any more");
  }

  private fields(was: Node, is: Node, at: string, way: Way, depth: number): void {
    const [old, now] = [node(was["properties"]), node(is["properties"])];
    for (const [name, schema] of Object.entries(old)) {
      if (now[name] === undefined) this.say(`${at}.${name}`, "is gone");
      else this.schemas(schema, now[name], `${at}.${name}`, way, depth + 1);
    }
    const [needed, needs] = [list(was["required"]), list(is["required"])];
    if (way === "sent") {
      for (const name of needs) if (!needed.includes(name)) this.say(`${at}.${String(name)}`, "is required now");
    } else {
      for (const name of needed) if (!needs.includes(name)) this.say(`${at}.${String(name)}`, "may be missing now");
    }
  }

  /** `tight` may be of no type, and have no word, that `wide` does not allow. */
  private types(wide: Node, tight: Node, at: string): void {
    const of = (one: Node): readonly Json[] => (Array.isArray(one["type"]) ? one["type"] : list1(one["type"]));
    if (of(wide).length > 0 && (of(tight).length === 0 || !of(tight).every((type) => allows(of(wide), type))))
      this.say(at, `type: ${JSON.stringify(tight["type"])} does not fit ${JSON.stringify(wide["type"])}`);
    const [words, used] = [list(wide["enum"]), list(tight["enum"])];
    if (words.length > 0 && (used.length === 0 || !used.every((word) => words.includes(word))))
      this.say(at, `enum: ${JSON.stringify(tight["enum"])} does not fit ${JSON.stringify(wide["enum"])}`);
  }

  private limits(wide: Node, tight: Node, at: string): void {
    const both = (key: string): [number, number] | null =>
      typeof wide[key] === "number" ? [wide[key], typeof tight[key] === "number" ? tight[key] : NaN] : null;
    for (const key of AT_MOST) {
      const [most, its] = both(key) ?? [0, 0];
      if (!(its <= most)) this.say(at, `${key}: ${its} does not fit ${most}`);
    }
    for (const key of AT_LEAST) {
      const [least, its] = both(key) ?? [0, 0];
      if (!(its >= least)) this.say(at, `${key}: ${its} does not fit ${least}`);
    }
  }

  private resolved(one: Json | undefined, document: Document): Node {
    const reference = node(one)["$ref"];
    if (typeof reference !== "string") return node(one);
    const [, , kind = "", name = ""] = reference.split("/");
    const found = node((document.components as unknown as Node)[kind])[name];
    if (found === undefined) this.say(reference, "leads nowhere");
    return this.resolved(found, document);
  }

  private say(at: string, what: string): void {
    this.found.push(`${this.where}: ${at}: ${what}`);
  }
}

const node = (one: Json | undefined): Node =>
  typeof one === "object" && one !== null && !Array.isArray(one) ? (one as Node) : {};
const list = (one: Json | undefined): readonly Json[] => (Array.isArray(one) ? (one as readonly Json[]) : []);
const list1 = (one: Json | undefined): readonly Json[] => (one === undefined ? [] : [one]);
const allows = (types: readonly Json[], type: Json): boolean =>
  types.includes(type) || (type === "integer" && types.includes("number"));
