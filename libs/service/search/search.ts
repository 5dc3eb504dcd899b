// One search for whatever somebody has before them: a school, a Work Group, somebody at a school. What is typed is
// never kept, nor part of an address: it may be a person's name.

import { remember } from "../../calendar/memo.ts";
import { distance, NOT_FOUND, wordsIn } from "../../register/found-by.ts";
import { schoolsToFind, type SchoolToFind } from "../../views/journeys/to-find.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { SCHOOL_PEOPLE_ROLES, type SchoolPeople, type SchoolPersonSeen } from "../people/school-people.ts";
import { firstOf } from "./first-of.ts";
import { MOST_SUGGESTED } from "../schools/schools.ts";
import type { NamedGroup, NamedGroups } from "../work-groups/named-groups.ts";

export const SEARCH_ROLES = READERS;

/** The nearest, and how many there are in all. */
export interface Nearest<T> {
  items: T[];
  total: number;
}
/** A school as it is suggested; of one that the register does not know there is the URN alone. */
export type SchoolNamed = Pick<SchoolToFind, "urn" | "address" | "postcode"> & { name: string | null };
export type SchoolFound = Omit<SchoolToFind, "words" | "address">;
/** `people`: null where they were not looked for: it is not the caller's to do, or a number was asked for. */
export interface Found {
  schools: Nearest<SchoolFound>;
  groups: Nearest<NamedGroup>;
  people: Nearest<SchoolPersonSeen> | null;
}

const MOST = 20;
const NONE = { items: [], total: 0 };
const ALPHABET = new Intl.Collator("en-GB");

export class Search {
  constructor(
    private readonly database: Database,
    private readonly groups: NamedGroups,
    private readonly people: SchoolPeople,
  ) {}

  /**
   * What a caller sees and fits what they typed, as it stands, as it begins or but for a slip; each kind apart. A
   * search among people is noted. @throws Refusal `forbidden`
   */
  async find(caller: Principal, typed: string, request: string): Promise<Found> {
    mustHold(caller, SEARCH_ROLES);
    const words = wordsIn(typed);
    const ofNobody = words.length === 0 || words.some((word) => /\d/u.test(word));
    const asks = SCHOOL_PEOPLE_ROLES.includes(caller.role) && (!ofNobody || typed.includes("@"));
    const [schools, groups, people] = await Promise.all([
      this.schools(caller, words),
      this.groups.of(caller),
      asks ? this.people.named(caller, typed, request) : null,
    ]);
    return {
      schools: bare(schools),
      groups: nearest([...groups.values()], words, wordsOfGroup, ({ name }) => name),
      people,
    };
  }

  /**
   * Schools that a search would find for what somebody has typed so far, each once, a dozen at most. Nobody is looked
   * for among people, and nothing is noted. @throws Refusal `forbidden`
   */
  async suggested(caller: Principal, typed: string): Promise<SchoolNamed[]> {
    mustHold(caller, SEARCH_ROLES);
    const { items } = await this.schools(caller, wordsIn(typed));
    const once = new Map(
      items.map(({ urn, school, address, postcode }) => [urn, { urn, name: school, address, postcode }]),
    );
    return [...once.values()].slice(0, MOST_SUGGESTED);
  }

  private async schools(caller: Principal, words: readonly string[]): Promise<Nearest<SchoolToFind>> {
    if (words.length === 0) return NONE;
    const all = await schoolsToFind(await this.database.open(), withinOf(caller));
    return nearest(all, words, wordsOfSchool, ({ school, urn }) => school ?? urn);
  }
}

const wordsOfSchool = ({ words, address, urn, aliases }: SchoolToFind): string[] => [
  ...words.split(" "),
  ...(address === null ? [] : remember(ADDRESSES, address, () => wordsIn(address))),
  urn,
  ...aliases,
];
/** The words of schools' addresses: made anew for a country, they took longer than all else of a search. */
const ADDRESSES = new Map<string, readonly string[]>();

const wordsOfGroup = ({ id, name }: NamedGroup): string[] => wordsIn(`${name} ${id}`);

function nearest<T>(
  all: readonly T[],
  asked: readonly string[],
  wordsOf: (one: T) => readonly string[],
  called: (one: T) => string,
): Nearest<T> {
  if (asked.length === 0) return NONE;
  const found = all.map((one) => ({ one, far: distance(asked, wordsOf(one)) })).filter(({ far }) => far < NOT_FOUND);
  const items = firstOf(found, MOST, (a, b) => a.far - b.far || ALPHABET.compare(called(a.one), called(b.one)));
  return { items: items.map(({ one }) => one), total: found.length };
}

const bare = ({ items, total }: Nearest<SchoolToFind>): Nearest<SchoolFound> => ({
  items: items.map(({ words: _, address: __, ...one }) => one),
  total,
});
