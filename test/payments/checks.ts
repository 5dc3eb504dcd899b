// What must hold after any number of kills and double submissions, counted in PostgreSQL. Each query finds what is
// wrong.

import type { DataSource } from "typeorm";

const WRONG: Readonly<Record<string, string>> = {
  "a transaction of the ledger does not balance":
    "select transaction as what from ledger_entries group by transaction having sum(amount_pence) <> 0 or " +
    "count(*) < 2",
  "a grant was not paid exactly once by a line": `select payables.id as what from payables left join payment_lines on
    payable = payables.id and payment_lines.status = 'paid'
    group by payables.id having count(payment) <> 1`,
  "a journey does not hold exactly one GrantPaid": `select payables.journey as what from payables left join events on
    stream = 'journey/' || journey and type = 'GrantPaid'
    group by payables.journey having count(seq) <> 1`,
  "a grant reads as not paid": `select journey as what from grants where status <> 'paid'`,
  "a school is still owed money, or owes it": `select account as what from ledger_entries where account like
    'journey:%' group by account having sum(amount_pence) <> 0`,
  "somebody authorised their own run":
    "select id as what from payment_runs where authorised_by is null or authorised_by = prepared_by",
  "somebody authorised what they prepared, in a journey": `select a.stream as what from events as p join events as a on
    a.stream = p.stream
    where p.type = 'PaymentRunPrepared' and a.type = 'PaymentRunAuthorised' and a.data->>'run' = p.data->>'run' and
      a.data->>'authorisedBy' = p.data->>'preparedBy'`,
  "a run is not complete": `select id as what from payment_runs where status <> 'complete'`,
  "the totals of a run are not those of its lines": `select id as what from payment_runs join payment_lines as line on
    line.run = payment_runs.id group by id
    having payments <> count(*) or payment_runs.net_pence <> sum(line.net_pence) or payment_runs.gross_pence <>
      sum(line.gross_pence)
      or payment_runs.paid_pence <> coalesce(sum(line.net_pence) filter (where line.status = 'paid'), 0) or
        payment_runs.failed_payments <> count(*) filter (where line.status = 'failed')`,
  "a stream has a gap": "select stream as what from events group by stream having max(seq) <> count(*)",
  "something is open that nobody performs": `select stream as what from streams where stream like 'payment-run/%' and
    open_effects > 0`,
};

export interface Verdict {
  faults: string[];
  facts: Record<string, number>;
}

/** Everything that is wrong, and what it all came to. */
export async function check(dataSource: DataSource): Promise<Verdict> {
  const faults: string[] = [];
  for (const [says, query] of Object.entries(WRONG)) {
    const rows: { what: string }[] = await dataSource.query(query);
    if (rows.length > 0)
      faults.push(
        `${says}: ${rows
          .slice(0, 5)
          .map(({ what }) => what)
          .join(", ")}${rows.length > 5 ? ` and ${rows.length - 5} more` : ""}`,
      );
  }
  const [facts]: Record<string, string>[] =
    await dataSource.query(`select (select count(*) from payables) as grants, (select count(*) from payment_runs) as
      runs,
    (select count(*) from payment_lines) as lines, (select count(*) from payment_lines where status = 'failed') as
      failed,
    (select coalesce(sum(amount_pence), 0) from payables) as released, (select coalesce(sum(net_pence), 0) from
      payment_lines where status = 'paid') as paid,
    (select coalesce(sum(recovered_pence), 0) from payment_lines where status = 'paid') as kept_back,
    (select coalesce(sum(amount_pence), 0) from ledger_entries) as ledger, (select -coalesce(sum(amount_pence), 0) from
      ledger_entries where account like 'hub:%:bank') as bank,
    (select count(*) from ledger_transactions) as transactions, (select count(*) from events) as events`);
  const counted = Object.fromEntries(Object.entries(facts ?? {}).map(([name, value]) => [name, Number(value)]));
  if (counted["released"] !== (counted["paid"] ?? 0) + (counted["kept_back"] ?? 0))
    faults.push("what was released is not what was paid and kept back");
  if (counted["paid"] !== counted["bank"]) faults.push("what left the bank is not what was paid");
  if (counted["ledger"] !== 0) faults.push("the ledger does not add up to nothing");
  return { faults, facts: counted };
}
