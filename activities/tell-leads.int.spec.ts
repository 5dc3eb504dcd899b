// Who leads a Work Group hears at once what has changed in it: on a real database and a real mail server, whatever
// breaks off.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { msOf } from "../libs/calendar/instants.ts";
import { hubInboxes } from "../libs/mail/hub-inboxes.ts";
import { makeMailer, MailError, type Mailer } from "../libs/mail/mail.ts";
import { putPerson, putText } from "../libs/people/people.ts";
import { lettersTo } from "../libs/people/sent-letters.ts";
import type { Command as GroupCommand, CommandData } from "../libs/work-group/commands.ts";
import { othersAreDone } from "../test/support/feed.ts";
import { groupWorld, type GroupWorld } from "../test/support/group-world.ts";
import { groupCommand, told } from "../test/support/groups.ts";
import { startMailServer, type MailServer } from "../test/support/mail-server.ts";
import "../test/support/quiet-temporal.ts";
import { rules } from "../test/support/store.ts";
import { devServer } from "../test/support/temporal.ts";
import { changesOfHub } from "../libs/views/mornings/read-changes.ts";
import { makeActivities } from "./index.ts";
import { makeTellLeads } from "./tell-leads.ts";

let world: GroupWorld;
let mail: MailServer;
let mailer: Mailer;
let schools: string[];
const LEAD = { who: "lead-1", role: "work-group-lead" } as const;

beforeAll(async () => {
  world = await groupWorld();
  mail = await startMailServer();
  mailer = makeMailer({ smtpUrl: mail.smtpUrl, from: "School Journeys <no-reply@sj.example.org>", deadline: 10_000 });
  await putPerson(world.store.app, { id: "lead-1", firstName: "Grace", lastName: "H", email: "grace@hub.example" });
  await putPerson(world.store.app, { id: "lead-2", firstName: "Emmy", lastName: "N", email: "emmy@hub.example" });
  await putText(world.store.app, { id: "hall", owner: "hub/great-north", body: "Example School, Hall Road" });
  await world.form("north-1");
  schools = await world.placed("north-1", 2);
  await world.store.owner.query(
    `insert into schools (urn, name, phase, funding, open, source)
     select urn, 'Example ' || urn, 'primary', 'state', true, 'import' from journeys`,
  );
  // The year begins, and with it what schools owe.
  for (const journey of schools) await world.advance({ journey, now: "2024-09-02T09:00:00Z", commands: [] });
  await round("2024-09-03T09:00:00Z");
}, 60_000);
afterAll(async () => {
  await mail?.stop();
  await world?.store.close();
});
beforeEach(() => {
  mail.arrived.length = 0;
});

/** One round of the sweep's part, at an instant. */
async function round(now: string, by: Mailer = mailer): Promise<number> {
  await othersAreDone(world.store.owner);
  const deps = {
    dataSource: world.store.app,
    mailer: by,
    ...rules,
    hubInbox: hubInboxes("hub-{hub}@hubs.example.invalid"),
    publicUrl: "https://sj.example.org",
  };
  return makeTellLeads(deps)({ now });
}
async function does<N extends GroupCommand["type"]>(
  type: N,
  at: string,
  data: CommandData[N],
  more: Partial<GroupCommand> = {},
  group = "north-1",
): Promise<void> {
  const answer = await world.askGroup(group, groupCommand(type, at, data, more));
  expect(told(answer.outcomes[0])).toBe("ok");
}
const later = (at: string, seconds: number): string =>
  new Date(msOf(at) + seconds * 1_000).toISOString().replace(".000", "");
const readers = (): string[] => mail.arrived.flatMap(({ to }) => to).sort();
const textOf = (address = "grace@hub.example"): string =>
  mail.arrived.find(({ to }) => to[0] === address)?.email.text ?? "";
const arranged = { startsAt: "09:30", endsAt: "12:00", place: { id: "hall" } };
const because = { reason: { id: "reason-1", words: 3 } };

/** A mail server that takes the letter, and a worker that dies before it has noted that. */
const dying: Mailer = {
  async send(sent) {
    await mailer.send(sent);
    throw new Error("the worker is gone");
  },
};
const away: Mailer = { send: () => Promise.reject(new MailError("mail-unavailable")) };
const messageIds = (): (string | undefined)[] => mail.arrived.map(({ email }) => email.messageId);

describe("what changes in a Work Group", () => {
  it("is told ten minutes later, in one letter to its lead, and not again; whatever its schools are", async () => {
    const at = "2024-09-10T09:00:00Z";
    await does("MoveSession", at, { session: "session-2", on: "2025-01-15", ...arranged, ...because });
    await does("BookSupportVisit", later(at, 500), { journey: schools[0] ?? "", on: "2024-10-15", startsAt: "13:30" });
    expect(await round(later(at, 599))).toBe(0);
    expect(await round(later(at, 600))).toBe(1);
    expect(await round(later(at, 1_200))).toBe(0);
    expect(readers()).toEqual(["grace@hub.example"]);
    expect(mail.arrived[0]?.email.subject).toBe("2 changes in North 1");
    expect(textOf()).toMatch(
      /^Dear Grace H,\n\nAbout: [^\n]*\n\nOpen the group’s page: https:[^ ]*\/groups\/north-1\n/u,
    );
    expect(textOf()).toContain(
      "Work Group meeting 2 is now on Wednesday 15 January 2025, 9:30am to midday, at Example School, Hall Road.",
    );
    expect(textOf()).toContain("Your visit to Example 300100 is on Tuesday 15 October 2024, from 1:30pm.");
  }, 30_000);

  it("is not told to who did it", async () => {
    const at = "2024-09-11T09:00:00Z";
    await does("MoveSession", at, { session: "session-2", on: "2025-01-22", ...because }, { by: LEAD });
    expect(await round(later(at, 600))).toBe(0);
    expect(readers()).toEqual([]);
  }, 30_000);

  it("a school of it that pauses is its news too, and that it is back", async () => {
    const at = "2024-09-12T09:00:00Z";
    await world.ask(schools[0] ?? "", at, { type: "PauseJourney", data: because });
    expect(await round(later(at, 600))).toBe(1);
    expect(mail.arrived[0]?.email.subject).toBe("Pauses: Example 300100");
    await world.ask(schools[0] ?? "", later(at, 700), { type: "ReturnToProgramme", data: {} });
    expect(await round(later(at, 1_300))).toBe(1);
    expect(mail.arrived[1]?.email.subject).toBe("Back: Example 300100");
  }, 30_000);

  it("is kept as it went out, sealed under its reader", async () => {
    const kept = await lettersTo(world.store.app, "lead-1");
    expect(kept.at(-1)).toMatchObject({
      journey: "work-group/north-1",
      hub: "great-north",
      role: "work-group-lead",
      kind: "group-news",
      sentAt: expect.any(String) as unknown,
      words: { to: "grace@hub.example", subject: "Back: Example 300100" },
    });
    const rows: { sealed: Buffer }[] = await world.store.owner.query("select sealed from people.sent_letters");
    expect(rows.map(({ sealed }) => sealed.toString("latin1")).join("")).not.toContain("Example 300100");
  }, 30_000);
});

describe("whatever breaks off", () => {
  it("between mail server and memory: the same letter goes again by its Message-ID, whatever came since", async () => {
    const at = "2024-09-17T09:00:00Z";
    await does("CancelSession", at, { session: "session-3", ...because });
    await expect(round(later(at, 600), dying)).rejects.toMatchObject({ type: "defect" });
    await does("AdaptDelivery", later(at, 620), { delivery: "online", ...because });
    expect(await round(later(at, 660))).toBe(1);
    expect(mail.arrived.map(({ email }) => email.text)).toEqual([textOf(), textOf()]);
    expect(new Set(messageIds()).size).toBe(1);
    // What came in between is told in a letter of its own.
    expect(await round(later(at, 1_300))).toBe(1);
    expect(new Set(messageIds()).size).toBe(2);
    expect(mail.arrived[2]?.email.subject).toBe("North 1 meets online");
  }, 30_000);

  it("between two lines after that: what was noted as sent is not sent again", async () => {
    await world.store.owner.query("update lead_news set told_at = null, heard = null where told_at is not null");
    const before = await waiting();
    for (let tries = 0; (await waiting()) > 0 && tries < 10; tries++) await round("2024-09-18T09:00:00Z");
    expect([before > 0, await waiting(), readers()]).toEqual([true, 0, []]);
  }, 30_000);

  it("while the mail server is away: nothing is lost, and the next round goes on", async () => {
    const at = "2024-09-19T09:00:00Z";
    await does("AdaptDelivery", at, { delivery: "in-person", ...because });
    await expect(round(later(at, 600), away)).rejects.toMatchObject({ type: "mail-unavailable" });
    expect(await round(later(at, 660))).toBe(1);
    expect(readers()).toEqual(["grace@hub.example"]);
  }, 30_000);

  it("what an address refuses for good goes to the hub’s inbox", async () => {
    const at = "2024-09-20T09:00:00Z";
    mail.answer("grace@hub.example", 550);
    await does("AdaptDelivery", at, { delivery: "online", ...because });
    await round(later(at, 600));
    mail.answer("grace@hub.example", null);
    expect(readers()).toEqual(["hub-great-north@hubs.example.invalid"]);
  }, 30_000);

  it("two rounds at once send one letter", async () => {
    const at = "2024-09-23T09:00:00Z";
    await does("AdaptDelivery", at, { delivery: "in-person", ...because });
    await othersAreDone(world.store.owner);
    await Promise.allSettled([round(later(at, 600)), round(later(at, 600)), round(later(at, 601))]);
    await round(later(at, 1_200));
    expect(new Set(messageIds()).size).toBe(1);
    expect(await waiting()).toBe(0);
  }, 30_000);
});

async function waiting(): Promise<number> {
  const [row] = await world.store.owner.query<{ n: number }[]>(
    "select count(*)::int as n from lead_news where told_at is null",
  );
  return row?.n ?? 0;
}

describe("who leads a group", () => {
  const mastery = { leadRole: "mastery-specialist", ...because };
  it("changes: the new lead hears what the group has to come, the old that it is theirs no more", async () => {
    const at = "2024-09-24T09:00:00Z";
    await does("ChangeLead", at, { lead: "lead-2", ...mastery });
    expect(await round(later(at, 600))).toBe(2);
    expect(readers()).toEqual(["emmy@hub.example", "grace@hub.example"]);
    expect(textOf("emmy@hub.example")).toContain("You lead the primary Development group of 2024/25 from now on.");
    expect(textOf("emmy@hub.example")).toContain("- Example 300100\n- Example 300101");
    expect(textOf()).toContain("Emmy N leads North 1 from now on.");
    expect(textOf()).not.toContain("/groups/");
  }, 30_000);

  it("has left it before the letter goes: it goes to nobody", async () => {
    const at = "2024-09-25T09:00:00Z";
    await does("AdaptDelivery", at, { delivery: "online", ...because });
    await expect(round(later(at, 600), away)).rejects.toMatchObject({ type: "mail-unavailable" });
    await does("ChangeLead", later(at, 610), { lead: "lead-1", ...mastery });
    await round(later(at, 660));
    expect(readers()).toEqual([]);
    await round(later(at, 1_300));
    expect(readers()).toEqual(["emmy@hub.example", "grace@hub.example"]);
    expect(textOf("emmy@hub.example")).toContain("Grace H leads North 1 from now on.");
  }, 30_000);

  it("is nobody whose address is known: nothing goes, and the hub’s morning tells it", async () => {
    const at = "2024-09-26T09:00:00Z";
    await does("ChangeLead", at, { lead: "lead-3", ...mastery });
    await round(later(at, 600));
    mail.arrived.length = 0;
    await does("AdaptDelivery", later(at, 700), { delivery: "in-person", ...because });
    expect(await round(later(at, 1_300))).toBe(0);
    expect(readers()).toEqual([]);
    const time = { since: at, at: "2024-09-27T06:30:00Z" };
    const heard = (await changesOfHub(world.store.app, "great-north", time)).map(({ about, atOnce }) => [
      about,
      atOnce,
    ]);
    expect(heard).toEqual([["delivery", undefined]]);
  }, 30_000);
});

it("goes out by the sweep", async () => {
  const { address, namespace } = await devServer();
  const connection = await Connection.connect({ address });
  const activities = makeActivities({
    dataSource: world.store.app,
    rules,
    client: new Client({ connection, namespace }),
    mailer,
    hubInbox: hubInboxes("hub-{hub}@hubs.example.invalid"),
    erasureLog: "",
  });
  const at = "2024-09-30T09:00:00Z";
  await does("ChangeLead", at, { lead: "lead-1", leadRole: "mastery-specialist", ...because });
  await othersAreDone(world.store.owner);
  expect(await activities.sweep({ now: later(at, 600) })).toMatchObject({ leads: 1 });
  expect(readers()).toEqual(["grace@hub.example"]);
  await connection.close();
}, 60_000);

describe("the hub’s morning", () => {
  it("marks what the lead has heard at once, or is about to", async () => {
    const time = { since: "2024-09-10T08:00:00Z", at: "2024-09-13T06:30:00Z" };
    const changes = await changesOfHub(world.store.app, "great-north", time);
    expect(changes.map(({ about, school, atOnce }) => [about, school, atOnce])).toEqual([
      ["paused", "Example 300100", true],
      ["returned", "Example 300100", true],
      ["session-moved", null, true],
    ]);
  }, 30_000);
});
