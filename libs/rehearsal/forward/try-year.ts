// A year tried out: what time alone would bring to the schools concerned as things are, and what it would bring if some
// of them withdrew, a session moved or a figure were another. Twice the same rules, set beside each other.

import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { Actor } from "../../journey/commands.ts";
import type { JourneyEvent, Recipient } from "../../journey/events.ts";
import { rulesAt, type Rules } from "../../journey/rules.ts";
import { sentenceOf, type NamingOf } from "../../journey/sentences.ts";
import { yearUnderWay, type Begun } from "../../journey/state.ts";
import { teachersNow } from "../../journey/teachers.ts";
import { noticesAsked } from "../../letters/gathered.ts";
import { nothingBeside, type Notice } from "../../letters/told.ts";
import { groupsAtHand } from "../../work-group/together.ts";
import { envelopeOf } from "../letters.ts";
import { foreseenIn, timeAlone, type Foreseen } from "./forward.ts";
import { momentsAhead, type Moment } from "./letters-ahead.ts";
import { suppose, type Past, type Supposal, type Supposed, type World } from "./suppose.ts";

/**
 * What a line is about. `promise`: something falls due from the school or its hub; `grant`: one comes due; `year`: the
 * journey goes on or ends; `news`: what is recorded at once where it is meant.
 */
export const OF = ["news", "letter", "task", "promise", "grant", "year"] as const;
export type Of = (typeof OF)[number];

/** Something that comes. `thing`: the same in both futures; `to`: of a letter, its readers' roles. */
interface Coming {
  of: Of;
  thing: string;
  on: LocalDate;
  says: string;
  to: readonly Recipient[];
  /** Of letters: to how many people; of grants: pence. */
  much: number;
}

/** How much of it there is. `letters` to people; `grantsPence`: of all grants that come due. */
export interface TriedTotals {
  letters: number;
  tasks: number;
  promises: number;
  grants: number;
  grantsPence: number;
}

/** A line that is another then: `now` and `then` its days, null where it does not come. */
export interface Difference {
  journey: string;
  of: Of;
  says: string;
  to: readonly Recipient[];
  now: LocalDate | null;
  then: LocalDate | null;
}

/** `schools`: whose futures were set beside each other; `differences` in the order of schools, then of days. */
export interface Tried extends Pick<Supposed, "ofGroups"> {
  schools: number;
  now: TriedTotals;
  then: TriedTotals;
  differences: readonly Difference[];
}

/** What is tried: in which stretch, by which rules then, and in whose words it is told. */
export interface Trying {
  supposed: readonly Supposal[];
  then: Rules;
  by: Actor;
  from: Instant;
  until: Instant;
  namingOf: NamingOf;
  schoolName: (urn: string) => string | null;
}

/** Both futures of the world, compared; or which of the supposals (from 0) the rules turn down. */
export function tryYear(world: World, rules: Rules, trying: Trying): Tried | TurnedDown {
  const supposed = suppose(world, trying.supposed, rules, { at: trying.from, by: trying.by });
  if ("rejection" in supposed) return supposed;
  return [...world.journeys.keys()]
    .sort()
    .reduce((tried, journey) => withJourney(tried, journey, { world, supposed, rules, trying }), noneTried(supposed));
}

/** Of the supposals which (from 0), and why. */
export type TurnedDown = Extract<ReturnType<typeof suppose>, { no: number }>;

/** Nothing compared yet. */
export const noneTried = ({ ofGroups }: Supposed): Tried => ({
  ...{ schools: 0, now: NOTHING, then: NOTHING },
  ...{ differences: [], ofGroups },
});

/** One journey more: for who has other things to do between. */
export function withJourney(
  tried: Tried,
  journey: string,
  { world, supposed, rules, trying }: { world: World; supposed: Supposed; rules: Rules; trying: Trying },
): Tried {
  const eventsIn = ({ journeys }: World): number => journeys.get(journey)?.events.length ?? 0;
  const now = comingTo(journey, world, 0, rules, trying);
  const then = comingTo(journey, supposed.world, eventsIn(supposed.world) - eventsIn(world), trying.then, trying);
  return {
    ...tried,
    schools: tried.schools + 1,
    now: added(tried.now, now),
    then: added(tried.then, then),
    differences: [...tried.differences, ...differencesOf(journey, now, then)],
  };
}

/** What comes to one journey. `supposed`: so many of its last events only are. */
function comingTo(journey: string, world: World, supposed: number, rules: Rules, trying: Trying): Coming[] {
  const { events, state } = world.journeys.get(journey) ?? NO_PAST;
  if (state.status === "none") return [];
  const { from, until, namingOf } = trying;
  const span = { from, until, atHand: groupsAtHand(world.groups, journey) };
  const brought = timeAlone(state, rules, span);
  const there = rulesAt(rules, state.hub);
  const name = namingOf(yearUnderWay(state)?.commitments ?? []);
  const atOnce = supposed === 0 ? [] : events.slice(-supposed);
  return numbered([
    ...atOnce.flatMap((event) => (event.type === "LettersDue" ? [] : recordedAs(event, sentenceOf(event, name)))),
    ...foreseenIn(state, brought, span, namingOf).flatMap((one) => foreseenAs(one, brought)),
    ...momentsAhead({ events, state, supposed }, rules, span).flatMap((moment) => lettersIn(moment, there, trying)),
  ]);
}
const NO_PAST: Past = { events: [], state: { status: "none" } };

function recordedAs(event: JourneyEvent, says: string): Coming[] {
  const of = event.type === "TaskOpened" ? "task" : "news";
  return [{ of, thing: `news/${says}`, on: localDate(event.at), says, to: [], much: 1 }];
}

/** What a letter tells of is that letter, and what is missed was a promise already. */
const AS: Partial<Record<Foreseen["what"], Of>> = {
  CommitmentDue: "promise",
  TaskOpened: "task",
  GrantDue: "grant",
  StageStarted: "year",
  StageCompleted: "year",
  StageInterrupted: "year",
  SchoolReturned: "year",
  JourneyPaused: "year",
  ApplicationEnded: "year",
  OfferLapsed: "year",
  NextStagePlaceLapsed: "year",
};

function foreseenAs({ what, thing, on, says, at }: Foreseen, brought: readonly JourneyEvent[]): Coming[] {
  const of = AS[what];
  if (of === undefined) return [];
  const grant = brought.find((one) => one.type === "GrantDue" && what === "GrantDue" && one.at === at);
  return [{ of, thing, on, says, to: [], much: grant?.type === "GrantDue" ? grant.amountPence : 1 }];
}

/** The letters of a moment, as they are headed; those that the hub holds back do not go. */
function lettersIn({ at, told, held }: Moment, rules: Rules, { schoolName }: Trying): Coming[] {
  if (held.length > 0) return [];
  const { state } = told;
  const { urn } = state.school;
  return noticesAsked(told, nothingBeside(rules)).map((notice) => {
    const to = [...new Set([...notice.to, ...(notice.copies ?? [])])];
    const school = { urn, name: schoolName(urn) };
    const { subject } = notice.write(envelopeOf(notice, to[0] ?? "applicant", school, state.hub, rules));
    const thing = ["letter", notice.kind, ...to, ...notice.about].join("/");
    return { of: "letter" as const, thing, on: localDate(at), says: subject, to, much: readersOf(notice, to, state) };
  });
}

/** To how many people: everybody of a role who takes part, else one who stands in for them. */
function readersOf({ left = [] }: Notice, to: readonly Recipient[], state: Begun): number {
  const teachers = teachersNow(state);
  const inRole = (role: Recipient): number => teachers.filter((one) => one.role === role).length;
  return to.reduce((sum, role) => sum + Math.max(1, inRole(role)), left.length);
}

/** Of things that come more than once, which of them each is. */
function numbered(all: readonly Coming[]): Coming[] {
  const seen = new Map<string, number>();
  return all.map((one) => {
    const no = (seen.get(one.thing) ?? 0) + 1;
    seen.set(one.thing, no);
    return no === 1 ? one : { ...one, thing: `${one.thing}/${no}` };
  });
}

const NOTHING: TriedTotals = { letters: 0, tasks: 0, promises: 0, grants: 0, grantsPence: 0 };

function added(sum: TriedTotals, all: readonly Coming[]): TriedTotals {
  const of = (what: Of): readonly Coming[] => all.filter((one) => one.of === what);
  const much = (what: Of): number => of(what).reduce((total, one) => total + one.much, 0);
  return {
    letters: sum.letters + much("letter"),
    tasks: sum.tasks + of("task").length,
    promises: sum.promises + of("promise").length,
    grants: sum.grants + of("grant").length,
    grantsPence: sum.grantsPence + much("grant"),
  };
}

/** The lines that differ, in the order of the earlier of their days. */
function differencesOf(journey: string, now: readonly Coming[], then: readonly Coming[]): Difference[] {
  const before = new Map(now.map((one) => [one.thing, one]));
  const after = new Map(then.map((one) => [one.thing, one]));
  const all = [...new Set([...before.keys(), ...after.keys()])].flatMap((thing): Difference[] => {
    const [was, is] = [before.get(thing), after.get(thing)];
    const one = is ?? was;
    const same = was?.on === is?.on && was?.says === is?.says && was?.much === is?.much;
    if (one === undefined || same) return [];
    return [{ journey, of: one.of, says: one.says, to: one.to, now: was?.on ?? null, then: is?.on ?? null }];
  });
  const first = ({ now: was, then: is }: Difference): LocalDate =>
    [was, is].flatMap((day) => day ?? []).sort()[0] ?? "";
  return all.sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
}
