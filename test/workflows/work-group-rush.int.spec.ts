// A hundred offers for seven places at the same instant, on the real Temporal server: the whole way, a workflow for
// each school.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { findWorkGroup } from "../../libs/views/work-groups/read-work-groups.ts";
import { developing } from "../support/groups.ts";
import { SEVEN } from "../support/placed-group.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { devServer } from "../support/temporal.ts";
import { accepted, command } from "./commands.ts";
import { eventually, startService, type Service } from "./service.ts";

let store: TestStore;
let env: TestWorkflowEnvironment;
let service: Service;

beforeAll(async () => {
  store = await freshStore({ poolSize: 12 });
  env = await TestWorkflowEnvironment.createFromExistingServer(await devServer());
  service = await startService({ env, dataSource: store.app, startsAt: "2024-05-07T09:00:00Z" });
}, 60_000);

afterAll(async () => {
  await service.stop();
  await env.teardown();
  await store.close();
}, 30_000);

const journeys = Array.from({ length: 100 }, (_, index) => `${400000 + index}-primary`);
const statuses = (of: readonly string[]) =>
  Promise.all(of.map(async (journey) => (await service.state(journey)).status));

it("makes seven and keeps ninety-three in order", async () => {
  accepted(
    await service.sendToGroup("rush", {
      id: "form",
      type: "FormWorkGroup",
      by: { who: "somebody", role: "hub-lead" },
      data: SEVEN,
    }),
  );
  await Promise.all(
    journeys.map(async (journey) =>
      accepted(await service.send(journey, command("SubmitApplication", developing(journey.slice(0, 6))))),
    ),
  );
  await Promise.all(
    journeys.map(async (journey) =>
      accepted(await service.send(journey, command("OfferPlace", { workGroup: "rush" }))),
    ),
  );
  const all = await statuses(journeys);
  expect([all.filter((one) => one === "offered").length, all.filter((one) => one === "waitlisted").length]).toEqual([
    7, 93,
  ]);
  const whole = await findWorkGroup(store.app, "rush");
  expect(whole).toMatchObject({ reserved: 7, waiting: 93 });
  const waiting = whole?.schools.filter((one) => one.status === "waiting") ?? [];
  expect(waiting.map(({ position }) => position)).toEqual(waiting.map((_, index) => index + 1));
  // In the order in which they came to it.
  const came: { journey: string }[] = await store.owner.query(
    `select data->>'journey' as journey from events where stream = 'work-group/rush' and type = 'SchoolWaitlisted'
      order by seq`,
  );
  expect(waiting.map(({ journey }) => journey)).toEqual(came.map(({ journey }) => journey));
}, 120_000);

it("moves as many up, in their order, as give their place up at the same instant", async () => {
  const whole = await findWorkGroup(store.app, "rush");
  const [offered, waiting] = ["reserved", "waiting"].map(
    (status) => whole?.schools.filter((one) => one.status === status).map(({ journey }) => journey) ?? [],
  );
  await Promise.all(
    (offered ?? []).map(async (journey) => accepted(await service.send(journey, command("DeclineOffer", {})))),
  );
  // Nobody is offered a place before nine on the next school day, however many are free.
  expect(await findWorkGroup(store.app, "rush")).toMatchObject({ reserved: 0, waiting: 93 });
  await service.setOn("2024-05-08T08:00:00Z");
  await eventually(async () =>
    expect(await statuses(waiting?.slice(0, 8) ?? [])).toEqual([
      ...Array.from({ length: 7 }, () => "offered"),
      "waitlisted",
    ]),
  );
  await eventually(async () => expect(await service.group("rush")).toHaveProperty("effects", []));
  expect(await findWorkGroup(store.app, "rush")).toMatchObject({ reserved: 7, waiting: 86 });
}, 60_000);
