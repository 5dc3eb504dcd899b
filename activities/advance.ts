// The activity that decides: one function under three recorded names, `advance`, `advanceGroup` and `advanceRun`. What
// it does stands in libs/book.

import type { AdvanceAnswer, AdvanceRequest } from "../libs/contract/journey.ts";
import { runName, type RunRequest } from "../libs/contract/payment-run.ts";
import type { TurnRequest } from "../libs/contract/turn.ts";
import { groupName, type GroupRequest } from "../libs/contract/work-group.ts";
import type { BookDeps } from "../libs/book/advance.ts";
import { advanceAsked, type AskedByWorkflow } from "../libs/book/believe.ts";
import { failingByCode } from "./failures.ts";

/** As histories hold it: each kind names its subject in its own word. */
export type AnyRequest = AdvanceRequest | GroupRequest | RunRequest | TurnRequest;

/** It rejects with failures by code (failures.ts); a command that is turned down is an answer, no failure. */
export function makeAdvance(deps: BookDeps): (request: AnyRequest) => Promise<AdvanceAnswer> {
  return (request) => failingByCode(() => advanceAsked(deps, askedBy(request)));
}

function askedBy(request: AnyRequest): AskedByWorkflow {
  if ("journey" in request) return { ...request, subject: request.journey };
  if ("group" in request) return { ...request, subject: groupName(request.group) };
  if ("run" in request) return { ...request, subject: runName(request.run) };
  return { ...request, subject: request.turn };
}
