// The applications that wait for a hub, for those who decide on them.

import type { DataSource } from "typeorm";
import { instantFromMs } from "../../calendar/instants.ts";
import { getTexts } from "../../people/people.ts";
import type { ByNumber, Numbered, Page } from "../../views/page.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { rulesAt } from "../../journey/rules.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import {
  triage,
  triageByNumber,
  type Triaged,
  type TriageFilter,
  type TriageNarrowing,
  type TriageSort,
} from "./triage.ts";

export const TRIAGE_ROLES = {
  read: ["hub-coordinator", "hub-lead", "operator", "auditor"],
  readTexts: ["hub-coordinator", "hub-lead"],
} as const satisfies Record<string, Roles>;
/** What the `next` of a page of the queue looks like. */
export const TRIAGE_AFTER = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[\w./:-]{1,100}$/u;

type Asked = Omit<TriageFilter, "hub" | "at">;
/** By what the queue is narrowed, and which page of it in what order. */
export type Narrowed = Omit<TriageNarrowing, "hub" | "at">;
export type TriageOrder = ByNumber & { sort: TriageSort; descending: boolean };

export class TriageQueue {
  constructor(
    private readonly database: Database,
    private readonly settings: ServiceSettings,
  ) {}

  /** A page of a hub's queue, the application received first at the top. @throws Refusal `forbidden`, `not-found` */
  async list(caller: Principal, hub: string, filter: Asked): Promise<Page<Triaged, string>> {
    mustHold(caller, TRIAGE_ROLES.read);
    sameHub(caller, hub);
    const asked = { ...filter, hub: hubCode(hub), at: instantFromMs(this.settings.clock()) };
    const { manager } = await this.database.open();
    return triage(manager, asked, rulesAt(await rulesNow(manager, this.settings), asked.hub));
  }

  /** The same by pages of their own number. @throws Refusal as `list` */
  async page(caller: Principal, hub: string, filter: Narrowed, order: TriageOrder): Promise<Numbered<Triaged>> {
    mustHold(caller, TRIAGE_ROLES.read);
    sameHub(caller, hub);
    const asked = { ...filter, hub: hubCode(hub), at: instantFromMs(this.settings.clock()) };
    const { manager } = await this.database.open();
    return triageByNumber(manager, asked, order, rulesAt(await rulesNow(manager, this.settings), asked.hub));
  }

  /** The same with what schools and hub wrote, by the ids of the texts. @throws Refusal as `list` */
  async withTexts(
    caller: Principal,
    hub: string,
    filter: Narrowed,
    order: TriageOrder,
  ): Promise<Numbered<Triaged> & { texts: ReadonlyMap<string, string> }> {
    mustHold(caller, TRIAGE_ROLES.readTexts);
    const found = await this.page(caller, hub, filter, order);
    return { ...found, texts: await textsFor(await this.database.open(), found.items) };
  }
}

/** The reasons of these applications, what was asked, and what schools wrote of each other. */
function textsFor(source: DataSource, items: readonly Triaged[]): Promise<Map<string, string>> {
  const ids = items
    .flatMap(({ reasonsId, asked, partners }) => [
      reasonsId,
      asked?.reasonId ?? null,
      ...partners.map(({ relationshipId }) => relationshipId),
    ])
    .filter((id): id is string => id !== null);
  return getTexts(source, ids);
}
