// A Work Group on the running service: its workflow, those of its schools, and PostgreSQL between them.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { TestWorkflowEnvironment } from "@temporalio/testing";
import type { Activities } from "../../activities/index.ts";
import type { Outcome } from "../../libs/contract/journey.ts";
import { workflowIdOf } from "../../libs/contract/journey.ts";
import { groupName } from "../../libs/contract/work-group.ts";
import type { CommandData, CommandName } from "../../libs/work-group/commands.ts";
import type { Formed } from "../../libs/work-group/state.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { developing, stepsToPlace } from "../support/groups.ts";
import { SEVEN } from "../support/placed-group.ts";
import { timeSkipping } from "../support/temporal.ts";
import { accepted, command } from "./commands.ts";
import { eventually, startService, type Service } from "./service.ts";

let store: TestStore;
let env: TestWorkflowEnvironment;
let service: Service;
let groupTurns = 0;
/** The answer of the next turn of a group is lost, after it was kept. */
let answerIsLost = false;

beforeAll(async () => {
  store = await freshStore({ poolSize: 12 });
  env = await timeSkipping();
  const around = (activities: Activities): Activities => ({
    ...activities,
    async advanceGroup(request) {
      groupTurns += 1;
      const answer = await activities.advanceGroup(request);
      if (answerIsLost && request.commands.length > 0) {
        answerIsLost = false;
        throw new Error("lost");
      }
      return answer;
    },
  });
  service = await startService({ env, dataSource: store.app, startsAt: "2024-05-07T09:00:00Z", around });
}, 60_000);

afterAll(async () => {
  await service.stop();
  await env.teardown();
  await store.close();
}, 30_000);

let made = 0;
const sendToGroup = <N extends CommandName>(group: string, type: N, data: CommandData[N]): Promise<Outcome> => {
  made += 1;
  return service.sendToGroup(group, {
    id: `to-group-${made}`,
    type,
    by: { who: "somebody", role: "hub-lead" },
    data,
  } as Parameters<Service["sendToGroup"]>[1]);
};
const formed = async (group: string): Promise<Formed> => {
  const state = await service.group(group);
  if (state.status === "none") throw new Error(`${group} is not formed`);
  return state;
};
const statuses = (journeys: readonly string[]) =>
  Promise.all(journeys.map(async (journey) => (await service.state(journey)).status));
const detailsOf = async (workflowId: string): Promise<unknown> =>
  (
    (await env.client.workflow.getHandle(workflowId).query("__temporal_workflow_metadata")) as {
      currentDetails: string;
    }
  ).currentDetails;

async function apply(urns: readonly number[]): Promise<string[]> {
  await Promise.all(
    urns.map(async (urn) =>
      accepted(await service.send(`${urn}-primary`, command("SubmitApplication", developing(String(urn))))),
    ),
  );
  return urns.map((urn) => `${urn}-primary`);
}
const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);

it("forms a group of seven, offers seven places, and keeps three schools waiting", async () => {
  accepted(await sendToGroup("full", "FormWorkGroup", SEVEN));
  const journeys = await apply(range(400000, 10));
  for (const journey of journeys) accepted(await service.send(journey, command("OfferPlace", { workGroup: "full" })));
  expect((await formed("full")).waitlist.map(({ journey }) => journey)).toEqual(journeys.slice(7));
  expect(await statuses(journeys)).toEqual([
    ...journeys.slice(3).map(() => "offered"),
    "waitlisted",
    "waitlisted",
    "waitlisted",
  ]);
}, 60_000);

it("a refusal, a lapse and a withdrawal each move exactly one up, by themselves", async () => {
  const { taken, waitlist } = await formed("full");
  const turn = waitlist.map(({ journey }) => journey);
  accepted(await service.send(taken[0]?.journey ?? "", command("DeclineOffer", {})));
  // On the next school morning each time.
  await service.until("2024-05-08T08:30:00Z");
  await eventually(async () => expect(await statuses(turn.slice(0, 2))).toEqual(["offered", "waitlisted"]));
  accepted(await service.send(taken[1]?.journey ?? "", command("WithdrawApplication", {})));
  await service.until("2024-05-09T08:30:00Z");
  await eventually(async () => expect(await statuses(turn.slice(1, 3))).toEqual(["offered", "waitlisted"]));
  // All but one answer; the offer to that one lapses.
  const held = (await formed("full")).taken.map(({ journey }) => journey);
  for (const journey of held.slice(1)) accepted(await service.send(journey, command("AcceptOffer", {})));
  await service.until("2024-06-14T23:30:00Z");
  await eventually(async () =>
    expect(await statuses([held[0] ?? "", ...turn.slice(2)])).toEqual(["lapsed", "offered"]),
  );
  await eventually(async () => expect((await formed("full")).effects).toEqual([]));
  expect((await formed("full")).taken).toHaveLength(7);
}, 120_000);

it("reads without code in the Temporal UI", async () => {
  const details = await detailsOf(groupName("full"));
  expect(details).toContain("7 of 7 places (0 taken, 7 offered), 0 waiting");
  const { typedSearchAttributes, type } = await env.client.workflow.getHandle(groupName("full")).describe();
  expect(type).toBe("workGroup");
  expect(Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]))).toEqual({
    MathsHub: "great-north",
    AcademicYear: "2024/25",
    JourneyStatus: "formed",
    Needs: ["nothing"],
  });
}, 30_000);

it(
  "a register for seven schools and fourteen teachers is one Update and one transaction, and nobody is woken " +
    "for nothing",
  async () => {
    accepted(await sendToGroup("seven", "FormWorkGroup", SEVEN));
    const journeys = await apply(range(410000, 7));
    for (const journey of journeys) {
      for (const step of stepsToPlace(journey.slice(0, 6), "seven"))
        accepted(await service.send(journey, command(step.type, step.data)));
    }
    await service.until("2024-10-01T09:00:00Z");
    for (const journey of journeys) await service.settled(journey);
    const { sessions } = await formed("seven");
    await service.until(`${sessions[0]?.on ?? ""}T15:00:00Z`);
    for (const journey of journeys) await service.settled(journey);

    const signals = () =>
      Promise.all(
        journeys.map(async (journey) => {
          const { events } = await env.client.workflow.getHandle(workflowIdOf(journey)).fetchHistory();
          return events?.filter((event) => event.workflowExecutionSignaledEventAttributes).length ?? 0;
        }),
      );
    const [before, turns] = [await signals(), groupTurns];
    const schools = journeys.map((journey) => ({
      journey,
      present: [`${journey.slice(0, 6)}-1`, `${journey.slice(0, 6)}-2`],
    }));
    const register = { session: "session-1", on: sessions[0]?.on ?? "", schools };
    answerIsLost = true;
    accepted(await sendToGroup("seven", "TakeRegister", register));
    // The answer was lost once, after it was kept: asked again, it is the same.
    expect(groupTurns - turns).toBe(2);
    const id = `to-group-${made}`;
    const written: unknown = await store.app.query(
      `select count(distinct tx)::int as transactions, count(distinct stream)::int as streams, count(*) filter (where
        type = 'AttendanceRecorded')::int as records,
    count(*) filter (where type = 'RegisterTaken')::int as registers from events where command_id = $1 or command_id
      like $1 || '/%'`,
      [id],
    );
    expect(written).toEqual([{ transactions: 1, streams: 8, records: 7, registers: 1 }]);
    // Each was woken once: its grant can be paid now, and that is told.
    expect(await signals()).toEqual(before.map((count) => count + 1));
  },
  120_000,
);

it("ends with its year, and so does its workflow", async () => {
  await service.until("2025-09-01T01:00:00Z");
  await eventually(async () => expect((await service.group("seven")).status).toBe("ended"));
  await eventually(async () =>
    expect((await env.client.workflow.getHandle(groupName("seven")).describe()).status.name).toBe("COMPLETED"),
  );
  expect(await sendToGroup("seven", "ScheduleSession", { session: "session-1", on: "2025-09-10" })).toMatchObject({
    accepted: false,
    rejection: { code: "not-in-this-state" },
  });
}, 120_000);
