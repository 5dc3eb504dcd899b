import { findWorkGroups } from "../../views/work-groups/read-work-groups.ts";
import type { Database } from "../database.ts";
import { ROLES, type Principal } from "./principal.ts";
import { mustHold } from "./roles.ts";
import { withinOf } from "./scope.ts";

/** More than anyone leads. */
const MOST_GROUPS = 100;

export class WhoAmI {
  constructor(private readonly database: Database) {}

  /**
   * Who someone is here, with every Work Group that they lead: those that the token names, and those whose lead they
   * are. @throws Refusal `forbidden`
   */
  async of(caller: Principal): Promise<Principal> {
    mustHold(caller, ROLES);
    const { who, role, hub, urns, workGroups } = caller;
    const led = role === "work-group-lead" ? await this.led(caller) : [];
    return { who, role, hub, urns, workGroups: [...new Set([...workGroups, ...led])] };
  }

  private async led(caller: Principal): Promise<string[]> {
    const filter = { within: withinOf(caller), limit: MOST_GROUPS };
    const { items } = await findWorkGroups(await this.database.open(), filter);
    return items.map(({ id }) => id);
  }
}
