// A letter to many as it is shown: school by school who gets it, and what became of it.

import type { DataSource } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import type { Recipient } from "../../journey/events.ts";
import { getTexts } from "../../people/people.ts";
import { findCommands, type CommandRecord } from "../../store/command-log.ts";
import {
  letterInJourneys,
  type BecameOf,
  type Chosen,
  type HubLetter,
  type LetterInJourney,
  type PassedOver,
} from "../../store/hubs/letters.ts";
import { namesOf } from "../../store/schools/schools.ts";
import type { InWords } from "../../words/rejection.ts";
import type { WhoGets } from "./who-gets-it.ts";

interface OfSchool {
  urn: string;
  /** Its name, where it is known. */
  school: string | null;
}

/** `name`: only of what is looked at, for it is kept nowhere. `became`: null while nothing was sent off. */
export interface PersonOfLetter {
  role: Recipient;
  name: string | null;
  standsInFor: readonly Recipient[];
  also: OfSchool[];
  became: BecameOf | null;
}

/** `elsewhere`: whose people have it by another school of theirs. */
export interface SchoolSeen extends OfSchool {
  journey: string;
  outcome: "accepted" | "rejected" | "waiting";
  because: InWords | null;
  people: PersonOfLetter[];
  elsewhere: (OfSchool & { role: Recipient })[];
}

/** `subject`, `text`: null once they were erased. `people`: one message each. */
export interface LetterInShort {
  id: string;
  hub: string;
  at: Instant;
  by: { who: string; role: string };
  chosen: Chosen;
  people: number;
  finished: boolean;
  subject: string | null;
  /** How many. */
  schoolCount: number;
}

export interface LetterSeen extends LetterInShort {
  text: string | null;
  schools: SchoolSeen[];
  passedOver: (OfSchool & Omit<PassedOver, "urn">)[];
}

type Names = ReadonlyMap<string, string>;
const ofSchool = (names: Names, urn: string): OfSchool => ({ urn, school: names.get(urn) ?? null });
const passed = (names: Names, all: readonly PassedOver[]): LetterSeen["passedOver"] =>
  all.map(({ urn, ...one }) => ({ ...one, ...ofSchool(names, urn) }));

/** One that was not sent off, with the names of those who would get it. */
export function wouldBe(
  letter: Pick<HubLetter, "hub" | "at" | "chosen" | "by">,
  { schools, passedOver, names }: WhoGets,
): LetterSeen {
  const { hub, at, chosen, by } = letter;
  return {
    id: "",
    hub,
    at,
    by: { who: by.who, role: by.role },
    chosen,
    people: schools.flatMap(({ getters }) => getters).length,
    finished: false,
    subject: null,
    text: null,
    schoolCount: schools.length,
    schools: schools.map(({ journey, urn, getters, elsewhere }) => ({
      journey,
      ...ofSchool(names, urn),
      outcome: "waiting",
      because: null,
      people: getters.map(({ reader: { role, name, standsInFor }, also }) => ({
        role,
        name,
        standsInFor,
        also: also.map((one) => ofSchool(names, one)),
        became: null,
      })),
      elsewhere: elsewhere.map(({ role, urn: other }) => ({ role, ...ofSchool(names, other) })),
    })),
    passedOver: passed(names, passedOver),
  };
}

/** One that was sent off, as it stands. Rejects with StoreError, SealError. */
export async function seenAs(source: DataSource, letter: HubLetter): Promise<LetterSeen> {
  const { schools, passedOver } = letter;
  const [heard, commands, names] = await Promise.all([
    letterInJourneys(
      source,
      letter.id,
      schools.map(({ journey }) => journey),
    ),
    findCommands(
      source,
      schools.map(({ command }) => command),
    ),
    namesOf(
      source,
      [...schools, ...passedOver].map(({ urn }) => urn),
    ),
  ]);
  const { subject, text } = await wordsOf(source, [...heard.values()]);
  return {
    ...short(letter),
    subject,
    text,
    schools: schools.map(({ journey, urn, command, addressees, elsewhere }) => {
      const said = heard.get(journey);
      return {
        journey,
        ...ofSchool(names, urn),
        ...outcomeOf(said, commands.get(command)),
        people: addressees.map(({ key, role, also }) => ({
          role,
          name: null,
          standsInFor: [],
          also: also.map((one) => ofSchool(names, one)),
          became: said?.becameOf(key) ?? "on-its-way",
        })),
        elsewhere: elsewhere.map(({ role, urn: other }) => ({ role, ...ofSchool(names, other) })),
      };
    }),
    passedOver: passed(names, passedOver),
  };
}

/** So many schools are asked for the words of a letter: each has the same, unless something was taken out of them. */
const FEW = 5;

/** Several, each in a line. Rejects with StoreError, SealError. */
export async function inShort(source: DataSource, letters: readonly HubLetter[]): Promise<LetterInShort[]> {
  return Promise.all(
    letters.map(async (letter) => {
      const heard = await letterInJourneys(
        source,
        letter.id,
        letter.schools.slice(0, FEW).map(({ journey }) => journey),
      );
      return { ...short(letter), subject: (await wordsOf(source, [...heard.values()])).subject };
    }),
  );
}

/** Its words as the first school has them that still has any. */
async function wordsOf(
  source: DataSource,
  heard: readonly LetterInJourney[],
): Promise<{ subject: string | null; text: string | null }> {
  const texts = await getTexts(
    source,
    heard.slice(0, FEW).flatMap(({ textIds }) => textIds),
  );
  const [subject, text] = heard.find(({ textIds: [, id] }) => texts.has(id))?.textIds ?? [];
  return { subject: texts.get(subject ?? "") ?? null, text: texts.get(text ?? "") ?? null };
}

function short({ id, hub, at, by, chosen, schools, finished }: HubLetter): Omit<LetterInShort, "subject"> {
  const people = schools.flatMap(({ addressees }) => addressees).length;
  return { id, hub, at, by, chosen, people, finished, schoolCount: schools.length };
}

function outcomeOf(
  said: LetterInJourney | undefined,
  command: CommandRecord | undefined,
): Pick<SchoolSeen, "outcome" | "because"> {
  if (said !== undefined) return { outcome: "accepted", because: null };
  const outcome = command?.outcome;
  if (!outcome || "fault" in outcome || outcome.accepted) return { outcome: "waiting", because: null };
  return { outcome: "rejected", because: outcome.rejection };
}
