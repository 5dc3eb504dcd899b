// What an operator reads in the Temporal Web UI, on the real server: details, the two queries, what each message is
// for, and the saved views of apps/cli/README.md.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { top } from "../../apps/cli/setup/folders.ts";
import type { Outcome } from "../../libs/contract/journey.ts";
import { workflowIdOf } from "../../libs/contract/journey.ts";
import { runName } from "../../libs/contract/payment-run.ts";
import { groupName } from "../../libs/contract/work-group.ts";
import type { Command as RunCommand } from "../../libs/payments/commands.ts";
import { due } from "../../libs/journey/due.ts";
import { nameGroup } from "../../libs/store/hubs/group-names.ts";
import { bringCommand } from "../../libs/temporal/bring-command.ts";
import { wakeSubject } from "../../libs/temporal/subject-client.ts";
import { writtenForPrograms } from "../support/plain-words.ts";
import { schoolsOf, seedGrants } from "../support/released-grants.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { devServer } from "../support/temporal.ts";
import { accepted, application, command, place } from "./commands.ts";
import { eventually, startService, type Service } from "./service.ts";

let store: TestStore;
let env: TestWorkflowEnvironment;
let service: Service;

beforeAll(async () => {
  store = await freshStore();
  env = await TestWorkflowEnvironment.createFromExistingServer(await devServer());
  await nameGroup(store.app, {
    workGroup: "group-1",
    name: "Ready in the North",
    setBy: "p-1",
    setAt: "2020-05-01T09:00:00Z",
  });
  service = await startService({ env, dataSource: store.app, startsAt: "2020-06-01T07:00:00Z" });
}, 60_000);

afterAll(async () => {
  await service?.stop();
  await env?.teardown();
  await store?.close();
}, 30_000);

const asked = (workflowId: string, query: "standing" | "history"): Promise<string[]> =>
  env.client.workflow.getHandle(workflowId).query<string[]>(query);

/** What the Temporal Web UI shows of a workflow. */
interface Shown {
  currentDetails: string;
  definition: Record<
    "queryDefinitions" | "signalDefinitions" | "updateDefinitions",
    { name: string; description?: string }[] | undefined
  >;
}
const shown = (workflowId: string): Promise<Shown> =>
  env.client.workflow.getHandle(workflowId).query<Shown>("__temporal_workflow_metadata");

/** The saved views as they stand in the page for operators: name and query. */
function savedViews(): [string, string][] {
  const page = readFileSync(join(top, "apps/cli/README.md"), "utf8");
  const [, section = ""] = /### Saved views\n([^]*?)\n##/u.exec(page) ?? [];
  return [...section.matchAll(/^\| ([^|]+?) +\| `([^`|]+)` +\|/gmu)].map(([, name = "", query = ""]) => [name, query]);
}

const found = async (name: string): Promise<string[]> => {
  const query = savedViews().find(([one]) => one === name)?.[1] ?? "no such view";
  const ids: string[] = [];
  for await (const one of env.client.workflow.list({ query })) ids.push(one.workflowId);
  return ids;
};

describe("A Work Group", () => {
  it("shows at the next look what has happened in its schools’ journeys", async () => {
    const form = {
      hub: "great-north",
      prospectus: "2020-21/primary-readiness",
      lead: "lead-1",
      leadRole: "mastery-readiness-lead",
    };
    const by = { who: "hub-1", role: "hub-lead" as const };
    accepted(await service.sendToGroup("group-2", { id: "form-2", type: "FormWorkGroup", by, data: form }));
    accepted(await service.send("310002-primary", application("310002", service)));
    accepted(await service.send("310002-primary", command("OfferPlace", { workGroup: "group-2" })));
    const id = workflowIdOf(groupName("group-2"));
    await eventually(async () =>
      expect((await asked(id, "standing")).join("\n")).toContain("In it: URN 310002 (offered)"),
    );
    accepted(await service.send("310002-primary", command("DeclineOffer", {})));
    await eventually(async () =>
      expect((await asked(id, "history"))[0]).toMatch(/URN 310002 falls free: it declined/u),
    );
    const all = [...(await asked(id, "standing")), ...(await asked(id, "history"))];
    expect(all.join("\n")).not.toContain("In it:");
    expect(all.flatMap(writtenForPrograms)).toEqual([]);
  }, 60_000);
});

describe("A letter that does not get through", () => {
  it("is found, and is not any more once it has gone", async () => {
    const [journey, id] = ["310003-primary", workflowIdOf("310003-primary")];
    service.mailIsDown = true;
    accepted(await service.send(journey, application("310003", service)));
    await eventually(async () => expect(await found("What is stuck")).toContain(id), 90_000);
    const standing = await asked(id, "standing");
    expect(standing).toContain("Not getting through: a notice; tried again and again.");
    service.mailIsDown = false;
    await eventually(async () => expect(await found("What is stuck")).not.toContain(id), 60_000);
  }, 160_000);
});

describe("A journey", () => {
  const id = workflowIdOf("310001-primary");

  it("says where it stands, by the name that the hub gave its group", async () => {
    await place(service, "310001-primary");
    await service.settled("310001-primary");
    const standing = await eventually(async () => {
      const lines = await asked(id, "standing");
      expect(lines[0]).toMatch(/^Participating · /u);
      return lines;
    });
    expect(standing.flatMap(writtenForPrograms)).toEqual([]);
    // A task between the two questions changes both.
    await eventually(async () =>
      expect((await shown(id)).currentDetails.replaceAll("**", "").split("\n\n")).toEqual(await asked(id, "standing")),
    );
    const history = await asked(id, "history");
    expect(history[0]).toMatch(/^1 June 2020, \d\d:\d\d: The school is placed in Ready in the North for Readiness /u);
    expect(history.at(-1)).toMatch(/^1 June 2020, \d\d:\d\d: The school applies for Readiness 2020\/21\.$/u);
    expect(history.flatMap(writtenForPrograms)).toEqual([]);
  }, 60_000);

  it("knows in a new run what happened in the one before, twenty things at most", async () => {
    const before = (await env.client.workflow.getHandle(id).describe()).runId;
    await service.setOn("2020-09-01T07:00:00Z");
    await service.settled("310001-primary");
    const reason = { id: "reason", words: 3 };
    await eventually(async () => {
      expect((await env.client.workflow.getHandle(id).describe()).runId).not.toBe(before);
      expect((await asked(id, "history")).join("\n")).toContain("The school accepts the place.");
    });
    for (let n = 0; n < 20; n += 1) accepted(await service.send("310001-primary", command("RaiseConcern", { reason })));
    const history = await asked(id, "history");
    expect(history).toHaveLength(20);
    expect(new Set(history.map((line) => line.slice(line.indexOf(": ") + 2, line.indexOf(" (")))).size).toBe(1);
  }, 60_000);

  it("is found where its school is silent", async () => {
    const until = "2021-01-05T10:00:00Z";
    for (let next = due(await service.state("310001-primary")); next !== null && next < until;) {
      await service.setOn(next);
      next = due(await service.settled("310001-primary"));
    }
    await service.setOn(until);
    await eventually(async () => expect(await found("Who is silent")).toContain(id));
    expect((await asked(id, "standing")).join("\n")).toContain("(headteacher told)");
  }, 120_000);
});

describe("A grant", () => {
  it("is paid in the details of its school as soon as its payment run has confirmed it", async () => {
    const [school] = await seedGrants(store.app, schoolsOf(1, ["great-north"], 310_100));
    if (school === undefined) throw new Error("no grant");
    const [journey, run] = [workflowIdOf(school.journey), runName("reads")];
    await service.setOn("2024-11-05T09:00:00Z");
    await wakeSubject(env.client, school.journey, { timeoutMs: 5_000 });
    const standsAs = (words: string) =>
      eventually(async () => expect((await asked(journey, "standing")).join("\n")).toContain(words));
    await standsAs("Grant for Development 2024/25: £1,000, released on 3 October 2024");
    accepted(await ask(run, "PreparePaymentRun", { hub: "great-north" }, "ann"));
    await eventually(async () => expect((await asked(run, "standing"))[0]).toMatch(/ · prepared$/u));
    accepted(await ask(run, "AuthorisePaymentRun", {}, "bob"));
    await eventually(async () => expect((await asked(run, "standing"))[0]).toMatch(/ · authorised$/u));
    accepted(await ask(run, "ConfirmPayment", {}, "bob"));
    await standsAs("Grant for Development 2024/25: £1,000, paid.");
    expect((await asked(journey, "history"))[0]).toMatch(/The grant for Development 2024\/25 is paid\.$/u);
    await eventually(async () => expect((await asked(run, "history"))[0]).toMatch(/: The run is complete: 1 payment/u));
    const all = [...(await asked(run, "standing")), ...(await asked(run, "history"))];
    expect(all.flatMap(writtenForPrograms)).toEqual([]);
  }, 90_000);
});

it("says of every message what it is for", async () => {
  for (const id of [workflowIdOf("310001-primary"), groupName("group-2"), runName("reads")]) {
    const { definition } = await shown(id);
    const { queryDefinitions = [], signalDefinitions = [], updateDefinitions = [] } = definition;
    const ours = queryDefinitions.filter(({ name }) => !name.startsWith("__"));
    expect(ours.map(({ name }) => name).sort()).toEqual(["history", "standing"]);
    expect([...signalDefinitions, ...updateDefinitions].map(({ name }) => name)).toEqual(["wake", "perform"]);
    for (const { description } of [...ours, ...signalDefinitions, ...updateDefinitions])
      expect(description).toMatch(/^[A-Z].{30,}\.$/u);
  }
});

describe("The saved views", () => {
  it("are all answered by the server", async () => {
    const views = savedViews();
    expect(views.length).toBeGreaterThanOrEqual(8);
    for (const [name, query] of views) {
      const counted = await env.client.workflow.count(query).catch((error: unknown) => `${name}: ${String(error)}`);
      expect(counted).toMatchObject({ count: expect.any(Number) });
    }
  });

  it("find what somebody has to decide", async () => {
    // Nobody has answered that application in all these years.
    await service.setOn("2025-02-03T10:00:00Z");
    await eventually(async () =>
      expect(await found("What somebody has to decide")).toContain(workflowIdOf("310003-primary")),
    );
  }, 120_000);
});

let made = 0;
async function ask<N extends RunCommand["type"]>(
  run: string,
  type: N,
  data: Extract<RunCommand, { type: N }>["data"],
  who: string,
): Promise<Outcome> {
  made += 1;
  const at = await service.now();
  const given = { id: `reads-${made}`, type, at, by: { who, role: "finance-officer" }, data } as RunCommand;
  return bringCommand({ dataSource: store.app, client: env.client }, run, given, { timeoutMs: 10_000 });
}
