import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createServer, type Server } from "node:net";
import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { isOneAddress, makeMailer, type Mail, type MailError } from "./mail.ts";

const mail: Mail = {
  to: "ada@school.example.org",
  messageId: "<100001-primary.3.applicant@school-journeys.invalid>",
  subject: "Reply by Friday – £1,000",
  text: "Dear Ada,\n\nRéply by Friday.\n",
  html: "<p>Réply by Friday.</p>",
  replyTo: "hub@example.org",
};
const faultOf = async (sending: Promise<void>): Promise<MailError> =>
  sending.then(
    () => {
      throw new Error("was sent");
    },
    (error: MailError) => error,
  );

describe("one e-mail over SMTP", () => {
  let server: SMTPServer;
  let arrived: { email: Email; rcpt: string[] }[];
  let refuse: { code: number; message: string } | null;
  const port = (): number => (server.server.address() as { port: number }).port;

  beforeEach(async () => {
    arrived = [];
    refuse = null;
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      disableReverseLookup: true,
      onRcptTo: (address, _session, done) =>
        done(
          refuse && Object.assign(new Error(`${refuse.message} <${address.address}>`), { responseCode: refuse.code }),
        ),
      onData: (stream, session, done) => {
        buffer(stream).then(async (raw) => {
          arrived.push({
            email: await PostalMime.parse(raw),
            rcpt: session.envelope.rcptTo.map(({ address }) => address),
          });
          done();
        }, done);
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterEach(() => new Promise<void>((resolve) => server.close(resolve)));

  const mailer = () =>
    makeMailer({
      smtpUrl: `smtp://127.0.0.1:${port()}`,
      from: "School Journeys <no-reply@journeys.example.org>",
      deadline: 2_000,
    });

  test("arrives with both parts, its Message-ID and the headers of a machine", async () => {
    await mailer().send(mail);
    expect(arrived).toHaveLength(1);
    const { email, rcpt } = arrived[0]!;
    expect(rcpt).toEqual(["ada@school.example.org"]);
    expect(email.to).toEqual([{ name: "", address: "ada@school.example.org" }]);
    expect([email.messageId, email.subject, email.text?.trim(), email.html?.trim()]).toEqual([
      mail.messageId,
      mail.subject,
      mail.text.trim(),
      mail.html,
    ]);
    expect(email.replyTo).toMatchObject([{ address: "hub@example.org" }]);
    const headers = Object.fromEntries(email.headers.map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({ "auto-submitted": "auto-generated", "content-language": "en-GB" });
    expect([headers["cc"], headers["bcc"]]).toEqual([undefined, undefined]);
  });

  test.each([
    [550, "mail-refused"],
    [450, "mail-unavailable"],
  ])("an answer %d is %s, and says nothing else", async (code, fault) => {
    refuse = { code, message: "No such user" };
    const error = await faultOf(mailer().send(mail));
    expect([error.code, error.message, error.cause, error.why]).toEqual([fault, fault, undefined, `EENVELOPE ${code}`]);
    expect(JSON.stringify(error) + error.stack).not.toContain("school.example.org");
  });

  test("two addresses in one are refused before anything is sent", async () => {
    expect((await faultOf(mailer().send({ ...mail, to: "ada@example.org, eve@example.org" }))).code).toBe(
      "mail-refused",
    );
    expect(arrived).toEqual([]);
  });

  test("a server that is away", async () => {
    const away = makeMailer({ smtpUrl: "smtp://127.0.0.1:1", from: "no-reply@journeys.example.org", deadline: 2_000 });
    expect(await faultOf(away.send(mail))).toMatchObject({ code: "mail-unavailable", why: "ESOCKET ECONNREFUSED" });
  });
});

test("a server that takes the connection and says nothing", async () => {
  const silent: Server = createServer();
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const { port } = silent.address() as { port: number };
  const mailer = makeMailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: "no-reply@journeys.example.org",
    deadline: 200,
  });
  expect((await faultOf(mailer.send(mail))).code).toBe("mail-unavailable");
  await new Promise<void>((resolve) => silent.close(() => resolve()));
});

test.each([
  ["ada@example.org", true],
  ["o’neill@example.org", true],
  ["o'neill@example.org", true],
  ["ada+maths@school.sch.uk", true],
  ["", false],
  ["ada", false],
  ["a@b@c", false],
  ["a@example.org,b@example.org", false],
  ["Ada <a@example.org>", false],
  ["a@example.org\r\nBcc: b@example.org", false],
])("%j is one address: %s", (text, is) => expect(isOneAddress(text)).toBe(is));
