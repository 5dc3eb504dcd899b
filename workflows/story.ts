// What an operator asks a workflow: where it stands, and what happened. Both are answered from what `advance` has told
// it: a query may ask nobody, and leaves nothing in a history.

import { defineQuery, setCurrentDetails, setHandler, workflowInfo } from "@temporalio/workflow";
import type { Happened, Span } from "../libs/contract/journey.ts";

/** Where it stands, as a person reads it: a line a thing. */
export const standing = defineQuery<string[]>("standing");
/** The last twenty things that happened, the latest first, with their time in London. */
export const history = defineQuery<string[]>("history");

const STANDING_IN_WORDS =
  "Where it stands, as a person reads it: what it waits for, what is owed, what comes next by itself, in London time.";
const HISTORY_IN_WORDS =
  "The last twenty things that happened, the latest first, in words and London time. Fewer where nobody told this " +
  "run of more: all of them stand in PostgreSQL.";

const LAST = 20;

/** What is told of a workflow. Nothing in it throws, whatever it is given: what it cannot read is not told. */
export interface Story {
  /** What it has been told of, for who is asked next; a run that has twenty things asks for none from before them. */
  heard(): Span;
  take(answer: { details: string; version?: number; news?: readonly Happened[] }): void;
  /** The last things that happened, for the run after this. */
  last(): Happened[];
}

/**
 * Answers the queries from now on. `before`: what the run before this was told; from anybody but the server's own
 * continuing it is left.
 */
export function tellStory(before?: unknown): Story {
  const lines = new Map<number, string>();
  let says: string[] = ["It has not looked yet."];
  let to = 0;
  const add = (news: unknown): void => {
    if (!Array.isArray(news)) return;
    for (const one of news) if (isHappened(one)) lines.set(one[0], one[1]);
  };
  const last = (): Happened[] => [...lines].sort(([a], [b]) => a - b).slice(-LAST);
  if (workflowInfo().continuedFromExecutionRunId !== undefined) {
    add(before);
    to = last().at(-1)?.[0] ?? 0;
  }
  setHandler(standing, () => says, { description: STANDING_IN_WORDS });
  setHandler(
    history,
    () =>
      last()
        .map(([, line]) => line)
        .reverse(),
    { description: HISTORY_IN_WORDS },
  );
  return {
    heard: () => ({ from: lines.size < LAST ? (last()[0]?.[0] ?? 0) : 0, to }),
    take({ details, version = 0, news }) {
      const text = typeof details === "string" ? details : "";
      setCurrentDetails(text);
      says = text.split("\n").flatMap((line) => (line === "" ? [] : line.replaceAll("**", "")));
      add(news);
      if (news !== undefined) to = Math.max(to, version);
      const kept = last();
      lines.clear();
      kept.forEach(([seq, line]) => lines.set(seq, line));
    },
    last,
  };
}

function isHappened(one: unknown): one is Happened {
  return Array.isArray(one) && Number.isSafeInteger(one[0]) && typeof one[1] === "string" && one[1].length <= MOST;
}
/** Longer than any line that `advance` makes. */
const MOST = 400;
