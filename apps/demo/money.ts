// A hub's money: a budget a year, a payment run a month that one person prepares and another authorises, and the bank's
// answer as the bank gives it, in a file.

import { Readable } from "node:stream";
import { addDays } from "../../libs/calendar/dates.ts";
import { nextSchoolDay } from "../../libs/calendar/terms.ts";
import type { LocalDate } from "../../libs/calendar/instants.ts";
import type { HubAtWork } from "./hub.ts";

/** What hubs allow for the grants of a year, in pence. */
const ALLOCATED_PENCE = 2_500_000;
const PAY_DAY = "25";
/** No grants are paid in August: nobody is there to say so. */
const MONTHS = ["10", "11", "12", "01", "02", "03", "04", "05", "06", "07"] as const;
const BANK_DAYS = 3;

/** Sets the budget of a year, written 2024-25. */
export async function setsBudget(hub: HubAtWork, year: string): Promise<void> {
  const caller = hub.by("finance-officer");
  await hub.tries(`budget ${year}`, "SetBudget", () =>
    hub.desk.budgets.set(caller, hub.hub.code, year, { allocatedPence: ALLOCATED_PENCE }),
  );
}

/** Puts the payment runs of an academic year on the agenda, up to a day; the last of them is only prepared. */
export function paysMonthly(hub: HubAtWork, startYear: number, until: LocalDate): void {
  const { calendar } = hub.desk.shared.rules;
  for (const month of MONTHS) {
    const day = nextSchoolDay(calendar, `${month >= "09" ? startYear : startYear + 1}-${month}-${PAY_DAY}`);
    if (addDays(day, BANK_DAYS + 4) < until) hub.on(day, "11:05", () => run(hub, day));
  }
}

/** A run that is prepared and left for somebody to authorise. */
export function prepares(hub: HubAtWork, day: LocalDate): void {
  hub.on(day, "11:05", async () => {
    await prepare(hub);
  });
}

async function run(hub: HubAtWork, day: LocalDate): Promise<void> {
  const id = await prepare(hub);
  if (id === null) return;
  hub.on(day, "15:30", async () => {
    const asked = hub.asked(hub.by("hub-lead"), "authorise");
    await hub.tries(id, "AuthorisePaymentRun", () =>
      hub.desk.runs.perform("AuthorisePaymentRun", id, { ...asked, body: {} }),
    );
  });
  const { calendar } = hub.desk.shared.rules;
  hub.on(nextSchoolDay(calendar, addDays(day, BANK_DAYS)), "10:15", () => bankAnswers(hub, id));
}

async function prepare(hub: HubAtWork): Promise<string | null> {
  let id: string | null = null;
  const asked = hub.asked(hub.by("finance-officer"), "run");
  if (!anythingReleased(hub)) return null;
  await hub.tries("payment-run", "PreparePaymentRun", async () => {
    const prepared = await hub.desk.runs.prepare({ ...asked, body: {} });
    id = prepared.run;
  });
  return id;
}

const anythingReleased = (hub: HubAtWork): boolean =>
  [...hub.schools.values()].some(
    ({ state }) => state.status !== "none" && state.grants.some((one) => one.status === "released"),
  );

/** One in six accounts has been closed, as happens. */
const CLOSED = 1 / 6;

async function bankAnswers(hub: HubAtWork, run: string): Promise<void> {
  const caller = hub.by("finance-officer");
  const { items } = await hub.desk.runs.payments(caller, run, { limit: 200 });
  const rows = items
    .filter(({ status }) => status === "authorised")
    .map(({ payment, urn }) => {
      const closed = hub.chance(`account ${urn}`) < CLOSED && !hub.accountsClosed.has(urn);
      if (closed) hub.accountsClosed.add(urn);
      return closed ? `${payment},failed,account-closed` : `${payment},paid,`;
    });
  if (rows.length === 0) return;
  const file = () => Readable.from([Buffer.from(["reference,outcome,reason", ...rows, ""].join("\r\n"))]);
  await hub.tries(run, "BankAnswer", async () => {
    const looked = await hub.desk.bank.look(caller, run, file(), "demo-bank");
    await hub.desk.bank.apply({ caller, request: "demo-bank" }, run, looked.id, file());
  });
}
