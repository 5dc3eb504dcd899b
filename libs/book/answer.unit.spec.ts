// What a workflow is told of what happened: within two kilobytes, the latest first, and in the end the last twenty
// things.

import { expect, it } from "@jest/globals";
import { begun } from "../../test/support/journey.ts";
import { groupNameOf } from "../words/group-name.ts";
import type { Happened, Span } from "../contract/journey.ts";
import { ANSWER_BYTES, answerOf } from "./answer.ts";
import { KINDS } from "./kinds.ts";
import { begin } from "./standing.ts";

const { state, events } = begun().until("2021-06-16");
const past = events.map((event, index) => ({ ...event, seq: index + 1 }));
// Every letter has gone.
const sent = state.status === "none" ? state : { ...state, effects: [] };

function told(heard?: Span): readonly Happened[] {
  const standing = { ...begin(KINDS.journey.pure, "100001-primary", past), state: sent };
  const round = { outcomes: [], tickFault: null };
  const asked = { asked: "2021-06-16T09:00:00Z", called: groupNameOf, ...(heard !== undefined && { heard }) };
  const answer = answerOf(KINDS.journey, standing, round, asked);
  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(ANSWER_BYTES);
  return answer.news ?? [];
}

it("tells nothing of it to who does not say what it has heard", () => expect(told()).toEqual([]));

it("tells a run that begins from nothing the latest, and round by round what was before, until it has twenty", () => {
  const lines = new Map<number, string>();
  for (let rounds = 0; lines.size < 20 && rounds < 20; rounds += 1) {
    const from = Math.min(...lines.keys(), past.length + 1);
    const news = told(rounds === 0 ? { from: 0, to: 0 } : { from, to: past.length });
    expect(news.filter(([seq]) => lines.has(seq))).toEqual([]);
    expect(news.length).toBeGreaterThan(0);
    for (const [seq, says] of news) lines.set(seq, says);
  }
  const latest = past
    .filter((event) => KINDS.journey.pure.happened(event, sent, groupNameOf) !== null)
    .slice(-20)
    .map(({ seq }) => seq);
  expect([...lines.keys()].sort((a, b) => a - b).slice(-20)).toEqual(latest);
});

it("tells who has heard it all nothing more", () => expect(told({ from: 0, to: past.length })).toEqual([]));
