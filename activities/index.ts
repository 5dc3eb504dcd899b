// Every activity under the name the Temporal UI shows.

import type { Client } from "@temporalio/client";
import type { EffectRequest, EffectResult, PerformEffect } from "../libs/contract/journey.ts";
import type { Instant } from "../libs/calendar/instants.ts";
import type { BookDeps } from "../libs/book/advance.ts";
import { Memory } from "../libs/book/memory.ts";
import { makeAdvance } from "./advance.ts";
import { makeApplyRetention, type RetentionDeps } from "./apply-retention.ts";
import { makeCarryOn } from "./carry-on.ts";
import type { LetterDeps } from "./deliver.ts";
import { makeDeliverWebhook } from "./deliver-webhook.ts";
import { atHome, NOTHING_HERE, orOver } from "./elsewhere.ts";
import { makeFinishLetters } from "./finish-letters.ts";
import { makeHubMornings } from "./hub-mornings.ts";
import { makeOfferPlace } from "./offer-place.ts";
import { recordsDone } from "./record-done.ts";
import { makeReleaseGrant } from "./release-grant.ts";
import { makeEscalateCommitment, makeSendNotice, makeSendReminder } from "./send-letter.ts";
import { makeSweep, type SweepDeps, type Swept } from "./sweep.ts";
import { makeTakeSteps } from "./take-steps.ts";
import { makeTellLeads } from "./tell-leads.ts";
import { makeTellWindows } from "./tell-windows.ts";
import { turnHub } from "./turn-hub.ts";
import { makeWake } from "./wake.ts";
import { makeWakeWebhooks } from "./wake-webhooks.ts";

export interface ActivityDeps extends Omit<LetterDeps, "catalogue">, Omit<BookDeps, "wake" | "memory">, RetentionDeps {
  client: Client;
  /** What is remembered of subjects; its own, unless given. */
  memory?: Memory;
  /** Whether webhooks may lead to this machine. */
  webhookLoopback?: boolean;
  /** One line for the operators, of ids and codes. */
  log?: (message: string, facts: Readonly<Record<string, string>>) => void;
}

/** The worker's activities. `dataSource`: from openDatabase. */
export function makeActivities({
  rules,
  client,
  memory = new Memory(),
  webhookLoopback = false,
  log,
  ...deps
}: ActivityDeps) {
  const letters = { ...deps, ...rules };
  const book = { dataSource: deps.dataSource, rules, memory, wake: makeWake(client) };
  const advance = orOver(makeAdvance(book));
  const { dataSource } = deps;
  const swept = { woken: 0, failed: 0, told: 0, brought: 0, leads: 0 };
  const effect = (perform: (request: PerformEffect) => Promise<EffectResult>) => recordsDone(book, perform);
  // Each kind of effect has its activity: what nobody performs would be owed for ever.
  return {
    advance,
    advanceGroup: advance,
    advanceRun: advance,
    "take-payables": effect(makeCarryOn(book)),
    "authorise-payments": effect(makeCarryOn(book)),
    "confirm-payments": effect(makeCarryOn(book)),
    "let-payments-go": effect(makeCarryOn(book)),
    // Each minute: whoever looks for what is wrong reads the last lines.
    sweep: atHome(dataSource, sweepAndTell({ dataSource, client }, makeTellLeads(letters)), swept, () =>
      log?.(NOTHING_HERE, {}),
    ),
    "wake-webhooks": atHome(dataSource, makeWakeWebhooks({ dataSource, client }), { woken: 0, failed: 0 }),
    "deliver-webhook": makeDeliverWebhook({
      dataSource,
      loopback: webhookLoopback,
      ...(log && { log }),
    }),
    "apply-retention": atHome(dataSource, makeApplyRetention(deps), { people: 0, journeys: 0, unclaimed: 0 }),
    "hub-mornings": atHome(dataSource, makeHubMornings(letters), { hubs: 0, letters: 0 }),
    "send-notice": effect(makeSendNotice(letters)),
    "send-reminder": effect(makeSendReminder(letters)),
    "escalate-commitment": effect(makeEscalateCommitment(letters)),
    "offer-place": effect(makeOfferPlace({ dataSource, client })),
    "take-steps": effect(makeTakeSteps({ ...book, client })),
    "turn-hub": turnHub,
    "release-grant": effect(makeReleaseGrant(letters)),
  } satisfies Record<EffectRequest["kind"], unknown> & Record<string, unknown>;
}

type Round = { now?: Instant };

/**
 * One round of what the service looks after by itself: what is late is woken, then windows are told to those who wait
 * for one, letters to many go on where they stopped, and who leads a Work Group hears what has changed in it.
 */
function sweepAndTell(
  deps: SweepDeps,
  tellLeads: (request?: Round) => Promise<number>,
): (request?: Round) => Promise<Swept & { told: number; brought: number; leads: number }> {
  const [sweep, tellWindows, finishLetters] = [makeSweep(deps), makeTellWindows(deps), makeFinishLetters(deps)];
  return async (request) => {
    const swept = await sweep(request);
    return {
      ...swept,
      told: await tellWindows(request),
      brought: await finishLetters(),
      leads: await tellLeads(request),
    };
  };
}

export type Activities = ReturnType<typeof makeActivities>;
