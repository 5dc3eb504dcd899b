// The inbox that a hub shares, where it has named nobody.

import { isOneAddress } from "./mail.ts";

/**
 * A pattern such as `hub-{hub}@hubs.example.invalid` as the inbox of each hub. Throws for a pattern that gives no
 * address.
 */
export function hubInboxes(pattern: string): (hub: string) => string {
  const inbox = (hub: string): string => pattern.replaceAll("{hub}", hub.toLowerCase().replace(/[^a-z0-9-]/g, "-"));
  if (!isOneAddress(inbox("any")))
    throw new Error("HUB_INBOX must be one e-mail address, for example hub-{hub}@hubs.example.invalid");
  return inbox;
}
