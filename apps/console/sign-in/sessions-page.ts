// Where somebody is signed in, and what they typed before they had to sign in anew.

import type { KeptForm, SessionSeen } from "../../../libs/service/access/session-keeper.ts";
import { textIn } from "../form-fields.ts";
import { carried, hidden, newKey } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import type { Visitor } from "../visitor.ts";
import { moment } from "../words.ts";

/** What sessions.njk is filled with. `hidden`: what each form brings back. */
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

/** What kept-form.njk is filled with. `form`: null where nothing is kept. */
export interface KeptFormView {
  form: { action: string; hidden: Html } | null;
}

/** A form that waited for a new sign-in, to be shown once more. `cameBack`: the field that says so. */
export function keptFormView(kept: KeptForm | null, { token }: Pick<Visitor, "token">, cameBack: string): KeptFormView {
  if (kept === null) return { form: null };
  const { action, typed } = kept;
  const brings = hidden({ token, key: textIn(typed, "key") });
  return { form: { action, hidden: html`${brings}${carried({ ...typed, [cameBack]: "yes" })}` } };
}
