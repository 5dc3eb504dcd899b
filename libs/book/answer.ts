// What a workflow is told after a round: small, because every answer stays in its history.

import {
  effectIdOf,
  LETTER_TASK_QUEUE,
  type AdvanceAnswer,
  type EffectRequest,
  type Happened,
  type Heard,
  type Span,
} from "../contract/journey.ts";
import type { GroupNaming } from "../words/group-name.ts";
import { moment } from "../words/in-words.ts";
import type { Kind, KindName, OpenEffect, Recorded, Standing } from "./kind.ts";
import type { Round } from "./round.ts";
import { versionOf } from "./standing.ts";

/** UTF-8 bytes of the whole answer as JSON. */
export const ANSWER_BYTES = 2048;
const EFFECTS_AT_ONCE = 10;
/**
 * A worker that does not remember a run replays all of it, and of thousands after a restart. More than a school sends
 * in a year, mostly: the next run costs three of Temporal's actions.
 */
const COMMANDS_AT_MOST = 30;
const DETAILS_AT_LEAST = 200;
/** So far back an operator looks; and so long is a line of it, in characters. */
const NEWS_AT_MOST = 20;
const LINE_AT_MOST = 160;

/**
 * The answer to a request that was made at `asked` (UTC). `due` and effects come from the folded events alone. Where it
 * would be too long, the details are cut, then effects left for the next answer (the oldest come first, one at least);
 * outcomes never. What happened has the room that is left, the latest first. `called`: what Work Groups are called.
 */
export function answerOf<K extends KindName>(
  { pure, idOf }: Pick<Kind<K>, "pure" | "idOf">,
  { subject, state, past, added }: Standing<K>,
  { outcomes, tickFault }: Pick<Round<K>, "outcomes" | "tickFault">,
  { asked, heard, called }: Heard & { asked: string; called: GroupNaming },
): AdvanceAnswer {
  const { summary, details, attributes, chapter } = pure.describe(idOf(subject), state, called);
  const events = [...past, ...added];
  const effects = nextOf(pure.effectsOf(state)).map((effect) => requestOf(pure, subject, effect, state, events));
  const bare = {
    outcomes: [...outcomes],
    version: versionOf(state),
    due: pure.due(state),
    over: pure.isOver(state),
    takesBack: true as const,
    asked,
    commandsAtMost: COMMANDS_AT_MOST,
    effects: [],
    details: "",
    summary,
    attributes,
    chapter,
  };
  const answer = fit(bare, effects, withFault(details, tickFault));
  return heard === undefined ? answer : withNews(answer, newsOf(pure, events, state, { heard, called }));
}

/** What happened that nobody has heard of, in words and London time: the last twenty things at most. */
function newsOf<K extends KindName>(
  pure: Kind<K>["pure"],
  events: readonly Recorded<K>[],
  state: Standing<K>["state"],
  { heard, called }: { heard: Span; called: GroupNaming },
): Happened[] {
  const news: Happened[] = [];
  for (let index = events.length - 1; index >= 0 && news.length < NEWS_AT_MOST; index -= 1) {
    const event = events[index]!;
    if (event.seq <= heard.to && event.seq >= heard.from) continue;
    const says = pure.happened(event, state, called);
    if (says !== null) news.unshift([event.seq, shortened(`${moment(event.at)}: ${says}`)]);
  }
  return news;
}

const shortened = (line: string): string =>
  line.length <= LINE_AT_MOST
    ? line
    : `${[...line]
        .slice(0, LINE_AT_MOST - 1)
        .join("")
        .trimEnd()}…`;

function requestOf<K extends KindName>(
  pure: Kind<K>["pure"],
  subject: string,
  effect: OpenEffect,
  state: Standing<K>["state"],
  events: readonly Recorded<K>[],
): EffectRequest {
  const { seq, kind } = effect;
  const rank = pure.letterRank(effect);
  return {
    id: effectIdOf(subject, seq),
    seq,
    kind,
    activity: kind,
    summary: pure.summaryOf(effect, state, events),
    ...(rank !== null && { queue: LETTER_TASK_QUEUE, priority: rank }),
  };
}

/** The operator has to see that time stands still for a subject; everything else about it goes on. */
function withFault(details: string, fault: string | null): string {
  return fault === null
    ? details
    : `**Stopped:** what time should bring fails (${fault}). It still takes commands.\n\n${details}`;
}

/** Those to perform now: what is stalled goes on trying, and does not hold up the rest. */
function nextOf<E extends { stalled: boolean }>(open: readonly E[]): E[] {
  return [...open].sort((a, b) => Number(a.stalled) - Number(b.stalled)).slice(0, EFFECTS_AT_ONCE);
}

function fit(bare: AdvanceAnswer, effects: readonly EffectRequest[], details: string): AdvanceAnswer {
  const answer = { ...bare, effects: [] as EffectRequest[] };
  const reserve = Math.min(bytes(details), DETAILS_AT_LEAST);
  for (const effect of effects) {
    if (
      answer.effects.length > 0 &&
      bytes({ ...answer, effects: [...answer.effects, effect] }) + reserve > ANSWER_BYTES
    )
      break;
    answer.effects.push(effect);
  }
  return withDetails(answer, details);
}

/** An answer with these details, as far as there is room for them; what happened has what they leave. */
export function withDetails(answer: AdvanceAnswer, details: string): AdvanceAnswer {
  const { news = [], ...rest } = answer;
  const bare = { ...rest, details: "" };
  const room = Math.max(DETAILS_AT_LEAST, ANSWER_BYTES - bytes(bare));
  return withNews({ ...bare, details: cut(details, room) }, news);
}

/** An answer with the latest of what happened, as far as there is room for it. */
function withNews(answer: AdvanceAnswer, news: readonly Happened[]): AdvanceAnswer {
  if (news.length === 0) return answer;
  let left = ANSWER_BYTES - bytes({ ...answer, news: [] });
  const kept: Happened[] = [];
  for (const line of news.toReversed()) {
    left -= bytes(line) + 1;
    if (left < 0) break;
    kept.unshift(line);
  }
  return kept.length === 0 ? answer : { ...answer, news: kept };
}

/** The text within so many bytes of JSON, whole lines where it has to be cut. */
function cut(text: string, room: number): string {
  if (bytes(text) <= room) return text;
  const lines = text.split("\n");
  while (lines.length > 1 && bytes([...lines, "…"].join("\n")) > room) lines.pop();
  const kept = [...lines, "…"].join("\n");
  return bytes(kept) <= room ? kept : `${[...kept].slice(0, Math.floor(room / 4)).join("")}…`;
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
