// The people of a hub's schools: who they are, how they are written to, and whether their letters come back.

import type { DataSource } from "typeorm";
import { addresseeOf } from "../../contract/message-id.ts";
import { nameOf } from "../../journey/contact.ts";
import { bounceTask } from "../../journey/settle.ts";
import {
  countSchoolPeople,
  schoolPeople,
  stretchOfPeople,
  type PeopleNarrowing,
  type PeopleStretch,
  type PersonAt,
  type SchoolPerson,
} from "../../people/school-people.ts";
import { distance, NOT_FOUND, wordsIn } from "../../register/found-by.ts";
import { numbered, page, pageThere, type ByNumber, type Numbered, type Page } from "../../views/page.ts";
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
/** Of those who go by a name, the nearest. */
const MOST_NAMED = 20;

export const PEOPLE_SORTS = ["school", "name", "role"] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];
const COLUMNS = [
  "urn",
  "school",
  "journey",
  "role",
  "first_name",
  "last_name",
  "email",
  "letters_come_back",
  "telephone",
] as const;

export class SchoolPeople {
  constructor(
    private readonly database: Database,
    private readonly security: SecurityLog,
  ) {}

  /**
   * The people of one school, each in each role; that they were looked at is noted. `request`: which asked for it.
   * @throws Refusal `forbidden`, `not-found`
   */
  async ofJourney(caller: Principal, id: string, request: string): Promise<SchoolPersonSeen[]> {
    const journey = await journeyBehind(await this.database.open(), id, caller);
    const found = await this.besideNames(caller, journey);
    this.security.noteBeside({ what: "people-viewed", by: caller, about: `journey ${journey}`, request });
    return found;
  }

  /** The same for a page that shows their names already, and has that noted. @throws Refusal `forbidden` */
  async besideNames(caller: Principal, journey: string): Promise<SchoolPersonSeen[]> {
    mustHold(caller, SCHOOL_PEOPLE_ROLES);
    const source = await this.database.open();
    return withBounces(source, await schoolPeople(source, { hub: caller.hub ?? "", journey, limit: OF_A_SCHOOL }));
  }

  /**
   * The people of a hub's schools, by the name of the school; `after`: the `next` of the page before. That they were
   * looked at is noted.
   * @throws Refusal `forbidden`, `not-found`
   */
  async ofHub(
    caller: Principal,
    hub: string,
    asked: PeopleAsked,
    request: string,
  ): Promise<Page<SchoolPersonSeen, string>> {
    mustHold(caller, SCHOOL_PEOPLE_ROLES);
    sameHub(caller, hub);
    const source = await this.database.open();
    const { after, limit, ...which } = asked;
    const from = after === undefined ? undefined : placeOf(after);
    const found = await schoolPeople(source, { ...which, hub: hubCode(hub), after: from, limit: limit + 1 });
    const { items, next } = page(found, limit, nextOf);
    this.noteView(caller, request);
    return { items: await withBounces(source, items), next };
  }

  /** The same by pages of their own number, in one of several orders. @throws Refusal `forbidden` */
  async page(
    caller: Principal,
    which: Pick<PeopleAsked, "q" | "role">,
    { sort, descending, ...asked }: ByNumber & { sort: PeopleSort; descending: boolean },
    request: string,
  ): Promise<Numbered<SchoolPersonSeen>> {
    mustHold(caller, SCHOOL_PEOPLE_ROLES);
    const source = await this.database.open();
    const found =
      sort === "name"
        ? numbered(byName(await this.ofOwnHub(caller, which), descending), asked)
        : await numberedBy(source, { ...which, hub: hubCode(caller.hub ?? "") }, { sort, descending }, asked);
    this.noteView(caller, request);
    return { ...found, items: await withBounces(source, found.items) };
  }

  /**
   * Those of the caller's own hub who go by this name or address, the nearest first, and how many there are. Names are
   * sealed where they are kept and have no index: all of a hub's are opened here, compared, and forgotten. That it was
   * asked is noted; what was asked for is not.
   * @throws Refusal `forbidden`
   */
  async named(
    caller: Principal,
    typed: string,
    request: string,
  ): Promise<{ items: SchoolPersonSeen[]; total: number }> {
    mustHold(caller, SCHOOL_PEOPLE_ROLES);
    await this.security.note({ what: "people-searched", by: caller, about: `hub ${caller.hub ?? ""}`, request });
    const [words, address] = [wordsIn(typed), typed.trim().toLowerCase()];
    const found = (await this.ofOwnHub(caller, {}))
      .map((one) => ({ one, far: farFrom(one, words, address) }))
      .filter(({ far }) => far < NOT_FOUND)
      .sort((a, b) => a.far - b.far || ALPHABET.compare(nameOf(a.one), nameOf(b.one)));
    const nearest = found.slice(0, MOST_NAMED).map(({ one }) => one);
    return { items: await withBounces(await this.database.open(), nearest), total: found.length };
  }

  private async ofOwnHub(caller: Principal, which: Pick<PeopleAsked, "q" | "role">): Promise<SchoolPerson[]> {
    return schoolPeople(await this.database.open(), { ...which, hub: hubCode(caller.hub ?? ""), limit: MOST_ROWS });
  }

  private noteView(by: Principal, request: string): void {
    this.security.noteBeside({ what: "people-viewed", by, about: `hub ${by.hub ?? ""}`, request });
  }

  /**
   * The same list for a spreadsheet, whole; that it was taken is noted. `request`: which asked for it.
   * @throws Refusal `forbidden`, `not-found`
   */
  async file(caller: Principal, hub: string, asked: Pick<PeopleAsked, "q" | "role">, request: string): Promise<string> {
    mustHold(caller, SCHOOL_PEOPLE_ROLES);
    sameHub(caller, hub);
    const source = await this.database.open();
    const found = await schoolPeople(source, { ...asked, hub: hubCode(hub), limit: MOST_ROWS });
    await this.security.note({ what: "contacts-exported", by: caller, about: `hub ${hub}`, request });
    const rows = (await withBounces(source, found)).map((one) => [
      ...[one.urn, one.school, one.journey, one.role, one.firstName, one.lastName, one.email],
      one.lettersComeBack ? "yes" : "no",
      one.telephone ?? "",
    ]);
    return asCsv(rows, COLUMNS);
  }
}

async function numberedBy(
  source: DataSource,
  which: PeopleNarrowing,
  order: Pick<PeopleStretch, "sort" | "descending">,
  asked: ByNumber,
): Promise<Numbered<SchoolPerson>> {
  const total = await countSchoolPeople(source, which);
  const { page: there, pages, offset } = pageThere(total, asked);
  const items = await stretchOfPeople(source, which, { ...order, offset, size: asked.size });
  return { items, total, page: there, pages };
}

const ALPHABET = new Intl.Collator("en-GB");

function byName(people: readonly SchoolPerson[], descending: boolean): SchoolPerson[] {
  const named = people.map((one) => ({ one, name: `${one.lastName} ${one.firstName}` }));
  const sorted = named.sort((a, b) => ALPHABET.compare(a.name, b.name)).map(({ one }) => one);
  return descending ? sorted.reverse() : sorted;
}

/** 0: as it stands; more: as it begins, or but for a slip. An address is taken as it stands or begins. */
function farFrom(one: SchoolPerson, words: readonly string[], address: string): number {
  if (address.includes("@")) return one.email.toLowerCase().startsWith(address) ? 0 : NOT_FOUND;
  return words.length === 0 ? NOT_FOUND : distance(words, wordsIn(nameOf(one)));
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
