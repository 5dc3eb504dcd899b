// The API over a database with one of everything in it, and no Temporal: for what is decided before anything is sent.

import "reflect-metadata";
import { CONTROLLERS } from "../../apps/web/web.module.ts";
import { routesOf, type ApiRoute } from "../../apps/api/routes.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { advanceSubject } from "../../libs/book/advance.ts";
import { groupName } from "../../libs/contract/work-group.ts";
import { putContact, putPerson } from "../../libs/people/people.ts";
import type { Role } from "../../libs/service/access/principal.ts";
import { beginTurn } from "../../libs/service/turn/turns.ts";
import { putSchools } from "../../libs/store/schools/schools.ts";
import { putJourney } from "../support/journeys.ts";
import { putLetter } from "../support/letters.ts";
import { freshStore, HUB_LEAD, rules, type TestStore } from "../support/store.ts";
import type { Who } from "../support/sign-in.ts";
import { groupCommand } from "../support/groups.ts";
import { startApi, type ApiUnderTest } from "./api-under-test.ts";

/** A term-time Tuesday; the windows of the next year are not open, this one's are over. */
export const NOW = "2020-12-01T08:00:00Z";
export const GROUP = "north-readiness-1";
/** A school that takes part. */
export const SCHOOL = "100001";
export const RECEIPTS = "receipt-token-of-the-test";

/** Every operation of the API. */
export const OPERATIONS: readonly ApiRoute[] = routesOf(CONTROLLERS).filter(({ path }) => path.startsWith("/api/v1/"));

export interface EdgeWorld {
  api: ApiUnderTest;
  store: TestStore;
  /** An address of an operation with ids that exist. */
  addressOf(path: string): string;
  /** Everything that is stored, as one digest: what changes nothing leaves it. */
  digest(): Promise<string>;
  stop(): Promise<void>;
}

/** Somebody of great-north who may call an operation; else an operator. */
export function callerFor({ allowed }: ApiRoute): Who {
  const roles: readonly Role[] = Array.isArray(allowed) ? (allowed as readonly Role[]) : [];
  const role = (["hub-lead", "finance-officer"] as const).find((one) => roles.includes(one)) ?? roles[0] ?? "operator";
  if (role === "operator" || role === "auditor") return { role };
  if (role === "school-contact") return { role, urns: [SCHOOL] };
  return { role, who: `edge-${role}`, hub: "great-north" };
}

export async function startEdgeWorld(): Promise<EdgeWorld> {
  const store = await freshStore();
  await fill(store);
  const api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: NOW,
    commandTimeoutMs: 300,
    mailReceiptToken: RECEIPTS,
  });
  const addressOf = (path: string): string =>
    Object.entries({
      "people/{id}": "people/p-head",
      "work-groups/{id}": `work-groups/${GROUP}`,
      "payment-runs/{id}": `payment-runs/r1`,
      "{id}": `${SCHOOL}-primary`,
      "{hub}": "great-north",
      "{year}": "2020-21",
      "{programme}": "primary-readiness",
      "{urn}": SCHOOL,
      "{seq}": "1",
      "{letter}": "1",
      "{person}": "p-head",
      "{file}": "0".repeat(32),
    }).reduce((made, [place, its]) => made.replace(place, its), path);
  return {
    api,
    store,
    addressOf,
    digest: () => digestOf(store),
    async stop() {
      await api.stop();
      await store.close();
    },
  };
}

async function fill(store: TestStore): Promise<void> {
  const deps = { dataSource: store.app, rules };
  await putJourney(store, { urn: SCHOOL, hub: "great-north", workGroup: GROUP, until: "2020-12-01" });
  await putJourney(store, { urn: "100002", hub: "far-south", workGroup: "south-1", until: "2020-12-01" });
  const forming = { hub: "great-north", prospectus: "2020-21/primary-readiness", lead: "lead-1" };
  await advanceSubject(deps, {
    subject: groupName(GROUP),
    now: "2020-09-01T08:00:00Z",
    commands: [
      groupCommand("FormWorkGroup", "2020-09-01T08:00:00Z", { ...forming, leadRole: "mastery-readiness-lead" }),
    ],
  });
  await beginTurn(
    deps,
    { id: "turn", by: HUB_LEAD, at: "2020-06-01T08:00:00Z" },
    {
      hub: "great-north",
      into: "2020/21",
      plan: { hub: "great-north", into: "2020/21", schools: [], groups: [] },
      wishesDigest: "",
      steps: [],
    },
  );
  await putLetter(store.app, SCHOOL, "great-north");
  await putPerson(store.app, { id: "p-head", firstName: "Hedy", lastName: "Example", email: "head@example.org" });
  await putContact(store.app, { journey: `${SCHOOL}-primary`, role: "headteacher", person: "p-head" });
  const of = {
    phase: "primary",
    funding: "state",
    open: true,
    address: null,
    postcode: null,
    source: "application",
  } as const;
  await putSchools(store.app, [{ urn: SCHOOL, name: "Example Primary School", ...of }]);
}

async function digestOf({ owner }: TestStore): Promise<string> {
  const tables = await owner.query<{ name: string }[]>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('public', 'people') order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const [row] = await owner.query<{ digest: string | null }[]>(
      `select md5(string_agg(one::text, ',' order by one::text)) as digest from ${name} as one`,
    );
    parts.push(`${name}: ${row?.digest ?? ""}`);
  }
  return parts.join("\n");
}
