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
      "of a run are confirmed in batches. One whose school was withdrawn, moved or paused since stays open, for the " +
      "bank may have it: hold it back, or say with `made` that the bank has made it. " +
      "A run is complete when every payment is confirmed or has failed.",
  },
  FailPayment: {
    roles: PREPARERS,
    summary: "Say which payments were not made, and why",
    description: "Their grants wait for the next run. One that cannot fail (it is confirmed already) is in `skipped`.",
  },
  HoldPayment: {
    roles: ["finance-officer", "hub-lead", "operator"],
    summary: "Take payments out of a run before the bank has them",
    description:
      "Of a run that is prepared or authorised; the remittance leaves them out from then on, so fetch it anew. A " +
      "reason is needed. Somebody decides on each grant before another run takes it (a task about the grant); with " +
      "`nextRun` the next run takes it without that. One that is confirmed or has failed already is in `skipped`.",
  },
  ReturnPayment: {
    roles: PREPARERS,
    summary: "Say which payments the bank gave back after they were confirmed, and why",
    description:
      "Their grants wait for the next run, and what was kept back from them is owed again. Also of a run that is " +
      "complete.",
  },
  CancelPaymentRun: {
    roles: PREPARERS,
    summary: "Cancel a run that is not authorised yet",
    description: "Its grants wait for the next run. A reason is needed.",
  },
};

export const ROUTED_OF_RUNS = Object.keys(RUN_COMMANDS) as readonly (keyof typeof RUN_COMMANDS)[];
