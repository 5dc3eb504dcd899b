// `?preview=true`: what a command would come to, in words, before somebody confirms it. Nothing is kept.

import { budgetsConcerned } from "../../../libs/journey/decide/money.ts";
import { budgetsAtHand } from "../../../libs/store/money/budgets.ts";
import type { DataSource } from "typeorm";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { groupName } from "../../../libs/contract/work-group.ts";
import type { Command } from "../../../libs/journey/commands.ts";
import { fold } from "../../../libs/journey/evolve.ts";
import { sentenceOf } from "../../../libs/journey/sentences.ts";
import { load } from "../../../libs/store/events/event-store.ts";
import { recorded, recordedOfGroup } from "../../../libs/store/events/known-events.ts";
import { streamOf } from "../../../libs/store/events/streams.ts";
import { fold as foldGroup } from "../../../libs/work-group/evolve.ts";
import { preview } from "../../../libs/work-group/preview.ts";
import { concerned } from "../../../libs/work-group/together.ts";
import { callerOf } from "../access/scope.ts";
import type { ApiSettings } from "../api-settings.ts";
import { expectedVersion } from "../http/if-match.ts";
import { Problem, problemOf } from "../http/problem.ts";
import { headerOf, type ApiRequest } from "../http/request.ts";
import { rulesOf } from "../rules.ts";
import { idempotencyKey } from "./command-id.ts";
import type { RoutedCommand } from "./command-routes.ts";
import type { Answer } from "./command-sender.ts";
import { sealOrThrow } from "./seal-or-throw.ts";

/** `version` is the journey's as it stands; `status` the one that it would have. */
export interface Foreseen extends Answer {
  preview: true;
  consequences: { type: string; what: string }[];
}

/** Is it only asked what would come of it? @throws Problem `invalid` for a `preview` that is neither true nor false */
export function isPreview(request: ApiRequest): boolean {
  const asked = new URL(request.originalUrl, "http://localhost").searchParams.get("preview");
  if (asked === null || asked === "false") return false;
  if (asked === "true") return true;
  throw new Problem("invalid", "preview is true or false.", {
    errors: [{ pointer: "/preview", detail: "preview is true or false." }],
  });
}

/** @throws Problem with the very code with which the command would be turned down */
export async function foresee(
  source: DataSource,
  settings: ApiSettings,
  request: ApiRequest,
  name: RoutedCommand,
  journey: string,
): Promise<Foreseen> {
  const { who, role } = callerOf(request);
  // Nothing is kept under it; what would be turned away when it is sent for good is turned away here.
  idempotencyKey(headerOf(request, "Idempotency-Key"));
  const expected = expectedVersion(headerOf(request, "If-Match"));
  const { data } = sealOrThrow(name, request.body, (kind, field) => `preview/${kind}/${field}`);
  const by = { who, role, request: request.id };
  const command = {
    id: "preview",
    type: name,
    at: instantFromMs(settings.clock()),
    by,
    data,
    ...(expected === undefined ? {} : { expected }),
  } as unknown as Command;
  const state = fold(recorded(await load(source, streamOf(journey))));
  const near = await Promise.all(
    concerned(state, [command]).map(
      async (group) => [group, foldGroup(recordedOfGroup(await load(source, groupName(group))))] as const,
    ),
  );
  const budgetOf = await budgetsAtHand(source, budgetsConcerned(state, [command]), journey);
  const foreseen = preview(journey, state, new Map(near), command, rulesOf(settings), { budgetOf });
  if ("rejection" in foreseen) throw problemOf(foreseen.rejection);
  return {
    journey,
    version: state.status === "none" ? 0 : state.seq,
    status: foreseen.after.status,
    preview: true,
    consequences: foreseen.events.map((event) => ({ type: event.type, what: sentenceOf(event) })),
  };
}
