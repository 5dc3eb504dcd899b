// Two hubs with one of everything each: what an id can name, somebody's own, another's, and nobody's.

import { advanceSubject } from "../../libs/book/advance.ts";
import { runName } from "../../libs/contract/payment-run.ts";
import { groupName } from "../../libs/contract/work-group.ts";
import { settlePerson } from "../../libs/people/settle.ts";
import type { Command as RunCommand } from "../../libs/payments/commands.ts";
import { groupCommand } from "../support/groups.ts";
import { putJourney } from "../support/journeys.ts";
import { putLetter } from "../support/letters.ts";
import { seedGrants } from "../support/released-grants.ts";
import type { Who } from "../support/sign-in.ts";
import { rules, type TestStore } from "../support/store.ts";
import { ok } from "./api-under-test.ts";
import { GROUP, NOW, startEdgeWorld, type EdgeWorld } from "./edge-world.ts";
import type { Kind } from "./what-ids-name.ts";

/** What an id names, for the hub that asks, for another, and what neither has. */
export interface Ids {
  own: string;
  theirs: string;
  nobodys: string;
}

export const FAR: Who = { role: "hub-lead", who: "far-lead", hub: "far-south" };
const NEAR: Who = { role: "hub-lead", who: "edge-hub-lead", hub: "great-north" };
/** The day on which the payments of both hubs are authorised. */
const PAID = "2024-11-05T09:00:00Z";

/** Schools of both hubs, and how far each has come: applied, accepted, with a task. */
const LIVES = [
  ["100003", "2020-06-04"],
  ["100005", "2020-06-08"],
  ["100007", "2020-11-05"],
  ["100008", "2021-02-25"],
] as const;

/** As ids of this service are made; nobody has it. */
const NOBODY = "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b";

export interface TwoHubs extends EdgeWorld {
  ids: Readonly<Record<Kind, Ids>>;
}

/** Starts it: great-north asks, far-south is asked about. */
export async function startTwoHubs(): Promise<TwoHubs> {
  const world = await startEdgeWorld();
  const { api, store } = world;
  const deps = { dataSource: store.app, rules };
  const forming = { hub: "far-south", prospectus: "2020-21/primary-readiness", lead: "far-work-group-lead" };
  const formed = "2020-09-01T08:00:00Z";
  await advanceSubject(deps, {
    subject: groupName("south-1"),
    now: formed,
    commands: [groupCommand("FormWorkGroup", formed, { ...forming, leadRole: "mastery-readiness-lead" })],
  });
  const made = async (path: string, body: object, as: Who, name: string): Promise<string> =>
    String(ok(await api.post(path, body, { as }), 201)[name]);
  const both = async (make: (as: Who) => Promise<string>): Promise<{ own: string; theirs: string }> => ({
    own: await make(NEAR),
    theirs: await make(FAR),
  });
  const person = async (urn: string, no: string): Promise<string> => {
    const contact = { id: `f0000000-0000-8000-a000-00000000000${no}`, firstName: "Fay", lastName: "Example" };
    return settlePerson(store.app, { ...contact, email: "fay@example.org" }, `${urn}-primary`);
  };
  await seedGrants(store.app, [
    { urn: "410000", hub: "great-north" },
    { urn: "420000", hub: "far-south" },
  ]);
  for (const [urn, until] of LIVES) {
    const far = Number(urn) % 2 === 0;
    const at = far ? { hub: "far-south", workGroup: "south-1" } : { hub: "great-north", workGroup: GROUP };
    await putJourney(store, { urn, until, ...at });
  }
  const [{ teacher }] = await store.owner.query<[{ teacher: string }]>(
    "select participant as teacher from participants where journey = '100001-primary' order by 1 limit 1",
  );
  // Tasks are counted within a journey: one that the other has alone.
  const task = async (urn: string): Promise<string> => {
    const [row] = await store.owner.query<[{ id: string }]>(
      "select id from tasks where journey = $1 || '-primary' and status = 'open' order by id limit 1",
      [urn],
    );
    return row.id;
  };
  const noteAt = (urn: string, as: Who): Promise<string> =>
    made(`/api/v1/journeys/${urn}-primary/notes`, { text: "To be asked", followUpOn: "2024-01-10" }, as, "id");
  await store.owner.query(
    `insert into school_questions (journey, hub, urn, why, successors) select id, hub, urn, 'merged', '{}' from journeys
     where id in ('100001-primary', '100002-primary')`,
  );
  const people = { own: await person("100001", "1"), theirs: await person("100002", "2"), nobodys: NOBODY };
  // Their numbers are found again in an answer.
  await store.owner.query("alter table people.sent_letters alter column id restart with 7310001");
  const ids = {
    journey: { own: "100001-primary", theirs: "100002-primary", nobodys: "100009-primary" },
    school: { own: "100001", theirs: "100002", nobodys: "100009" },
    hub: { own: "great-north", theirs: "far-south", nobodys: "no-hub" },
    group: { own: GROUP, theirs: "south-1", nobodys: "none-1" },
    person: people,
    letter: {
      own: String(await putLetter(store.app, "100001", "great-north", { messageId: "<own>" })),
      theirs: String(await putLetter(store.app, "100002", "far-south")),
      nobodys: "999999",
    },
    teacher: { ...people, own: teacher },
    task: { own: await task("100007"), theirs: await task("100008"), nobodys: "none/1" },
    run: { own: await paidRun(store, "great-north"), theirs: await paidRun(store, "far-south"), nobodys: "r0" },
    payment: { own: "rgreat-00001", theirs: "rfar-00001", nobodys: "rnone-00001" },
    link: {
      ...(await both((as) => made("/api/v1/calendar-links", { hub: as.hub }, as, "id"))),
      nobodys: "7d1f9c52-3f0c-4f1e-9a0b-2b8f6f6f2d11",
    },
    webhook: {
      ...(await both((as) =>
        made(`/api/v1/hubs/${as.hub}/webhooks`, { url: `https://${as.hub}.example.org/` }, as, "id"),
      )),
      nobodys: "0".repeat(32),
    },
    note: {
      own: await noteAt("100001", NEAR),
      theirs: await noteAt("100002", FAR),
      nobodys: "0".repeat(64),
    },
  };
  return { ...world, ids };
}

/** An authorised run of a hub's one released grant. */
async function paidRun(store: TestStore, hub: string): Promise<string> {
  const run = `r${hub.split("-")[0] ?? ""}`;
  const by = (who: string) => ({ who, role: "finance-officer" });
  const send = (id: string, type: string, data: object, who = "finance-1"): Promise<unknown> =>
    advanceSubject(
      { dataSource: store.app, rules },
      {
        subject: runName(run),
        now: PAID,
        commands: [{ id: `${run} ${id}`, type, at: PAID, by: by(who), data } as RunCommand],
      },
    );
  await send("prepared", "PreparePaymentRun", { hub });
  await send("taken", "CarryOn", { effect: 1 });
  await send("authorised", "AuthorisePaymentRun", {}, "finance-2");
  await send("done", "CarryOn", { effect: 3 });
  return run;
}

/** A moment at which the API's clock stands, in seconds from when the world starts. */
export const secondsTo = (instant: string): number => (Date.parse(instant) - Date.parse(NOW)) / 1_000;
