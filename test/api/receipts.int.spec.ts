// GOV.UK Notify says what became of a letter, over HTTP, to the whole service.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { recordOutput, type Reply } from "./api-under-test.ts";
import { RECEIPT_TOKEN, startWhole, type WholeService } from "./whole-service.ts";

let whole: WholeService;
const output = recordOutput();
const journey = "100031-primary";
const address = "canary-address@school.example";
let reference = "";

beforeAll(async () => {
  whole = await startWhole();
  const school = { ...APPLICATION_EXAMPLE.school, urn: "100031" };
  expect((await whole.api.post("/api/v1/applications", { ...APPLICATION_EXAMPLE, school })).status).toBe(201);
  await whole.service.settled(journey);
  reference = whole.service.outbox[0]?.messageId.slice(1, -1) ?? "";
}, 60_000);
afterAll(async () => {
  await whole?.stop();
  expect(output.end()).not.toContain("canary-address");
}, 30_000);

const receipt = (change: object = {}, token = RECEIPT_TOKEN): Promise<Reply> =>
  whole.api.post(
    "/api/v1/mail/receipts",
    {
      id: "740e5834-3a29-46b4-9a6f-16142fde533a",
      reference,
      to: address,
      status: "permanent-failure",
      notification_type: "email",
      ...change,
    },
    { token },
  );
const bounces = async () => (await whole.service.events(journey)).filter(({ type }) => type === "LetterBounced");

it("is believed with its token alone", async () => {
  expect((await receipt({}, "another-token-than-that-one")).status).toBe(401);
  expect((await whole.api.post("/api/v1/mail/receipts", { reference }, { as: null })).status).toBe(401);
  expect(await bounces()).toEqual([]);
});

it("of what arrived, or of a letter that is none of ours, changes nothing", async () => {
  for (const change of [
    { status: "delivered" },
    { reference: "another-service-1" },
    { reference: "100031-primary.99.applicant@school-journeys.invalid" },
    { reference: 7 },
  ]) {
    expect([(await receipt(change)).status, (await receipt(change)).body]).toEqual([200, { recorded: false }]);
  }
  expect(await bounces()).toEqual([]);
});

it("of a letter that came back is an event, once, without the address; their next goes to the hub", async () => {
  expect((await receipt()).body).toEqual({ recorded: true });
  expect((await receipt()).body).toEqual({ recorded: true });
  const [bounced, ...more] = await bounces();
  expect([bounced, more]).toEqual([
    {
      type: "LetterBounced",
      seq: expect.any(Number),
      at: expect.any(String),
      effect: 1,
      addressee: "applicant",
      person: null,
      code: "permanent-failure",
    },
    [],
  ]);
  expect(JSON.stringify(await whole.store.owner.query("select * from events"))).not.toContain("canary-address");
  expect((await whole.api.post(`/api/v1/journeys/${journey}/offer-place`, {})).status).toBe(200);
  await whole.service.settled(journey);
  expect(whole.service.outbox.at(-1)?.to).toBe("hub-great-north@hubs.example");
}, 30_000);
