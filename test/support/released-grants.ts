// Schools whose grant has been released, as the rules decide it and the release posts it, put straight into a database:
// for payment runs.

import type { DataSource, EntityManager } from "typeorm";
import type { Actor, Command, CommandData, CommandName } from "../../libs/journey/commands.ts";
import { decide } from "../../libs/journey/decide.ts";
import type { Recorded } from "../../libs/journey/events.ts";
import { evolve, fold, NOTHING } from "../../libs/journey/evolve.ts";
import type { Journey } from "../../libs/journey/state.ts";
import { post } from "../../libs/store/money/ledger.ts";
import { grantPayable, grantsCommitted } from "../../libs/payments/postings.ts";
import { putSchools } from "../../libs/store/schools/schools.ts";
import { putLives } from "./country/put.ts";
import { developing, stepsToPlace } from "./groups.ts";
import { HUB_LEAD, rules } from "./store.ts";
import { sentenceOfRejection } from "../../libs/words/rejection.ts";

/** The day on which every grant of these schools was released, and what each is, in pence. */
export const RELEASED_ON = "2024-10-03";
export const GRANT_PENCE = 100_000;

export interface Released {
  journey: string;
  urn: string;
  hub: string;
  payable: string;
}

const TEMPLATE = "400000";
/** Each school is in a group of its own: nothing but their hub's money is between two of them. */
const GROUP = "group-of-template";
const SEEDED_AT_ONCE = 200;

/** The life of one school up to its released grant; `payable` only: before anybody has approved it. */
function lifeOfTemplate(upTo: "payable" | "released"): Recorded[] {
  let state: Journey = NOTHING;
  const events: Recorded[] = [];
  const ask = <N extends CommandName>(at: string, type: N, data: CommandData[N], who: Actor = HUB_LEAD): void => {
    const decision = decide(state, { id: `${type} ${events.length}`, type, at, by: who, data } as Command, rules);
    if ("rejection" in decision) throw new Error(`${type}: ${sentenceOfRejection(decision.rejection)}`);
    for (const event of decision.events) {
      events.push({ ...event, seq: events.length + 1 });
      state = evolve(state, { ...event, seq: events.length });
    }
  };
  ask("2024-05-07T09:00:00Z", "SubmitApplication", developing(TEMPLATE));
  for (const step of stepsToPlace(TEMPLATE, GROUP)) ask("2024-05-08T09:00:00Z", step.type, step.data);
  ask("2024-08-31T23:00:00Z", "Tick", {});
  ask("2024-10-02T16:00:00Z", "RecordAttendance", {
    session: "session-1",
    on: "2024-10-02",
    present: [`${TEMPLATE}-1`, `${TEMPLATE}-2`],
  });
  if (upTo === "released")
    for (const who of ["approver-1", "approver-2"])
      ask(`${RELEASED_ON}T09:00:00Z`, "ApproveGrant", {}, { who, role: "finance-officer" });
  for (const { seq } of fold(events).status === "none"
    ? []
    : [...(state as Exclude<Journey, { status: "none" }>).effects]) {
    ask(`${RELEASED_ON}T10:00:00Z`, "RecordEffect", { effect: seq, outcome: "performed" });
  }
  return events;
}

/** A school's life up to its released grant: its journey, and the events. */
export function lifeOfReleased(school: { urn: string; hub: string }): { journey: string; events: Recorded[] } {
  released ??= JSON.stringify(lifeOfTemplate("released"));
  const { journey, events } = seededOf(released, school);
  return { journey, events };
}
let released: string | undefined;

/**
 * Puts schools into the database, their journeys with all that is read of them; a released grant goes to the payment
 * runs as ever.
 */
export async function seedGrants(
  dataSource: DataSource,
  schools: readonly { urn: string; hub: string; name?: string }[],
  upTo: "payable" | "released" = "released",
): Promise<Released[]> {
  const template = JSON.stringify(lifeOfTemplate(upTo));
  const all: Released[] = [];
  for (let from = 0; from < schools.length; from += SEEDED_AT_ONCE) {
    const some = schools.slice(from, from + SEEDED_AT_ONCE).map((school) => seededOf(template, school));
    await putSchools(
      dataSource,
      some.map(({ urn, name = `Example Primary School ${urn}` }) => ({
        urn,
        name,
        phase: "primary",
        funding: "state",
        open: true,
        address: null,
        postcode: null,
        source: "application",
      })),
    );
    await dataSource.transaction((manager) => putLives(manager, some));
    if (upTo === "payable") continue;
    all.push(...(await dataSource.transaction((manager) => release(manager, some))));
  }
  return all;
}

/** What postGrantRelease does (libs/store/money/ledger.ts), for many at once. */
async function release(manager: EntityManager, some: readonly Seeded[]): Promise<Released[]> {
  const grants = some.map(({ journey, urn, hub, events }) => {
    const event = events.find((one) => one.type === "GrantReleased");
    if (event?.type !== "GrantReleased") throw new Error("no grant was released");
    return { id: `${journey}:${event.seq}`, journey, urn, hub, event };
  });
  await post(
    manager,
    grants.map(({ id, journey, hub, event: { amountPence } }) => ({
      id,
      kind: "grant-released",
      journey,
      hub,
      entries: [
        { account: grantsCommitted(hub), amountPence },
        { account: grantPayable(journey), amountPence: -amountPence },
      ],
    })),
  );
  await manager.query(
    `insert into payables (id, journey, hub, stage, academic_year, amount_pence, released_at)
     select id, journey, hub, stage, academic_year, amount_pence, released_at from
       jsonb_populate_recordset(null::payables, $1::jsonb)`,
    [
      JSON.stringify(
        grants.map(({ id, journey, hub, event: { stage, academicYear, amountPence, at } }) => ({
          id,
          journey,
          hub,
          stage,
          academic_year: academicYear,
          amount_pence: amountPence,
          released_at: at,
        })),
      ),
    ],
  );
  return grants.map(({ id, journey, urn, hub }) => ({ journey, urn, hub, payable: id }));
}

/** A school and what happened to it so far. */
interface Seeded {
  urn: string;
  name?: string;
  hub: string;
  journey: string;
  events: Recorded[];
}

function seededOf(template: string, { urn, hub, name }: { urn: string; hub: string; name?: string }): Seeded {
  const events = JSON.parse(
    template.replaceAll(TEMPLATE, urn).replaceAll("great-north", hub).replaceAll(`"${GROUP}"`, `"group-${urn}"`),
  ) as Recorded[];
  return { urn, hub, journey: `${urn}-primary`, events, ...(name !== undefined && { name }) };
}

/** So many schools, by URN from `first` on, at these hubs in turn. */
export function schoolsOf(count: number, hubs: readonly string[], first = 410_000): { urn: string; hub: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    urn: String(first + index),
    hub: hubs[index % hubs.length] ?? "great-north",
  }));
}
