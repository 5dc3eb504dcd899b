// What a command of a year is noted by, before its journey is asked: one question where that is all there is to it.

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { statementsOf } from "../../../test/bench/world/statements.ts";
import { putJourney } from "../../../test/support/journeys.ts";
import { TEST_KEYRING } from "../../../test/support/people-keys.ts";
import { freshStore, type TestStore } from "../../../test/support/store.ts";
import { findCommand } from "../../store/command-log.ts";
import type { Principal } from "../access/principal.ts";
import { Database } from "../database.ts";
import type { Asked } from "./asked.ts";
import { claimAtOnce } from "./claim-at-once.ts";
import type { RoutedCommand } from "./journey-commands.ts";

const NOW = "2021-01-18T12:00:00Z";
const JOURNEY = "100001-primary";
const LEAD: Principal = { who: "p-1", role: "hub-lead", hub: "great-north", urns: [], workGroups: [] };
const TASK = { commitment: "gap-task-1", on: "2021-01-15" };

let store: TestStore;
let database: Database;
beforeAll(async () => {
  store = await freshStore();
  await putJourney(store, { urn: "100001", hub: "great-north", workGroup: "wg-1", until: NOW });
  database = new Database(store.appUrl, TEST_KEYRING);
}, 60_000);
afterAll(async () => {
  await database.close();
  await store.close();
});
beforeEach(() => store.owner.query("delete from commands"));

type Way = { name?: RoutedCommand; id?: string; in?: Database } & Partial<Asked>;
async function claim({ name = "CompleteGapTask", id = JOURNEY, in: where = database, ...asked }: Way = {}) {
  const order = { name, id, route: `journeys/${id}/x`, at: NOW };
  const said = { caller: LEAD, body: TASK, request: "r-1", key: randomUUID(), ...asked };
  return claimAtOnce(await where.open(), order, said);
}
const noted = async (): Promise<number> => (await store.owner.query<unknown[]>("select from commands")).length;

describe("a command of a year", () => {
  it("is noted whole, to be carried out by its id", async () => {
    const claimed = await claim({ seen: [7] });
    expect(claimed).toMatchObject({ subject: JOURNEY, epoch: null, command: { type: "CompleteGapTask", expected: 7 } });
    expect(await findCommand(store.app, claimed?.command.id ?? "")).toMatchObject({
      subject: JOURNEY,
      name: "CompleteGapTask",
      principal: "p-1",
      bodyDigest: expect.stringMatching(/^h1:/u),
      receivedAt: NOW,
      asked: { by: { who: "p-1", role: "hub-lead", request: "r-1" }, data: TASK, expected: 7 },
      outcome: null,
    });
  });

  it("takes one question of PostgreSQL", async () => {
    const one = (where: Database) => claim({ in: where });
    const { statements } = await statementsOf(store.appUrl, JOURNEY, one, { before: one });
    expect(statements.map(({ name }) => name)).toEqual(["command_of_journey_is_claimed_of_hub"]);
  });
});

it("PostgreSQL soon has a plan for it, and makes no other", async () => {
  const one = new Database(store.appUrl, TEST_KEYRING, { name: "one connection", poolSize: 1 });
  for (let times = 0; times < 20; times++) await claim({ in: one });
  const [plans] = await (
    await one.open()
  ).query<{ kept: number; made: number }[]>(
    `select generic_plans::int as kept, custom_plans::int as made from pg_prepared_statements
     where name = 'command_of_journey_is_claimed_of_hub'`,
  );
  await one.close();
  expect(plans).toEqual({ kept: 15, made: 5 });
});

it.each<[string, Partial<Principal>, boolean]>([
  ["an operator", { role: "operator", hub: null }, true],
  ["the school itself", { role: "school-contact", hub: null, urns: ["100001"] }, true],
  ["another school", { role: "school-contact", hub: null, urns: ["100002"] }, false],
  ["who leads its Work Group", { role: "work-group-lead", workGroups: ["wg-1"] }, true],
  ["who leads another", { role: "work-group-lead", workGroups: ["wg-2"] }, false],
  ["who leads a group of that name at another hub", { role: "work-group-lead", hub: "x", workGroups: ["wg-1"] }, false],
])("whose command is noted: %s", async (_, who, sees) => {
  expect((await claim({ caller: { ...LEAD, ...who } })) !== null).toBe(sees);
  expect(await noted()).toBe(sees ? 1 : 0);
});

describe("nothing is noted at once", () => {
  const elsewhere: Principal = { ...LEAD, hub: "far-south" };
  it.each<[string, Way]>([
    ["of a journey that the caller does not see", { caller: elsewhere }],
    ["of a journey that there is not", { id: "100099-primary" }],
    ["of what cannot be a journey", { id: "nonsense" }],
    ["of what does not fit the command", { body: { on: "yesterday" } }],
    ["of what has words", { name: "WaiveCommitment", body: { commitment: "gap-task-1", reason: "Agreed" } }],
    ["of what names a Work Group", { name: "InviteToNextStage", body: { workGroup: "wg-9" } }],
    ["where one of several versions was seen", { seen: [1, 2] }],
    ["of what is more than a command of a year", { name: "PauseJourney", body: { until: "2021-03-01" } }],
  ])("%s", async (_, way) => {
    expect(await claim(way)).toBeNull();
    expect(await noted()).toBe(0);
  });

  it("of teachers who are named for a year to come", async () => {
    const teachers = [{ participant: "somebody", role: "lead-teacher" }];
    expect(await claim({ name: "ConfirmNextStage", body: { teachers } })).toBeNull();
    expect(await noted()).toBe(0);
  });

  it("where a header is none", async () => {
    const headers = {
      caller: LEAD,
      body: TASK,
      request: "r-1",
      get key(): string {
        throw new Error("no key");
      },
    };
    const order = { name: "CompleteGapTask", id: JOURNEY, route: "x", at: NOW } as const;
    expect(await claimAtOnce(await database.open(), order, headers)).toBeNull();
  });

  it("of what was noted before, whatever became of it: the first stands", async () => {
    const first = await claim({ key: "again" });
    expect(await claim({ key: "again" })).toBeNull();
    expect(await claim({ key: "again", body: { ...TASK, on: "2021-01-14" } })).toBeNull();
    expect(await noted()).toBe(1);
    expect(await findCommand(store.app, first?.command.id ?? "")).toMatchObject({ asked: { data: TASK } });
  });
});
