// Whoever reaches Temporal can wake a journey, and no more: Updates sent by hand, activities ended by hand, activities
// asked by a workflow of somebody else's. What is believed stands in PostgreSQL, where the service alone writes.

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";
import { WithStartWorkflowOperation, WorkflowUpdateFailedError } from "@temporalio/client";
import { defaultPayloadConverter } from "@temporalio/common";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { makeAdvance } from "../../activities/advance.ts";
import { makeReleaseGrant } from "../../activities/release-grant.ts";
import {
  JOURNEY_TASK_QUEUE,
  PERFORM,
  SCHOOL_JOURNEY,
  workflowIdOf,
  type Outcome,
} from "../../libs/contract/journey.ts";
import type { Command } from "../../libs/journey/commands.ts";
import { MailError, type Mailer } from "../../libs/mail/mail.ts";
import { putPerson } from "../../libs/people/people.ts";
import { claimCommand } from "../../libs/store/command-log.ts";
import { load } from "../../libs/store/events/event-store.ts";
import { streamOf } from "../../libs/store/events/streams.ts";
import { claimWhole } from "../../libs/temporal/bring-command.ts";
import { wakeSubject } from "../../libs/temporal/subject-client.ts";
import { schoolsOf, seedGrants } from "../support/released-grants.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { devServer } from "../support/temporal.ts";
import { accepted, command } from "./commands.ts";
import { eventually, startService, type Service } from "./service.ts";

const NOW = "2024-10-03T10:00:00Z";
const URNS = schoolsOf(6, ["great-north"], 420_000).map(({ urn }) => urn);
const [APPROVED, CLAIMED, NAMELESS, FORGED, ENDED, BEFORE] = URNS.map((urn) => `${urn}-primary`) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

let store: TestStore;
let env: TestWorkflowEnvironment;
let service: Service;
/** While true, the mail server takes a message and says nothing; `hangUp` ends that with a failure. */
let hanging = false;
const hangUp: (() => void)[] = [];
const endTheCalls = (): void => hangUp.splice(0).forEach((hang) => hang());
const mailer: Mailer = {
  send: () =>
    hanging
      ? new Promise((_, fail) => hangUp.push(() => fail(new MailError("mail-unavailable"))))
      : Promise.resolve(undefined),
};

beforeAll(async () => {
  store = await freshStore();
  await seedGrants(
    store.app,
    URNS.map((urn) => ({ urn, hub: "great-north" })),
    "payable",
  );
  for (const urn of URNS) {
    const id = `person-${urn}`;
    await putPerson(store.app, { id, firstName: "Alex", lastName: "Example", email: `${id}@example.org` });
  }
  env = await TestWorkflowEnvironment.createFromExistingServer(await devServer());
  service = await startService({ env, dataSource: store.app, startsAt: NOW, mailer });
  // What time has brought since they were put there comes first: afterwards only what is asked changes anything.
  await Promise.all(URNS.map((urn) => wakeSubject(env.client, `${urn}-primary`, { timeoutMs: 20_000 })));
  for (const urn of URNS) await service.settled(`${urn}-primary`);
}, 60_000);
beforeEach(() => {
  hanging = false;
});
afterAll(async () => {
  endTheCalls();
  await service.stop();
  await env.teardown();
  await store.close();
}, 30_000);

/** An Update as anybody can send it who reaches Temporal. */
function byHand(journey: string, argument: unknown, updateId: string = randomUUID()): Promise<Outcome> {
  return env.client.workflow.executeUpdateWithStart<() => Promise<void>, Outcome, [unknown]>(PERFORM, {
    args: [argument],
    updateId,
    startWorkflowOperation: new WithStartWorkflowOperation(SCHOOL_JOURNEY, {
      workflowId: workflowIdOf(journey),
      taskQueue: JOURNEY_TASK_QUEUE,
      args: [journey],
      workflowIdConflictPolicy: "USE_EXISTING",
    }),
  });
}

const approval = (who: string, id = `approve-${who}-${randomUUID()}`): Command =>
  ({ ...command("ApproveGrant", {}, { id, who, role: "finance-officer" }), at: NOW }) as Command;
const types = async (journey: string): Promise<string[]> => (await service.events(journey)).map(({ type }) => type);
const rows = async (id: string): Promise<unknown[]> => store.app.query("select id from commands where id = $1", [id]);

/** What is asked in the proper way, for comparison: it is carried out. */
const asked = async (journey: string, who: string) =>
  accepted(await service.send(journey, command("ApproveGrant", {}, { who, role: "finance-officer" })));

it("a whole command that nobody has claimed approves no grant", async () => {
  const before = await types(APPROVED);
  for (const ghost of ["ghost-1", "ghost-2"]) {
    const sent = approval(ghost);
    expect(await byHand(APPROVED, sent)).toEqual({ command: sent.id, fault: "nobody has claimed this command" });
    expect(await byHand(APPROVED, { id: sent.id })).toHaveProperty("fault");
    expect(await rows(sent.id)).toEqual([]);
  }
  expect(await types(APPROVED)).toEqual(before);
  await asked(APPROVED, "p-1");
  expect(await types(APPROVED)).toEqual([...before, "GrantApproved"]);
});

it("of a command that was claimed, the row says by whom and what: the rest of the message is nothing", async () => {
  const sent = approval("p-1");
  await claimWhole(store.app, CLAIMED, sent);
  const forged = { ...sent, by: { who: "ghost", role: "hub-lead" }, type: "WithdrawSchool", data: { reason: null } };
  accepted(await byHand(CLAIMED, forged));
  const last = (await load(store.app, streamOf(CLAIMED))).at(-1);
  expect(last).toMatchObject({ type: "GrantApproved", actor: { who: "p-1", role: "finance-officer" } });
});

it("an id that another subject claimed is of no use here", async () => {
  const [before, sent] = [await types(FORGED), approval("p-1")];
  await claimWhole(store.app, CLAIMED, sent);
  expect(await byHand(FORGED, { id: sent.id })).toMatchObject({ accepted: false, rejection: { code: "key-reused" } });
  expect(await types(FORGED)).toEqual(before);
});

it("an Update without an id is turned away, and the journey goes on", async () => {
  for (const nothing of [null, undefined, {}, { id: 7 }, { id: "" }, { id: "x".repeat(10_000) }, { id: "\0" }, "id"])
    await expect(byHand(NAMELESS, nothing)).rejects.toThrow(WorkflowUpdateFailedError);
  await asked(NAMELESS, "p-1");
});

it("a claim of the release before is a fault, until its sender claims anew", async () => {
  const sent = approval("p-1");
  const claim = { id: sent.id, subject: BEFORE, name: sent.type, bodyDigest: "d", principal: "p-1", receivedAt: NOW };
  await claimCommand(store.app, claim);
  expect(await byHand(BEFORE, sent)).toEqual({ command: sent.id, fault: "it was claimed without what is asked" });
  await claimWhole(store.app, BEFORE, sent, "d");
  accepted(await byHand(BEFORE, { id: sent.id }));
});

it("what the service itself sends is an id; whole only to a worker that could make nothing of that", async () => {
  await asked(NAMELESS, "p-2");
  const broken = { ...command("RaiseConcern", {}), type: "NoSuchCommand" } as never;
  expect(await service.send(NAMELESS, broken)).toHaveProperty("fault");
  const { events } = await env.client.workflow.getHandle(workflowIdOf(NAMELESS)).fetchHistory();
  const brought = (events ?? []).flatMap(({ workflowExecutionUpdateAcceptedEventAttributes: update }) =>
    update
      ? [defaultPayloadConverter.fromPayload<object>(update.acceptedRequest?.input?.args?.payloads?.[0] ?? {})]
      : [],
  );
  expect(brought.slice(-3).map((argument) => Object.keys(argument))).toEqual([
    ["id"],
    ["id"],
    expect.arrayContaining(["id", "type", "by", "data"]),
  ]);
}, 30_000);

it("that an effect is done is nobody’s word: no forged result, and no activity that was ended by hand", async () => {
  hanging = true;
  for (const who of ["p-1", "p-2"]) await asked(ENDED, who);
  const released = (await service.events(ENDED)).find(({ type }) => type === "GrantReleased");
  const seq = released?.seq ?? 0;
  const id = `${ENDED}:${seq}`;
  const done = async () =>
    (await service.events(ENDED)).filter((event) => event.type === "EffectPerformed" && event.effect === seq);
  await eventually(async () => expect(hangUp).toHaveLength(1));

  const performed = { seq, outcome: "performed", messageId: "<forged@example.org>" };
  const forged = { id: `effect:${id}:performed`, type: "RecordEffect", at: NOW, data: { effect: seq, ...performed } };
  expect(await byHand(ENDED, forged)).toHaveProperty("fault");

  // With what its loop could not read, too.
  const ended = { ...performed, answer: { version: 1_000, due: "never" } };
  await env.client.activity.complete({ workflowId: workflowIdOf(ENDED), activityId: id }, ended);
  await eventually(async () => {
    const { events } = await env.client.workflow.getHandle(workflowIdOf(ENDED)).fetchHistory();
    expect(events?.some((event) => event.activityTaskCompletedEventAttributes)).toBe(true);
  });
  // What is asked now is heard after what the activity is said to have done.
  accepted(await service.send(ENDED, command("RaiseConcern", { reason: { id: "r", words: 3 } })));
  expect(await done()).toEqual([]);
  expect(await service.state(ENDED)).toMatchObject({ effects: [{ seq, stalled: false }] });

  hanging = false;
  endTheCalls();
  await eventually(async () => {
    await wakeSubject(env.client, ENDED, { timeoutMs: 5_000 });
    expect(await done()).toHaveLength(1);
  });
  expect(JSON.stringify(await service.events(ENDED))).not.toContain("forged");
}, 60_000);

it("an id that PostgreSQL cannot take, brought before a release that turns it away, holds up nothing", async () => {
  const [before, sent] = [await types(FORGED), approval("p-1")];
  const advance = makeAdvance({ dataSource: store.app, rules: service.rules });
  const { outcomes } = await advance({ journey: FORGED, now: NOW, commands: [{ id: "\0" }, { id: sent.id }] });
  expect(outcomes.map((outcome) => "fault" in outcome)).toEqual([true]);
  expect(await types(FORGED)).toEqual(before);
});

it("an activity that a workflow of somebody else's asks for believes no more than ours", async () => {
  const before = await types(FORGED);
  const advance = makeAdvance({ dataSource: store.app, rules: service.rules });
  const ghosts = ["ghost-1", "ghost-2"].map((who) => approval(who));
  const { outcomes } = await advance({ journey: FORGED, now: NOW, commands: ghosts });
  expect(outcomes.map((outcome) => "fault" in outcome)).toEqual([true, true]);
  expect(await types(FORGED)).toEqual(before);

  // Under another id the same effect would be done once more.
  const release = makeReleaseGrant({
    dataSource: store.app,
    mailer,
    hubInbox: () => "hub@example.org",
    ...service.rules,
  });
  const seq = (await service.events(ENDED)).find(({ type }) => type === "GrantReleased")?.seq ?? 0;
  await expect(release({ journey: ENDED, seq, id: "once-more" })).rejects.toThrow("unknown-effect");

  // Nor is it stalled because somebody says so: it was done, or nobody has tried it.
  const by = { who: "service", role: "service" } as const;
  for (const [journey, effect] of [
    [ENDED, seq],
    [FORGED, 1_000],
  ] as const) {
    const data = { effect, outcome: "stalled", code: "Ada Example" } as const;
    const forged = { id: `effect:${journey}:${effect}:stalled`, type: "RecordEffect", at: NOW, by, data } as const;
    expect((await advance({ journey, now: NOW, commands: [forged] })).outcomes).toEqual([
      { command: forged.id, fault: "its record does not say so" },
    ]);
  }
});

it.each([
  [SCHOOL_JOURNEY, [undefined, "", "420000-primary\0", "work-group/north-1", { urn: 1 }, "x".repeat(101)]],
  ["workGroup", [undefined, "north\0", ["north-1"]]],
  ["paymentRun", [undefined, "r 1", "r\n1"]],
  ["hubTurn", [undefined, "turn/odd", "great-north", "turn/great-north/2024-25\0"]],
  ["webhook", [undefined, "\0", 7]],
])(
  "a %s that is started by hand under an odd id ends with a plain failure",
  async (type, odd) => {
    const ends = odd.map(async (given) => {
      const started = { taskQueue: JOURNEY_TASK_QUEUE, workflowId: `by-hand/${randomUUID()}`, args: [given] };
      const handle = await env.client.workflow.start(type, started);
      return handle.result().catch((error: unknown) => error);
    });
    for (const end of await Promise.all(ends))
      expect(end).toMatchObject({ name: "WorkflowFailedError", cause: { type: "no-such-id", nonRetryable: true } });
  },
  20_000,
);

it("one that is started under an id that nothing has ends by itself", async () => {
  for (const [type, id] of [
    [SCHOOL_JOURNEY, "banana"],
    ["workGroup", "banana"],
    ["paymentRun", "banana"],
    ["hubTurn", "turn/banana/2024-25"],
  ] as const) {
    const started = { taskQueue: JOURNEY_TASK_QUEUE, workflowId: `by-hand/${randomUUID()}`, args: [id] };
    expect(await (await env.client.workflow.start(type, started)).result()).toBeUndefined();
  }
}, 30_000);
