import { Problem } from "./problem.ts";
import type { ApiRequest } from "./request.ts";

/** Is it only asked what would come of it? @throws Problem `invalid` for a `preview` that is neither true nor false */
export function isPreview(request: ApiRequest): boolean {
  const asked = new URL(request.originalUrl, "http://localhost").searchParams.get("preview");
  if (asked === null || asked === "false") return false;
  if (asked === "true") return true;
  throw new Problem("invalid", "preview is true or false.", {
    errors: [{ pointer: "/preview", detail: "preview is true or false." }],
  });
}
