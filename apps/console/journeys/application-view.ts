// The latest application of a school as it was sent, and the pages beside its own.

import type { EventOf, Recorded } from "../../../libs/journey/events.ts";
import { countWords } from "../../../libs/journey/wire.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import { LETTERS_AHEAD_ROLES } from "../../../libs/service/ahead/letters-ahead.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { LETTER_ROLES } from "../../../libs/service/journeys/letters.ts";
import { REDACTION_ROLES } from "../../../libs/service/journeys/redactions.ts";
import { SCHOOL_ROLES } from "../../../libs/service/schools/schools.ts";
import { day, inWords, programmeOfId } from "../words.ts";

type NamedSchools = ReadonlyMap<string, { name: string | null }>;

/** What template application.njk is filled with. `reasons`: null for who does not read them. */
export interface ApplicationView {
  sent: {
    title: string;
    /** It is what is to be read now: nobody has answered it. */
    open: boolean;
    criteria: readonly string[];
    reasons: { words: number; text: string } | null;
    together: string | null;
    /** The programme asks nothing of this: there is nothing to read. */
    plain: boolean;
  } | null;
  pages: readonly { words: string; href: string }[];
}

/**
 * The view model. `texts`: what was written, by id, so far as this person reads it; `schools`: those that it would like
 * to be placed with, so far as they are known, by URN.
 */
export function applicationView(
  facts: Facts,
  role: Role,
  texts: ReadonlyMap<string, string>,
  schools: NamedSchools = new Map(),
): ApplicationView {
  const pages = BESIDE.filter(({ roles }) => roles.includes(role));
  return {
    sent: sentOf(facts, texts, schools),
    pages: pages.map(({ page, words }) => ({ words, href: `/journeys/${facts.journey.id}/${page}` })),
  };
}

/** Whether what it has applied for is still to be answered: its application is what its page is about. */
export const waitsForAnswer = ({ state: { status } }: Pick<Facts, "state">): boolean =>
  status === "applied" || status === "information-requested" || status === "waitlisted";

type Sent = EventOf<"ApplicationSubmitted">;
const sentIn = ({ events }: Pick<Facts, "events">): Sent | undefined =>
  events.findLast((one): one is Recorded<Sent> => one.type === "ApplicationSubmitted");

/** The URNs of the schools that the one of the latest application would like to be placed with. */
export const togetherWith = (facts: Pick<Facts, "events">): string[] =>
  sentIn(facts)?.group.map(({ urn }) => urn) ?? [];

function sentOf(facts: Facts, texts: ReadonlyMap<string, string>, schools: NamedSchools): ApplicationView["sent"] {
  const sent = sentIn(facts);
  if (sent === undefined) return null;
  const { rules } = facts;
  const known = rules.catalogue.get(sent.prospectus)?.application.criteria?.value ?? [];
  const reasons = sent.reasonsId === null ? undefined : texts.get(sent.reasonsId);
  return {
    title: `The application: ${programmeOfId(sent.prospectus)}, ${day(sent.at)}`,
    open: waitsForAnswer(facts),
    criteria: sent.criteria.map((code) => known.find((one) => one.code === code)?.text ?? inWords(code)),
    reasons: reasons === undefined ? null : { words: countWords(reasons), text: reasons },
    plain: sent.criteria.length === 0 && sent.reasonsId === null && sent.group.length === 0,
    together: sent.group.length === 0 ? null : sent.group.map(({ urn }) => called(urn, schools)).join(", "),
  };
}

function called(urn: string, schools: NamedSchools): string {
  const name = schools.get(urn)?.name ?? null;
  return name === null ? `URN ${urn}` : `${name} (URN ${urn})`;
}

/** Pages beside this one, for those whom they are for. */
const BESIDE: readonly { page: string; words: string; roles: readonly Role[] }[] = [
  { page: "letters-ahead", words: "Letters to come, if nothing comes in", roles: LETTERS_AHEAD_ROLES },
  { page: "letters", words: "Letters, as they went out", roles: LETTER_ROLES.list },
  { page: "programmes", words: "What it may apply for, and what not", roles: SCHOOL_ROLES.read },
  { page: "answer-links", words: "Links in letters: who may answer without signing in", roles: REDACTION_ROLES },
  { page: "redactions", words: "Take a name out of what was written", roles: REDACTION_ROLES },
];
