// A letter on its way out: kept first, then sent, then noted what the mail server said.

import type { DataSource } from "typeorm";
import type { Instant } from "../libs/calendar/instants.ts";
import { MailError, type Mail, type Mailer } from "../libs/mail/mail.ts";
import { keepLetter, noteLetter, type LetterOut } from "../libs/people/sent-letters.ts";

/**
 * Sends a letter that can be read again as it went out. Where this stops between two of its steps, the next try under
 * the same Message-ID goes over all of them: nothing goes out unkept, and what is kept twice is one. Rejects with
 * MailError, StoreError, SealError.
 */
export async function sendKept(
  { dataSource, mailer }: { dataSource: DataSource; mailer: Mailer },
  letter: Omit<LetterOut, "messageId">,
  mail: Mail,
  at: Instant,
): Promise<void> {
  const { to, messageId, subject, text, html } = mail;
  const calendars = [mail.calendar ?? []].flat().map(({ content }) => content);
  const words = { to, subject, text, html, ...(calendars.length > 0 && { calendars }) };
  const id = await keepLetter(dataSource, { ...letter, messageId }, words, at);
  try {
    await mailer.send(mail);
  } catch (error) {
    if (error instanceof MailError && error.code === "mail-refused") await noteLetter(dataSource, id, "refused", at);
    throw error;
  }
  await noteLetter(dataSource, id, "sent", at);
}
