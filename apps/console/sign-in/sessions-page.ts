// Where somebody is signed in: what sessions.njk is filled with.

import type { SessionSeen } from "../../../libs/service/access/session-keeper.ts";
import { hidden, newKey } from "../form-page.ts";
import type { Html } from "../html.ts";
import type { Visitor } from "../visitor.ts";
import { moment } from "../words.ts";

/** `hidden`: what each form brings back. */
export interface SessionsView {
  caption: string;
  sessions: readonly { id: string; browser: string; own: boolean; signedIn: string; lastUsed: string }[];
  hidden: Html;
}

/** The sign-ins of who looks, with the one they look by. */
export function sessionsView(seen: readonly SessionSeen[], { token, session: own }: Visitor): SessionsView {
  return {
    caption: seen.length === 1 ? "One sign-in" : `${seen.length} sign-ins`,
    sessions: seen.map(({ id, browser, signedInAt, seenAt }) => ({
      id,
      browser,
      own: id === own,
      signedIn: moment(signedInAt),
      lastUsed: moment(seenAt),
    })),
    hidden: hidden({ token, key: newKey() }),
  };
}
