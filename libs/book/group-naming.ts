// What hubs call their Work Groups, for the words of a round's answer: looked up once a minute, for a name that was
// given a moment ago may stand in the next round's words.

import type { DataSource } from "typeorm";
import { StoreError } from "../store/errors.ts";
import { namesOfGroups } from "../store/hubs/group-names.ts";
import { calledBy, groupNameOf, type GroupNaming } from "../words/group-name.ts";

const FRESH_MS = 60_000;

interface Known {
  at: number;
  called: GroupNaming;
}
const KNOWN = new WeakMap<DataSource, Known>();

/** What groups are called, no older than a minute where the store answers; else as it was known, or by their ids. */
export async function groupNaming(dataSource: DataSource, nowMs: number = Date.now()): Promise<GroupNaming> {
  const known = KNOWN.get(dataSource);
  if (known !== undefined && Math.abs(nowMs - known.at) < FRESH_MS) return known.called;
  try {
    const called = calledBy(await namesOfGroups(dataSource));
    KNOWN.set(dataSource, { at: nowMs, called });
    return called;
  } catch (error) {
    // No round fails for a name.
    if (error instanceof StoreError) return known?.called ?? groupNameOf;
    throw error;
  }
}
