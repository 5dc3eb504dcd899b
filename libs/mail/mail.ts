// Sends one e-mail to one person over SMTP. What a mail server says quotes addresses, so only a code comes out of here.

import { getSystemErrorName } from "node:util";
import { createTransport, type SendMailOptions } from "nodemailer";
import { EMAIL_ADDRESS } from "../journey/contact.ts";

export interface Mail {
  /** One address: each person gets a message of their own, so that nobody sees another's address. */
  to: string;
  /** With its angle brackets; the same for every attempt, so that a second copy can be told. */
  messageId: string;
  subject: string;
  text: string;
  html: string;
  /** The same in the few signs that GOV.UK Notify knows; the text itself where it is not given. */
  markdown?: string;
  /** Where an answer goes. */
  replyTo?: string;
  headers?: Readonly<Record<string, string>>;
  /**
   * Invitations to meetings, or their ends. A single one is a part beside text and HTML, which calendar programs
   * act on, and a file for all others; of several, programs would act on the first alone, so each is a file to
   * open.
   */
  calendar?: CalendarPart | readonly CalendarPart[];
}

/** `method`: as it stands in the content too, which is iCalendar. */
export interface CalendarPart {
  method: string;
  content: string;
}

export interface Mailer {
  /** Resolves once the mail server has taken the message; rejects with a MailError and nothing else. */
  send(mail: Mail): Promise<void>;
}

/** `mail-refused`: the server does not take mail for that address, ever; `mail-unavailable`: try again. */
export type MailFault = "mail-refused" | "mail-unavailable";

export class MailError extends Error {
  readonly code: MailFault;
  /** What a person can mend it by, in codes alone: `ESOCKET ECONNREFUSED`, `EAUTH 535`; empty where nobody said. */
  readonly why: string;

  constructor(code: MailFault, why = "") {
    super(code);
    this.name = "MailError";
    this.code = code;
    this.why = why;
  }
}

export interface MailerOptions {
  /** `smtp://localhost:1025`, `smtps://user:password@host`. */
  smtpUrl: string;
  from: string;
  /** For the whole message, in milliseconds: well under the lease of an effect. */
  deadline?: number;
}

const CONNECT_MS = 8_000;
const SILENCE_MS = 15_000;
const WHOLE_MS = 20_000;

/**
 * A mailer for one SMTP server; a connection for each message, none kept, and none retried behind the caller's back.
 */
export function makeMailer({ smtpUrl, from, deadline = WHOLE_MS }: MailerOptions): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: Math.min(CONNECT_MS, deadline),
    greetingTimeout: Math.min(CONNECT_MS, deadline),
    socketTimeout: Math.min(SILENCE_MS, deadline),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      if (!isOneAddress(mail.to)) throw new MailError("mail-refused");
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: mail.to },
          ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
          envelope: { from: addressIn(from), to: [mail.to] },
          messageId: mail.messageId,
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          ...calendarOf(mail),
          headers: { "Auto-Submitted": "auto-generated", "Content-Language": "en-GB", ...mail.headers },
          signal: AbortSignal.timeout(deadline),
        });
      } catch (error) {
        // The error quotes the address and the server's words: neither leaves this function.
        throw new MailError(isRefusal(error) ? "mail-refused" : "mail-unavailable", whyOf(error));
      }
    },
  };
}

/** What the mail library makes of invitations: `text/calendar` with its method, so that Outlook and Google know it. */
function calendarOf({ calendar = [] }: Mail): Pick<SendMailOptions, "icalEvent" | "attachments"> {
  const parts = "method" in calendar ? [calendar] : calendar;
  const [only, ...others] = parts;
  if (only === undefined) return {};
  if (others.length === 0) return { icalEvent: { ...only, filename: "invite.ics" } };
  return {
    attachments: parts.map(({ method, content }, index) => ({
      filename: `invite-${index + 1}.ics`,
      content,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
  };
}

/** Whether a text is one plain address, not a list of them or a header in disguise. */
export function isOneAddress(text: string): boolean {
  return text.length <= 254 && EMAIL_ADDRESS.test(text);
}

function addressIn(from: string): string {
  return /<([^<>]+)>/.exec(from)?.[1] ?? from;
}

/** The codes of an error: the mail library's own, the system's, what the server answered. No word of either. */
function whyOf(error: unknown): string {
  const { code, errno, responseCode } = Object(error) as { [_ in "code" | "errno" | "responseCode"]?: unknown };
  const kind = typeof code === "string" && /^E[A-Z]+$/u.test(code) ? code : null;
  const system = typeof errno === "number" && errno < 0 ? getSystemErrorName(errno) : null;
  const answer = typeof responseCode === "number" ? String(responseCode) : null;
  return [kind, system === kind ? null : system, answer].filter((one) => one !== null).join(" ");
}

/** A 5xx about the envelope or the message is for good; 4xx, log-in, network and time-outs are not. */
function isRefusal(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("code" in error)) return false;
  const status = "responseCode" in error && typeof error.responseCode === "number" ? error.responseCode : 0;
  return (error.code === "EENVELOPE" || error.code === "EMESSAGE") && status >= 500;
}
