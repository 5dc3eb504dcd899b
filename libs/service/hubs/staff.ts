// The staff of a hub: entered by its lead, chosen by name where somebody is to lead a group or decide a task; their
// open tasks are handed on when they leave.

import type { DataSource } from "typeorm";
import { nameOf } from "../../journey/contact.ts";
import { getPeople } from "../../people/people.ts";
import {
  enterStaff,
  idsOfStaff,
  signInsOf,
  STAFF_LIST_ROLES,
  staffLeaves,
  staffList,
  staffSignsIn,
  type StaffEntry,
  type StaffListRole,
} from "../../people/staff-list.ts";
import { instantFromMs } from "../../calendar/instants.ts";
import { leadsOfGroups } from "../../views/mornings/read-group-things.ts";
import { tasksOfHub, type QueuedTask } from "../../views/promises/read-tasks.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Asked } from "../commands/asked.ts";
import { claimRequest, named } from "../commands/claim.ts";
import { foreseen, type Foreseen } from "../commands/foreseen.ts";
import type { JourneyCommands } from "../commands/perform-on-journey.ts";
import { toEach, type CameOf } from "../commands/to-each.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import { validated } from "../shape/checked.ts";
import { Email, Name } from "../shape/contact-fields.ts";
import { Named, Text, Word } from "../shape/field.ts";
import { MOST_NAME } from "./contacts.ts";

export { STAFF_LIST_ROLES } from "../../people/staff-list.ts";
export type { StaffEntry } from "../../people/staff-list.ts";

export const STAFF_ROLES = {
  read: ["hub-coordinator", "hub-lead"],
  set: ["hub-lead"],
} as const satisfies Record<string, Roles>;

/** Somebody to be entered. */
@Named("StaffMember")
export class StaffBody {
  @Word(STAFF_LIST_ROLES, { example: "work-group-lead" }) role: StaffListRole;
  @Name({ most: MOST_NAME, else: "firstName is missing.", example: "Jo" }) firstName: string;
  @Name({ most: MOST_NAME, else: "lastName is missing.", example: "Example" }) lastName: string;
  @Email({ says: "The address with which they sign in", example: "jo@hub.example" }) email: string;
}

/** Who leaves. */
@Named("StaffLeaving")
export class LeavingBody {
  @Text({
    optional: true,
    shape: /^[\w.:|-]{1,128}$/u,
    else: "handTo is the opaque id of somebody on the list.",
    says: "To whom their open tasks go; needed where they have some",
    example: "0b9f6f0e-6c1a-4d6e-a1b2-0d6a3f4c5e70",
  })
  handTo?: string;
}

/** What came of a leaving: of each open task, and which Work Groups (by id) they still lead. */
export interface StaffLeft {
  person: string;
  handedOn: CameOf[];
  leads: string[];
}

/** Somebody who may be chosen. `name`: as a list says it. */
export interface StaffChoice {
  id: string;
  name: string;
  /** The one who asks. */
  own: boolean;
}

const MOST_TASKS = 500;

export class HubStaff {
  constructor(
    private readonly database: Database,
    private readonly commands: JourneyCommands,
    private readonly settings: Pick<ServiceSettings, "clock">,
  ) {}

  /** Those on the list of a hub. @throws Refusal `forbidden`, `not-found` */
  async list(caller: Principal, hub: string): Promise<StaffEntry[]> {
    mustHold(caller, STAFF_ROLES.read);
    sameHub(caller, hub);
    return staffList(await this.database.open(), hubCode(hub));
  }

  /**
   * Enters somebody, once however often it is asked; who is there with that address has this name and role from now on.
   * @throws Refusal `forbidden`, `not-found`, `invalid`, `key-reused`
   */
  async enter(hub: string, asked: Asked): Promise<{ person: string } & Partial<Foreseen>> {
    const { caller, body } = asked;
    mustHold(caller, STAFF_ROLES.set);
    sameHub(caller, hub);
    const { role, firstName, lastName, email } = validated(StaffBody, body);
    const source = await this.database.open();
    const names = await named(source, asked, `hubs/${hub}/staff`);
    const id = names.newId("person", "person");
    if (asked.preview) return { person: id, ...foreseen("StaffEntered", "They are on the list of the hub’s staff.") };
    await this.claim(source, names, hub, "EnterStaff", caller);
    return { person: await enterStaff(source, hubCode(hub), { id, role, firstName, lastName, email }) };
  }

  /**
   * Takes somebody off the list and hands their open tasks on.
   * @throws Refusal `forbidden`, `not-found`, `invalid` where nobody is named who takes their tasks
   */
  async leave(hub: string, person: string, asked: Asked): Promise<StaffLeft & Partial<Foreseen>> {
    const { caller, body, preview = false } = asked;
    mustHold(caller, STAFF_ROLES.set);
    sameHub(caller, hub);
    const { handTo } = validated(LeavingBody, body);
    const source = await this.database.open();
    const list = await staffList(source, hubCode(hub));
    if (!list.some(({ id }) => id === person)) throw nobody(person);
    if (handTo !== undefined && (handTo === person || !list.some(({ id }) => id === handTo))) throw nobody(handTo);
    const tasks = await tasksOf(source, hubCode(hub), person);
    if (tasks.length > 0 && handTo === undefined) {
      const detail = "Say who takes on their open tasks.";
      throw new Refusal("invalid", detail, { errors: [{ pointer: "/handTo", detail }] });
    }
    const handedOn: CameOf[] = [];
    for (const { journey, id: task } of tasks) {
      const each = { ...asked, key: `${asked.key} ${task}`, body: { task, assignee: handTo } };
      handedOn.push(...(await toEach(this.commands, "AssignTask", each, [{ journey, body: each.body }])));
    }
    const answer = { person, handedOn, leads: await ledBy(source, hub, person) };
    if (preview) return { ...answer, ...foreseen("StaffLeft", "They are off the list; their open tasks go on.") };
    await this.claim(
      source,
      await named(source, asked, `hubs/${hub}/staff/${person}/leave`),
      hub,
      "StaffLeaves",
      caller,
    );
    await staffLeaves(source, hubCode(hub), person);
    return answer;
  }

  /** What somebody has in hand: how many open tasks, and which Work Groups, by id. @throws Refusal as `list` */
  async holds(caller: Principal, hub: string, person: string): Promise<{ tasks: number; leads: string[] }> {
    mustHold(caller, STAFF_ROLES.read);
    sameHub(caller, hub);
    const source = await this.database.open();
    return { tasks: (await tasksOf(source, hubCode(hub), person)).length, leads: await ledBy(source, hub, person) };
  }

  /** Who signs in with an address that was verified there is the one on the list. Rejects with StoreError. */
  async signsIn({ who, hub }: Principal, address: string): Promise<void> {
    if (hub !== null) await staffSignsIn(await this.database.open(), hub, who, address);
  }

  /** Those of a caller's own hub who may be chosen by name. Rejects with StoreError, SealError. */
  async choices(caller: Principal): Promise<StaffChoice[]> {
    mustHold(caller, STAFF_ROLES.read);
    return staffToChoose(await this.database.open(), caller);
  }

  /** By which names a caller reads of people of their hub: as the list has them. Rejects with StoreError, SealError. */
  async called(caller: Principal): Promise<(id: string) => string> {
    const source = await this.database.open();
    const names = await namesOfStaff(source, await staffToChoose(source, caller));
    return (id) => names.get(id) ?? "somebody who is not on the list of the hub’s staff";
  }

  private async claim(
    source: DataSource,
    names: Awaited<ReturnType<typeof named>>,
    hub: string,
    name: string,
    { who }: Principal,
  ): Promise<void> {
    const receivedAt = instantFromMs(this.settings.clock());
    await claimRequest(source, names, { subject: `hub/${hub}`, name, principal: who, receivedAt });
  }
}

/**
 * Those of a caller's own hub who may be chosen by name: its staff, the leads of its groups who are known, and the
 * caller. Rejects with StoreError, SealError.
 */
export async function staffToChoose(source: DataSource, { who, hub }: Principal): Promise<StaffChoice[]> {
  if (hub === null) return [];
  const list = await staffList(source, hub);
  const led = (await leadsOfGroups(source, hub)).map(({ lead }) => lead);
  const leads = (await getPeople(source, [...new Set(led)])).filter(({ id }) => !list.some((one) => one.id === id));
  const own = await idsOfStaff(source, who);
  const all = [...list, ...leads].map((one) => ({
    id: one.id,
    name: own.includes(one.id) ? `${nameOf(one)} (you)` : nameOf(one),
    own: own.includes(one.id),
  }));
  return all.some((one) => one.own) ? all : [...all, { id: who, name: "You", own: true }];
}

/**
 * What those who may be chosen are called, by each id that stands for them: that of the list, and those by which they
 * sign in, which are what events have. Rejects with StoreError.
 */
export async function namesOfStaff(
  source: DataSource,
  staff: readonly StaffChoice[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const signIns = staff.length === 0 ? [] : await signInsOf(source, [...names.keys()]);
  for (const { id, person } of signIns) names.set(id, names.get(person) ?? "");
  return names;
}

async function tasksOf(source: DataSource, hub: string, assignee: string): Promise<QueuedTask[]> {
  const asked = { hub, within: null, status: "open", assignee, limit: MOST_TASKS };
  return (await tasksOfHub(source, asked)).items;
}

async function ledBy(source: DataSource, hub: string, person: string): Promise<string[]> {
  const groups = await leadsOfGroups(source, hubCode(hub));
  return groups.flatMap(({ id, lead }) => (lead === person ? [id] : []));
}

function nobody(id: string): Refusal {
  return new Refusal("not-found", "Nobody on the list of this hub’s staff has this id.", {
    sought: { kind: "person", id },
  });
}
