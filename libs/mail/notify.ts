// Sends one e-mail to one person through GOV.UK Notify, by its maintained client. What Notify says quotes addresses, so
// only a code comes out of here.

import { NotifyClient } from "notifications-node-client";
import { isOneAddress, MailError, type Mailer } from "./mail.ts";

export interface NotifyOptions {
  /** An API key of the service at Notify; it holds the service's id. */
  apiKey: string;
  /** A template of the service whose subject is ((subject)) and whose message is ((body)). */
  templateId: string;
  /** Where answers go, by the id that Notify gave the address; without it letters name the hub's address alone. */
  replyToId?: string | undefined;
  /** Another place than Notify itself, for tests. */
  url?: string | undefined;
  /** For the whole message, in milliseconds: well under the lease of an effect. */
  deadline?: number;
}

const WHOLE_MS = 20_000;

/**
 * A mailer through Notify. Its `reference` is the Message-ID without brackets, so that a receipt finds its letter;
 * whether the letter arrived comes with the receipt. Notify sends text alone: files only as links, and none that a
 * calendar program takes as an invitation, so `calendar` is left out and the letter has to say when and where it
 * is.
 */
export function makeNotifyMailer({ apiKey, templateId, replyToId, url, deadline = WHOLE_MS }: NotifyOptions): Mailer {
  const client = url === undefined ? new NotifyClient(apiKey) : new NotifyClient(url, apiKey);
  return {
    async send(mail) {
      if (!isOneAddress(mail.to)) throw new MailError("mail-refused");
      const sending = client.sendEmail(templateId, mail.to, {
        personalisation: { subject: mail.subject, body: mail.markdown ?? mail.text },
        reference: mail.messageId.replace(/^<|>$/g, ""),
        ...(replyToId === undefined ? {} : { emailReplyToId: replyToId }),
      });
      try {
        await within(deadline, sending);
      } catch (error) {
        throw new MailError(isRefusal(error) ? "mail-refused" : "mail-unavailable", whyOf(error));
      }
    },
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("late")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Its answer's status, or the system's code where there was none. No word of either. */
function whyOf(error: unknown): string {
  const { response, code } = Object(error) as { response?: { status?: unknown }; code?: unknown };
  if (typeof response?.status === "number") return `HTTP ${response.status}`;
  return typeof code === "string" && /^E[A-Z]+$/u.test(code) ? code : "";
}

/**
 * Notify turns an address that is none down for good (400, ValidationError); a key, a template, a limit or an
 * outage is for the operator, and tried on.
 */
function isRefusal(error: unknown): boolean {
  const response = (error as { response?: { status?: unknown; data?: { errors?: unknown } } } | null)?.response;
  if (response?.status !== 400 || !Array.isArray(response.data?.errors)) return false;
  return response.data.errors.some((one: unknown) => {
    const { error: kind, message } = Object(one) as { error?: unknown; message?: unknown };
    return kind === "ValidationError" && typeof message === "string" && message.startsWith("email_address");
  });
}
