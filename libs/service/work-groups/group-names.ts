// What Work Groups are called: as their hub says, else by the words of their ids.

import { instantFromMs } from "../../calendar/instants.ts";
import { nameGroup, namesOfGroups } from "../../store/hubs/group-names.ts";
import { calledBy, GROUP_NAME, MOST_GROUP_NAME, type GroupNaming } from "../../words/group-name.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import type { Database } from "../database.ts";
import type { ServiceSettings } from "../settings.ts";
import { Named, Text } from "../shape/field.ts";
import { FORMERS } from "./group-commands.ts";
import { groupSeen, noGroup } from "./group-seen.ts";

export const GROUP_NAME_ROLES = { set: FORMERS } as const satisfies Record<string, Roles>;

/** What a hub calls one of its Work Groups. */
@Named("WorkGroupName")
export class GroupNameBody {
  @Text({
    shape: GROUP_NAME,
    else: "name is words and numbers that schools know the group by, such as North Readiness 1.",
    most: MOST_GROUP_NAME,
    says: "As schools and staff read it; it names no person",
    example: "North Readiness 1",
  })
  name: string;
}

export interface GroupNameSeen {
  workGroup: string;
  name: string;
}

export class GroupNames {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "clock">,
  ) {}

  /** What groups are called now. Rejects with StoreError. */
  async now(): Promise<GroupNaming> {
    return calledBy(await namesOfGroups(await this.database.open()));
  }

  /** Calls a group so from now on, everywhere. @throws Refusal `forbidden`, `not-found` */
  async set(caller: Principal, id: string, { name }: GroupNameBody): Promise<GroupNameSeen> {
    mustHold(caller, GROUP_NAME_ROLES.set);
    if ((await groupSeen(await this.database.open(), id, caller)) === null) throw noGroup(id);
    return this.keep(caller, id, name.trim());
  }

  /** The name with which a group was formed, if it is words and not a part of an id alone. Rejects with StoreError. */
  async formed(caller: Principal, id: string, name: unknown): Promise<void> {
    const words = typeof name === "string" ? name.trim() : "";
    if (words.length > MOST_GROUP_NAME || !GROUP_NAME.test(words) || OF_AN_ID.test(words)) return;
    await this.keep(caller, id, words);
  }

  private async keep({ who }: Principal, workGroup: string, name: string): Promise<GroupNameSeen> {
    const setAt = instantFromMs(this.settings.clock());
    await nameGroup(await this.database.open(), { workGroup, name, setBy: who, setAt });
    return { workGroup, name };
  }
}

/** `north-1`: its words are those of the id that is made of it. */
const OF_AN_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
