// The letters of a journey: what an event asks to be told, written from the journey as it stands when it goes out.

import { cataloguesOfHubs } from "../libs/book/hub-rules.ts";
import type { EffectResult, PerformEffect } from "../libs/contract/journey.ts";
import { groupName } from "../libs/contract/work-group.ts";
import { nameOf } from "../libs/journey/contact.ts";
import { effectOf } from "../libs/journey/effects.ts";
import type { EventOf, JourneyEvent, Recorded } from "../libs/journey/events.ts";
import type { Rules } from "../libs/journey/rules.ts";
import { currentYear, type Begun, type EffectKind } from "../libs/journey/state.ts";
import { gatheredNotices } from "../libs/letters/gathered.ts";
import { firstAsked, noticeOf } from "../libs/letters/notice.ts";
import { NothingToTell, type Beside, type Notice, type Told } from "../libs/letters/told.ts";
import { getPeople, getTexts } from "../libs/people/people.ts";
import { load } from "../libs/store/events/event-store.ts";
import { findHubLetter } from "../libs/store/hubs/letters.ts";
import { namesOf } from "../libs/store/schools/schools.ts";
import { recordedOfGroup } from "../libs/store/events/known-events.ts";
import { journeyIdOf } from "../libs/views/journeys/read-journeys.ts";
import { fold } from "../libs/work-group/evolve.ts";
import type { Formed } from "../libs/work-group/state.ts";
import { deliver, type LetterDeps } from "./deliver.ts";
import { failure, performOnce, type Asked } from "./effects.ts";

type Deps = LetterDeps & Rules;
type Perform = (request: PerformEffect) => Promise<EffectResult>;

/** The activity `send-notice`: what has just happened. */
export const makeSendNotice = (deps: Deps): Perform => sends(deps, "send-notice");
/** The activity `send-reminder`: what is due. */
export const makeSendReminder = (deps: Deps): Perform => sends(deps, "send-reminder");
/** The activity `escalate-commitment`: what was missed. */
export const makeEscalateCommitment = (deps: Deps): Perform => sends(deps, "escalate-commitment");

/** One function under three names: the Temporal UI shows by them what is sent. */
function sends(deps: Deps, kind: EffectKind): Perform {
  return (request) =>
    performOnce(deps.dataSource, request, async (asked, lease) => {
      if (effectOf(asked.event) !== kind) throw failure("wrong-effect");
      const notices = await noticesAsked(deps, request.journey, asked);
      if (notices.length === 0) return { code: "superseded" };
      const only = asked.event.type === "LetterResent" ? { only: asked.event.addressee } : {};
      return deliver(deps, { request, asked, lease, notices, ...only });
    });
}

/** The letters that are asked for, as things stand now; none where the journey has gone on. */
async function noticesAsked(deps: Deps, journey: string, asked: Asked): Promise<Notice[]> {
  try {
    const told: Told = { event: firstAsked(asked.event, asked.events), events: asked.events, state: asked.state };
    const beside = await besideOf(deps, journey, told);
    const { event } = told;
    if (event.type === "LettersDue") return gatheredNotices({ ...told, event }, beside);
    const notice = noticeOf(told, beside);
    return notice === null ? [] : [notice];
  } catch (error) {
    throw error instanceof NothingToTell ? failure("unknown-effect") : error;
  }
}

/** What a letter needs to know beside the journey, read before it is written. Rejects with StoreError. */
async function besideOf(deps: Deps, journey: string, { event, events, state }: Told): Promise<Beside> {
  const { dataSource } = deps;
  const catalogueOf = await cataloguesOfHubs(dataSource, deps.catalogue);
  const about = event.type === "LettersDue" ? toldIn(event, events) : [event];
  const groups = await groupsOf(deps, [
    currentYear(state)?.workGroup ?? null,
    state.invitation?.workGroup ?? null,
    ...about.map((one) => ("workGroup" in one ? (one.workGroup ?? null) : null)),
  ]);
  const group = (id: string): Formed | null => groups.get(id) ?? null;
  const year = currentYear(state);
  const held = [...groups.values()].flatMap(({ sessions }) => sessions);
  const ours = [...(year?.extras ?? []), ...(year?.commitments ?? []).map(({ arranged = {} }) => arranged)];
  const texts = await getTexts(dataSource, [...about, ...held, ...ours].flatMap(textsIn));
  const leads = await getPeople(dataSource, [
    ...[...groups.values()].map(({ lead }) => lead),
    ...about.flatMap(leadIn),
    ...[state.support ?? []].flat(),
  ]);
  const names = new Map(leads.map((person) => [person.id, nameOf(person)]));
  return {
    // What is said of a programme is what the school's hub has of it: its figures, and no page that is another hub's.
    rules: { ...deps, catalogue: catalogueOf(state.hub) },
    text: (id) => texts.get(id) ?? null,
    group,
    together: await placedTogether(deps, { event, events, state }, group),
    nameOf: (person) => names.get(person) || null,
    also: await alsoFor(deps, journey, event),
  };
}

const leadIn = (event: JourneyEvent): string[] =>
  event.type === "LeadChanged" && event.lead !== null ? [event.lead] : [];

/** What people wrote that a letter may quote: a question, a place, a link. */
const textsIn = (one: object): string[] =>
  Object.entries(one).flatMap(([key, value]) => (QUOTED.has(key) && typeof value === "string" ? [value] : []));
const QUOTED: ReadonlySet<string> = new Set(["reasonId", "placeId", "linkId", "subjectId", "textId"]);

/** Of a letter to many: for which other schools of theirs somebody of this one has it. Rejects with StoreError. */
async function alsoFor(
  { dataSource }: LetterDeps,
  journey: string,
  event: JourneyEvent,
): Promise<NonNullable<Beside["also"]>> {
  const letter = event.type === "LetterWritten" ? await findHubLetter(dataSource, event.letter) : null;
  const mine = letter?.schools.find((school) => school.journey === journey)?.addressees ?? [];
  const urns = mine.flatMap(({ also }) => also);
  const names = urns.length === 0 ? new Map<string, string>() : await namesOf(dataSource, urns);
  return (key) =>
    (mine.find((one) => one.key === key)?.also ?? []).map((urn) => ({ urn, name: names.get(urn) ?? null }));
}

function toldIn({ letters }: EventOf<"LettersDue">, events: readonly Recorded[]): Recorded[] {
  const seqs = new Set(letters.flatMap(({ tells }) => tells));
  return events.filter(({ seq }) => seqs.has(seq));
}

/** Work Groups as they stand; without those that nobody has formed. */
async function groupsOf({ dataSource }: LetterDeps, ids: readonly (string | null)[]): Promise<Map<string, Formed>> {
  const found = new Map<string, Formed>();
  for (const id of new Set(ids)) {
    if (id === null) continue;
    const group = fold(recordedOfGroup(await load(dataSource.manager, groupName(id))));
    if (group.status !== "none") found.set(id, group);
  }
  return found;
}

/**
 * Whether the schools that it named have their places in its group: of more than that it is not told, least of all what
 * another answered. Null where it named none, or nobody formed a group.
 */
async function placedTogether(
  { dataSource }: LetterDeps,
  { event, events, state }: { event: Recorded; events: readonly Recorded[]; state: Begun },
  groupOf: Beside["group"],
): Promise<boolean | null> {
  if (event.type !== "SchoolPlaced" || event.workGroup === null) return null;
  const group = groupOf(event.workGroup);
  const named = events.findLast((one) => one.type === "ApplicationSubmitted");
  if (named?.type !== "ApplicationSubmitted" || named.group.length === 0 || group === null) return null;
  const journeys = await Promise.all(named.group.map(({ urn }) => journeyIdOf(dataSource, urn, state.school.phase)));
  return journeys.every((journey) => group.taken.some((one) => one.journey === journey));
}
