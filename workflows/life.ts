// The loop that a journey, a Work Group, a payment run and a hub's turn share: one inbox, one timer, effects beside it.
// It knows no rules. It waits, asks, and does what it is told; nothing in it may throw, for that would block the
// workflow.

import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  defineSignal,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from "@temporalio/workflow";
import type { SearchAttributePair } from "@temporalio/common";
import {
  PERFORM,
  WAKE,
  type AdvanceAnswer,
  type Asked,
  type ById,
  type Heard,
  type JourneyAttributes,
  type Outcome,
  type Span,
} from "../libs/contract/journey.ts";
import { NEEDS, SEARCH_ATTRIBUTES, type Words } from "../libs/contract/search-attributes.ts";
import { makeAlarm } from "./alarm.ts";
import { wasOver } from "./before-over.ts";
import { makeEffects } from "./effects.ts";
import { now } from "./now.ts";
import { tellStory } from "./story.ts";

// --- messages ---

/**
 * One command, by its id; answered with what became of it. A rejection is an answer, not a failure. Whatever else an
 * Update brings is left where it is: a worker believes PostgreSQL alone (libs/book/believe.ts).
 */
export const perform = defineUpdate<Outcome, [ById]>(PERFORM);
/** Something is late: look again. */
export const wake = defineSignal(WAKE);

const PERFORM_IN_WORDS =
  "The service brings a command by its id: {id}. What is asked, and by whom, stands in PostgreSQL under that id; " +
  "sent by hand, without such a row, it comes to nothing.";
export const WAKE_IN_WORDS =
  "Has it look at the clock and at what is still to be performed. Asks for nothing, so it may be sent freely.";

/** Longer than any id that the service makes. */
const MOST_OF_AN_ID = 400;
/** PostgreSQL takes no NUL: a life would ask for such an id again and again. No id that the service makes has any. */
const CONTROL = /[\u0000-\u001f\u007f]/u;

/**
 * An Update without one is turned away before it is in the history: a throw in the handler would block the workflow.
 */
function hasAnId(asked: unknown): void {
  const id = typeof asked === "object" && asked !== null && "id" in asked ? asked.id : undefined;
  if (typeof id === "string" && id !== "" && id.length <= MOST_OF_AN_ID && !CONTROL.test(id)) return;
  throw ApplicationFailure.nonRetryable("An Update brings the id of a command: {id}.", "no-id");
}

/** What the ids of journeys, groups, runs and webhooks are made of. */
const ID = /^[\w.:-]{1,100}$/u;

/**
 * The id that a workflow was started with. Whoever starts one by hand can give it anything: what can be the id of
 * nothing here is a plain failure at once. Asked for it, PostgreSQL would fail, and the life would ask again for ever.
 */
export function idOf(given: unknown, fits: (id: string) => boolean = (id) => ID.test(id)): string {
  if (typeof given === "string" && fits(given)) return given;
  const why = "Nothing here has such an id. The service starts what it needs by itself: end whatever started this.";
  throw ApplicationFailure.nonRetryable(why, "no-such-id");
}

// --- what it asks ---

type Attributes = { [name in keyof JourneyAttributes]?: JourneyAttributes[name] | undefined };
/**
 * Whose life it is: `name` is a journey's id, or the name of any other; `activity` decides for it, under the name that
 * histories hold; `about` is what that is asked about.
 */
export interface Subject {
  name: string;
  activity: "advance" | "advanceGroup" | "advanceRun";
  about: { journey: string } | { group: string } | { run: string } | { turn: string };
}

interface Request extends Heard {
  now: string;
  commands: Asked[];
}
type Advance = Record<Subject["activity"], (request: Request) => Promise<AdvanceAnswer>>;
const quickly = proxyLocalActivities<Advance>({
  startToCloseTimeout: "5 seconds",
  retry: { maximumAttempts: 3, initialInterval: "50 milliseconds", backoffCoefficient: 2 },
});
/** An outage shows itself as this activity, pending, and costs a try every half minute. */
const patiently = proxyActivities<Advance>({
  startToCloseTimeout: "10 seconds",
  retry: { initialInterval: "1 second", backoffCoefficient: 2, maximumInterval: "30 seconds" },
  summary: "the store is not answering",
});

// --- the life ---

interface Letter {
  command: Asked;
  answer(outcome: Outcome): void;
  /** How many answers have said nothing of it. */
  unheard?: number;
}

/** Is nothing left to wait for? */
export const isOver = (answer: AdvanceAnswer): boolean => answer.over ?? wasOver(answer);

/**
 * One run. Comes back with the last answer when it is time for the next run, or when nothing is left to wait for.
 * Looked at without waiting, the inbox is empty then and every handler has finished. `before`: the `news` with which
 * the run before this came back.
 */
export async function live(subject: Subject, before?: unknown): Promise<AdvanceAnswer> {
  const story = tellStory(before);
  const inbox: Letter[] = [];
  let looking = true; // a new run first asks where it stands
  const alarm = makeAlarm(() => {
    looking = true;
  });
  const told: AdvanceAnswer[] = []; // by effects that were recorded with what they did: nobody need be asked
  const effects = makeEffects(subject.name, {
    deliver: (command) => inbox.push({ command, answer: () => undefined }),
    told: (after) => told.push(after),
    heard: () => story.heard(),
  });

  setHandler(perform, ({ id }) => new Promise((answer) => inbox.push({ command: { id }, answer })), {
    validator: hasAnId,
    description: PERFORM_IN_WORDS,
  });
  setHandler(
    wake,
    () => {
      effects.lookAgain();
      looking = true;
    },
    { description: WAKE_IN_WORDS },
  );

  // A cancel request changes nothing: a journey ends by its commands.
  return await CancellationScope.nonCancellable(async () => {
    let chapter: string | null = null;
    let answer: AdvanceAnswer | null = null;
    const asks = () => inbox.length > 0 || looking;
    let brought = 0; // commands, in this run
    let enough = false;
    const leaving = () =>
      answer !== null &&
      (isOver(answer) || answer.chapter !== chapter || enough || workflowInfo().continueAsNewSuggested);
    for (;;) {
      await condition(() => asks() || told.length > 0 || (leaving() && allHandlersFinished()));
      if (!asks() && told.length === 0 && answer !== null) return { ...answer, news: story.last() };

      const letters = inbox.splice(0);
      told.forEach((one) => story.take(one));
      const known = newestOf(answer, told.splice(0));
      // What is asked now is answered with all that was told before.
      const mustAsk = looking || letters.length > 0 || known === null;
      looking = false;
      const clock = Date.now();
      answer = mustAsk ? await advance(subject, letters, story.heard()) : known;
      chapter ??= answer.chapter;
      inbox.unshift(...reply(letters, answer));
      brought += letters.length;
      // Only what was asked in this task can end it: an older worker may have gone on with what came otherwise. And not
      // beside an effect, which the next run could take up only when its lease has run out.
      const quiet = answer.effects.length === 0 && effects.idle();
      enough = mustAsk && quiet && brought >= (answer.commandsAtMost ?? Infinity);
      story.take(answer);
      if (leaving()) continue; // the next run shows what it finds, arms its own timer and performs what is open
      showAttributes(answer.attributes);
      alarm.set(answer, clock);
      effects.begin(answer.effects, answer.attributes.MathsHub ?? "none");
    }
  });
}

/** Answers come in as activities end: an earlier one may come later. */
function newestOf(answer: AdvanceAnswer | null, told: readonly AdvanceAnswer[]): AdvanceAnswer | null {
  return told.reduce((newest, one) => (newest !== null && newest.version >= one.version ? newest : one), answer);
}

async function advance({ activity, about }: Subject, letters: readonly Letter[], heard: Span): Promise<AdvanceAnswer> {
  const commands = [...new Map(letters.map(({ command }) => [command.id, command])).values()];
  for (;;) {
    const request = { ...about, now: now(), commands, heard };
    try {
      return await quickly[activity](request);
    } catch {
      // Whatever it was: the same question, asked where the operator sees it.
      const answer = await patiently[activity](request).catch(() => null);
      if (answer) return answer;
      await sleep("30 seconds");
    }
  }
}

/**
 * Tells each what became of it; comes back with those of which the answer says nothing, to be asked about next.
 *
 * A local activity that outlasts its workflow task is carried over several, and an Update may come with a later one. A
 * replay sees them as one, and delivers that Update with the first: before a question that did not hold it. The
 * recorded answer tells the two apart, and nothing else does. Without this such a run could never be replayed.
 */
function reply(letters: readonly Letter[], answer: AdvanceAnswer): Letter[] {
  const outcomes = new Map(answer.outcomes.map((outcome) => [outcome.command, outcome]));
  return letters.filter((letter) => {
    const { id } = letter.command;
    const unheard = (letter.unheard ?? 0) + 1;
    const outcome =
      outcomes.get(id) ?? (unheard < MOST_UNHEARD ? null : { command: id, fault: "no outcome was recorded" });
    if (outcome !== null) letter.answer(outcome);
    else letter.unheard = unheard;
    return outcome === null;
  });
}
/** So often is asked again about what no answer speaks of: more questions than fit into one workflow task. */
const MOST_UNHEARD = 100;

// --- what the operator can find it by ---

/** Search attributes are written only when they change; a new run is started with them. */
export function showAttributes(attributes: Attributes): void {
  const shown = workflowInfo().typedSearchAttributes;
  const changed = namesOf(attributes).filter((name) => shown.get(SEARCH_ATTRIBUTES[name]) !== attributes[name]);
  const Needs = String(shown.get(NEEDS)) === String(attributes.Needs) ? undefined : attributes.Needs;
  const written = pairs({ ...attributes, Needs }, changed);
  if (written.length > 0) upsertSearchAttributes(written);
}

/**
 * What the next run starts with. The server drops a run's static summary when it continues as new; the memo keeps one.
 */
export function startedWith({ attributes, summary }: AdvanceAnswer): {
  memo: { summary: string };
  typedSearchAttributes: ReturnType<typeof pairs>;
} {
  return { memo: { summary }, typedSearchAttributes: pairs(attributes, namesOf(attributes)) };
}

const namesOf = (attributes: Attributes) => ATTRIBUTES.filter((name) => attributes[name] !== undefined);
const pairs = (attributes: Attributes, names: readonly Words[]): SearchAttributePair[] => [
  ...names.map((name) => ({ key: SEARCH_ATTRIBUTES[name], value: attributes[name] ?? "none" })),
  ...(attributes.Needs === undefined ? [] : [{ key: NEEDS, value: [...attributes.Needs] }]),
];
const ATTRIBUTES = Object.keys(SEARCH_ATTRIBUTES) as Words[];
