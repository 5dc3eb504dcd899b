// A service as an older release left it, under the code of today: what it held is all there, and all of it goes on. It
// asks by the API and by the events, not by tables that may change.

import type { DataSource } from "typeorm";
import { due } from "../../libs/journey/due.ts";
import { ok, type ApiUnderTest } from "../api/api-under-test.ts";
import { gaps, groupedBy, type Row } from "../faults/checks.ts";
import type { Who } from "../support/sign-in.ts";
import { eventually, type Service } from "../workflows/service.ts";

/** What old-service.mjs says of what it has made: schools by URN, in each of these states. */
export interface Made {
  /** Seconds by which the rules' clock is behind. */
  behind: number;
  run: string;
  payments: number;
  confirmed: number;
  turn: { hub: string; into: string; steps: number; done: number };
  offers: string[];
  placed: string[];
  released: string[];
  payable: string[];
}

export interface Upgraded {
  made: Made;
  dataSource: DataSource;
  api: ApiUnderTest;
  service: Service;
}

const NORTH = "great-north";
const LEAD: Who = { role: "hub-lead", hub: NORTH };
const finance = (who: string, hub: string): Who => ({ role: "finance-officer", who, hub });
const journeys = (urns: readonly string[]): string[] => urns.map((urn) => `${urn}-primary`);

/** Every event as PostgreSQL has it, by its stream and number. */
export async function eventsOf(db: Pick<DataSource, "query">): Promise<Map<string, string>> {
  const rows: { id: string; said: string }[] = await db.query(
    `select stream || ' ' || seq as id,
       jsonb_build_array(type, at, data, actor, command_id, schema_version, recorded_at)::text as said
     from events order by stream, seq`,
  );
  return new Map(rows.map(({ id, said }) => [id, said]));
}

/** Events of before that are gone, or that are not what they were. */
export function lost(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].flatMap(([id, was]) => {
    const is = after.get(id);
    if (is === undefined) return [`${id} is gone`];
    return is === was ? [] : [`${id} was ${was} and is ${is}`];
  });
}

/** Streams are numbered without gaps, what is kept of each agrees with them, and nothing is owed. */
export async function unsound(db: Pick<DataSource, "query">): Promise<string[]> {
  const rows: Row[] = await db.query("select stream, seq, type, at, command_id, data from events order by stream, seq");
  const streams = groupedBy(rows, ({ stream }) => stream);
  const kept: { stream: string; version: number; open: number }[] = await db.query(
    "select stream, version, open_effects as open from streams order by stream",
  );
  return [
    ...[...streams].flatMap(([stream, events]) => gaps(stream, events)),
    ...kept.flatMap(({ stream, version }) => {
      const events = streams.get(stream)?.length;
      return events === undefined || events === version ? [] : [`${stream} stands at ${version} of ${events} events`];
    }),
    ...kept.flatMap(({ stream, open }) => (open === 0 ? [] : [`${stream} still owes ${open}`])),
  ];
}

/** Offers are answered, but the last, which is left to lapse; a school that has its place speaks. */
export async function journeysTakeCommands({ made, api }: Upgraded): Promise<void> {
  for (const journey of journeys(made.offers).slice(0, -1))
    wanted(ok(await api.post(`/api/v1/journeys/${journey}/accept-offer`, {}, { as: LEAD })), { status: "accepted" });
  for (const journey of journeys(made.placed))
    ok(await api.post(`/api/v1/journeys/${journey}/raise-concern`, { reason: "Two teachers left" }, { as: LEAD }));
}

/** The Work Group has what it had, and its lead goes on with it. */
export async function groupGoesOn({ made, api }: Upgraded): Promise<void> {
  const path = "/api/v1/work-groups/north-1";
  const group = ok(await api.get(path, { as: LEAD })) as { schools: { journey: string; status: string }[] };
  const there = group.schools.filter(({ status }) => status === "taken").map(({ journey }) => journey);
  wanted({ there: there.sort() }, { there: journeys(made.placed) });
  ok(await api.post(`${path}/schedule-session`, { session: "session-3", on: "2025-05-14" }, { as: LEAD }));
  for (const journey of journeys(made.placed)) {
    const { commitments } = ok(await api.get(`/api/v1/journeys/${journey}`, { as: LEAD })) as {
      commitments: { code: string; dueOn: string; status: string }[];
    };
    const of = (code: string) => commitments.find((one) => one.code === code);
    wanted({ met: of("meeting-2")?.status, on: of("session-3")?.dueOn }, { met: "met", on: "2025-05-14" });
  }
}

/** What was still to be confirmed is, and the run is complete; each grant is paid once. */
export async function runCompletes({ made, api, dataSource }: Upgraded): Promise<void> {
  const path = `/api/v1/payment-runs/${made.run}`;
  const ann = finance("ann", NORTH);
  wanted(ok(await api.get(path, { as: ann })), { status: "authorised" });
  ok(await api.post(`${path}/confirm-payment`, {}, { as: ann }));
  await eventually(async () => wanted(ok(await api.get(path, { as: ann })), { status: "complete" }), 60_000);
  const paid: { stream: string; times: number }[] = await dataSource.query(
    "select stream, count(*)::int as times from events where type = 'GrantPaid' group by stream order by stream",
  );
  const once = journeys(made.released).map((journey) => ({ stream: `journey/${journey}`, times: 1 }));
  wanted({ paid }, { paid: once.toSorted((a, b) => (a.stream < b.stream ? -1 : 1)) });
}

/** Money that waits for somebody can be approved, by two people. */
export async function grantsAreApproved({ made, api }: Upgraded): Promise<void> {
  const path = `/api/v1/journeys/${journeys(made.payable)[0]}/approve-grant`;
  for (const who of ["ann", "bob"]) ok(await api.post(path, {}, { as: finance(who, made.turn.hub) }));
}

/** The turn is done to its last step, each school asked once, also those that were asked before. */
export async function turnCompletes({ made, api, dataSource }: Upgraded): Promise<void> {
  const { hub, into, steps } = made.turn;
  const lead: Who = { role: "hub-lead", hub };
  await eventually(async () => {
    const turn = ok(await api.get(`/api/v1/hubs/${hub}/turn/${into.replace("/", "-")}`, { as: lead }));
    wanted(turn, { status: "done", done: steps, of: steps, turnedDown: 0 });
  }, 120_000);
  const asked: { stream: string; times: number }[] = await dataSource.query(
    "select stream, count(*)::int as times from events where type = 'NextStageInvited' group by stream order by stream",
  );
  const once = journeys(made.payable).map((journey) => ({ stream: `journey/${journey}`, times: 1 }));
  wanted({ asked }, { asked: once });
}

/** Waits until nothing that is due is undone and no effect is open, in every journey. */
export async function allSettled({ made, service }: Upgraded): Promise<void> {
  for (const journey of journeys([...made.offers, ...made.placed, ...made.released, ...made.payable])) {
    const state = await service.settled(journey);
    const next = due(state);
    if (next !== null && next <= (await service.now())) throw new Error(`${journey} was due at ${next}`);
  }
}

/** Weeks later: the offer that nobody answered has lapsed, and each school under way had its letter of the spring. */
export async function timeHasPassed({ made, api, service }: Upgraded): Promise<void> {
  const silent = journeys(made.offers).at(-1) ?? "";
  wanted(ok(await api.get(`/api/v1/journeys/${silent}`, { as: LEAD })), { status: "lapsed" });
  for (const journey of journeys([...made.placed, ...made.released, ...made.payable])) {
    const reminders = (await service.events(journey)).filter(
      (event) => event.type === "ReminderDue" && event.term === "spring" && event.academicYear === "2024/25",
    );
    wanted({ journey, reminders: reminders.length }, { journey, reminders: 1 });
  }
}

/** Throws where what came is not, in the fields that are named, what was wanted. */
function wanted(came: Record<string, unknown>, fields: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(fields)) {
    const [is, should] = [JSON.stringify(came[name]), JSON.stringify(value)];
    if (is !== should) throw new Error(`${name} is ${is}, and ${should} was wanted`);
  }
}
