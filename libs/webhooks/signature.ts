// Signatures as Standard Webhooks has them (standardwebhooks.com, "Signature scheme"), made by its own library.

import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";

/** The specification wants 24 to 64 bytes. */
const SECRET_BYTES = 32;

/** A new secret, as both sides keep it: `whsec_` and base64. */
export function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
}

/**
 * The headers of one message: its id, when it is sent (Unix seconds) and a signature of id, time and body under each
 * secret. While a secret is being replaced there are two: a receiver takes the message if any of them is right.
 */
export function signedHeaders(
  secrets: readonly string[],
  message: { id: string; body: string },
  sentAt: Date,
): Record<string, string> {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(message.id, sentAt, message.body));
  return {
    "webhook-id": message.id,
    "webhook-timestamp": String(Math.floor(sentAt.getTime() / 1_000)),
    "webhook-signature": signatures.join(" "),
  };
}
