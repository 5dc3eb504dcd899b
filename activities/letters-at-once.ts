// A letter that time brings goes out within the round that asks for it, where the mail server has time for it: its
// workflow hears of both together, and is spared an activity and a task. What does not go at once stays open, and goes
// by the queue of letters.

import { setTimeout as pause } from "node:timers/promises";
import { withDetails } from "../libs/book/answer.ts";
import {
  LETTER_TASK_QUEUE,
  type AdvanceAnswer,
  type EffectRequest,
  type PerformEffect,
  type Performed,
} from "../libs/contract/journey.ts";
import type { MailTurns } from "../libs/store/mail-turns.ts";
import type { AnyRequest } from "./advance.ts";
import { failingByCode } from "./failures.ts";
import type { Activities } from "./index.ts";

const LETTERS = ["send-notice", "send-reminder", "escalate-commitment"] as const;
type LetterName = (typeof LETTERS)[number];

/** So long a round takes with its letters, and its workflow no command: half of what it has (workflows/life.ts). */
const PATIENCE_MS = 2_500;
/** Of one worker; the rounds of others need its places, too. */
const MOST_AT_ONCE = 10;
/** Where one did not get through, it is the queue's to find out when they do again. */
const REST_MS = 60_000;

export interface AtOnce {
  activities: Activities;
  /** Resolves when what was begun has ended: a letter that takes long goes on when nobody waits for it any more. */
  ended(): Promise<void>;
}

/** The activities, with letters that go at once. `patienceMs`: how long a round takes with them. */
export function lettersAtOnce(
  activities: Activities,
  turns: MailTurns,
  { patienceMs = PATIENCE_MS, clock = Date.now }: { patienceMs?: number; clock?: () => number } = {},
): AtOnce {
  const begun = new Set<Promise<unknown>>();
  let restsUntil = 0;

  /** Null where it is not its turn, where it did not get through, or not soon enough to be waited for. */
  async function sent(request: PerformEffect, name: LetterName, waitMs: number): Promise<Performed | null> {
    if (begun.size >= MOST_AT_ONCE || clock() < restsUntil) return null;
    const sending = whenItsTurnComes(request, name).then(
      (performed) => performed,
      // Its lease is let go and the queue tries it again, where its failure is seen.
      () => "failed" as const,
    );
    begun.add(sending);
    void sending.finally(() => begun.delete(sending));
    const performed = await within(waitMs, sending);
    if (typeof performed !== "string") return performed;
    restsUntil = clock() + REST_MS;
    return null;
  }

  async function whenItsTurnComes(request: PerformEffect, name: LetterName): Promise<Performed | null> {
    const waitMs = await turns.take(request.id);
    if (waitMs === null) return null;
    if (waitMs > 0) await pause(waitMs);
    return activities[name](request);
  }

  async function advance(request: AnyRequest): Promise<AdvanceAnswer> {
    const until = clock() + patienceMs;
    let answer = await activities.advance(request);
    // Whoever sent a command waits for its answer, and for no letter.
    if (!("journey" in request) || request.commands.length > 0) return answer;
    const { journey, now } = request;
    const went: Went[] = [];
    for (const effect of answer.effects) {
      const { id, seq } = effect;
      const name = letterOf(effect);
      if (name === null) continue;
      if (until - clock() < patienceMs / 2) break; // a slow round has no time for letters
      const performed = await sent({ journey, seq, id, now }, name, until - clock());
      if (performed?.answer === undefined) break;
      answer = { ...performed.answer, news: [...(answer.news ?? []), ...(performed.answer.news ?? [])] };
      went.push({ effect, messageId: performed.messageId });
    }
    return toldOf(answer, went);
  }

  const byQueue =
    (name: LetterName) =>
    async (request: PerformEffect): Promise<Performed> => {
      await failingByCode(() => turns.count());
      return activities[name](request);
    };
  return {
    activities: {
      ...activities,
      advance,
      "send-notice": byQueue("send-notice"),
      "send-reminder": byQueue("send-reminder"),
      "escalate-commitment": byQueue("escalate-commitment"),
    },
    ended: async () => void (await Promise.all(begun)),
  };
}

function letterOf({ activity, queue }: EffectRequest): LetterName | null {
  return queue === LETTER_TASK_QUEUE ? (LETTERS.find((name) => name === activity) ?? null) : null;
}

interface Went {
  effect: EffectRequest;
  messageId: string | undefined;
}

/** No activity shows what went at once: the details do, and the answer for whoever restores PostgreSQL to before it. */
function toldOf(answer: AdvanceAnswer, went: readonly Went[]): AdvanceAnswer {
  if (went.length === 0) return answer;
  const sent = went.map(({ effect: { id, activity }, messageId }) => ({
    id,
    activity,
    ...(messageId !== undefined && { messageId }),
  }));
  const lines = went.map(({ effect: { summary } }) => summary);
  return withDetails({ ...answer, sent }, `${answer.details}\n\nSent at once: ${lines.join("; ")}.`);
}

/** What `work` comes to, or `late` where that takes longer. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | "late"> {
  const over = new AbortController();
  const late = pause(Math.max(0, ms), "late" as const, { signal: over.signal }).catch(() => "late" as const);
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}
