// A view model that a template may ask only for what it has. Nunjucks passes over a misspelt name in `if` and `for`
// without a word; this throws. Components ask for options that nobody has given: those names are let through below the
// first level.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGES } from "../../apps/console/look/assets.ts";

interface Option {
  name: string;
  params?: Option[];
}

const COMPONENTS = join(PACKAGES, "govuk-frontend/dist/govuk/components");
const namesIn = (options: readonly Option[]): string[] =>
  options.flatMap(({ name, params = [] }) => [name, ...namesIn(params)]);
const OPTIONS = new Set(
  readdirSync(COMPONENTS, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .flatMap(({ name }) =>
      namesIn(JSON.parse(readFileSync(join(COMPONENTS, name, "macro-options.json"), "utf8")) as Option[]),
    ),
);
/** What the template engine itself asks of whatever it is given. */
const ENGINE = new Set(["toString", "valueOf", "toJSON", "then", "length", "val", "constructor"]);

/** The same view model; to ask it for a name that it has not throws. */
export function strictView<T extends object>(view: T, place = "view"): T {
  return new Proxy(view, {
    get(target, name): unknown {
      if (
        typeof name === "string" &&
        !(name in target) &&
        !ENGINE.has(name) &&
        (place === "view" || !OPTIONS.has(name))
      )
        throw new TypeError(`${place} has no ${name}.`);
      const value: unknown = Reflect.get(target, name);
      return isPlain(value) ? strictView(value, `${place}.${String(name)}`) : value;
    },
  });
}

const isPlain = (value: unknown): value is object =>
  Array.isArray(value) ||
  (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype);
