import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { createTransport } from "nodemailer";
import { freePort } from "../cli/setup/ports.ts";
import { startInbox, type Inbox } from "./inbox.ts";

let folder: string;
let inbox: Inbox;
const start = async () => startInbox({ folder, smtpPort: await freePort(), webPort: await freePort() });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "inbox-"));
  inbox = await start();
});

afterEach(async () => {
  await inbox.stop();
  await rm(folder, { recursive: true });
});

async function send(messageId: string): Promise<void> {
  const transport = createTransport(inbox.smtpUrl);
  await transport.sendMail({
    messageId,
    from: "hub@example.org",
    to: ["lead@example.org", "head@example.org"],
    subject: "What is owed by 1 March",
    text: "The action plan – by 1 March.",
    html: "<p>The <b>action plan</b></p><script>alert(1)</script>",
  });
  transport.close();
}

it("keeps a message with its parts and shows it again after a restart", async () => {
  await send("<one@example.org>");
  await inbox.stop();
  inbox = await start();
  const [message, ...others] = await inbox.messages();
  expect(others).toEqual([]);
  expect(message).toMatchObject({
    messageId: "<one@example.org>",
    from: "hub@example.org",
    to: ["lead@example.org", "head@example.org"],
    subject: "What is owed by 1 March",
    text: expect.stringContaining("The action plan – by 1 March."),
    html: expect.stringContaining("<b>action plan</b>"),
  });
  expect(message?.headers).toContainEqual({ name: "subject", value: "What is owed by 1 March" });
});

it("lists the newest first, as a page and as JSON", async () => {
  await send("<one@example.org>");
  await send("<two@example.org>");
  const listed = (await (await fetch(`${inbox.webUrl}/messages`)).json()) as { id: string; messageId: string }[];
  expect(listed.map(({ messageId }) => messageId)).toEqual(["<two@example.org>", "<one@example.org>"]);
  const one = `${inbox.webUrl}/messages/${listed[1]!.id}`;
  expect(await (await fetch(one)).json()).toMatchObject({ messageId: "<one@example.org>" });

  expect(await (await fetch(inbox.webUrl)).text()).toContain("What is owed by 1 March");
  const page = await (await fetch(one, { headers: { accept: "text/html" } })).text();
  expect(page).toContain("The action plan – by 1 March.");
  expect(page).not.toContain("<script>");
  expect((await fetch(`${inbox.webUrl}/messages/none`)).status).toBe(404);
});
