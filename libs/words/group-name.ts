// How people call a Work Group: as its hub does, else by the words of its id.

import { hubNameOf } from "./hub-name.ts";

/** What a group is called, by its id. */
export type GroupNaming = (id: string) => string;

/** An id of hub, academic year and programme: `great-north-2021-22-primary-embedding-1`. */
const OF_A_YEAR = /^(?:(.+)-)?(20\d\d)-(\d\d)(?:-(.+))?$/u;

/**
 * The words of an id: `north-readiness-1` as `North Readiness 1`, `great-north-2021-22-primary-embedding-1` as `Great
 * North Primary Embedding 1, 2021/22`.
 */
export function groupNameOf(id: string): string {
  const [, before = "", year = "", next = "", after = ""] = OF_A_YEAR.exec(id) ?? [];
  if (year === "") return hubNameOf(id);
  const words = hubNameOf(`${before}-${after}`);
  return `${words === "" ? "Work Group" : words}, ${year}/${next}`;
}

/** Groups by the names that hubs have given them; the others by the words of their ids. */
export const calledBy =
  (names: ReadonlyMap<string, string>): GroupNaming =>
  (id) =>
    names.get(id) ?? groupNameOf(id);

/** The longest name. */
export const MOST_GROUP_NAME = 60;
/** Letters, numbers, and what stands between them in a name. */
export const GROUP_NAME = /^(?=.*\p{L})[\p{L}\p{N}][\p{L}\p{N} ,.&'’()/+-]*$/u;
