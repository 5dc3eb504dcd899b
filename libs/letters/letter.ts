// What an e-mail says, before it is text or HTML: both are rendered from the same blocks, so they cannot differ.

import type { Recipient } from "../journey/events.ts";
import { hubName, listOf, roleName } from "./words.ts";

/** One row of "what is owed": what, by when, what to do about it. */
export interface Row {
  what: string;
  when: string;
  todo?: string;
}

export type Block =
  /** `files`: it speaks of files that come with the letter, and is left out where none can. */
  | { kind: "paragraph"; text: string; files?: true }
  | { kind: "heading"; text: string }
  /** The one thing the reader must not miss. */
  | { kind: "notice"; text: string }
  | { kind: "list"; items: readonly string[] }
  | { kind: "steps"; items: readonly string[] }
  | { kind: "table"; columns: readonly [string, string]; rows: readonly Row[] }
  /** Where something is done: words, and the address behind them. */
  | { kind: "link"; text: string; href: string }
  /** Words of a person, kept apart from ours. */
  | { kind: "quote"; text: string };

/** What is printed of a letter, as text and as HTML. */
export interface Printed {
  subject: string;
  greeting: string;
  /** `About: Example Primary School (URN 100001), Primary Mastery Readiness 2020/21`. */
  about: string;
  blocks: readonly Block[];
  /** Small print: who sent it and its reference. */
  footer: string;
}

/** Its blocks apart: in whose stead somebody reads it, what it says itself, and whom to ask. */
export interface Letter extends Printed {
  opening: readonly Block[];
  own: readonly Block[];
  closing: readonly Block[];
}

/** To whom a letter goes and what it is about; the same for every letter. */
export interface Envelope {
  reader: Reader;
  school: { urn: string; name: string | null };
  /** Code of the hub: `great-north`. */
  hub: string;
  /** Title of the programme as its page has it. */
  programme: string | null;
  /** `137482-primary/12`: finds the event that asked for the letter. */
  reference: string;
  /** The inbox of the hub to which answers go. */
  inbox: string;
  /** How the hub signs; null (or not there) where it has not said so. */
  signature?: Signature | null;
  /** Where the journey is seen and answered, behind the sign-in; null where the service has no address of its own. */
  page: string | null;
  /** It is sent once more: because it came back, or because its hub asked for it. */
  again?: "came-back" | "asked-for";
}

/** Words of the hub's own; "" for what it does not say. */
export interface Signature {
  name: string;
  telephone: string;
  paragraph: string;
}

/** `standsInFor`: roles for which no address is known, so that the reader gets their letter. */
export interface Reader {
  name: string | null;
  role: Recipient;
  standsInFor: readonly Recipient[];
}

export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const heading = (text: string): Block => ({ kind: "heading", text });
export const notice = (text: string): Block => ({ kind: "notice", text });
/** A list under its heading; nothing at all when there is nothing to list. */
export const section = (title: string, items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [heading(title), { kind: "list", items }];
/** Numbered steps under their heading. */
export const steps = (title: string, items: readonly string[]): Block[] => [heading(title), { kind: "steps", items }];

/** `Example Primary School (URN 100001)`, or `the school with URN 100001` while its name is not known. */
export function schoolName({ school }: Envelope): string {
  return school.name ? `${school.name} (URN ${school.urn})` : `the school with URN ${school.urn}`;
}

/** The same where a sentence begins with it. */
export function schoolAtStart(envelope: Envelope): string {
  const { name, urn } = envelope.school;
  return name ? schoolName(envelope) : `The school with URN ${urn}`;
}

/** The programme by its title, as far as it is known. */
export const programmeOf = (envelope: Envelope): string => envelope.programme ?? "the programme";

/**
 * Puts what every letter has around its blocks: whom it greets, for whom the reader stands in, whom to ask (the hub:
 * a reply goes to its inbox) and the small print.
 */
export function letter(envelope: Envelope, subject: string, blocks: readonly Block[]): Letter {
  const hub = hubName(envelope.hub);
  const ask =
    envelope.reader.role === "hub-lead"
      ? linkTo(envelope, "Open the journey in School Journeys")
      : [
          heading("Who to ask"),
          paragraph(`Reply to this e-mail. Your reply goes to ${hub}: ${envelope.inbox}.`),
          ...(envelope.signature ? signatureLines(envelope.signature, envelope.hub).map(paragraph) : []),
          ...linkTo(envelope, "See and answer it yourself in School Journeys"),
        ];
  const opening = [...standingIn(envelope), ...onceMore(envelope)];
  return {
    subject: envelope.again === undefined ? subject : `${AGAIN}${subject}`,
    greeting: greetingOf(envelope.reader.name),
    about: [schoolAtStart(envelope), envelope.programme].filter(Boolean).join(", "),
    blocks: [...opening, ...blocks, ...ask],
    opening,
    own: blocks,
    closing: ask,
    footer: `Sent automatically by School Journeys for ${hub}. Reference: ${envelope.reference}`,
  };
}

const AGAIN = "Again: ";
const ONCE_MORE = {
  "came-back":
    "We sent this letter before, and it came back to us. So it goes out again: it says how things stand today.",
  "asked-for":
    "You have had this reminder before. Your hub has asked us to send it once more: it says how things stand today.",
} as const;
const onceMore = ({ again }: Envelope): Block[] => (again === undefined ? [] : [paragraph(ONCE_MORE[again])]);

/** Longer than this a subject is cut off where people see it. */
const LONGEST_SUBJECT = 78;
/** Is it seen whole? */
export const fitsASubject = ({ length }: string): boolean => length <= LONGEST_SUBJECT;

/** A subject with the programme that it is about (else `year`), where there is room for it. */
export function withProgramme(envelope: Envelope, says: string, year?: string): string {
  const subject = `${says}: ${envelope.programme ?? year ?? programmeOf(envelope)}`;
  const again = envelope.again === undefined ? 0 : AGAIN.length;
  return subject.length + again <= LONGEST_SUBJECT ? subject : says;
}

/**
 * Several letters to one reader as one, the most urgent first: its subject is the first one's, and how many more there
 * are; each keeps its own words under its own heading, and nothing is said twice.
 */
export function together(first: Letter, ...more: readonly Letter[]): Letter {
  if (more.length === 0) return first;
  const all = [first, ...more];
  const subject = [`${first.subject} (and ${more.length} more)`, first.subject].find(fitsASubject);
  const own = saidOnce(all.flatMap((part): Block[] => [heading(part.subject), ...part.own]));
  return { ...first, subject: subject ?? first.subject, own, blocks: [...first.opening, ...own, ...first.closing] };
}

/** Without what stands there before, and without a heading under which nothing is left. */
function saidOnce(blocks: readonly Block[]): Block[] {
  const said = new Set<string>();
  const isNew = (words: string): boolean => !said.has(words) && Boolean(said.add(words));
  const left = (block: Block): Block[] => {
    if (block.kind !== "steps" && block.kind !== "list") return isNew(JSON.stringify(block)) ? [block] : [];
    const items = block.items.filter(isNew);
    return items.length === 0 ? [] : [{ ...block, items }];
  };
  const sections: Block[][] = [];
  for (const block of blocks) {
    if (block.kind === "heading") sections.push([block]);
    else sections.at(-1)?.push(block);
  }
  return sections.flatMap(([head, ...under]) => {
    const rest = under.flatMap(left);
    return head === undefined || (under.length > 0 && rest.length === 0) ? [] : [head, ...rest];
  });
}

/** The same letter, with something said before what it says itself. */
export function preceded(letter: Letter, block: Block): Letter {
  const opening = [...letter.opening, block];
  return { ...letter, opening, blocks: [...opening, ...letter.own, ...letter.closing] };
}

/** The same letter, with something said after what it says itself. */
export function followed(letter: Letter, blocks: readonly Block[]): Letter {
  const own = [...letter.own, ...blocks];
  return { ...letter, own, blocks: [...letter.opening, ...own, ...letter.closing] };
}

/** How a letter of the hub is signed, line by line: words and nothing else, of which no markup and no link is made. */
export function signatureLines({ name, telephone, paragraph: more }: Signature, hub: string): string[] {
  const lines = [`${name}, ${hubName(hub)}`, telephone === "" ? "" : `Telephone: ${telephone}`, more];
  return lines.filter((line) => line !== "");
}

function linkTo({ page }: Envelope, text: string): Block[] {
  return page === null ? [] : [{ kind: "link", text, href: page }];
}

/** The envelope of a letter for a role that the event itself, for want of anybody, sent to the applicant. */
export function meantFor(role: Recipient, envelope: Envelope): Envelope {
  const { reader } = envelope;
  if (reader.role !== "applicant" || reader.standsInFor.length > 0) return envelope;
  return { ...envelope, reader: { ...reader, standsInFor: [role] } };
}

/**
 * Whoever fills in a form chooses name and address: a name that could carry a message or a link to a stranger is left
 * out.
 */
export function greetingOf(name: string | null): string {
  const fit = name !== null && name.length <= 60 && !/[\d/:@<>£$]|www\.|\.[a-z]{2}/i.test(name);
  return fit ? `Dear ${name},` : "Hello,";
}

function standingIn({ reader }: Envelope): Block[] {
  if (reader.standsInFor.length === 0) return [];
  if (reader.role === "hub-lead") {
    return [
      paragraph(
        "This message is meant for the school. We have no working e-mail address for anyone there, so we " +
          "are writing to the hub. Please pass it on.",
      ),
    ];
  }
  const roles = listOf(
    reader.standsInFor.map((role) => `the ${roleName(role)}`),
    "or",
  );
  return [
    paragraph(
      `This message is meant for ${roles}. We have no working e-mail address for them, so we are writing to you, ` +
        "who applied for the school. Please pass it on, and reply to tell us who should get these messages.",
    ),
  ];
}
