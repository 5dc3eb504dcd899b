// Payment runs: prepared by one person, authorised by another, exported, and settled payment by payment.

import { mustBeRecent } from "../access/recent.ts";
import { runName, runOfName } from "../../contract/payment-run.ts";
import { sealFields, type Sealed } from "../../journey/wire.ts";
import { RUN_FIELDS, type RunWireName } from "../../payments/command-fields.ts";
import type { Skipped } from "../../payments/decision.ts";
import type { LineStatus } from "../../payments/state.ts";
import {
  linesOf,
  remittedLines,
  statementOf,
  type HubStatement,
  type PaymentLine,
} from "../../store/money/payment-lines.ts";
import type { Page } from "../../views/page.ts";
import type { PaymentRunRow } from "../../views/money/payment-runs.ts";
import { findPaymentRuns, type PaymentRunFilter } from "../../views/money/read-payment-runs.ts";
import type { Principal } from "../access/principal.ts";
import { MONEY_READERS, mustHold } from "../access/roles.ts";
import type { SecurityLog } from "../access/security-log.ts";
import type { Asked } from "../commands/asked.ts";
import type { NewId } from "../commands/claim.ts";
import type { CommandSender, Sent } from "../commands/command-sender.ts";
import type { Foreseen } from "../commands/foreseen.ts";
import { slugOf } from "../commands/journey-commands.ts";
import type { Database } from "../database.ts";
import type { Warned } from "../days.ts";
import { Refusal, refusalOf } from "../refusal.ts";
import { hubOfRuns, runSeen } from "./run-seen.ts";
import { remittanceCsv } from "./remittance.ts";
import { PREPARERS, RUN_COMMANDS } from "./run-commands.ts";
import { passedOver, type PassedOver } from "../../words/rejection.ts";

export const RUN_ROLES = { read: MONEY_READERS, prepare: PREPARERS } as const;

/** A run as lists show it; as it is read by itself; and a payment of it. All amounts are pence. */
export interface RunSeen extends PaymentRunRow {
  openPayments: number;
}
export interface RunWithStatement extends RunSeen {
  statement: readonly HubStatement[];
}
export interface PaymentSeen extends PaymentLine {
  grant: string;
}

/** What a command of a run answers. `skipped`: payments that it passed over, and why. */
export interface RunAnswer extends Partial<Foreseen>, Warned {
  run: string;
  version: number;
  status: string;
  skipped: PassedOver<Skipped>[];
}

const ROWS_AT_ONCE = 1_000;

export class PaymentRuns {
  constructor(
    private readonly sender: CommandSender,
    private readonly database: Database,
    private readonly security: SecurityLog,
  ) {}

  /** The runs that a caller sees, by id, those that fit every filter. @throws Refusal `forbidden` */
  async list(caller: Principal, filter: Omit<PaymentRunFilter, "own">): Promise<Page<RunSeen, string>> {
    mustHold(caller, RUN_ROLES.read);
    const { items, next } = await findPaymentRuns(await this.database.open(), { ...filter, own: hubOfRuns(caller) });
    return { items: items.map(seen), next };
  }

  /**
   * Prepares a run of every grant that was released up to the cut-off and waits for one. @throws Refusal `forbidden`,
   * also for another hub's; what the rules say
   */
  async prepare(asked: Asked): Promise<RunAnswer> {
    mustHold(asked.caller, RUN_ROLES.prepare);
    mustBeRecent(asked.caller);
    const own = hubOfRuns(asked.caller);
    const sent = await this.sender.send(asked, {
      name: "PreparePaymentRun",
      route: "payment-runs",
      prepare: (_source, newId) => {
        const sealed = seal("PreparePaymentRun", asked.body, newId);
        const hub = sealed.data["hub"] ?? own ?? undefined;
        if (own !== null && hub !== own)
          throw new Refusal("forbidden", "You prepare payment runs of your own hub alone.");
        // Short, so that a payment's reference fits a bank's 18 characters.
        const run = `r${newId("text", "run").replaceAll("-", "").slice(0, 10)}`;
        return {
          subject: runName(run),
          sealed: { ...sealed, data: { ...sealed.data, ...(hub !== undefined && { hub }) } },
        };
      },
    });
    return answered(sent);
  }

  /** One run: how far it is, its totals, its statement by hub. @throws Refusal `forbidden`, `not-found` */
  async one(caller: Principal, id: string): Promise<RunWithStatement> {
    mustHold(caller, RUN_ROLES.read);
    const run = await runSeen(await this.database.open(), id, caller);
    return { ...seen(run), statement: await statementOf((await this.database.open()).manager, run.id) };
  }

  /** The payments of a run; `after`: the `next` of the page before. @throws Refusal `forbidden`, `not-found` */
  async payments(
    caller: Principal,
    id: string,
    { status, after = 0, limit }: { status?: LineStatus; after?: number; limit: number },
  ): Promise<Page<PaymentSeen, number>> {
    mustHold(caller, RUN_ROLES.read);
    const run = await runSeen(await this.database.open(), id, caller);
    const found = await linesOf((await this.database.open()).manager, run.id, {
      ...(status && { statuses: [status] }),
      after,
      limit: limit + 1,
    });
    const lines = found.slice(0, limit);
    return {
      items: lines.map((line) => ({ ...line, grant: line.payable })),
      next: found.length > limit ? (lines.at(-1)?.no ?? null) : null,
    };
  }

  /**
   * The remittance of an authorised run: CSV, the same bytes each time. `request`: which asked for it.
   * @throws Refusal `forbidden`, `not-found`, `not-in-this-state`
   */
  async remittance(caller: Principal, id: string, request: string): Promise<{ fileName: string; csv: string }> {
    mustHold(caller, RUN_ROLES.read);
    const run = await runSeen(await this.database.open(), id, caller);
    if (run.status !== "authorised" && run.status !== "complete") {
      throw new Refusal("not-in-this-state", `A run has a remittance once it is authorised. The run is ${run.status}.`);
    }
    await this.security.note({ what: "remittance-exported", by: caller, about: run.id, request });
    const { manager } = await this.database.open();
    const parts = [remittanceCsv([], { header: true })];
    for (
      let lines = await remittedLines(manager, run.id, 0, ROWS_AT_ONCE);
      lines.length > 0;
      lines = await remittedLines(manager, run.id, lines.at(-1)?.no ?? 0, ROWS_AT_ONCE)
    ) {
      parts.push(remittanceCsv(lines, { header: false }));
    }
    return { fileName: `remittance-${run.id}.csv`, csv: parts.join("") };
  }

  /** Sends one command to a run. @throws Refusal `forbidden`, `not-found`, what the rules say */
  async perform(name: keyof typeof RUN_COMMANDS, id: string, asked: Asked): Promise<RunAnswer> {
    mustHold(asked.caller, RUN_COMMANDS[name].roles);
    mustBeRecent(asked.caller);
    const run = await runSeen(await this.database.open(), id, asked.caller);
    const sent = await this.sender.send(asked, {
      name,
      route: `payment-runs/${run.id}/${slugOf(name)}`,
      prepare: (_source, newId) => ({ subject: runName(run.id), sealed: seal(name, asked.body, newId) }),
    });
    return answered(sent);
  }
}

function answered({ subject, version, status, skipped, beside }: Sent): RunAnswer {
  return {
    run: runOfName(subject) ?? subject,
    version,
    status,
    skipped: skipped.flatMap((one) => ("payment" in one ? [passedOver(one)] : [])),
    ...beside,
  };
}

const seen = (row: PaymentRunRow): RunSeen => ({
  ...row,
  openPayments: row.payments - row.paidPayments - row.failedPayments,
});

function seal(name: RunWireName, body: unknown, newId: NewId): Sealed {
  const sealed = sealFields(RUN_FIELDS[name], body, newId);
  if ("rejection" in sealed) throw refusalOf(sealed.rejection);
  return sealed;
}
