import { SealError } from "../people/keyring.ts";
import { StoreError } from "../store/errors.ts";
import { ServiceUnavailable } from "../temporal/subject-client.ts";

/** What stands in the way of all work, and who runs the service can mend. */
export type Wrong = "database-away" | "temporal-away" | "other-keys";

/** Which of them an error comes of; null for any other. An activity's failure says it by its type. */
export function whatIsWrong(error: unknown): Wrong | null {
  const code = error instanceof Error && "type" in error ? error.type : error instanceof StoreError ? error.code : "";
  if (code === "database-unavailable") return "database-away";
  if (code === "temporal-unavailable" || error instanceof ServiceUnavailable) return "temporal-away";
  return error instanceof SealError ? "other-keys" : null;
}
