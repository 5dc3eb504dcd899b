// A mail server for one machine: it takes every message, sends none on, and shows them on a page.
// `npm start` needs one to show the e-mails of a journey, tests to count them; it runs nowhere else.
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { Message } from "./message.ts";
import { listPage, messagePage } from "./pages.ts";

export interface InboxOptions {
  /** Where messages are kept, a file each. */
  folder: string;
  /** The ports, on 127.0.0.1 only. */
  smtpPort: number;
  webPort: number;
}

export interface Inbox {
  smtpUrl: string;
  webUrl: string;
  /** Every message, the oldest first. */
  messages(): Promise<Message[]>;
  stop(): Promise<void>;
}

/**
 * Starts the inbox. A message is accepted when its file is written: what a sender was told is kept is still there
 * after a restart.
 */
export async function startInbox(options: InboxOptions): Promise<Inbox> {
  await mkdir(options.folder, { recursive: true });
  const messages = messageReader(options.folder);
  const smtp = await listenForMail(options);
  const web = createServer((request, response) => {
    answer(messages, request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve, reject) => web.once("error", reject).listen(options.webPort, "127.0.0.1", resolve));
  return {
    smtpUrl: `smtp://127.0.0.1:${options.smtpPort}`,
    webUrl: `http://127.0.0.1:${options.webPort}`,
    messages,
    async stop() {
      await Promise.all([new Promise<void>((resolve) => smtp.close(resolve)), closed(web)]);
    },
  };
}

async function listenForMail({ folder, smtpPort }: InboxOptions): Promise<SMTPServer> {
  let count = 0;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      const id = `${new Date().toISOString().replaceAll(/[:.]/g, "-")}-${String(++count).padStart(6, "0")}`;
      keep(join(folder, `${id}.eml`), stream).then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    smtp.on("error", reject); // and later: a sender that hangs up is its own affair
    smtp.listen(smtpPort, "127.0.0.1", resolve);
  });
  return smtp;
}

async function keep(file: string, stream: NodeJS.ReadableStream): Promise<void> {
  await writeFile(`${file}.new`, await buffer(stream));
  await rename(`${file}.new`, file);
}

function messageReader(folder: string): () => Promise<Message[]> {
  const known = new Map<string, Message>(); // a message never changes
  return async () => {
    const ids = (await readdir(folder))
      .filter((name) => name.endsWith(".eml"))
      .map((name) => name.slice(0, -4))
      .sort();
    for (const id of ids) {
      if (!known.has(id)) known.set(id, await parse(id, await readFile(join(folder, `${id}.eml`))));
    }
    return ids.map((id) => known.get(id)!);
  };
}

async function parse(id: string, raw: Buffer): Promise<Message> {
  const email = await PostalMime.parse(raw);
  return {
    id,
    messageId: email.messageId ?? "",
    receivedAt: id.replace(/^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z).*$/, "$1:$2:$3.$4"),
    from: email.from?.address ?? "",
    to: (email.to ?? []).flatMap((recipient) => recipient.address ?? []),
    subject: email.subject ?? "",
    text: email.text ?? "",
    html: email.html ?? "",
    calendar: email.attachments.flatMap(({ mimeType, method, content }) =>
      mimeType === "text/calendar" ? [{ method: method ?? "", content: textOf(content) }] : [],
    ),
    headers: email.headers.map(({ key, value }) => ({ name: key, value })),
  };
}

function textOf(content: string | ArrayBuffer | Uint8Array): string {
  return typeof content === "string" ? content : Buffer.from(content as Uint8Array).toString("utf8");
}

async function answer(
  messages: () => Promise<Message[]>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? "/", "http://inbox").pathname;
  const newestFirst = (await messages()).reverse();
  if (path === "/") return page(response, 200, listPage(newestFirst));
  if (path === "/messages") return json(response, newestFirst);
  const message = newestFirst.find(({ id }) => path === `/messages/${id}`);
  if (!message) return page(response, 404, "There is no such message.");
  if (request.headers.accept?.includes("text/html")) return page(response, 200, messagePage(message));
  return json(response, message);
}

function page(response: ServerResponse, status: number, html: string): void {
  // What arrives by mail may show pictures and styles, and run nothing.
  response
    .writeHead(status, { "content-type": "text/html; charset=utf-8", "content-security-policy": "script-src 'none'" })
    .end(html);
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value, null, 2));
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
