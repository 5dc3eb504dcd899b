// What a workflow is told after a round: small, because every answer stays in its history.

import { effectIdOf, LETTER_TASK_QUEUE, type AdvanceAnswer, type EffectRequest } from "../contract/journey.ts";
import type { Kind, KindName, OpenEffect, Recorded, Standing } from "./kind.ts";
import type { Round } from "./round.ts";
import { versionOf } from "./standing.ts";

/** UTF-8 bytes of the whole answer as JSON. */
export const ANSWER_BYTES = 2048;
const EFFECTS_AT_ONCE = 10;
const DETAILS_AT_LEAST = 200;

/**
 * The answer to a request that was made at `asked` (UTC). `due` and effects come from the folded events alone. Where it
 * would be too long, the details are cut, then effects left for the next answer (the oldest come first, one at least);
 * outcomes never.
 */
export function answerOf<K extends KindName>(
  { pure, idOf }: Pick<Kind<K>, "pure" | "idOf">,
  { subject, state, past, added }: Standing<K>,
  { outcomes, tickFault }: Pick<Round<K>, "outcomes" | "tickFault">,
  asked: string,
): AdvanceAnswer {
  const { summary, details, attributes, chapter } = pure.describe(idOf(subject), state);
  const events = [...past, ...added];
  const effects = nextOf(pure.effectsOf(state)).map((effect) => requestOf(pure, subject, effect, state, events));
  const bare = {
    outcomes: [...outcomes],
    version: versionOf(state),
    due: pure.due(state),
    over: pure.isOver(state),
    takesBack: true as const,
    asked,
    effects: [],
    details: "",
    summary,
    attributes,
    chapter,
  };
  return fit(bare, effects, withFault(details, tickFault));
}

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

/** An answer with these details, as far as there is room for them. */
export function withDetails(answer: AdvanceAnswer, details: string): AdvanceAnswer {
  const bare = { ...answer, details: "" };
  return { ...bare, details: cut(details, Math.max(DETAILS_AT_LEAST, ANSWER_BYTES - bytes(bare))) };
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
