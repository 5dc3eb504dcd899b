import type { DataSource } from "typeorm";
import { digestKey } from "../../people/digest-key.ts";
import type { CommandRecord } from "../../store/command-log.ts";
import { bodyDigest, keyedDigest } from "./command-id.ts";

/** Digests under a key begin so; those of releases before have no key and no prefix. */
const KEYED = "h1:";

/**
 * The digest by which a body is told from another, as `known` has it where the command was claimed before: without a
 * key, if a release before has claimed it. Rejects with StoreError, SealError.
 */
export async function requestDigest(
  source: DataSource,
  known: Pick<CommandRecord, "bodyDigest"> | null,
  body: unknown,
): Promise<string> {
  const before = known?.bodyDigest ?? null;
  return before === null || before.startsWith(KEYED)
    ? KEYED + keyedDigest(await digestKey(source), body)
    : bodyDigest(body);
}
