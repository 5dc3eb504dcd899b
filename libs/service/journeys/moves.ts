// Schools that one hub asks of another: both see that it is asked, and until when; an operator sees all.

import { findMoves, type MoveAsked } from "../../views/journeys/read-moves.ts";
import type { Page } from "../../views/page.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";

export const MOVE_ROLES = {
  read: ["hub-coordinator", "hub-lead", "operator", "auditor"],
} as const satisfies Record<string, Roles>;

export type { MoveAsked };

export class Moves {
  constructor(private readonly database: Database) {}

  /** What is asked of, or by, the caller's hub; of every hub for who sees all. @throws Refusal `forbidden` */
  async list(caller: Principal, page: { after?: string; limit: number }): Promise<Page<MoveAsked, string>> {
    mustHold(caller, MOVE_ROLES.read);
    return findMoves(await this.database.open(), { ...page, hub: withinOf(caller)?.hub ?? null });
  }
}
