// Which payment runs someone sees.

import type { DataSource } from "typeorm";
import { isRunId } from "../../payments/state.ts";
import type { PaymentRunRow } from "../../views/money/payment-runs.ts";
import { findPaymentRun } from "../../views/money/read-payment-runs.ts";
import type { Principal } from "../access/principal.ts";
import { withinOf } from "../access/scope.ts";
import { Refusal } from "../refusal.ts";

/** The hub whose runs someone sees; null: all, also those of every hub at once. */
export function hubOfRuns(caller: Principal): string | null {
  const within = withinOf(caller);
  return within === null ? null : (within.hub ?? "");
}

/** The payment run of that id. @throws Refusal `not-found`, also for one that the caller does not see */
export async function runSeen(source: DataSource, id: string, caller: Principal): Promise<PaymentRunRow> {
  const run = isRunId(id) ? await findPaymentRun(source, id) : null;
  const own = hubOfRuns(caller);
  if (run !== null && (own === null || run.hub === own)) return run;
  throw new Refusal("not-found", "There is no payment run with this id: prepare one first.", {
    sought: { kind: "payment-run", id },
  });
}
