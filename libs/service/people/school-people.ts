// The people of a hub's schools: who they are, how they are written to, and whether their letters come back.

import type { DataSource } from "typeorm";
import { addresseeOf } from "../../contract/message-id.ts";
import { bounceTask } from "../../journey/settle.ts";
import { schoolPeople, type PersonAt, type SchoolPerson } from "../../people/school-people.ts";
import { page, type Page } from "../../views/page.ts";
import { bouncedTasks } from "../../views/promises/read-tasks.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { SecurityLog } from "../access/security-log.ts";
import { journeyBehind } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { asCsv } from "../shape/as-csv.ts";

/** Those who work with the people of schools, and correct what is known of them. */
export const SCHOOL_PEOPLE_ROLES: Roles = ["hub-coordinator", "hub-lead"];

/** Where a list of people goes on: a journey, a role, an opaque id. */
export const PEOPLE_AFTER = /^\d{6}-(?:primary|secondary)~[a-z-]{1,40}~[\w.:-]{1,100}$/u;

/** `lettersComeBack`: what is sent to them does not arrive, and somebody else stands in for them. */
export type SchoolPersonSeen = Omit<SchoolPerson, "id"> & { person: string; lettersComeBack: boolean };

export interface PeopleAsked {
  /** Words of a school's name, a URN or a postcode: never a person's name, for an address holds it. */
  q?: string | undefined;
  role?: string | undefined;
  after?: string | undefined;
  limit: number;
}

/** More than one school has people. */
const OF_A_SCHOOL = 500;
/** A file has so many rows at most: more than a hub has people. */
const MOST_ROWS = 20_000;
const COLUMNS = ["urn", "school", "journey", "role", "first_name", "last_name", "email", "letters_come_back"] as const;

export class SchoolPeople {
  constructor(
    private readonly database: Database,
    private readonly security: SecurityLog,
  ) {}

  /** The people of one school, each in each role. @throws Refusal `forbidden`, `not-found` */
  async ofJourney(caller: Principal, id: string): Promise<SchoolPersonSeen[]> {
    mustHold(caller, SCHOOL_PEOPLE_ROLES);
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, caller);
    const found = await schoolPeople(source, { hub: caller.hub ?? "", journey, limit: OF_A_SCHOOL });
    return withBounces(source, found);
  }

  /**
   * The people of a hub's schools, by the name of the school; `after`: the `next` of the page before.
   * @throws Refusal `forbidden`, `not-found`
   */
  async ofHub(caller: Principal, hub: string, asked: PeopleAsked): Promise<Page<SchoolPersonSeen, string>> {
    mustHold(caller, SCHOOL_PEOPLE_ROLES);
    sameHub(caller, hub);
    const source = await this.database.open();
    const { after, limit, ...which } = asked;
    const from = after === undefined ? undefined : placeOf(after);
    const found = await schoolPeople(source, { ...which, hub: hubCode(hub), after: from, limit: limit + 1 });
    const { items, next } = page(found, limit, nextOf);
    return { items: await withBounces(source, items), next };
  }

  /**
   * The same list for a spreadsheet, whole; that it was taken is noted. `request`: which asked for it.
   * @throws Refusal `forbidden`, `not-found`
   */
  async file(caller: Principal, hub: string, asked: Pick<PeopleAsked, "q" | "role">, request: string): Promise<string> {
    const { items } = await this.ofHub(caller, hub, { ...asked, limit: MOST_ROWS });
    await this.security.note({ what: "contacts-exported", by: caller, about: `hub ${hub}`, request });
    const rows = items.map((one) => [
      ...[one.urn, one.school, one.journey, one.role, one.firstName, one.lastName, one.email],
      one.lettersComeBack ? "yes" : "no",
    ]);
    return asCsv(rows, COLUMNS);
  }
}

const nextOf = ({ journey, role, id }: PersonAt): string => [journey, role, id].join("~");

function placeOf(after: string): PersonAt {
  const [journey = "", role = "", id = ""] = after.split("~");
  return { journey, role, id };
}

async function withBounces(source: DataSource, people: readonly SchoolPerson[]): Promise<SchoolPersonSeen[]> {
  const open = await bouncedTasks(source, [...new Set(people.map(({ journey }) => journey))]);
  return people.map(({ id: person, ...one }) => {
    const comesBack = [one.role, addresseeOf(person)].some((key) => open.has(`${one.journey} ${bounceTask(key)}`));
    return { ...one, person, lettersComeBack: comesBack };
  });
}
