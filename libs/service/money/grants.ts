// The grants of a hub's schools, approved by two people; each approval is a command of its journey.

import type { Page } from "../../views/page.ts";
import { groundsOf, type GrantGround } from "../../views/money/read-grant-grounds.ts";
import {
  grantsOfHub,
  grantSums,
  type GrantFilter,
  type GrantRead,
  type GrantSum,
} from "../../views/money/read-grants.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Asked } from "../commands/asked.ts";
import type { Answer } from "../commands/command-sender.ts";
import type { JourneyCommands } from "../commands/perform-on-journey.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";

export type { GrantSum } from "../../views/money/read-grants.ts";

export const GRANT_ROLES = { ofHub: ["finance-officer", "hub-lead", "auditor"] } as const satisfies Record<
  string,
  Roles
>;

/** A grant, with why it stands where it does. */
export interface GrantOfHub extends GrantRead {
  ground: GrantGround;
}

/** Which grant of a school. */
export interface WhichGrant {
  journey: string;
  stage: string;
  academicYear: string;
}

export class Grants {
  constructor(
    private readonly database: Database,
    private readonly commands: JourneyCommands,
  ) {}

  /** The grants of a hub in one status, those that fit, a page of them. @throws Refusal `forbidden`, `not-found` */
  async ofHub(
    caller: Principal,
    wanted: { hub: string; status: string; after?: string; limit: number } & GrantFilter,
  ): Promise<Page<GrantOfHub, string>> {
    mustHold(caller, GRANT_ROLES.ofHub);
    sameHub(caller, wanted.hub);
    const source = await this.database.open();
    const { items, next } = await grantsOfHub(source, { ...wanted, hub: hubCode(wanted.hub) });
    const groundOf = await groundsOf(source, items);
    return { items: items.map((one) => ({ ...one, ground: groundOf(one) })), next };
  }

  /** What all of them come to, by year and month. @throws Refusal `forbidden`, `not-found` */
  async sums(caller: Principal, { hub, status }: { hub: string; status: string }): Promise<GrantSum[]> {
    mustHold(caller, GRANT_ROLES.ofHub);
    sameHub(caller, hub);
    return grantSums(await this.database.open(), { hub: hubCode(hub), status, who: caller.who });
  }

  /** Approves one grant. @throws Refusal as a command does */
  async approve({ journey, stage, academicYear }: WhichGrant, asked: Omit<Asked, "body">): Promise<Answer> {
    return this.commands.perform("ApproveGrant", journey, { ...asked, body: { stage, academicYear } });
  }
}
