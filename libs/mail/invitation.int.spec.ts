// Invitations as they arrive in a real inbox, read by another's parser.

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import ICAL from "ical.js";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startInbox, type Inbox } from "../../apps/inbox/inbox.ts";
import { invitationFor, type Invitation } from "../letters/invitation.ts";
import { makeMailer, type Mail } from "./mail.ts";

const TO = "ada@school.example.org";
const meeting = { journey: "100001-primary", academicYear: "2020/21", code: "session-1", on: "2020-10-14" };
const about = {
  called: "Work Group meeting 1",
  version: 12,
  at: "2020-09-10T08:00:00Z",
  organizer: { name: "Great North Maths Hub", email: "hub-great-north@hubs.example.org" },
  attendee: { name: "Ada Example", email: TO },
};
const INVITED = invitationFor({ ...meeting, startsAt: "13:30", endsAt: "16:00", place: "Hall – 1 Road" }, about);
const MOVED = invitationFor({ ...meeting, on: "2020-11-04", startsAt: "09:00" }, { ...about, version: 15 });
const ENDED = invitationFor({ ...meeting, on: "2020-11-04" }, { ...about, version: 16, cancelled: true });

let folder: string;
let inbox: Inbox;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "invited-"));
  inbox = await startInbox({ folder, smtpPort: await freePort(), webPort: await freePort() });
});
afterEach(async () => {
  await inbox.stop();
  await rm(folder, { recursive: true });
});

const send = (number: number, calendar: Mail["calendar"]) =>
  makeMailer({ smtpUrl: inbox.smtpUrl, from: "School Journeys <no-reply@journeys.example.org>" }).send({
    to: TO,
    messageId: `<${number}@journeys.example.org>`,
    subject: "Work Group meeting 1",
    text: "Dear Ada,\n",
    html: "<p>Dear Ada,</p>",
    ...(calendar && { calendar }),
  });
const read = ({ content }: Pick<Invitation, "content">) => {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const found = calendar.getAllSubcomponents("vevent");
  expect(found).toHaveLength(1);
  return { method: calendar.getFirstPropertyValue("method"), event: new ICAL.Event(found[0]) };
};
/** The kinds of the parts of the only message, in their order. */
const kinds = async () => {
  const [file = ""] = await readdir(folder);
  const raw = await readFile(join(folder, file), "utf8");
  return [...raw.matchAll(/^Content-Type: ([^;\r\n]+)((?:;[^\r\n]*|\r\n [^\r\n]*)*)/gmu)].map(
    ([, kind = "", more = ""]) => (kind === "text/calendar" ? `${kind}${more.replaceAll(/\s+/gu, " ")}` : kind),
  );
};

describe("An invitation in an e-mail", () => {
  it("invited, moved and called off is one event, each time of a higher sequence", async () => {
    await send(1, INVITED);
    await send(2, [MOVED]);
    await send(3, ENDED);
    const messages = await inbox.messages();
    const all = messages.flatMap(({ calendar }) => calendar).map((one) => ({ said: one.method, ...read(one) }));
    expect(all.map(({ said, method }) => [said, method])).toEqual([
      ["REQUEST", "REQUEST"],
      ["REQUEST", "REQUEST"],
      ["CANCEL", "CANCEL"],
    ]);
    expect(new Set(all.map(({ event }) => event.uid)).size).toBe(1);
    expect(all.map(({ event }) => event.sequence)).toEqual([12, 15, 16]);
    expect(all.map(({ event }) => event.startDate.toString())).toEqual([
      "2020-10-14T13:30:00",
      "2020-11-04T09:00:00",
      "2020-11-04",
    ]);
    expect(all[0]?.event.location).toBe("Hall – 1 Road");
    // It is sent to whom it invites.
    expect(messages.map(({ to }) => to)).toEqual([[TO], [TO], [TO]]);
    expect(all[0]?.event.attendees[0]?.getFirstValue()?.toString().toLowerCase()).toBe(`mailto:${TO}`);
  });
  it("is a part beside text and HTML, with its method, and a file", async () => {
    await send(1, INVITED);
    expect(await kinds()).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain",
      "text/html",
      "text/calendar; charset=utf-8; method=REQUEST",
      "application/ics",
    ]);
  });
  it("is a file to open where there are several: programs would act on the first alone", async () => {
    await send(1, [INVITED, invitationFor({ ...meeting, code: "session-2", on: "2021-02-03" }, about)]);
    const [message] = await inbox.messages();
    expect(new Set(message?.calendar.map((one) => read(one).event.uid)).size).toBe(2);
    expect((await kinds()).filter((kind) => kind.startsWith("text/calendar"))).toHaveLength(2);
    expect(message?.text.trim()).toBe("Dear Ada,");
  });
  it("is not there where nothing is sent with a letter", async () => {
    await send(1, []);
    await send(2, undefined);
    expect((await inbox.messages()).map(({ calendar }) => calendar)).toEqual([[], []]);
  });
});
