// Begins, interrupts and resumes a hub's turn. What is decided is kept in PostgreSQL first; Temporal is then told, and
// the sweep tells it if that fails.

import { randomUUID } from "node:crypto";
import { Injectable } from "@nestjs/common";
import type { DataSource } from "typeorm";
import type { AcademicYear } from "../../../libs/calendar/academic-years.ts";
import { instantFromMs, type Instant } from "../../../libs/calendar/instants.ts";
import { ServiceUnavailable, wakeSubject } from "../../../libs/temporal/subject-client.ts";
import type { Outcome } from "../../../libs/contract/journey.ts";
import { turnName, type WhichTurn } from "../../../libs/contract/turn.ts";
import type { Actor } from "../../../libs/journey/commands.ts";
import { must, type Fields } from "../../../libs/journey/command-fields.ts";
import type { Rules } from "../../../libs/journey/rules.ts";
import { sealFields } from "../../../libs/journey/wire.ts";
import { claimCommand } from "../../../libs/store/command-log.ts";
import { readTurn, type TurnAsItStands } from "../../../libs/service/turn/read-turn-progress.ts";
import { beginTurn, findTurn, setRunning } from "../../../libs/service/turn/turns.ts";
import { previewTurn, type TurnPreview } from "../../../libs/service/turn/read-turn.ts";
import { adjust, WISH_FIELDS, type Wishes } from "../../../libs/turn/adjust.ts";
import { callerOf } from "../access/scope.ts";
import { ApiSettings } from "../api-settings.ts";
import { bodyDigest, commandId, idempotencyKey } from "../commands/command-id.ts";
import { sameRequest } from "../commands/command-sender.ts";
import { Database } from "../database.ts";
import { Problem, problemOf } from "../http/problem.ts";
import { headerOf, type ApiRequest } from "../http/request.ts";
import { rulesOf } from "../rules.ts";
import { Temporal } from "../temporal.module.ts";
import { fromSpring, inAddress, turnsInto } from "./turn-year.ts";

/** What a turn is begun with. */
export const TURN_FIELDS: Fields = {
  into: must("code", "Into which academic year", "2027-28"),
  plan: must("code", "`plan` of the preview that was looked at", "4b1c0f9a7d3e5b2c8f60a1d2e3f40516"),
  ...WISH_FIELDS,
};

/** How long Temporal may take to be told: it is kept by then. */
const TELL_MS = 2_000;

@Injectable()
export class TurnDoer {
  constructor(
    private readonly database: Database,
    private readonly temporal: Temporal,
    private readonly settings: ApiSettings,
  ) {}

  /** The preview as things stand. @throws Problem 422 `invalid` for another year */
  async preview(hub: string, asked: string | undefined): Promise<TurnPreview> {
    const at = instantFromMs(this.settings.clock());
    return previewTurn(await this.database.open(), { hub, into: turnsInto(asked, at), at }, this.rules());
  }

  /**
   * Begins a turn, or answers with the one that this request has begun.
   * @throws Problem `invalid`, `window-closed` before spring, `already-active` where it was begun otherwise,
   * `version-conflict` where what was looked at has changed, `group-full`, `lead-not-fit`
   */
  async begin(hub: string, request: ApiRequest): Promise<TurnAsItStands> {
    const at = instantFromMs(this.settings.clock());
    const { into, plan, wishes } = wishesOf(request.body, at);
    const which = { hub, into };
    const source = await this.database.open();
    const { id, digest: wishesDigest } = await this.claim(source, which, request, at);
    const known = await findTurn(source.manager, which);
    if (known === null) await this.plan(source, { ...which, id, plan, wishes, wishesDigest, request, at });
    const begun = known ?? (await findTurn(source.manager, which));
    if (begun?.wishesDigest !== wishesDigest)
      throw new Problem(
        "already-active",
        `The turn into ${inAddress(into)} has begun already: GET it to see how far it is.`,
      );
    await this.tell(which);
    return this.read(which);
  }

  /** How a turn stands. @throws Problem 404 `not-found` where nobody has begun it */
  async read(which: WhichTurn): Promise<TurnAsItStands> {
    const turn = await readTurn(await this.database.open(), which);
    if (turn === null)
      throw new Problem("not-found", "This turn has not been begun: look at it with GET …/turn, then POST it.");
    return turn;
  }

  /**
   * Has it stop after the step at hand, or go on. @throws Problem `not-found`, `not-in-this-state` where all is done
   */
  async run(which: WhichTurn, running: boolean, request: ApiRequest): Promise<TurnAsItStands> {
    const { status } = await this.read(which);
    if (status === "done")
      throw new Problem("not-in-this-state", "All is done: nothing is left to interrupt or to resume.");
    const asked = { id: randomUUID(), by: actorOf(request), at: instantFromMs(this.settings.clock()) };
    const dataSource = await this.database.open();
    accepted(await setRunning({ dataSource, rules: this.rules() }, which, asked, running));
    if (running) await this.tell(which);
    return this.read(which);
  }

  private async plan(
    source: DataSource,
    asked: WhichTurn & {
      id: string;
      plan: string;
      wishes: Wishes;
      wishesDigest: string;
      request: ApiRequest;
      at: Instant;
    },
  ): Promise<void> {
    const { id, hub, into, at, wishesDigest, request } = asked;
    fromSpring(into, at);
    const { plan, digest } = await previewTurn(source, { hub, into, at }, this.rules());
    if (digest !== asked.plan)
      throw new Problem("version-conflict", "What was looked at has changed: look at the preview again, then decide.");
    const doing = adjust(plan, asked.wishes, at, this.rules());
    if ("rejection" in doing) throw problemOf(doing.rejection);
    const outcome = await beginTurn(
      { dataSource: source, rules: this.rules() },
      { id, by: actorOf(request), at },
      { hub, into, plan: doing.plan, wishesDigest, steps: doing.steps },
    );
    // Begun meanwhile, perhaps by a request that says the same: what stands is looked at next.
    if (!("rejection" in outcome && outcome.rejection.code === "already-active")) accepted(outcome);
  }

  private async claim(
    source: DataSource,
    which: WhichTurn,
    request: ApiRequest,
    receivedAt: Instant,
  ): Promise<{ id: string; digest: string }> {
    const digest = bodyDigest(request.body);
    const { who } = callerOf(request);
    const id = commandId(who, turnName(which), idempotencyKey(headerOf(request, "Idempotency-Key")));
    sameRequest(
      await claimCommand(source, {
        id,
        subject: turnName(which),
        name: "TurnHub",
        bodyDigest: digest,
        principal: who,
        receivedAt,
      }),
      digest,
    );
    return { id, digest };
  }

  private async tell(which: WhichTurn): Promise<void> {
    try {
      await wakeSubject(this.temporal.client, turnName(which), { timeoutMs: TELL_MS });
    } catch (error) {
      // It is kept: the sweep tells Temporal within two minutes of its coming back.
      if (!(error instanceof ServiceUnavailable)) throw error;
    }
  }

  private rules(): Rules {
    return rulesOf(this.settings);
  }
}

function actorOf(request: ApiRequest): Actor {
  const { who, role } = callerOf(request);
  return { who, role, request: request.id };
}

function accepted(outcome: Outcome): void {
  if ("fault" in outcome)
    throw new Problem(
      "unavailable",
      "The service could not decide this; nothing was recorded. The operators can see it.",
    );
  if (!outcome.accepted) throw problemOf(outcome.rejection);
}

function wishesOf(body: unknown, at: Instant): { into: AcademicYear; plan: string; wishes: Wishes } {
  // Nothing of it is free text, so nothing is to be sealed.
  const sealed = sealFields(TURN_FIELDS, body, () => "");
  if ("rejection" in sealed) throw problemOf(sealed.rejection);
  const { into, plan, ...wishes } = sealed.data;
  return { into: turnsInto(String(into), at), plan: String(plan), wishes };
}
