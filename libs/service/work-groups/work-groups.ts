// Work Groups: formed, read, and told what a hub decides about them.

import type { DataSource } from "typeorm";
import type { LocalDate } from "../../calendar/dates.ts";
import { groupName, groupOfName } from "../../contract/work-group.ts";
import { sealFields } from "../../journey/wire.ts";
import type { Page } from "../../views/page.ts";
import {
  allWorkGroups,
  findWorkGroup,
  findWorkGroups,
  groupsSeen,
  sessionsNotHeld,
  type GroupNarrowing,
  type WorkGroupFilter,
} from "../../views/work-groups/read-work-groups.ts";
import { GROUP_FIELDS, type GroupWireName } from "../../work-group/command-fields.ts";
import type { Skipped } from "../../work-group/decision.ts";
import { isGroupId } from "../../work-group/together.ts";
import { passedOver, type PassedOver } from "../../words/rejection.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS, type Roles } from "../access/roles.ts";
import { mayForm, withinOf } from "../access/scope.ts";
import type { SecurityLog } from "../access/security-log.ts";
import type { Asked } from "../commands/asked.ts";
import type { NewId } from "../commands/claim.ts";
import type { CommandSender, Prepared, Sent } from "../commands/command-sender.ts";
import type { Foreseen } from "../commands/foreseen.ts";
import { mustBelongToHub } from "../commands/people-named.ts";
import { slugOf } from "../commands/journey-commands.ts";
import type { Database } from "../database.ts";
import type { Warned } from "../days.ts";
import { refusalOf } from "../refusal.ts";
import { FORMERS, GROUP_COMMANDS } from "./group-commands.ts";
import { groupFacts, type GroupFacts } from "./group-facts.ts";
import { groupInFull, groupInShort, type GroupInFull, type GroupSeen } from "./group-in-full.ts";
import { wordsOfPlaces } from "./places.ts";
import type { GroupNames } from "./group-names.ts";
import { groupSeen, isSeen, noGroup } from "./group-seen.ts";
import { newGroupId } from "./new-group-id.ts";
import { registerBefore, type Before } from "./register-before.ts";

export type { GroupNarrowing } from "../../views/work-groups/read-work-groups.ts";

export const GROUP_ROLES = { read: READERS, form: FORMERS } as const satisfies Record<string, Roles>;

/** What a command of a Work Group answers. `skipped`: schools that it passed over, and why. */
export interface GroupAnswer extends Partial<Foreseen>, Warned {
  workGroup: string;
  version: number;
  status: string;
  skipped: PassedOver<Skipped>[];
}

/** A session by its group, and its day. */
export interface SessionOfGroup {
  workGroup: string;
  code: string;
  on: LocalDate;
}

export class WorkGroups {
  constructor(
    private readonly sender: CommandSender,
    private readonly database: Database,
    private readonly names: GroupNames,
    private readonly security: SecurityLog,
  ) {}

  /** The Work Groups that a caller sees, by id, those that fit every filter. @throws Refusal `forbidden` */
  async list(caller: Principal, filter: Omit<WorkGroupFilter, "within">): Promise<Page<GroupSeen, string>> {
    mustHold(caller, GROUP_ROLES.read);
    const { items, next } = await findWorkGroups(await this.database.open(), { ...filter, within: withinOf(caller) });
    const called = await this.names.now();
    return { items: items.map((row) => groupInShort(row, called)), next };
  }

  /** All that a caller sees and that fit, by id. @throws Refusal `forbidden` */
  async all(caller: Principal, filter: Omit<GroupNarrowing, "within">): Promise<GroupSeen[]> {
    mustHold(caller, GROUP_ROLES.read);
    const rows = await allWorkGroups(await this.database.open(), { ...filter, within: withinOf(caller) });
    const called = await this.names.now();
    return rows.map((row) => groupInShort(row, called));
  }

  /** The sessions of some of them that were not held, by their days. @throws Refusal `forbidden` */
  async sessionsNotHeld(caller: Principal, groups: readonly GroupSeen[]): Promise<SessionOfGroup[]> {
    mustHold(caller, GROUP_ROLES.read);
    const source = await this.database.open();
    const seen = await groupsSeen(
      source,
      groups.map(({ id }) => id),
      withinOf(caller) ?? {},
    );
    return (await sessionsNotHeld(source, seen)).map(({ workGroup, code, on }) => ({ workGroup, code, on }));
  }

  /** One of them with its schools, who waits, and its sessions. @throws Refusal `forbidden`, `not-found` */
  async one(caller: Principal, id: string): Promise<GroupInFull> {
    mustHold(caller, GROUP_ROLES.read);
    const source = await this.database.open();
    const group = isGroupId(id) ? await findWorkGroup(source, id) : null;
    if (!group || !(await isSeen(source, id, caller))) throw noGroup(id);
    return groupInFull(group, await wordsOfPlaces(source, group.sessions, caller), await this.names.now());
  }

  /** The same with what schools and teachers are called, and who applied for it. @throws Refusal as `one` */
  async facts(caller: Principal, id: string): Promise<GroupFacts> {
    const group = await this.one(caller, id);
    return groupFacts(await this.database.open(), group, caller);
  }

  /** The same for who looks at a page of it; that they see its teachers by name is noted. @throws Refusal as `one` */
  async seen(caller: Principal, id: string, request: string): Promise<GroupFacts> {
    const facts = await this.facts(caller, id);
    if (facts.teachers.some(({ name }) => name !== null))
      this.security.noteBeside({ what: "people-viewed", by: caller, about: `work-group ${id}`, request });
    return facts;
  }

  /** Who was at a session of a group as it was recorded before. @throws Refusal `forbidden` */
  async registerBefore(caller: Principal, facts: GroupFacts, session: string): Promise<Before> {
    mustHold(caller, GROUP_COMMANDS.TakeRegister.roles);
    return registerBefore(await this.database.open(), facts, session);
  }

  /**
   * Forms a Work Group: `id`, or `name` from which one is made, and the fields of FormWorkGroup.
   * @throws Refusal `forbidden`, also for another hub's; what the rules say
   */
  async form(asked: Asked): Promise<GroupAnswer> {
    mustHold(asked.caller, GROUP_ROLES.form);
    const sent = await this.sender.send(asked, {
      name: "FormWorkGroup",
      route: "work-groups",
      prepare: async (source, newId) => {
        mayForm(asked.caller, asked.body);
        const prepared = prepare("FormWorkGroup", "", asked.body, newId);
        await mustBeHere(source, prepared, asked.caller);
        return { ...prepared, subject: groupName(newGroupId(asked.body, newId("text", "id").slice(0, 4))) };
      },
    });
    const answer = answered(sent);
    if (asked.preview !== true)
      await this.names.formed(asked.caller, answer.workGroup, (Object(asked.body) as { name?: unknown }).name);
    return answer;
  }

  /** Sends one command to a Work Group. @throws Refusal `forbidden`, `not-found`, what the rules say */
  async perform(name: keyof typeof GROUP_COMMANDS, id: string, asked: Asked): Promise<GroupAnswer> {
    mustHold(asked.caller, GROUP_COMMANDS[name].roles);
    if ((await groupSeen(await this.database.open(), id, asked.caller)) === null) throw noGroup(id);
    const sent = await this.sender.send(asked, {
      name,
      route: `work-groups/${id}/${slugOf(name)}`,
      prepare: async (source, newId) => {
        const prepared = prepare(name, id, asked.body, newId);
        await mustBeHere(source, prepared, asked.caller);
        return prepared;
      },
    });
    return answered(sent);
  }
}

function answered({ subject, version, status, skipped, beside }: Sent): GroupAnswer {
  return {
    workGroup: groupOfName(subject) ?? subject,
    version,
    status,
    skipped: skipped.flatMap((one) => ("journey" in one ? [passedOver(one)] : [])),
    ...beside,
  };
}

function prepare(name: GroupWireName, id: string, body: unknown, newId: NewId): Prepared {
  const sealed = sealFields(GROUP_FIELDS[name], body, newId);
  if ("rejection" in sealed) throw refusalOf(sealed.rejection);
  return { subject: groupName(id), sealed };
}

/** Who is to lead it, or to see to a task of it, is nobody of another hub. @throws Refusal `unknown-participant` */
async function mustBeHere(source: DataSource, { sealed }: Prepared, { hub }: Principal): Promise<void> {
  for (const person of [sealed.data["lead"], sealed.data["assignee"]])
    if (typeof person === "string" && hub !== null) await mustBelongToHub(source, person, hub);
}
