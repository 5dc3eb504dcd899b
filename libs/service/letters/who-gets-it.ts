// Who gets a letter to many: the schools that fit what was chosen, and of their people each address once.

import { createHash } from "node:crypto";
import type { DataSource } from "typeorm";
import { asTheyStand } from "../../book/as-they-stand.ts";
import { remember } from "../../calendar/memo.ts";
import { localDate, type Instant } from "../../calendar/instants.ts";
import { isWrittenTo, rolesOf, type LetterTo } from "../../journey/decide/letter.ts";
import { optedOut } from "../../journey/decide/reminders.ts";
import { spared } from "../../journey/said.ts";
import { currentYear, themeNow, type Begun } from "../../journey/state.ts";
import type { Recorded } from "../../journey/events.ts";
import type { Reader } from "../../letters/letter.ts";
import type { Addressee } from "../../letters/messages.ts";
import { addressBookOf, readAddresses } from "../../people/address-book.ts";
import { hubContacts } from "../../people/hub-contacts.ts";
import type { PassedOver, SchoolOfLetter } from "../../store/hubs/letters.ts";
import { namesOf } from "../../store/schools/schools.ts";
import { findJourneys } from "../../views/journeys/read-journeys.ts";
import type { Within } from "../../views/within.ts";
import { Refusal } from "../refusal.ts";

/** Which schools, and whom of them. `news`: it is of a session. */
export interface Wanted {
  within: Within;
  theme: string | null;
  owing: boolean;
  to: readonly LetterTo[];
  news: boolean;
}

/** One who gets it, as a reader of the letter; `also`: other schools of theirs, by URN, for which it is meant. */
export interface Getter {
  key: string;
  reader: Reader;
  also: string[];
}

export interface SchoolThatGets {
  journey: string;
  urn: string;
  state: Begun;
  replyTo: string;
  getters: Getter[];
  elsewhere: SchoolOfLetter["elsewhere"][number][];
}

export interface WhoGets {
  schools: SchoolThatGets[];
  passedOver: PassedOver[];
  /** What schools are called, by URN. */
  names: ReadonlyMap<string, string>;
}

const PAGE = 100;
/** More than a hub has; each is a journey to be read, and a command. */
const MOST_SCHOOLS = 500;

/**
 * Who gets it as things stand at `at`. Nothing is changed. One message an address: who is of two schools gets it by the
 * first, and it says that it is for both. Rejects with StoreError, SealError. @throws Refusal `invalid` for too many
 */
export async function whoGets(
  source: DataSource,
  wanted: Wanted,
  at: Instant,
  hubInbox: (hub: string) => string,
): Promise<WhoGets> {
  const found = await schoolsThatFit(source, wanted, at);
  const names = await namesOf(
    source,
    found.map(({ state }) => state.school.urn),
  );
  const atHub = new Map<string, ReturnType<typeof hubContacts>>();
  const contactsOfHub = (hub: string): ReturnType<typeof hubContacts> =>
    remember(atHub, hub, () => hubContacts(source, hub));
  const schools: SchoolThatGets[] = [];
  const passedOver: PassedOver[] = [];
  const byAddress = new Map<string, { urn: string; getter: Getter }>();
  for (const { journey, state, events } of found) {
    const { urn } = state.school;
    const addresses = await readAddresses(source, journey, { state, events }, contactsOfHub);
    const book = addressBookOf({ state, events }, addresses, hubInbox(state.hub));
    const all = book.for({ to: rolesOf(state, wanted.to) }).filter(({ key }) => key !== "hub-lead");
    const off = all.filter((one) => !wanted.news && wantsNone(state, at, one));
    passedOver.push(
      ...off.map(({ reader }): PassedOver => ({ journey, urn, role: reader.role, why: "opted-out" })),
      ...(all.length === 0 ? [{ journey, urn, role: null, why: "nobody" } as const] : []),
    );
    const school: SchoolThatGets = { journey, urn, state, replyTo: book.replyTo, getters: [], elsewhere: [] };
    for (const { key, reader, address } of all.filter((one) => !off.includes(one))) {
      const before = byAddress.get(address.toLowerCase());
      if (before === undefined) {
        const getter: Getter = { key, reader, also: [] };
        byAddress.set(address.toLowerCase(), { urn, getter });
        school.getters.push(getter);
      } else {
        before.getter.also.push(urn);
        school.elsewhere.push({ role: reader.role, urn: before.urn });
      }
    }
    if (school.getters.length + school.elsewhere.length > 0) schools.push(school);
  }
  return { schools, passedOver, names };
}

/** What tells one choice of people from another: by ids alone, for whoever sends what was looked at. */
export function planIdOf({ schools }: WhoGets): string {
  const lines = schools.map(({ journey, getters }) => [journey, getters.map(({ key, also }) => [key, also])]);
  return createHash("sha256").update(JSON.stringify(lines)).digest("hex").slice(0, 32);
}

/** Does this person want no letter of this kind: by their own word, or their school’s for all its people? */
function wantsNone(state: Begun, at: Instant, { id }: Addressee): boolean {
  return optedOut(state, at) || (id !== null && spared(state, at).has(id));
}

interface Fitting {
  journey: string;
  state: Begun;
  events: readonly Recorded[];
}

async function schoolsThatFit(source: DataSource, wanted: Wanted, at: Instant): Promise<Fitting[]> {
  const ids: string[] = [];
  for (const status of wanted.news ? ["participating", "paused"] : ["participating"]) {
    for (let after: string | null = ""; after !== null;) {
      const page: { items: { id: string }[]; next: string | null } = await findJourneys(source, {
        within: wanted.within,
        status,
        limit: PAGE,
        ...(after !== "" && { after }),
      });
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
  }
  const fitting = [...(await asTheyStand(source, "journey", ids))].flatMap(([journey, { past: events, state }]) =>
    state.status !== "none" && fits(state, wanted, at) ? [{ journey, state, events }] : [],
  );
  if (fitting.length > MOST_SCHOOLS) throw tooMany();
  return fitting.sort((a, b) => (a.journey < b.journey ? -1 : 1));
}

function fits(state: Begun, { theme, owing, news }: Wanted, at: Instant): boolean {
  if (!isWrittenTo(state, news)) return false;
  return (theme === null || themeNow(state) === theme) && (!owing || owesSomething(state, at));
}

/** Something of its own was missed, or is due by now and not in. */
function owesSomething(state: Begun, at: Instant): boolean {
  const today = localDate(at);
  const own = (currentYear(state)?.commitments ?? []).filter(({ by }) => by === "school");
  return own.some(({ status, dueOn }) => status === "missed" || (status === "open" && dueOn < today));
}

function tooMany(): Refusal {
  return new Refusal("invalid", `More than ${MOST_SCHOOLS} schools would get this letter: choose fewer.`, {
    errors: [{ pointer: "", detail: `A letter goes to ${MOST_SCHOOLS} schools at most.` }],
  });
}
