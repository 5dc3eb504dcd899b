// A letter on its way out: kept first, then sent, then noted what the mail server said.

import { setTimeout as pause } from "node:timers/promises";
import type { DataSource } from "typeorm";
import type { Instant } from "../libs/calendar/instants.ts";
import { MailError, type Mail, type Mailer } from "../libs/mail/mail.ts";
import { keepLetter, noteLetter, noteSent, type Held, type LetterOut } from "../libs/people/sent-letters.ts";
import { StoreError } from "../libs/store/errors.ts";

/**
 * Sends a letter that can be read again as it went out. Where this stops between two of its steps, the next try under
 * the same Message-ID goes over all of them: nothing goes out unkept, and what is kept twice is one. `held` is held on
 * to for each. Rejects with MailError, StoreError, SealError.
 */
export async function sendKept(
  { dataSource, mailer }: { dataSource: DataSource; mailer: Mailer },
  held: Held,
  letter: Omit<LetterOut, "messageId">,
  mail: Mail,
  at: Instant,
): Promise<void> {
  const { to, messageId, subject, text, html } = mail;
  const calendars = [mail.calendar ?? []].flat().map(({ content }) => content);
  const words = { to, subject, text, html, ...(calendars.length > 0 && { calendars }) };
  const id = await keepLetter(dataSource, { ...letter, messageId }, words, at, held);
  try {
    await mailer.send(mail);
  } catch (error) {
    if (error instanceof MailError && error.code === "mail-refused") await noteLetter(dataSource, id, "refused", at);
    throw error;
  }
  await insisting(() => noteSent(dataSource, { id, messageId, at }, held));
}

/** What a mail server took and is not noted goes out twice: worth more than one try while the store is away. */
async function insisting(note: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + NOTED_WITHIN_MS; ; await pause(250)) {
    try {
      return await note();
    } catch (error) {
      const passing = error instanceof StoreError && error.code === "database-unavailable";
      if (!passing || Date.now() > until) throw error;
    }
  }
}
/** Less than an activity has (workflows/effects.ts). */
const NOTED_WITHIN_MS = 15_000;
