// One search for whatever somebody has before them: a school, a Work Group, somebody at a school. What is typed is
// never kept, nor part of an address: it may be a person's name.

import { remember } from "../../calendar/memo.ts";
import { distanceFrom, NOT_FOUND, wordsIn } from "../../register/found-by.ts";
import { schoolsFound, schoolsToFind, type SchoolFound, type SchoolToFind } from "../../views/journeys/to-find.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { SCHOOL_PEOPLE_ROLES, type SchoolPeople, type SchoolPersonSeen } from "../people/school-people.ts";
import { firstOf } from "./first-of.ts";
import { MOST_SUGGESTED } from "../schools/schools.ts";
import type { NamedGroup, NamedGroups } from "../work-groups/named-groups.ts";

export type { SchoolFound } from "../../views/journeys/to-find.ts";

export const SEARCH_ROLES = READERS;

/** The nearest, and how many there are in all. */
export interface Nearest<T> {
  items: T[];
  total: number;
}
/** A school as it is suggested; of one that the register does not know there is the URN alone. */
export type SchoolNamed = Pick<SchoolFound, "urn" | "address" | "postcode"> & { name: string | null };
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
      schools,
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

  /** The nearest schools, of which alone more is read than what they are found by. */
  private async schools(caller: Principal, words: readonly string[]): Promise<Nearest<SchoolFound>> {
    if (words.length === 0) return NONE;
    const [source, within] = [await this.database.open(), withinOf(caller)];
    const { items, total } = nearest(await schoolsToFind(source, within), words, wordsOfSchool, ({ called }) => called);
    const ids = items.map(({ journey }) => journey);
    const found = new Map((await schoolsFound(source, within, ids)).map((one) => [one.journey, one]));
    return { items: ids.flatMap((id) => found.get(id) ?? []), total };
  }
}

const wordsOfSchool = ({ words, address, aliases }: SchoolToFind): string[] => [
  ...words.split(" "),
  ...(address === null ? [] : remember(ADDRESSES, address, () => wordsIn(address))),
  ...(aliases ?? []),
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
  const farFrom = distanceFrom(asked);
  const found = all.map((one) => ({ one, far: farFrom(wordsOf(one)) })).filter(({ far }) => far < NOT_FOUND);
  const items = firstOf(found, MOST, (a, b) => a.far - b.far || ALPHABET.compare(called(a.one), called(b.one)));
  return { items: items.map(({ one }) => one), total: found.length };
}
