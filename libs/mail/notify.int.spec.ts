// Through GOV.UK Notify's own client, against a server that speaks its API.

import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { createServer, type Server } from "node:http";
import { json } from "node:stream/consumers";
import type { Mail, MailError } from "./mail.ts";
import { makeNotifyMailer } from "./notify.ts";

const KEY = "school_journeys-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
const TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a";
const mail: Mail = {
  to: "ada@school.example.org",
  messageId: "<100001-primary.3.applicant@school-journeys.invalid>",
  subject: "Reply by Friday",
  text: "Dear Ada",
  html: "<p>Dear Ada</p>",
  markdown: "# Dear Ada",
};

let server: Server;
let asked: { method: string | undefined; url: string | undefined; authorization: string | undefined; body: unknown }[] =
  [];
let answer: { status: number; body: object } | null;
const url = (): string => `http://127.0.0.1:${(server.address() as { port: number }).port}`;

beforeAll(async () => {
  server = createServer((request, response) => {
    void json(request).then((body) => {
      asked.push({ method: request.method, url: request.url, authorization: request.headers.authorization, body });
      if (answer === null) return; // says nothing
      response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
);
beforeEach(() => {
  asked = [];
  answer = { status: 201, body: { id: "740e5834-3a29-46b4-9a6f-16142fde533a" } };
});

const mailer = () =>
  makeNotifyMailer({
    apiKey: KEY,
    templateId: TEMPLATE,
    url: url(),
    replyToId: "8e222534-7f05-4972-86e3-17c5d9f894e2",
    deadline: 1_000,
  });
const faultOf = (change: Partial<Mail> = {}): Promise<MailError> =>
  mailer()
    .send({ ...mail, ...change })
    .then(
      () => {
        throw new Error("was sent");
      },
      (error: MailError) => error,
    );

test("a letter is one call of Notify: the template, whom it is for, and the Message-ID as its reference", async () => {
  await mailer().send(mail);
  expect(asked).toEqual([
    {
      method: "POST",
      url: "/v2/notifications/email",
      authorization: expect.stringMatching(/^Bearer [\w.-]+$/),
      body: {
        template_id: TEMPLATE,
        email_address: mail.to,
        personalisation: { subject: mail.subject, body: "# Dear Ada" },
        reference: "100001-primary.3.applicant@school-journeys.invalid",
        email_reply_to_id: "8e222534-7f05-4972-86e3-17c5d9f894e2",
      },
    },
  ]);
});

test.each([
  [
    "no address",
    400,
    { errors: [{ error: "ValidationError", message: "email_address Not a valid email address" }] },
    "mail-refused",
  ],
  [
    "another template",
    400,
    { errors: [{ error: "BadRequestError", message: "Template not found" }] },
    "mail-unavailable",
  ],
  [
    "another key",
    403,
    { errors: [{ error: "AuthError", message: "Invalid token: API key not found" }] },
    "mail-unavailable",
  ],
  ["too many", 429, { errors: [{ error: "RateLimitError", message: "Exceeded rate limit" }] }, "mail-unavailable"],
  ["a fault", 500, { errors: [{ error: "Exception", message: "Internal server error" }] }, "mail-unavailable"],
])("%s is a code and nothing else", async (_what, status, body, code) => {
  answer = { status, body };
  const error = await faultOf();
  expect([error.code, error.message, error.cause]).toEqual([code, code, undefined]);
  expect(JSON.stringify(error) + error.stack).not.toContain("school.example.org");
});

test("no answer in time, and two addresses in one", async () => {
  answer = null;
  expect((await faultOf()).code).toBe("mail-unavailable");
  expect((await faultOf({ to: "ada@example.org, eve@example.org" })).code).toBe("mail-refused");
  expect(asked).toHaveLength(1);
});
