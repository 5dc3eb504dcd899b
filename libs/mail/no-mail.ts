// Where the letters of a demonstration end: taken, kept as they would have gone out, and sent to nobody.

import { MailError, type Mailer } from "./mail.ts";

/** At such an address a letter comes back, so that there is something to see of that too. */
const REFUSES = "@bounces.";

/** A mailer that opens no connection. It takes every letter, but for an address that refuses all of them. */
export const noMailer: Mailer = {
  send({ to }) {
    return to.includes(REFUSES) ? Promise.reject(new MailError("mail-refused")) : Promise.resolve();
  },
};
