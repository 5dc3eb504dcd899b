// Meetings in people's calendars: a Work Group decides, letters arrive over real SMTP, and another's parser reads what
// came with them. Invited, moved and called off is one event.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import ICAL from "ical.js";
import { addSeconds } from "../libs/calendar/instants.ts";
import type { PerformEffect } from "../libs/contract/journey.ts";
import type { Command as JourneyCommand } from "../libs/journey/commands.ts";
import { makeMailer } from "../libs/mail/mail.ts";
import { hubInboxes } from "../libs/mail/hub-inboxes.ts";
import { putPerson, putText } from "../libs/people/people.ts";
import { putSchools } from "../libs/store/schools/schools.ts";
import type { CommandData, CommandName } from "../libs/work-group/commands.ts";
import { groupWorld, type GroupWorld } from "../test/support/group-world.ts";
import { groupCommand } from "../test/support/groups.ts";
import { startMailServer, type Arrived, type MailServer } from "../test/support/mail-server.ts";
import { command, rules } from "../test/support/store.ts";
import { makeSendNotice, makeSendReminder } from "./send-letter.ts";

const WG = "wg-1";
const WHY = { id: "why", words: 5 };
const INBOX = "hub-great-north@hubs.example.invalid";
let world: GroupWorld;
let mail: MailServer;
let journey: string;
let urn: string;
let ada: string;
let SENDS: Record<string, (effect: PerformEffect) => Promise<unknown>> = {};

beforeAll(async () => {
  world = await groupWorld();
  mail = await startMailServer();
  const { app } = world.store;
  await world.form(WG);
  [journey = ""] = await world.placed(WG, 1);
  urn = journey.slice(0, 6);
  ada = `ada-${urn}@example.org`;
  const known = { name: "Hill School", phase: "primary", funding: "state", open: true, source: "import" } as const;
  await putSchools(app, [{ urn, ...known, address: null, postcode: null }]);
  await putPerson(app, { id: `${urn}-1`, firstName: "Ada", lastName: "Example", email: ada });
  await putPerson(app, { id: `${urn}-2`, firstName: "Ben", lastName: "Example", email: `ben-${urn}@example.org` });
  for (const [id, body] of [
    ["hall", "The Hall – 1 High Street, Anytown; upstairs"],
    ["link", "https://meet.example.org/wg-1"],
  ] as const)
    await putText(app, { id, owner: `journey/${journey}`, body });
  const mailer = makeMailer({ smtpUrl: mail.smtpUrl, from: "School Journeys <no-reply@journeys.example.org>" });
  const hubInbox = hubInboxes("hub-{hub}@hubs.example.invalid");
  const deps = { dataSource: app, ...rules, mailer, hubInbox, publicUrl: "https://journeys.example.org" };
  SENDS = { "send-notice": makeSendNotice(deps), "send-reminder": makeSendReminder(deps) };
  // The year begins; what that is told of has gone out.
  await pass("2024-09-03T08:00:00Z");
}, 120_000);

afterAll(async () => {
  await world?.store.close();
  await mail?.stop();
});

/** Time goes on to `at`; answers the letters with something for a calendar that went out. */
async function pass(at: string): Promise<Arrived[]> {
  mail.arrived.length = 0;
  const { effects } = await world.advance({ journey, now: at, commands: [] });
  const done: JourneyCommand[] = [];
  for (const { id, seq, activity } of effects) {
    await SENDS[activity]?.({ journey, id, seq, now: at });
    done.push(command("RecordEffect", at, { effect: seq, outcome: "performed" }));
  }
  await world.advance({ journey, now: at, commands: done });
  return mail.arrived.filter(({ email }) => email.attachments.some(({ mimeType }) => mimeType === "text/calendar"));
}

/** The group is asked something, and its letters of it go out ten minutes later. */
async function told<N extends CommandName>(name: N, at: string, data: CommandData[N]): Promise<Arrived[]> {
  const { outcomes } = await world.askGroup(WG, groupCommand(name, at, data));
  expect(outcomes).toMatchObject([{ accepted: true }]);
  return pass(addSeconds(at, 660));
}

/** What a calendar program finds in a letter: its method by the mail and by the content, and the one event. */
function read({ email }: Arrived) {
  const parts = email.attachments.filter(({ mimeType }) => mimeType === "text/calendar");
  expect(parts).toHaveLength(1);
  const [part] = parts;
  const content = part?.content;
  const text = typeof content === "string" ? content : new TextDecoder().decode(content as ArrayBuffer);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const found = calendar.getAllSubcomponents("vevent");
  expect(found).toHaveLength(1);
  const event = new ICAL.Event(found[0]);
  const property = (name: string): string => String(found[0]?.getFirstPropertyValue(name));
  const [zone] = calendar.getAllSubcomponents("vtimezone");
  // The rules of the clock come with it: whoever knows no zone by its name reckons with them.
  const timezone = zone === undefined ? null : new ICAL.Timezone(zone);
  const starts = event.startDate.clone();
  if (timezone !== null) starts.zone = timezone;
  return {
    methods: [part?.method, calendar.getFirstPropertyValue("method")],
    uid: event.uid,
    sequence: event.sequence,
    zone: timezone?.tzid ?? null,
    starts: event.startDate.toString(),
    ends: event.endDate.toString(),
    utc: new Date(starts.toUnixTime() * 1000).toISOString(),
    title: event.summary,
    place: event.location,
    says: event.description,
    status: property("status"),
    organizer: property("organizer"),
    attendees: event.attendees.map((one) => String(one.getFirstValue()).toLowerCase()),
    answers: event.attendees.map((one) => String(one.getFirstParameter("rsvp"))),
  };
}

const toAda = (letters: readonly Arrived[]): ReturnType<typeof read> => {
  const hers = letters.filter(({ to }) => to.includes(ada));
  expect(hers).toHaveLength(1);
  return read(hers[0]!);
};

it("a session dated, moved, put online, announced and called off is one event, in English time", async () => {
  const held = { on: "2024-11-20", startsAt: "13:30", endsAt: "16:00", place: { id: "hall" } };
  const scheduled = await told("MoveSession", "2024-09-10T09:00:00Z", {
    session: "session-1",
    ...held,
    reason: WHY,
  });
  const first = toAda(scheduled);
  expect(first).toMatchObject({
    methods: ["REQUEST", "REQUEST"],
    zone: "Europe/London",
    starts: "2024-11-20T13:30:00",
    ends: "2024-11-20T16:00:00",
    utc: "2024-11-20T13:30:00.000Z",
    place: "The Hall – 1 High Street, Anytown; upstairs",
    status: "CONFIRMED",
    organizer: `mailto:${INBOX}`,
    attendees: [`mailto:${ada}`],
    answers: ["TRUE"],
  });
  // One to each, as theirs alone: nobody's program takes it for somebody else's.
  expect(scheduled.map(({ to, email }) => [to.join(), email.to?.map(({ address }) => address).join()])).toEqual(
    [ada, `ben-${urn}@example.org`].map((one) => [one, one]),
  );
  expect(scheduled.flatMap((one) => read(one).attendees)).toEqual([`mailto:${ada}`, `mailto:ben-${urn}@example.org`]);

  // Into summer time: the same hour by the clock is another one for the world.
  const moved = toAda(
    await told("MoveSession", "2024-09-12T09:00:00Z", { session: "session-1", on: "2024-10-02", reason: WHY }),
  );
  expect(moved).toMatchObject({
    methods: ["REQUEST", "REQUEST"],
    starts: "2024-10-02T13:30:00",
    utc: "2024-10-02T12:30:00.000Z",
    place: first.place,
  });
  const online = toAda(
    await told("MoveSession", "2024-09-13T09:00:00Z", { session: "session-1", link: { id: "link" } }),
  );
  expect(online).toMatchObject({ place: "https://meet.example.org/wg-1", starts: moved.starts });
  expect(online.says).toContain("Join here: https://meet.example.org/wg-1");

  // Five school days before.
  const announced = toAda(await pass("2024-09-25T08:00:00Z"));
  expect(announced).toMatchObject({ starts: moved.starts, place: online.place, title: first.title });

  const off = toAda(await told("CancelSession", "2024-09-26T09:00:00Z", { session: "session-1", reason: WHY }));
  expect(off).toMatchObject({
    methods: ["CANCEL", "CANCEL"],
    status: "CANCELLED",
    starts: moved.starts,
    organizer: first.organizer,
    attendees: first.attendees,
  });
  const all = [first, moved, online, announced, off];
  expect(new Set(all.map(({ uid }) => uid)).size).toBe(1);
  // What is announced is as it was: nobody is asked once more whether they come.
  expect(announced.sequence).toBe(online.sequence);
  const sequences = [first, moved, online, off].map(({ sequence }) => sequence);
  expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
}, 60_000);

it("a session beyond those promised is called off in calendars, too", async () => {
  const on = { session: "session-9", on: "2024-11-27", startsAt: "10:00", endsAt: "11:00" };
  const invited = toAda(await told("ScheduleSession", "2024-10-01T09:00:00Z", on));
  const off = toAda(await told("CancelSession", "2024-10-02T09:00:00Z", { session: "session-9", reason: WHY }));
  expect([invited.methods[0], off.methods[0], off.uid === invited.uid]).toEqual(["REQUEST", "CANCEL", true]);
  expect(off).toMatchObject({ starts: "2024-11-27T10:00:00", title: `Called off: ${invited.title}` });
}, 60_000);

it("a visit is at the school, and moves with its day", async () => {
  const book = (at: string, on: string) =>
    told("BookSupportVisit", at, { journey, on, startsAt: "09:00", endsAt: "12:00", term: "autumn" });
  const booked = toAda(await book("2024-10-08T09:00:00Z", "2024-11-12"));
  const moved = toAda(await book("2024-10-09T09:00:00Z", "2024-11-14"));
  expect([booked, moved]).toMatchObject([
    { place: "Hill School", starts: "2024-11-12T09:00:00" },
    { place: "Hill School", starts: "2024-11-14T09:00:00", uid: booked.uid },
  ]);
  expect(moved.sequence).toBeGreaterThan(booked.sequence);
}, 60_000);

it("a school that pauses has its visit taken out, and a teacher named after its return is invited anew", async () => {
  const ask = async (...asked: JourneyCommand[]): Promise<Arrived[]> => {
    const at = asked[0]?.at ?? "";
    const { outcomes } = await world.advance({ journey, now: at, commands: asked });
    expect(outcomes).toEqual(asked.map(() => expect.objectContaining({ accepted: true })));
    return pass(addSeconds(at, 660));
  };
  const paused = await ask(command("PauseJourney", "2024-10-10T09:00:00Z", { reason: WHY }));
  const off = toAda(paused);
  expect(paused.map(({ to }) => to.join())).toEqual([ada, `ben-${urn}@example.org`]);
  expect(off).toMatchObject({ methods: ["CANCEL", "CANCEL"], status: "CANCELLED", starts: "2024-11-14T09:00:00" });
  const words = paused[0]?.email.text?.replaceAll(/\s+/gu, " ");
  expect(words).toContain("PLEASE TAKE OUT OF YOUR CALENDAR");
  expect(words).toContain("Thursday 14 November 2024");

  await ask(command("ReturnToProgramme", "2024-10-11T09:00:00Z", {}));
  const fit = { role: "lead-teacher", experienced: true, authority: true } as const;
  const named = await ask(
    command("NominateParticipant", "2024-10-11T10:00:00Z", { participant: `${urn}-1`, ...fit }),
    command("NominateParticipant", "2024-10-11T10:00:00Z", { participant: `${urn}-2`, ...fit }),
  );
  const back = toAda(named);
  expect(named).toHaveLength(2);
  expect(back).toMatchObject({ methods: ["REQUEST", "REQUEST"], uid: off.uid, starts: off.starts });
  expect(back.sequence).toBeGreaterThan(off.sequence);

  // One leaves: what is taken out is theirs alone.
  const released = command("ReleaseParticipant", "2024-10-12T09:00:00Z", { participant: `${urn}-1`, reason: WHY });
  const left = await ask(released);
  expect(left.map(({ to }) => to.join())).toEqual([ada]);
  expect(toAda(left)).toMatchObject({ methods: ["CANCEL", "CANCEL"], uid: off.uid });
  expect(toAda(left).sequence).toBeGreaterThan(back.sequence);
  expect(left[0]?.email.subject).toContain("You no longer take part");
}, 60_000);

it("the hub is not invited by itself where it stands in for a school that nobody of is known", async () => {
  const { app } = world.store;
  await app.query("delete from people.persons where id = any($1::text[])", [[`${urn}-1`, `${urn}-2`]]);
  const at = "2024-10-15T09:00:00Z";
  expect(await told("ScheduleSession", at, { session: "session-8", on: "2024-12-04" })).toEqual([]);
  expect(mail.arrived.map(({ to }) => to.join())).toEqual([INBOX]);
}, 60_000);

it("a school that goes to another hub has it taken out by the hub that had invited, nobody else could", async () => {
  const { app } = world.store;
  const ben = `ben-${urn}@example.org`;
  await putPerson(app, { id: `${urn}-2`, firstName: "Ben", lastName: "Example", email: ben });
  const moved = command("MoveToHub", "2024-10-20T09:00:00Z", { hub: "south", reason: WHY });
  await world.advance({ journey, now: moved.at, commands: [moved] });
  const letters = await pass(moved.at);
  const [his, ...others] = letters.filter(({ to }) => to.includes(ben));
  expect(others).toEqual([]);
  expect(read(his!)).toMatchObject({
    methods: ["CANCEL", "CANCEL"],
    starts: "2024-11-14T09:00:00",
    organizer: `mailto:${INBOX}`,
    attendees: [`mailto:${ben}`],
  });
  expect(his?.email.replyTo?.map(({ address }) => address)).toEqual(["hub-south@hubs.example.invalid"]);
}, 60_000);
