// What a payment run would come to, before it is prepared: what goes in, what would be kept back from it, and what does
// not go in, each with why. Nothing is recorded, and nothing is kept for the run: it takes what waits when it comes.

import { endOfDay, instantFromMs, localDate, type LocalDate } from "../../calendar/instants.ts";
import type { GrantCause } from "../../journey/event-words.ts";
import { gatheringRun } from "../../store/money/payment-lines.ts";
import {
  onTheirWay,
  openClawbacks,
  waitingAhead,
  type GrantAhead,
  type GrantOnItsWay,
  type OpenClawback,
} from "../../store/money/run-ahead.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import type { Database } from "../database.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import { PREPARERS } from "./run-commands.ts";
import { hubOfRuns } from "./run-seen.ts";

/** Why a grant does not go in: what a person has to decide, or how far it is. */
export type StaysOut =
  | { why: "asks"; cause: GrantCause; paid: boolean }
  | { why: "in-run" | "after-cut-off" | "one-approval" | "no-approval" | "being-released" };

/** `keptBackPence`: of what the school owes back. */
export interface GoesIn extends GrantAhead {
  keptBackPence: number;
  netPence: number;
}
/** `gathering`: the run that takes grants now, so that none can be prepared; `more`: more stay out than are told. */
export interface RunAhead {
  cutOff: LocalDate;
  goesIn: GoesIn[];
  grossPence: number;
  keptBackPence: number;
  netPence: number;
  staysOut: (GrantAhead & { because: StaysOut })[];
  more: boolean;
  gathering: string | null;
}

const MOST_TOLD = 1_000;

export class RunsAhead {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "clock">,
  ) {}

  /**
   * The run that this caller would prepare now, of grants released up to a day (else today). @throws Refusal
   * `forbidden`; `invalid` for a day that is to come
   */
  async look(caller: Principal, cutOff?: LocalDate): Promise<RunAhead> {
    mustHold(caller, PREPARERS);
    const hub = hubOfRuns(caller);
    const today = localDate(instantFromMs(this.settings.clock()));
    if (cutOff !== undefined && cutOff > today)
      throw new Refusal("invalid", "The last day is not after today.", {
        errors: [{ pointer: "/cutOff", detail: "It is not after today." }],
      });
    const scope = { hub, cutOff: cutOff ?? today };
    const { manager } = await this.database.open();
    const [waiting, onWay, gathering] = [
      await waitingAhead(manager, scope),
      await onTheirWay(manager, hub, MOST_TOLD + 1),
      await gatheringRun(manager, hub),
    ];
    const clawbacks = await openClawbacks(manager, [...new Set(waiting.map(({ journey }) => journey))]);
    const goesIn = keptBack(waiting, clawbacks);
    const taken = new Set(waiting.map(keyOf));
    const staysOut = onWay
      .slice(0, MOST_TOLD)
      .filter((one) => !taken.has(keyOf(one)))
      .map(({ status, approvals, run, asks, ...one }) => ({
        ...one,
        because: becauseOf({ ...one, status, approvals, run, asks }, scope.cutOff),
      }));
    return {
      cutOff: scope.cutOff,
      goesIn,
      grossPence: sum(goesIn, "amountPence"),
      keptBackPence: sum(goesIn, "keptBackPence"),
      netPence: sum(goesIn, "netPence"),
      staysOut,
      more: onWay.length > MOST_TOLD,
      gathering,
    };
  }
}

/**
 * What is kept back from each payment, as its journey decides it when a run takes it (libs/journey/decide/payment.ts):
 * what the same hub asks back, the oldest first, up to the amount; what one payment keeps back in part waits for it.
 */
export function keptBack(
  waiting: readonly (GrantAhead & { hub: string })[],
  clawbacks: readonly OpenClawback[],
): GoesIn[] {
  const open = [...clawbacks];
  return waiting.map(({ hub, ...one }) => {
    let leftPence = one.amountPence;
    for (const clawback of [...open]) {
      if (clawback.journey !== one.journey || clawback.hub !== hub || leftPence === 0) continue;
      leftPence -= Math.min(clawback.amountPence, leftPence);
      open.splice(open.indexOf(clawback), 1);
    }
    return { ...one, keptBackPence: one.amountPence - leftPence, netPence: leftPence };
  });
}

/** Why one that is payable or released does not go into a run up to that day. */
export function becauseOf(
  { status, approvals, run, asks, releasedAt }: Omit<GrantOnItsWay, keyof GrantAhead> & Pick<GrantAhead, "releasedAt">,
  cutOff: LocalDate,
): StaysOut {
  if (asks !== null) return { why: "asks", cause: asks.cause, paid: asks.paid };
  if (status === "payable") return { why: approvals === 0 ? "no-approval" : "one-approval" };
  if (run !== null) return { why: "in-run" };
  return { why: releasedAt !== null && releasedAt > endOfDay(cutOff) ? "after-cut-off" : "being-released" };
}

const keyOf = ({ journey, stage, academicYear }: GrantAhead): string => `${journey}~${stage}~${academicYear}`;
const sum = <K extends "amountPence" | "keptBackPence" | "netPence">(all: readonly GoesIn[], of: K): number =>
  all.reduce((whole, one) => whole + one[of], 0);
