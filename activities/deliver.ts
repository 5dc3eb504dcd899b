// Sends a letter to everybody it is for, one message each, and remembers each that a mail server took.

import type { DataSource } from "typeorm";
import type { Notice } from "../libs/letters/told.ts";
import { renderHtml, renderMarkdown, renderText } from "../libs/letters/render.ts";
import { MailError, type Mailer } from "../libs/mail/mail.ts";
import type { PerformEffect } from "../libs/contract/journey.ts";
import { messageIdOf } from "../libs/contract/message-id.ts";
import type { Bounce } from "../libs/journey/commands.ts";
import type { Catalogue } from "../libs/prospectus/lookup.ts";
import { findSchool } from "../libs/store/schools/schools.ts";
import type { Asked, Done, Lease } from "./effects.ts";
import { openAddressBook, type Addressee } from "../libs/people/address-book.ts";

export interface LetterDeps {
  dataSource: DataSource;
  mailer: Mailer;
  catalogue: Catalogue;
  /**
   * The hub's shared inbox (never a person's address) while it has named none of its own: answers go there, and its
   * lead's mail.
   */
  hubInbox: (hub: string) => string;
  /** What people call the service in their browser; without it letters hold no link. */
  publicUrl?: string | undefined;
}

export interface Delivery extends Notice {
  request: PerformEffect;
  asked: Asked;
  lease: Lease;
  /** Of those whom it is for, this reader alone, as a Message-ID names them: the others have it. */
  only?: string;
}

/** The page of a journey at the console. */
export const journeyPage = (publicUrl: string, journey: string): string => `${publicUrl}/journeys/${journey}`;

/**
 * Sends what was not yet sent. Answers the Message-IDs, parted by a space, and `fell-back` where somebody stood in for
 * a role without a working address. Everybody is tried before it rejects with a MailError (all other errors at once).
 */
export async function deliver(deps: LetterDeps, delivery: Delivery): Promise<Done> {
  const { request, asked, lease, to } = delivery;
  const { urn } = asked.state.school;
  const inbox = deps.hubInbox(asked.state.hub);
  const [book, school] = await Promise.all([
    openAddressBook(deps.dataSource, request.journey, asked, inbox),
    findSchool(deps.dataSource, urn),
  ]);
  const prospectus = delivery.prospectus === null ? null : deps.catalogue.get(delivery.prospectus);
  const about = {
    school: { urn, name: school?.name ?? null },
    hub: asked.state.hub,
    reference: `${request.journey}/${request.seq}`,
    inbox: book.replyTo,
    page: deps.publicUrl === undefined ? null : journeyPage(deps.publicUrl, request.journey),
    programme: prospectus ? `${prospectus.title} ${prospectus.academicYear}` : null,
  };

  const sendTo = async ({ key, address, reader }: Addressee): Promise<string> => {
    const messageId = messageIdOf({ ...request, addressee: key, epoch: asked.epoch });
    if (lease.sent.has(messageId)) return messageId;
    const letter = delivery.write({ ...about, reader }, key);
    await lease.renew();
    await deps.mailer.send({
      to: address,
      messageId,
      subject: letter.subject,
      text: renderText(letter),
      html: renderHtml(letter),
      markdown: renderMarkdown(letter),
      replyTo: book.replyTo,
    });
    await lease.markSent(messageId);
    return messageId;
  };

  const sent = new Set<string>();
  const bounced: Bounce[] = [];
  let fellBack = false;
  let fault: MailError | null = null;
  const { only, among } = delivery;
  const isMeant = ({ key }: Addressee): boolean => (only ?? key) === key && (among?.includes(key) ?? true);
  const queue = book.for(to, delivery.copies).filter(isMeant);
  if (queue.length === 0) return { code: "superseded" };
  for (const addressee of queue) {
    fellBack ||= addressee.reader.standsInFor.length > 0;
    try {
      sent.add(await sendTo(addressee));
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      const { key, person } = addressee;
      if (error.code === "mail-refused" && key !== "hub-lead")
        bounced.push({ addressee: key, person, code: error.code });
      if (addressee.copy && error.code === "mail-refused") continue;
      const instead = error.code === "mail-refused" ? book.insteadOf(addressee) : null;
      // Appended, the loop comes to them too; who has the letter already needs no second one.
      if (instead === null) fault ??= error;
      else if (!queue.some(({ address }) => address.toLowerCase() === instead.address.toLowerCase()))
        queue.push(instead);
      fellBack ||= instead !== null;
    }
  }
  if (fault) throw fault;
  return {
    messageId: [...sent].join(" "),
    ...(fellBack ? { code: "fell-back" } : {}),
    ...(bounced.length > 0 ? { bounced } : {}),
  };
}
