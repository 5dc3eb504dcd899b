// Which commands of a payment run have a route, who may send them, and in which words they are documented. Their bodies
// are in libs/payments/command-fields.ts.

import type { RunWireName } from "../../payments/command-fields.ts";
import type { Role } from "../access/principal.ts";

interface RunCommand {
  roles: readonly [Role, ...Role[]];
  summary: string;
  description: string;
}

/** A hub's own runs are its finance officers'; runs of every hub, the operators'. */
export const PREPARERS: readonly [Role, ...Role[]] = ["finance-officer", "operator"];

/** All but PreparePaymentRun, which has a route of its own. */
export const RUN_COMMANDS: Readonly<Record<Exclude<RunWireName, "PreparePaymentRun">, RunCommand>> = {
  AuthorisePaymentRun: {
    roles: ["finance-officer", "hub-lead", "operator"],
    summary: "Authorise a run that somebody else prepared; its remittance can be fetched then",
    description:
      "`self-approval` for who prepared it. Its payments are authorised in batches: it is `authorising`, " +
      "then `authorised`.",
  },
  ConfirmPayment: {
    roles: PREPARERS,
    summary: "Say which payments were made; none named: all that have not failed",
    description:
      "Up to 200 named payments are confirmed at once, each once; one that cannot be is in `skipped`. All " +
      "of a run are confirmed in batches. " +
      "A run is complete when every payment is confirmed or has failed.",
  },
  FailPayment: {
    roles: PREPARERS,
    summary: "Say which payments were not made, and why",
    description: "Their grants wait for the next run. One that cannot fail (it is confirmed already) is in `skipped`.",
  },
  CancelPaymentRun: {
    roles: PREPARERS,
    summary: "Cancel a run that is not authorised yet",
    description: "Its grants wait for the next run. A reason is needed.",
  },
};

export const ROUTED_OF_RUNS = Object.keys(RUN_COMMANDS) as readonly (keyof typeof RUN_COMMANDS)[];
