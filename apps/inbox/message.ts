/** A message as it arrived. */
export interface Message {
  /** Its name in the inbox; later messages sort after earlier ones. */
  id: string;
  /** The Message-ID header: the same for every copy of one e-mail. */
  messageId: string;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** Its invitations, as a calendar program would take them. */
  calendar: { method: string; content: string }[];
  headers: { name: string; value: string }[];
}
