// Looks ahead at a hub's turn into the next academic year, begins it, interrupts and resumes it. What is decided is
// kept in PostgreSQL first; Temporal is then told, and the sweep tells it if that fails.

import type { DataSource } from "typeorm";
import type { AcademicYear } from "../../calendar/academic-years.ts";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import type { Outcome } from "../../contract/journey.ts";
import { turnName, type WhichTurn } from "../../contract/turn.ts";
import type { Actor } from "../../journey/commands.ts";
import { concerning, reject } from "../../journey/rejection.ts";
import { rulesAt, type Rules } from "../../journey/rules.ts";
import { sealFields } from "../../journey/wire.ts";
import { ServiceUnavailable, wakeSubject } from "../../temporal/subject-client.ts";
import { adjust } from "../../turn/adjust.ts";
import type { Step } from "../../turn/commands.ts";
import type { TurnPlan } from "../../turn/plan.ts";
import { TURN_FIELDS, type Wishes } from "../../turn/wishes.ts";
import { findWorkGroupRow } from "../../views/work-groups/read-work-groups.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Asked } from "../commands/asked.ts";
import { claimRequest, named, type Named } from "../commands/claim.ts";
import { bodyDigest } from "../commands/command-id.ts";
import { consequencesOf, type Foreseen } from "../commands/foreseen.ts";
import { mustBelongToHub } from "../commands/people-named.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Refusal, refusalOf } from "../refusal.ts";
import { rulesNow, rulesOf } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import type { Temporal } from "../temporal.ts";
import { readTurn, type TurnAsItStands } from "./read-turn-progress.ts";
import { previewTurn, type TurnPreview } from "./read-turn.ts";
import { fromSpring, inAddress, turnsInto, yearOf } from "./turn-year.ts";
import { beginTurn, findTurn, foreseeRunning, setRunning } from "./turns.ts";

export const TURN_ROLES = {
  read: ["hub-coordinator", "hub-lead", "operator", "auditor"],
  begin: ["hub-lead"],
  run: ["hub-lead", "operator"],
} as const satisfies Record<string, Roles>;

/** How long Temporal may take to be told: it is kept by then. */
const TELL_MS = 2_000;

/** Years are taken as addresses have them: 2027-28. */
export class HubTurns {
  constructor(
    private readonly database: Database,
    private readonly temporal: Pick<Temporal, "client">,
    private readonly settings: ServiceSettings,
  ) {}

  /**
   * The turn as it would be done now; `into`: else the coming year. Nothing is done.
   * @throws Refusal `forbidden`, `not-found`, `invalid` for another year
   */
  async preview(caller: Principal, hub: string, into: string | undefined): Promise<TurnPreview> {
    mustHold(caller, TURN_ROLES.read);
    const at = this.at();
    const which = { hub: ownHub(caller, hub), into: turnsInto(into, at) };
    const source = await this.database.open();
    return previewTurn(source, { ...which, at }, await this.rulesOfHub(source, which.hub));
  }

  /**
   * Begins a turn, or answers with the one that this request has begun.
   * @throws Refusal `forbidden`, `not-found`, `invalid`, `window-closed` before spring, `already-active` where it was
   * begun otherwise, `version-conflict` where what was looked at has changed, `group-full`, `lead-not-fit`
   */
  async begin(hub: string, asked: Asked): Promise<TurnAsItStands> {
    mustHold(asked.caller, TURN_ROLES.begin);
    const at = this.at();
    const code = ownHub(asked.caller, hub);
    const { into, plan, wishes } = wishesOf(asked.body, at);
    const which = { hub: code, into };
    const source = await this.database.open();
    await mustLeadHere(source, wishes, code);
    const { id, digest: wishesDigest } = await claim(
      source,
      { which, name: "TurnHub", route: turnName(which), at },
      asked,
    );
    const known = await findTurn(source.manager, which);
    if (known === null) await this.plan(source, { ...which, id, plan, wishes, wishesDigest, by: actorOf(asked), at });
    const begun = known ?? (await findTurn(source.manager, which));
    if (begun?.wishesDigest !== wishesDigest) throw alreadyBegun(into);
    await this.tell(which);
    return this.standing(which);
  }

  /** What beginning it would come to: nothing is done. @throws Refusal as `begin` */
  async wouldBegin(hub: string, { caller, body }: Asked): Promise<Foreseen> {
    mustHold(caller, TURN_ROLES.begin);
    const at = this.at();
    const { into, plan, wishes } = wishesOf(body, at);
    const which = { hub: ownHub(caller, hub), into };
    const source = await this.database.open();
    await mustLeadHere(source, wishes, which.hub);
    if ((await findTurn(source.manager, which)) !== null) throw alreadyBegun(into);
    const { steps } = await this.planned(source, { ...which, plan, wishes, at });
    return {
      preview: true,
      consequences: steps.map(({ type, subject }) => ({ type, what: `Step of the turn: ${type} for ${subject}.` })),
    };
  }

  /** How a turn stands. @throws Refusal `forbidden`, `not-found`, also where nobody has begun it; `invalid` */
  async read(caller: Principal, hub: string, into: string): Promise<TurnAsItStands> {
    mustHold(caller, TURN_ROLES.read);
    return this.standing({ hub: ownHub(caller, hub), into: yearOf(into) });
  }

  /** The same; null where nobody has begun it. @throws Refusal `forbidden`, `not-found`, `invalid` */
  async begun(caller: Principal, hub: string, into: string): Promise<TurnAsItStands | null> {
    mustHold(caller, TURN_ROLES.read);
    return readTurn(await this.database.open(), { hub: ownHub(caller, hub), into: yearOf(into) });
  }

  /**
   * Has it stop after the step at hand, or go on. Answers how it stood then, also where this is the same request again;
   * where a preview is asked for, says whether it would.
   * @throws Refusal `forbidden`, `not-found`, `invalid`, `key-reused`, `not-in-this-state` where all is done
   */
  async run(hub: string, into: string, running: boolean, asked: Asked): Promise<TurnAsItStands & Partial<Foreseen>> {
    mustHold(asked.caller, TURN_ROLES.run);
    const which = { hub: ownHub(asked.caller, hub), into: yearOf(into) };
    const standing = await this.standing(which);
    const deps = { dataSource: await this.database.open(), rules: this.rules() };
    if (asked.preview) {
      const request = { id: "preview", by: actorOf(asked), at: this.at() };
      const { outcome, events } = await foreseeRunning(deps, which, request, running);
      accepted(outcome);
      return { ...standing, preview: true, consequences: consequencesOf(turnName(which), events) };
    }
    const name = running ? "ResumeTurn" : "InterruptTurn";
    const { id, receivedAt } = await claim(
      deps.dataSource,
      { which, name, route: `${turnName(which)}/${name}`, at: this.at() },
      { caller: asked.caller, key: asked.key, body: asked.body ?? {} },
    );
    const request = { id, by: actorOf(asked), at: receivedAt };
    const { version } = accepted(await setRunning(deps, which, request, running));
    if (running) await this.tell(which);
    return this.standing(which, version);
  }

  private async standing(which: WhichTurn, version?: number): Promise<TurnAsItStands> {
    const turn = await readTurn(await this.database.open(), which, version);
    if (turn === null)
      throw new Refusal("not-found", "This turn has not been begun: look at what it would do, then begin it.");
    return turn;
  }

  private async plan(source: DataSource, asked: Begin): Promise<void> {
    const { id, hub, into, at, wishesDigest, by } = asked;
    const doing = await this.planned(source, asked);
    const outcome = await beginTurn(
      { dataSource: source, rules: this.rules() },
      { id, by, at },
      { hub, into, plan: doing.plan, wishesDigest, steps: doing.steps },
    );
    // Begun meanwhile, perhaps by a request that says the same: what stands is looked at next.
    if (!("rejection" in outcome && outcome.rejection.code === "already-active")) accepted(outcome);
  }

  /** What is to be done, of what was looked at. */
  private async planned(
    source: DataSource,
    asked: Pick<Begin, "hub" | "into" | "plan" | "wishes" | "at">,
  ): Promise<{ plan: TurnPlan; steps: readonly Step[] }> {
    const { hub, into, at } = asked;
    fromSpring(into, at);
    const rules = await this.rulesOfHub(source, hub);
    const { plan, digest } = await previewTurn(source, { hub, into, at }, rules);
    if (digest !== asked.plan)
      throw new Refusal("version-conflict", "What was looked at has changed: look at the preview again, then decide.");
    await mustBeNew(source, asked.wishes, plan);
    const doing = adjust(plan, asked.wishes, at, rules);
    if ("rejection" in doing) throw refusalOf(doing.rejection);
    return doing;
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

  private async rulesOfHub(source: DataSource, hub: string): Promise<Rules> {
    return rulesAt(await rulesNow(source, this.settings), hub);
  }

  private at(): Instant {
    return instantFromMs(this.settings.clock());
  }
}

function alreadyBegun(into: AcademicYear): Refusal {
  return new Refusal("already-active", `The turn into ${inAddress(into)} has begun already: look how far it is.`);
}

/** A turn to be begun. `plan`: the digest of what was looked at. */
interface Begin extends WhichTurn {
  id: string;
  plan: string;
  wishes: Wishes;
  wishesDigest: string;
  by: Actor;
  at: Instant;
}

function ownHub(caller: Principal, hub: string): string {
  sameHub(caller, hub);
  return hubCode(hub);
}

/** What is asked of a turn: which command, and the route within which a key is the caller's own. */
interface Claimed {
  which: WhichTurn;
  name: string;
  route: string;
  at: Instant;
}

/** Notes that this was asked. `receivedAt`: when it first was. @throws Refusal `key-reused` */
async function claim(
  source: DataSource,
  { which, name, route, at }: Claimed,
  asked: Pick<Asked, "caller" | "body" | "key">,
): Promise<Named & { receivedAt: Instant }> {
  const names = await named(source, asked, route);
  const principal = asked.caller.who;
  const claimed = { subject: turnName(which), name, principal, receivedAt: at };
  const { receivedAt } = await claimRequest(source, names, claimed);
  // What a turn is begun with is in its events, and holds nothing of anybody.
  return { ...names, digest: bodyDigest(asked.body), receivedAt };
}

/** Who is to lead a group is nobody of another hub. @throws Refusal `unknown-participant` */
async function mustLeadHere(source: DataSource, { groups = [] }: Wishes, hub: string): Promise<void> {
  for (const { lead } of groups) if (lead !== undefined) await mustBelongToHub(source, lead, hub);
}

/** A group that was not proposed is a new one: of a name that no hub has. @throws Refusal `not-in-this-state` */
async function mustBeNew(source: DataSource, { groups = [] }: Wishes, plan: TurnPlan): Promise<void> {
  for (const { id } of groups) {
    if (plan.groups.some((one) => one.id === id) || (await findWorkGroupRow(source, id)) === null) continue;
    throw refusalOf(concerning(id, reject("not-in-this-state", "group-formed").rejection).rejection);
  }
}

function actorOf({ caller: { who, role }, request }: Pick<Asked, "caller" | "request">): Actor {
  return { who, role, request };
}

function accepted(outcome: Outcome): Extract<Outcome, { accepted: true }> {
  if ("fault" in outcome) throw refusalOf(reject("unavailable", "fault").rejection);
  if (!outcome.accepted) throw refusalOf(outcome.rejection);
  return outcome;
}

function wishesOf(body: unknown, at: Instant): { into: AcademicYear; plan: string; wishes: Wishes } {
  // Nothing of it is free text, so nothing is to be sealed.
  const sealed = sealFields(TURN_FIELDS, body, () => "");
  if ("rejection" in sealed) throw refusalOf(sealed.rejection);
  const { into, plan, ...wishes } = sealed.data;
  return { into: turnsInto(String(into), at), plan: String(plan), wishes };
}
