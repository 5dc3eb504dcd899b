// A school's life in the programme: application, then one run for each stage-year, each continued as new from the last.
// It knows no rules. It waits, asks `advance`, and does what it is told; nothing in it may throw, for that would block it.

import {
  allHandlersFinished, CancellationScope, condition, defineSignal, defineUpdate, makeContinueAsNewFunc, proxyActivities,
  proxyLocalActivities, setCurrentDetails, setHandler, sleep, upsertSearchAttributes, workflowInfo,
} from '@temporalio/workflow';
import { ENDED_STATUSES, PERFORM, WAKE, type AdvanceAnswer, type AdvanceRequest, type JourneyAttributes, type Outcome } from '../libs/contract/journey.ts';
import { SEARCH_ATTRIBUTES } from '../libs/contract/search-attributes.ts';
import type { Command } from '../libs/journey/commands.ts';
import { makeAlarm } from './alarm.ts';
import { makeEffects } from './effects.ts';
import { now } from './now.ts';

// --- messages ---

/** One command; answered with what became of it. A rejection is an answer, not a failure. */
export const perform = defineUpdate<Outcome, [Command]>(PERFORM);
/** Something is late: look again. */
export const wake = defineSignal(WAKE);

// --- what it asks ---

interface Advance { advance(request: AdvanceRequest): Promise<AdvanceAnswer> }
const quickly = proxyLocalActivities<Advance>({
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 3, initialInterval: '50 milliseconds', backoffCoefficient: 2 },
});
/** An outage shows itself as this activity, pending, and costs a try every half minute. */
const patiently = proxyActivities<Advance>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
  summary: 'the store is not answering',
});

// --- the life ---

interface Letter { command: Command; answer(outcome: Outcome): void }

/** One run of a journey. @param journey its id, `{urn}-{phase}` */
export async function schoolJourney(journey: string): Promise<void> {
  const inbox: Letter[] = [];
  let looking = true; // a new run first asks where it stands
  const alarm = makeAlarm(() => { looking = true; });
  const effects = makeEffects(journey, (command) => inbox.push({ command, answer: () => undefined }));

  setHandler(perform, (command) => new Promise((answer) => inbox.push({ command, answer })));
  setHandler(wake, () => {
    effects.lookAgain();
    looking = true;
  });

  // A cancel request changes nothing: a journey ends by its commands.
  const last = await CancellationScope.nonCancellable(async () => {
    let chapter: string | null = null;
    let answer: AdvanceAnswer | null = null;
    const leaving = () =>
      answer !== null && (isOver(answer) || answer.chapter !== chapter || workflowInfo().continueAsNewSuggested);
    for (;;) {
      await condition(() => inbox.length > 0 || looking || (leaving() && allHandlersFinished()));
      if (inbox.length === 0 && !looking && answer !== null) return answer;

      const letters = inbox.splice(0);
      looking = false;
      answer = await advance(journey, letters);
      chapter ??= answer.chapter;
      reply(letters, answer);
      setCurrentDetails(answer.details);
      if (leaving()) continue; // the next run shows what it finds, arms its own timer and performs what is open
      showAttributes(answer.attributes);
      alarm.set(answer.due);
      effects.begin(answer.effects);
    }
  });
  if (!isOver(last)) await nextRun(last)(journey);
  // A school that comes back goes on with its journey: the next command starts a run.
  showAttributes(last.attributes);
}

/** The server drops a run's static summary when it continues as new; the memo keeps one. */
const nextRun = ({ attributes, summary }: AdvanceAnswer) => makeContinueAsNewFunc<typeof schoolJourney>({
  memo: { summary },
  typedSearchAttributes: ATTRIBUTES.map((name) => ({ key: SEARCH_ATTRIBUTES[name], value: attributes[name] })),
});

async function advance(journey: string, letters: readonly Letter[]): Promise<AdvanceAnswer> {
  const commands = [...new Map(letters.map(({ command }) => [command.id, command])).values()];
  for (;;) {
    const request = { journey, now: now(), commands };
    try {
      return await quickly.advance(request);
    } catch {
      // Whatever it was: the same question, asked where the operator sees it.
      const answer = await patiently.advance(request).catch(() => null);
      if (answer) return answer;
      await sleep('30 seconds');
    }
  }
}

function reply(letters: readonly Letter[], answer: AdvanceAnswer): void {
  const outcomes = new Map(answer.outcomes.map((outcome) => [outcome.command, outcome]));
  for (const { command, answer: tell } of letters) {
    tell(outcomes.get(command.id) ?? { command: command.id, fault: 'no outcome was recorded' });
  }
}

const ATTRIBUTES = Object.keys(SEARCH_ATTRIBUTES) as (keyof JourneyAttributes)[];

/** Search attributes are written only when they change; a new run is started with them. */
function showAttributes(attributes: JourneyAttributes): void {
  const shown = workflowInfo().typedSearchAttributes;
  const changed = ATTRIBUTES.filter((name) => shown.get(SEARCH_ATTRIBUTES[name]) !== attributes[name]);
  if (changed.length > 0) {
    upsertSearchAttributes(changed.map((name) => ({ key: SEARCH_ATTRIBUTES[name], value: attributes[name] })));
  }
}

/** Nothing has begun, or it has ended and nothing is left to happen by itself or to be performed. */
function isOver({ version, attributes, due, effects }: AdvanceAnswer): boolean {
  const ended = version === 0 || ENDED_STATUSES.some((status) => status === attributes.JourneyStatus);
  return ended && due === null && effects.length === 0;
}
