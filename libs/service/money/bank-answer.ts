// What the bank says of the payments of a run, as a file: looked at first, then applied. Each row speaks of one
// payment; rows that say the same go as one command. The file is kept nowhere.

import { createHash } from "node:crypto";
import { runName } from "../../contract/payment-run.ts";
import { sealFields } from "../../journey/wire.ts";
import { MOST_PAYMENTS, RUN_FIELDS } from "../../payments/command-fields.ts";
import { FAILURES } from "../../payments/commands.ts";
import { ServiceUnavailable } from "../../temporal/subject-client.ts";
import type { InWords } from "../../words/rejection.ts";
import { mustBeRecent } from "../access/recent.ts";
import { mustHold } from "../access/roles.ts";
import type { Principal } from "../access/principal.ts";
import { rowsOf, type CsvRow } from "../bulk/csv-rows.ts";
import type { Asked } from "../commands/asked.ts";
import type { CommandSender, Order, Sent } from "../commands/command-sender.ts";
import { slugOf } from "../commands/journey-commands.ts";
import { Refusal, refusalOf } from "../refusal.ts";
import type { PaymentRuns } from "./payment-runs.ts";
import { PREPARERS } from "./run-commands.ts";

export const ANSWER_COLUMNS = {
  reference: "Of the payment, as on the remittance",
  outcome: "paid, failed or returned",
  reason: `Where it is not paid: ${FAILURES.join(", ")}; else other`,
} as const;
type Column = keyof typeof ANSWER_COLUMNS;

const COMMANDS = { paid: "ConfirmPayment", failed: "FailPayment", returned: "ReturnPayment" } as const;
export const OUTCOMES = ["paid", "failed", "returned"] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What would come of a row, or came of it; `outcome`: what the bank says, null where that cannot be read. */
export interface AnswerLine {
  line: number;
  payment: string | null;
  outcome: Outcome | null;
  result: "accepted" | "rejected" | "waiting";
  because: InWords | null;
}

/** `id`: of these very rows of this run. `open`: payments that the run has open, before they are applied or after. */
export interface BankAnswer {
  id: string;
  run: string;
  accepted: number;
  rejected: number;
  waiting: number;
  open: number;
  lines: AnswerLine[];
}

interface Told {
  line: number;
  payment: string;
  outcome: Outcome;
  reasonCode: string | null;
}
type Read = Told | AnswerLine;

export class BankAnswers {
  constructor(
    private readonly runs: PaymentRuns,
    private readonly sender: CommandSender,
  ) {}

  /**
   * What would come of every row of the file, now. Writes nothing.
   * @throws Refusal `forbidden`, `not-found`, `invalid`
   */
  async look(caller: Principal, run: string, file: AsyncIterable<Buffer>, request: string): Promise<BankAnswer> {
    return this.come(caller, run, file, (read) => this.send(read, run, { caller, request, preview: true }));
  }

  /**
   * Applies the file that was looked at, as `id`; each row once, however often it is applied. `preview`: look once
   * more.
   * @throws Refusal `forbidden`, `not-found`, `invalid` for another file
   */
  async apply(
    { caller, request, preview = false }: Pick<Asked, "caller" | "request" | "preview">,
    run: string,
    id: string,
    file: AsyncIterable<Buffer>,
  ): Promise<BankAnswer> {
    if (!preview) mustBeRecent(caller);
    return this.come(caller, run, file, (read) => {
      if (read.id !== id) {
        const detail = "This is not the file that was looked at: look at this one first, then apply it by its own id.";
        throw new Refusal("invalid", detail, { errors: [{ pointer: "", detail }] });
      }
      return this.send(read, run, { caller, request, preview });
    });
  }

  /** Whether somebody may say what the bank said of this run. @throws Refusal `forbidden`, `not-found` */
  async mayAnswer(caller: Principal, run: string): Promise<void> {
    mustHold(caller, PREPARERS);
    await this.runs.one(caller, run);
  }

  private async come(
    caller: Principal,
    run: string,
    file: AsyncIterable<Buffer>,
    send: (read: { id: string; rows: Read[] }) => Promise<AnswerLine[]>,
  ): Promise<BankAnswer> {
    await this.mayAnswer(caller, run);
    const read = await readAnswer(file, run);
    const lines = await send(read);
    const { openPayments: open } = await this.runs.one(caller, run);
    const count = (result: AnswerLine["result"]): number => lines.filter((one) => one.result === result).length;
    return {
      id: read.id,
      run,
      accepted: count("accepted"),
      rejected: count("rejected"),
      waiting: count("waiting"),
      open,
      lines,
    };
  }

  private async send(
    { id, rows }: { id: string; rows: Read[] },
    run: string,
    by: Pick<Asked, "caller" | "request"> & { preview: boolean },
  ): Promise<AnswerLine[]> {
    const lines: AnswerLine[] = rows.filter((row): row is AnswerLine => "result" in row);
    const told = rows.filter((row): row is Told => !("result" in row));
    for (const [index, group] of groupsOf(told).entries())
      lines.push(...(await this.sendGroup(group, run, `${id}/${index}`, by)));
    return lines.sort((a, b) => a.line - b.line);
  }

  private async sendGroup(
    group: readonly Told[],
    run: string,
    key: string,
    { preview, ...by }: Pick<Asked, "caller" | "request"> & { preview: boolean },
  ): Promise<AnswerLine[]> {
    const [first] = group;
    if (first === undefined) return [];
    const name = COMMANDS[first.outcome];
    const body = {
      payments: group.map(({ payment }) => payment),
      ...(first.outcome === "paid" ? { made: true } : { reasonCode: first.reasonCode }),
    };
    const order: Order = {
      name,
      route: `payment-runs/${run}/${slugOf(name)}`,
      prepare: (_source, newId) => {
        const sealed = sealFields(RUN_FIELDS[name], body, newId);
        if ("rejection" in sealed) throw refusalOf(sealed.rejection);
        return { subject: runName(run), sealed };
      },
    };
    const all = (result: AnswerLine["result"], because: InWords | null): AnswerLine[] =>
      group.map(({ line, payment, outcome }) => ({ line, payment, outcome, result, because }));
    try {
      const sent: Sent = preview
        ? await this.sender.send({ ...by, body, key: "looked-at", preview: true }, order)
        : await this.sender.sendOne(commandOf(run, key), { ...by, body }, order);
      const passed = new Map(sent.skipped.flatMap((one) => ("payment" in one ? [[one.payment, one] as const] : [])));
      return group.map(({ line, payment, outcome }): AnswerLine => {
        const skipped = passed.get(payment);
        if (skipped === undefined) return { line, payment, outcome, result: "accepted", because: null };
        const because = skipped.rejection ?? { code: skipped.why, detail: skipped.detail ?? "" };
        return { line, payment, outcome, result: "rejected", because };
      });
    } catch (error) {
      // What became of them is not known: the same file, applied again, finds out.
      if (error instanceof ServiceUnavailable) return all("waiting", null);
      if (!(error instanceof Refusal)) throw error;
      const because = error.rejection ?? { code: error.code, detail: error.message };
      return all(error.code === "unavailable" ? "waiting" : "rejected", because);
    }
  }
}

/** Under which id a group of rows is sent: the same file again finds what became of it, whoever sends it. */
function commandOf(run: string, key: string): string {
  return createHash("sha256")
    .update(JSON.stringify(["bank-answer", run, key]))
    .digest("hex");
}

/** Rows that say the same, at most as many at a time as one command takes; the same of the same file. */
function groupsOf(told: readonly Told[]): Told[][] {
  const by = new Map<string, Told[][]>();
  for (const one of told) {
    const key = `${one.outcome} ${one.reasonCode ?? ""}`;
    const groups = by.get(key) ?? [];
    const last = groups.at(-1);
    if (last === undefined || last.length === MOST_PAYMENTS) groups.push([one]);
    else last.push(one);
    by.set(key, groups);
  }
  return [...by.values()].flat();
}

async function readAnswer(file: AsyncIterable<Buffer>, run: string): Promise<{ id: string; rows: Read[] }> {
  const rows = await rowsOf<Column>(file, { columns: ANSWER_COLUMNS, indispensable: ["reference", "outcome"] });
  const hash = createHash("sha256").update(JSON.stringify(["bank-answer", run]));
  const seen = new Set<string>();
  const read = rows.map((row): Read => {
    const { reference = "", outcome = "", reason = "" } = row.cells;
    hash.update(`${JSON.stringify([row.line, reference, outcome, reason])}\n`);
    const told = toldBy(row);
    if (!("result" in told) && seen.has(told.payment)) return notRead(row, "This payment is in the file twice.");
    seen.add(reference);
    return told;
  });
  return { id: hash.digest("hex").slice(0, 32), rows: read };
}

function toldBy(row: CsvRow<Column>): Read {
  const { reference = "", outcome: said = "", reason = "" } = row.cells;
  const outcome = OUTCOMES.find((one) => one === said.toLowerCase());
  if (row.tooLong) return notRead(row, "The row has more cells than the header has columns.");
  if (!/^[a-z0-9-]{1,60}$/u.test(reference)) return notRead(row, "There is no reference as on the remittance.");
  if (outcome === undefined) return notRead(row, `outcome is one of ${OUTCOMES.join(", ")}.`);
  if (outcome === "paid") return { line: row.line, payment: reference, outcome, reasonCode: null };
  const reasonCode = FAILURES.find((one) => one === (reason === "" ? "other" : reason.toLowerCase()));
  if (reasonCode === undefined) return notRead(row, `reason is one of ${FAILURES.join(", ")}.`);
  return { line: row.line, payment: reference, outcome, reasonCode };
}

function notRead({ line, cells }: CsvRow<Column>, detail: string): AnswerLine {
  const { reference = "" } = cells;
  const payment = /^[a-z0-9-]{1,60}$/u.test(reference) ? reference : null;
  return { line, payment, outcome: null, result: "rejected", because: { code: "invalid", detail } };
}
