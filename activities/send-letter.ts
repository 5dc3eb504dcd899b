// The letters of a journey: what an event asks to be told, written from the journey as it stands when it goes out.

import { cataloguesOfHubs } from "../libs/book/hub-rules.ts";
import type { EffectResult, PerformEffect } from "../libs/contract/journey.ts";
import { effectOf } from "../libs/journey/effects.ts";
import type { Rules } from "../libs/journey/rules.ts";
import type { EffectKind } from "../libs/journey/state.ts";
import { noticesAsked } from "../libs/letters/gathered.ts";
import { NothingToTell, type Notice } from "../libs/letters/told.ts";
import { besideOf } from "../libs/people/beside.ts";
import { journeyIdOf } from "../libs/views/journeys/read-journeys.ts";
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
      const notices = await noticesNow(deps, request.journey, asked);
      if (notices.length === 0) return { code: "superseded" };
      const only = asked.event.type === "LetterResent" ? { only: asked.event.addressee } : {};
      return deliver(deps, { request, asked, lease, notices, ...only });
    });
}

/** The letters that are asked for, as things stand now; none where the journey has gone on. */
async function noticesNow(deps: Deps, journey: string, asked: Asked): Promise<Notice[]> {
  const { dataSource } = deps;
  const catalogueOf = await cataloguesOfHubs(dataSource, deps.catalogue, asked.figures);
  const journeyOf = (urn: string, phase: string): Promise<string> => journeyIdOf(dataSource, urn, phase);
  try {
    return noticesAsked(asked, await besideOf({ dataSource, rules: deps, catalogueOf, journeyOf }, journey, asked));
  } catch (error) {
    throw error instanceof NothingToTell ? failure("unknown-effect") : error;
  }
}
