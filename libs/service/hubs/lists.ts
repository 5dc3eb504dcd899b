// The schools to which a hub offers a programme, where it offers it to named ones alone.

import { instantFromMs } from "../../calendar/instants.ts";
import { listsOf, setList, type HubList } from "../../store/hubs/lists.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import type { ServiceSettings } from "../settings.ts";
import { knownProgramme } from "./known-programme.ts";

/** A programme with the schools, by URN, that may apply for it; null: every one. `setBy`: an opaque id. */
export type ListedSchools = HubList;

export const LIST_ROLES = {
  read: ["hub-coordinator", "hub-lead", "operator", "auditor"],
  set: ["hub-coordinator", "hub-lead"],
} as const satisfies Record<string, Roles>;

export class HubLists {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "clock">,
  ) {}

  /** The programmes that a hub offers to named schools alone. @throws Refusal `forbidden`, `not-found` */
  async list(caller: Principal, hub: string): Promise<HubList[]> {
    mustHold(caller, LIST_ROLES.read);
    sameHub(caller, hub);
    return listsOf(await this.database.open(), hubCode(hub));
  }

  /** Offers a programme to these schools alone, by URN. @throws Refusal `forbidden`, `not-found` */
  async set(caller: Principal, hub: string, programme: string, urns: string[]): Promise<HubList> {
    return this.decide(caller, hub, programme, urns);
  }

  /** Opens a programme to every school that fits it. @throws Refusal `forbidden`, `not-found` */
  async remove(caller: Principal, hub: string, programme: string): Promise<HubList> {
    return this.decide(caller, hub, programme, null);
  }

  private async decide(caller: Principal, hub: string, programme: string, urns: string[] | null): Promise<HubList> {
    mustHold(caller, LIST_ROLES.set);
    sameHub(caller, hub);
    const decided = {
      hub: hubCode(hub),
      prospectus: knownProgramme(this.settings.catalogue, programme).id,
      urns,
      setBy: caller.who,
      setAt: instantFromMs(this.settings.clock()),
    };
    return (await setList(await this.database.open(), decided)) ?? decided;
  }
}
