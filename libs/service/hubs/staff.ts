// The staff of a hub: entered by its lead, chosen by name where somebody is to lead a group or decide a task; their
// open tasks and their Work Groups are handed on when they leave.

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
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Asked } from "../commands/asked.ts";
import { claimRequest, named } from "../commands/claim.ts";
import { foreseen, type Foreseen } from "../commands/foreseen.ts";
import type { CameOf } from "../commands/to-each.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Refusal } from "../refusal.ts";
import { validated } from "../shape/checked.ts";
import { Email, Name } from "../shape/contact-fields.ts";
import { Flag, Named, Text, Word } from "../shape/field.ts";
import { MOST_NAME } from "./contacts.ts";
import {
  handOn,
  inHand,
  stillLed,
  tasksIn,
  wantsSecondYear,
  type CameOfGroup,
  type HandsOn,
  type InHandSettings,
} from "./hand-on.ts";

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
  @Text({
    optional: true,
    shape: /^[\w.:|-]{1,128}$/u,
    else: "leadTo is the opaque id of somebody on the list.",
    says: "Who leads their Work Groups from now on; left out, these stay as they are, and `leads` names them",
    example: "0b9f6f0e-6c1a-4d6e-a1b2-0d6a3f4c5e70",
  })
  leadTo?: string;
  @Flag({
    optional: true,
    says: "`leadTo` has completed the second year of the national programme, where a page asks for it",
    example: true,
  })
  secondYearDone?: boolean;
}

/** What came of a leaving: of each open task and each Work Group; and which groups (by id) they still lead. */
export interface StaffLeft {
  person: string;
  handedOn: CameOf[];
  ofGroups: CameOfGroup[];
  leads: string[];
}

/** Somebody who may be chosen. `name`: as a list says it. */
export interface StaffChoice {
  id: string;
  name: string;
  /** The one who asks. */
  own: boolean;
}

export class HubStaff {
  constructor(
    private readonly database: Database,
    private readonly handsOn: HandsOn,
    private readonly settings: InHandSettings,
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
   * Takes somebody off the list and hands on what they have in hand: their open tasks, and the Work Groups they lead
   * where somebody is named for these. Sent again it goes on where it stopped, and says what was still to be done.
   * @throws Refusal `forbidden`, `not-found`, `key-reused`, `invalid` where nobody is named who takes their tasks
   */
  async leave(hub: string, person: string, asked: Asked): Promise<StaffLeft & Partial<Foreseen>> {
    const { caller, body, preview = false } = asked;
    mustHold(caller, STAFF_ROLES.set);
    sameHub(caller, hub);
    const to = validated(LeavingBody, body);
    const source = await this.database.open();
    const list = await staffList(source, hubCode(hub));
    const names = await named(source, asked, `hubs/${hub}/staff/${person}/leave`);
    const again = names.known !== null;
    for (const one of again ? [] : [person, to.handTo, to.leadTo])
      if (one !== undefined && !list.some(({ id }) => id === one)) throw nobody(one);
    for (const one of [to.handTo, to.leadTo]) if (one === person) throw nobody(person);
    const held = await inHand(source, this.settings, caller, { hub, person });
    if (tasksIn(held) > 0 && to.handTo === undefined) {
      const detail = "Say who takes on their open tasks.";
      throw new Refusal("invalid", detail, { errors: [{ pointer: "/handTo", detail }] });
    }
    // First of all: what stops on the way is asked for again by the same words, or not at all.
    if (!preview) await this.claim(source, names, hub, "StaffLeaves", caller);
    const came = await handOn(this.handsOn, asked, held, to);
    const answer = { person, ...came, leads: stillLed(held, came.ofGroups) };
    if (preview)
      return { ...answer, ...foreseen("StaffLeft", "They are off the list; what they have in hand goes on.") };
    await staffLeaves(source, hubCode(hub), person);
    return answer;
  }

  /** What somebody has in hand: how many open tasks, and which Work Groups, by id. @throws Refusal as `list` */
  async holds(
    caller: Principal,
    hub: string,
    person: string,
  ): Promise<{ tasks: number; leads: string[]; secondYear: boolean }> {
    mustHold(caller, STAFF_ROLES.read);
    sameHub(caller, hub);
    const held = await inHand(await this.database.open(), this.settings, caller, { hub, person });
    return { tasks: tasksIn(held), leads: stillLed(held, []), secondYear: wantsSecondYear(held, this.settings) };
  }

  /** The Work Groups that nobody on the list leads, by id; none where nobody is on it. @throws Refusal as `list` */
  async ledByNobody(caller: Principal, hub: string): Promise<string[]> {
    const list = (await this.list(caller, hub)).map(({ id }) => id);
    if (list.length === 0) return [];
    const source = await this.database.open();
    const known = [...list, ...(await signInsOf(source, list)).map(({ id }) => id)];
    const groups = await leadsOfGroups(source, hubCode(hub));
    return groups.filter(({ lead }) => !known.includes(lead)).map(({ id }) => id);
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

function nobody(id: string): Refusal {
  return new Refusal("not-found", "Nobody on the list of this hub’s staff has this id.", {
    sought: { kind: "person", id },
  });
}
