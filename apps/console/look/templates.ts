// Templates (Nunjucks): ours, and those of GOV.UK Frontend and MoJ Frontend. What is put into one is text unless it is
// Html.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import nunjucks from "nunjucks";
import { Html } from "../html.ts";
import { PACKAGES } from "./assets.ts";

const CONSOLE = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = [CONSOLE, join(PACKAGES, "govuk-frontend/dist"), join(PACKAGES, "@ministryofjustice/frontend")];

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(FOLDERS), {
  autoescape: true,
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
});
// HTML of ours goes in as it is, and nothing else does: not a text that somebody wrote.
environment.addFilter("html", (value: unknown) => {
  if (value === null) return "";
  if (!(value instanceof Html)) throw new TypeError("Only Html goes into a page as it is.");
  return new nunjucks.runtime.SafeString(value.text);
});

/** A template of ours, by its path below apps/console, filled with a view model. @throws for a name that it lacks */
export function filledIn(template: string, view: object): Html {
  return new Html(environment.render(template, { view }));
}

/** A component of GOV.UK Frontend, or of MoJ Frontend (`moj/…`), as its macro makes it. */
export function component(name: string, params: object): Html {
  const path = name.startsWith("moj/") ? name : `govuk/components/${name}`;
  const folder = name.startsWith("moj/") ? path.replace("moj/", "moj/components/") : path;
  return new Html(environment.render(`${folder}/template.njk`, { params }).trim());
}
