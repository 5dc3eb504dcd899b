// Sends a letter to everybody it is for, one message each, and remembers each that a mail server took.

import type { DataSource } from "typeorm";
import { instantFromMs } from "../libs/calendar/instants.ts";
import type { Letter } from "../libs/letters/letter.ts";
import { aboutOf, answersIn, invitesOf, letterFor, messagesOf, type Message } from "../libs/letters/messages.ts";
import { invitationFor } from "../libs/letters/invitation.ts";
import type { Notice } from "../libs/letters/told.ts";
import { hubName } from "../libs/letters/words.ts";
import { renderHtml, renderMarkdown, renderText } from "../libs/letters/render.ts";
import { MailError, type Mail, type Mailer } from "../libs/mail/mail.ts";
import type { PerformEffect } from "../libs/contract/journey.ts";
import { messageIdOf } from "../libs/contract/message-id.ts";
import type { Bounce } from "../libs/journey/bounce.ts";
import { linksFor } from "../libs/people/answer-links.ts";
import { hubInLetters } from "../libs/people/hub-signature.ts";
import type { Catalogue } from "../libs/prospectus/lookup.ts";
import { findSchool } from "../libs/store/schools/schools.ts";
import type { Asked, Done, Lease } from "./effects.ts";
import { inboxOfHub, openAddressBook, type AddressBook } from "../libs/people/address-book.ts";
import { sendKept } from "./send-kept.ts";

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

/** What is to be sent to whom. */
export interface Delivery {
  notices: readonly Notice[];
  request: PerformEffect;
  asked: Asked;
  lease: Lease;
  /** Of those whom it is for, this reader alone, as a Message-ID names them: the others have it. */
  only?: string;
}

/** A letter in each form in which it is sent. */
const rendered = (letter: Letter): Pick<Mail, "subject" | "text" | "html" | "markdown"> => ({
  subject: letter.subject,
  text: renderText(letter),
  html: renderHtml(letter),
  markdown: renderMarkdown(letter),
});

/**
 * Sends what was not yet sent. Answers the Message-IDs, parted by a space, and `fell-back` where somebody stood in for
 * a role without a working address. Everybody is tried before it rejects with a MailError (all other errors at once).
 */
export async function deliver(deps: LetterDeps, delivery: Delivery): Promise<Done> {
  const { request, asked, lease } = delivery;
  const { urn } = asked.state.school;
  const inbox = deps.hubInbox(asked.state.hub);
  const hub = hubInLetters(deps.dataSource, asked.state.hub);
  const [book, school, { signature }] = await Promise.all([
    openAddressBook(deps.dataSource, request.journey, asked, inbox, async () => (await hub).contacts),
    findSchool(deps.dataSource, urn),
    hub,
  ]);
  const known = { name: school?.name ?? null, inbox: book.replyTo, signature, publicUrl: deps.publicUrl };
  const about = aboutOf(request.journey, asked, known);

  const sendTo = async (message: Message): Promise<string> => {
    const { key, id, address, reader, notice } = message;
    const messageId = messageIdOf({ ...request, addressee: key, epoch: asked.epoch });
    if (lease.sent.has(messageId)) return messageId;
    const things = answersIn(message, asked.state);
    const urls = await linksFor(deps, { journey: request.journey, person: id, things });
    const letter = letterFor(message, about, { catalogue: deps.catalogue, state: asked.state, urls });
    const attendee = { name: reader.name ?? address, email: address };
    const calendar = await Promise.all(
      invitesOf(message).map(async ({ meeting, atSchool, only, hub = asked.state.hub, ...rest }) => {
        const email =
          hub === asked.state.hub ? book.replyTo : await inboxOfHub(deps.dataSource, hub, deps.hubInbox(hub));
        const place = atSchool && { place: about.school.name };
        const organizer = { name: hubName(hub), email };
        return invitationFor(
          { ...meeting, ...place, journey: request.journey },
          { ...rest, alone: only !== undefined, organizer, attendee },
        );
      }),
    );
    const parts = calendar.length === 1 && calendar[0] ? calendar[0] : calendar;
    const mail = { to: address, messageId, replyTo: book.replyTo, ...rendered(letter), calendar: parts };
    const { journey, id: effect, now = instantFromMs(Date.now()) } = request;
    const whose = { journey, hub: asked.state.hub, effect, addressee: key, person: id, role: reader.role };
    await sendKept(deps, lease.held, { ...whose, kind: notice.kind }, mail, now);
    return messageId;
  };

  const queue = messagesOf(book, delivery.notices).filter(
    ({ key }) => delivery.only === undefined || key === delivery.only,
  );
  return queue.length === 0 ? { code: "superseded" } : toEach(book, queue, sendTo);
}

/** Everybody is tried, and whoever stands in for one whose address is refused. Rejects with MailError at the end. */
async function toEach(book: AddressBook, queue: Message[], sendTo: (one: Message) => Promise<string>): Promise<Done> {
  const sent = new Set<string>();
  const bounced: Bounce[] = [];
  let fellBack = false;
  let fault: MailError | null = null;
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
      const instead = error.code === "mail-refused" ? book.insteadOf(addressee, addressee.notice.reminds) : null;
      // Appended, the loop comes to them too; who has the letter already needs no second one.
      if (instead === null) fault ??= error;
      else if (!queue.some(({ address }) => address.toLowerCase() === instead.address.toLowerCase()))
        queue.push({ ...instead, notice: addressee.notice });
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
