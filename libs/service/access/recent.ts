// What is not undone easily asks for somebody who has just signed in: whoever finds a browser open spends no money.

import { Refusal } from "../refusal.ts";
import type { Principal } from "./principal.ts";

/** Seconds for which a sign-in is recent. */
export const RECENT_SECONDS = 15 * 60;

/** Turned down for its age alone: the same, after a new sign-in, is taken. */
export class SignInTooOld extends Refusal {
  override readonly name = "SignInTooOld";

  constructor() {
    super(
      "unauthenticated",
      "Money and erasures ask for a sign-in of the last quarter of an hour, and yours is older. Sign in again.",
    );
  }
}

/**
 * Sees to it that somebody signed in within the last quarter of an hour, where their sign-in tells when that was.
 * @throws SignInTooOld
 */
export function mustBeRecent({ recent }: Principal): void {
  if (recent === false) throw new SignInTooOld();
}
