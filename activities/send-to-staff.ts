// A letter to somebody at a hub: sent once, whatever breaks off, and kept as it went out.

import type { Instant } from "../libs/calendar/instants.ts";
import type { Printed } from "../libs/letters/letter.ts";
import { renderHtml, renderMarkdown, renderText } from "../libs/letters/render.ts";
import { MailError, type Mail } from "../libs/mail/mail.ts";
import type { Held, LetterOut } from "../libs/people/sent-letters.ts";
import type { LetterDeps } from "./deliver.ts";
import { underLease, type Done } from "./effects.ts";
import { sendKept } from "./send-kept.ts";

/**
 * Sends it once. What an address refuses for good goes to the next of `addresses`, at the end the hub's inbox: its
 * staff is who would be told of a letter that came back. Where that refuses too, there is nobody left, and nothing is
 * tried again. Rejects by code with what is worth another try.
 */
export async function sendToStaff(
  deps: LetterDeps,
  out: LetterOut,
  { letter, addresses, replyTo }: { letter: Printed; addresses: readonly string[]; replyTo: string },
  now: Instant,
): Promise<void> {
  const { messageId, ...kept } = out;
  const mail = {
    messageId,
    subject: letter.subject,
    text: renderText(letter),
    html: renderHtml(letter),
    markdown: renderMarkdown(letter),
    replyTo,
  };
  await underLease(deps.dataSource, { id: out.effect, seq: 0 }, async (lease): Promise<Done> => {
    if (lease.sent.has(messageId)) return { messageId };
    for (const address of new Set(addresses)) {
      if (!(await isTaken(deps, lease.held, kept, { ...mail, to: address }, now))) continue;
      return { messageId, ...(address === addresses[0] ? {} : { code: "fell-back" }) };
    }
    return { code: "mail-refused" };
  });
}

/** False for an address that is refused for good. Rejects with a MailError that is worth another try. */
async function isTaken(
  deps: LetterDeps,
  held: Held,
  kept: Parameters<typeof sendKept>[2],
  mail: Mail,
  now: Instant,
): Promise<boolean> {
  try {
    await sendKept(deps, held, kept, mail, now);
    return true;
  } catch (error) {
    if (error instanceof MailError && error.code === "mail-refused") return false;
    throw error;
  }
}
