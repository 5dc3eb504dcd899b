// The mornings of hubs on a real database and a real mail server: one letter to a person and day, whatever breaks off.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { Client, Connection, ScheduleOverlapPolicy } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { JOURNEY_TASK_QUEUE } from "../libs/contract/journey.ts";
import { makeMailer, type Mailer } from "../libs/mail/mail.ts";
import { setHubContacts, type HubContact } from "../libs/people/hub-contacts.ts";
import { putPerson } from "../libs/people/people.ts";
import { beginTelling, endTelling } from "../libs/store/hubs/lead-news.ts";
import { othersAreDone } from "../test/support/feed.ts";
import { putJourney } from "../test/support/journeys.ts";
import { startMailServer, type MailServer } from "../test/support/mail-server.ts";
import "../test/support/quiet-temporal.ts";
import { freshStore, lifeOf, rules, type TestStore } from "../test/support/store.ts";
import { devServer } from "../test/support/temporal.ts";
import { workflowsOfRun } from "../test/support/test-run.ts";
import { eventually } from "../test/workflows/service.ts";
import { hubInboxes } from "../libs/mail/hub-inboxes.ts";
import { ensureMorningSchedule, makeHubMornings } from "./hub-mornings.ts";
import { noteForLeads } from "./tell-leads.ts";

let store: TestStore;
let mail: MailServer;
let mailer: Mailer;

beforeAll(async () => {
  store = await freshStore();
  mail = await startMailServer();
  mailer = makeMailer({ smtpUrl: mail.smtpUrl, from: "School Journeys <no-reply@sj.example.org>", deadline: 10_000 });
  // Silent schools: what they missed in the autumn is the hub lead's to decide in January.
  for (const [index, urn] of ["100001", "100002", "100003"].entries())
    await putJourney(store, {
      urn,
      hub: index < 2 ? "great-north" : "far-south",
      workGroup: index < 2 ? "north-1" : "south-1",
      until: "2021-01-18T12:00:00Z",
    });
  await putJourney(store, { urn: "100009", hub: "great-north", workGroup: "any", until: "2000", more: APPLIED });
  await store.owner.query("update tasks set opened_at = '2021-01-18T09:00:00Z', due_on = '2021-01-29'");
}, 60_000);
afterAll(async () => {
  await mail?.stop();
  await store?.close();
});
beforeEach(async () => {
  mail.arrived.length = 0;
  await store.owner.query("delete from hub_mornings");
  await store.owner.query("delete from effect_leases");
  await setHubContacts(store.app, "great-north", []);
});

const lead = contact("hub-lead", "hella@hub.example");
const office = contact("hub-coordinator", "office@hub.example");
function contact(role: HubContact["role"], email: string): HubContact {
  return { role, firstName: role === "hub-lead" ? "Hella" : "", lastName: "", email };
}

/** A school applied the day before. */
const APPLIED = lifeOf("silent", "100009").flatMap((one) =>
  one.event.type === "ApplicationSubmitted"
    ? [{ ...one, event: { ...one.event, hub: "great-north", at: "2021-01-18T10:00:00Z" } }]
    : [],
);

/** The morning as it comes at a moment (London). */
const morning = (day: string, time = "07:33", by: Mailer = mailer) =>
  makeHubMornings(
    {
      dataSource: store.app,
      mailer: by,
      ...rules,
      hubInbox: hubInboxes("hub-{hub}@hubs.example.invalid"),
      publicUrl: "https://sj.example.org",
    },
    () => `${day}T${time}:00Z`,
  )();
const readers = (): string[] => mail.arrived.flatMap(({ to }) => to).sort();

describe("the letters of a morning", () => {
  it("one to each of a hub’s staff for whom there is something, and no second one on that day", async () => {
    await setHubContacts(store.app, "great-north", [lead, office]);
    expect(await morning("2021-01-19")).toEqual({ hubs: 2, letters: 3 });
    expect(await morning("2021-01-19", "09:00")).toEqual({ hubs: 0, letters: 0 });
    expect(readers()).toEqual(["hella@hub.example", "hub-far-south@hubs.example.invalid", "office@hub.example"]);
    expect(new Set(mail.arrived.map(({ email }) => email.messageId)).size).toBe(3);
  }, 30_000);

  it("tells what, by when, for whom and what can be chosen, in one line a Work Group and cause", async () => {
    await setHubContacts(store.app, "great-north", [lead]);
    await morning("2021-01-19");
    const text = mail.arrived.find(({ to }) => to[0] === lead.email)?.email.text ?? "";
    expect(text).toMatch(/^Dear Hella,/u);
    const lines = text.split("\n").filter((line) => line.startsWith("Missed: ") || line.includes("?: https://"));
    const causes: unknown[] = await store.owner.query(
      `select distinct tasks.id from tasks join journeys on journeys.id = journey
       where journeys.hub = 'great-north' and tasks.status = 'open'`,
    );
    expect(lines).toHaveLength(causes.length);
    expect(text).toContain("Please decide by Friday 29 January 2021.");
    expect(text).toContain("ou can choose: give a new date, no longer ask it of the school");
    expect(text).not.toMatch(/missed-commitment|gap-task-|\d{4}-\d\d-\d\d/u);
  }, 30_000);

  it("an inbox that is all a hub has gets one letter with everything", async () => {
    await morning("2021-01-19");
    const own = mail.arrived.filter(({ to }) => to[0] === "hub-great-north@hubs.example.invalid");
    expect(own).toHaveLength(1);
    expect(own[0]?.email.text).toContain("TO DECIDE");
    expect(own[0]?.email.text).toContain("APPLICATIONS");
  }, 30_000);

  it("nothing new, no letter: not on the next day, nor on a day without school, nor outside the morning", async () => {
    await morning("2021-01-19");
    mail.arrived.length = 0;
    expect(await morning("2021-01-20")).toEqual({ hubs: 2, letters: 0 });
    expect(await morning("2021-01-23")).toEqual({ hubs: 0, letters: 0 });
    expect(await morning("2021-01-29", "07:29")).toEqual({ hubs: 0, letters: 0 });
    expect(await morning("2021-01-29", "12:00")).toEqual({ hubs: 0, letters: 0 });
    expect(readers()).toEqual([]);
    // The last day to decide.
    expect(await morning("2021-01-29", "11:59")).toEqual({ hubs: 2, letters: 2 });
  }, 30_000);

  it("what a morning that was missed would have told, the next tells", async () => {
    await morning("2021-01-18");
    mail.arrived.length = 0;
    expect(await morning("2021-01-22")).toEqual({ hubs: 2, letters: 2 });
    expect(mail.arrived[0]?.email.text).toContain("TO DECIDE");
  }, 30_000);

  it("broken off between two letters: who has it gets no second one, and the other gets theirs", async () => {
    await setHubContacts(store.app, "great-north", [lead, office]);
    mail.answer(office.email, 451);
    await expect(morning("2021-01-19")).rejects.toMatchObject({ type: "mail-unavailable" });
    expect(readers()).toEqual([lead.email, "hub-far-south@hubs.example.invalid"].sort());
    mail.answer(office.email, null);
    expect(await morning("2021-01-19", "07:40")).toEqual({ hubs: 1, letters: 2 });
    expect(readers()).toEqual([lead.email, office.email, "hub-far-south@hubs.example.invalid"].sort());
  }, 30_000);

  it("a worker that dies once a mail server has the letter sends the same one again, by its Message-ID", async () => {
    const dying: Mailer = {
      async send(sent) {
        await mailer.send(sent);
        throw new Error("the worker is gone");
      },
    };
    await expect(morning("2021-01-19", "07:33", dying)).rejects.toMatchObject({ type: "defect" });
    const before = mail.arrived.map(({ email }) => email.messageId);
    await morning("2021-01-19", "07:34");
    expect(new Set(mail.arrived.map(({ email }) => email.messageId))).toEqual(new Set(before));
  }, 30_000);

  it("what an address refuses for good goes to the hub’s inbox", async () => {
    await setHubContacts(store.app, "great-north", [lead]);
    mail.answer(lead.email, 550);
    expect(await morning("2021-01-19")).toEqual({ hubs: 2, letters: 2 });
    expect(readers()).toEqual(["hub-far-south@hubs.example.invalid", "hub-great-north@hubs.example.invalid"]);
    mail.answer(lead.email, null);
  }, 30_000);

  it("a Work Group’s lead hears of its sessions and registers, the hub lead where no address is known", async () => {
    await setHubContacts(store.app, "great-north", [lead]);
    await putPerson(store.app, { id: "lead-1", firstName: "Grace", lastName: "H", email: "grace@hub.example" });
    for (const [group, who] of [
      ["north-1", "lead-1"],
      ["north-2", "lead-2"],
    ])
      await store.owner.query(
        `insert into work_groups (id, hub, prospectus, also, academic_year, status, lead, lead_role, delivery, reserved,
          taken, waiting, version, summary, formed_at, updated_at)
         values ($1, 'great-north', '2020-21/primary-readiness', '{}', '2020/21', 'formed', $2, 'mastery-specialist',
          'in-person', 0, 2, 0, 1, '', now(), now())`,
        [group, who],
      );
    await store.owner.query(
      `insert into work_group_sessions (work_group, code, held_on, length, place, status) values
        ('north-1', 'session-1', '2021-01-26', 'half-day', 'in-person', 'scheduled'),
        ('north-1', 'session-2', '2021-01-25', 'half-day', 'in-person', 'held'),
        ('north-2', 'session-1', '2021-01-25', 'half-day', 'in-person', 'scheduled')`,
    );
    await morning("2021-01-26");
    const textTo = (address: string): string => mail.arrived.find(({ to }) => to[0] === address)?.email.text ?? "";
    expect(textTo("grace@hub.example")).toContain("North 1 meets today: https://sj.example.org/groups/north-1");
    expect(textTo(lead.email)).toContain("North 2 met on Monday 25 January 2021, and who was there is not recorded");
    expect(textTo(lead.email)).toContain("Please settle it by Tuesday 2 February 2021: take the register, move the");
    expect(textTo(lead.email)).not.toContain("meets today");
  }, 30_000);

  it("what was given to somebody is in their letter: a register of a group, and a school’s task", async () => {
    await setHubContacts(store.app, "great-north", [lead, office]);
    const at = "2021-01-26T10:00:00Z";
    const given = "assignee = 'hub-coordinator.great-north', given_at = $1";
    await store.owner.query(`update work_group_sessions set ${given} where work_group = 'north-2'`, [at]);
    await store.owner.query(
      `update tasks set ${given} where journey = '100001-primary' and status = 'open' and id like '%gap-task-1'`,
      [at],
    );
    await morning("2021-01-27");
    const text = mail.arrived.find(({ to }) => to[0] === office.email)?.email.text ?? "";
    expect(text).toContain("who was there is not recorded");
    expect(text).toContain("Missed: Task 1 between sessions");
    expect(mail.arrived.some(({ to }) => to[0] === lead.email)).toBe(false);
    await store.owner.query("update work_group_sessions set assignee = null, given_at = null");
    await store.owner.query("update tasks set assignee = null, given_at = null");
  }, 30_000);

  it("what changed in a Work Group its lead has heard at once; where none is known, the hub lead hears", async () => {
    await setHubContacts(store.app, "great-north", [lead]);
    const at = "2021-01-26T10:00:00Z";
    const kept = (stream: string, type: string, data: object, role: string) =>
      store.owner.query(
        `insert into events (stream, seq, type, at, data, actor, command_id, schema_version)
         select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, 'c1', 1 from events where stream = $1`,
        [stream, type, at, JSON.stringify(data), JSON.stringify({ who: "somebody", role })],
      );
    await kept("journey/100001-primary", "JourneyPaused", { until: null }, "hub-lead");
    await kept("journey/100002-primary", "JourneyPaused", { until: null, reasonCode: "no-prospectus" }, "service");
    await store.owner.query("update journeys set updated_at = $1 where hub = 'great-north'", [at]);
    const moved = { session: "session-2", on: "2021-02-03", from: "2021-01-27" };
    await kept("work-group/north-1", "SessionMoved", moved, "hub-lead");
    await kept("work-group/north-2", "SessionMoved", moved, "hub-lead");
    await othersAreDone(store.owner);
    await noteForLeads(store.app, "2021-01-26T10:05:00Z");
    await endTelling(store.app, "north-2", (await beginTelling(store.app, "north-2"))?.letter ?? "", false);
    // The lead of the one group is about to hear of it; of the other nobody has.
    await morning("2021-01-27");
    const text = mail.arrived.map(({ email }) => email.text).join("");
    expect(mail.arrived.find(({ to }) => to[0] === "grace@hub.example")?.email.text ?? "").not.toContain("CHANGED");
    expect(text).not.toContain("Pauses");
    expect(mail.arrived.find(({ to }) => to[0] === lead.email)?.email.text).toContain(
      "North 2 has a session that was changed: Wednesday 3 February 2021",
    );
    expect(text.match(/a session that was changed/gu)).toHaveLength(1);
  });
});

describe("their Schedule", () => {
  it("comes at half past seven on a working day in London, one at a time, and is made up until noon", async () => {
    const temporal = await devServer();
    const connection = await Connection.connect({ address: temporal.address });
    const client = new Client({ connection, namespace: temporal.namespace });
    await Promise.all([ensureMorningSchedule(client), ensureMorningSchedule(client)]);
    const handle = client.schedule.getHandle("hub-morning");
    const { spec, action, policies } = await handle.describe();
    expect(spec).toMatchObject({
      calendars: [{ hour: [{ start: 7, end: 7 }], minute: [{ start: 30, end: 30 }], dayOfWeek: [{ start: "MONDAY" }] }],
      timezone: "Europe/London",
      jitter: 300_000,
    });
    expect(action).toMatchObject({ workflowType: "hubMorning", taskQueue: "journeys" });
    expect(policies).toMatchObject({ overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: 16_200_000 });

    const native = await NativeConnection.connect({ address: temporal.address });
    const worker = await Worker.create({
      connection: native,
      namespace: temporal.namespace,
      taskQueue: JOURNEY_TASK_QUEUE,
      ...(await workflowsOfRun()),
      activities: { "hub-mornings": () => morning("2021-01-19") },
    });
    await worker.runUntil(async () => {
      await handle.trigger();
      await eventually(async () => expect(readers()).toHaveLength(2));
    });
    await native.close();
    await connection.close();
  }, 60_000);
});
