import { isGroupId } from "../../work-group/together.ts";
import { Refusal } from "../refusal.ts";

const SAYS = "id is words and numbers in small letters, parted by hyphens, at most 80 characters: north-readiness-1.";

/**
 * The id of a Work Group to be formed: the one that was sent, or one made of hub, programme and name (else of
 * `unique`).
 * @throws Refusal `invalid`
 */
export function newGroupId(body: unknown, unique: string): string {
  const { id, hub, prospectus, name } = Object(body) as Record<string, unknown>;
  if (id === undefined || id === null)
    return [hub, prospectus, name ?? unique]
      .map(slug)
      .filter((part) => part !== "")
      .join("-")
      .slice(0, 80)
      .replace(/-$/u, "");
  if (typeof id === "string" && isGroupId(id)) return id;
  throw new Refusal("invalid", `The request does not have the right fields: ${SAYS}`, {
    errors: [{ pointer: "/id", detail: SAYS }],
  });
}

function slug(text: unknown): string {
  return typeof text === "string"
    ? text
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/gu, "-")
        .replaceAll(/^-|-$/gu, "")
    : "";
}
