// The grants of a hub's schools, approved by two people; each approval is a command of its journey.

import type { Page } from "../../views/page.ts";
import { grantsOfHub, type GrantOfHub } from "../../views/money/read-grants.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import type { Asked } from "../commands/asked.ts";
import type { Answer } from "../commands/command-sender.ts";
import type { JourneyCommands } from "../commands/perform-on-journey.ts";
import type { Database } from "../database.ts";

export type { GrantOfHub } from "../../views/money/read-grants.ts";

export const GRANT_ROLES = { ofHub: ["finance-officer", "hub-lead"] } as const satisfies Record<string, Roles>;

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

  /** The grants of the caller's own hub in one status, a page of them. @throws Refusal `forbidden` */
  async ofHub(
    caller: Principal,
    wanted: { status: string; after?: string; limit: number },
  ): Promise<Page<GrantOfHub, string>> {
    mustHold(caller, GRANT_ROLES.ofHub);
    return grantsOfHub(await this.database.open(), { ...wanted, hub: caller.hub ?? "" });
  }

  /** Approves one grant. @throws Refusal as a command does */
  async approve({ journey, stage, academicYear }: WhichGrant, asked: Omit<Asked, "body">): Promise<Answer> {
    return this.commands.perform("ApproveGrant", journey, { ...asked, body: { stage, academicYear } });
  }
}
