// Why the service itself does not do what was asked, whatever the rules would say.

import type { Say } from "../say.ts";
import type { Table } from "./reason.ts";

/** To a person a key is a form. */
const SENT_BEFORE =
  "This form was sent before with other words. Look whether that was recorded; if not, send this one.";

export const SERVICE = {
  "key-reused": {
    "another-subject": (_given: unknown, say: Say) =>
      say.either("This key was used for another journey or Work Group. Send a new Idempotency-Key.", SENT_BEFORE),
    "another-body": (_given: unknown, say: Say) =>
      say.either("This Idempotency-Key came with another body before. Take a new key for a new request.", SENT_BEFORE),
  },
  unavailable: {
    fault: () => "The service could not decide this; nothing was recorded. The operators can see it.",
    "not-known-yet": () => "What became of it is not known yet: confirm the file again.",
  },
} satisfies Table;
