import { StoreError } from "../store/errors.ts";
import { ServiceUnavailable } from "../temporal/subject-client.ts";
import { Refusal } from "./refusal.ts";

const UNKNOWN_OUTCOME =
  "What became of the request is not known yet. Send the same request, with the same Idempotency-Key, " +
  "again: it has one effect.";

/** The refusal that an error of a use case, or of what it leans on, comes to; null for what nobody foresaw. */
export function refusalFrom(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof ServiceUnavailable) return new Refusal("unavailable", UNKNOWN_OUTCOME);
  return error instanceof StoreError ? ofStore(error) : null;
}

function ofStore({ code }: StoreError): Refusal | null {
  if (code === "database-unavailable") {
    return new Refusal(
      "unavailable",
      "The database does not answer. Send the same request, with the same Idempotency-Key, again.",
    );
  }
  if (code === "cursor-unknown") {
    const detail = "This cursor is not one that the feed gives now. Begin again without it.";
    return new Refusal("invalid", detail, { errors: [{ pointer: "/after", detail }] });
  }
  // Written by a newer release than this process: it is being replaced.
  if (code === "unknown-event")
    return new Refusal("unavailable", "A newer release is being installed. Send the same request again.");
  return null;
}
