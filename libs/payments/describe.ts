// A payment run in words, for the operator in the Temporal Web UI and the one line of a list: without code, free of
// personal data.

import { longDate } from "../calendar/long-dates.ts";
import { pounds } from "../journey/sentences.ts";
import { needsIf, type Need } from "../words/needs.ts";
import { hubNameOf } from "../words/hub-name.ts";
import { low } from "../words/in-words.ts";
import type { Person } from "./events.ts";
import { openPayments, type PaymentRun, type Run, type RunEffect, type RunStatus } from "./state.ts";

export interface RunDescription {
  summary: string;
  details: string;
  chapter: string;
  attributes: { MathsHub: string; JourneyStatus: string; Needs: Need[] };
}

/** Describes a payment run as it stands. */
export function describe(id: string, run: PaymentRun): RunDescription {
  if (run.status === "none") {
    return {
      summary: `${id}: not prepared`,
      details: "Nobody has prepared a payment run of this name.",
      chapter: "run",
      attributes: { MathsHub: "none", JourneyStatus: "none", Needs: needsIf([]) },
    };
  }
  return {
    summary: summaryOf(run),
    details: detailsOf(run),
    chapter: "run",
    attributes: {
      MathsHub: run.hub ?? "all",
      JourneyStatus: run.status,
      Needs: needsIf([["stuck", run.effects.some(({ stalled }) => stalled)]]),
    },
  };
}

function summaryOf(run: Run): string {
  const { payments, netPence } = run.taken;
  return (
    `${run.hub ?? "every hub"}, up to ${run.cutOff}: ${payments} ${payments === 1 ? "payment" : "payments"}, ` +
    `${pounds(netPence)}, ${run.status}`
  );
}

const NEXT: Record<RunStatus, string> = {
  gathering: "Grants are being taken into it, a batch at a time.",
  prepared: "Somebody who did not prepare it is to authorise it, or cancel it.",
  authorising: "Its payments are being authorised, a batch at a time.",
  authorised: "Each payment is to be confirmed, or to fail.",
  complete: "Every payment was confirmed or has failed; what failed waits for the next run.",
  cancelled: "It was cancelled: its grants wait for the next run.",
};

const DOING: Record<RunEffect, string> = {
  "take-payables": "taking grants into it",
  "authorise-payments": "authorising its payments",
  "confirm-payments": "confirming its payments",
  "let-payments-go": "letting its payments go",
};

function detailsOf(run: Run): string {
  const { taken, paid, failed } = run;
  const keptBack = taken.recoveredPence > 0 ? `, ${pounds(taken.recoveredPence)} being kept back` : "";
  const lines = [
    `**Payment run of ${run.hub === null ? "every hub" : `${hubNameOf(run.hub)} hub`}** · grants released up to ` +
      `${longDate(run.cutOff)} · ${low(run.status)}`,
    `${taken.payments} payments of ${pounds(taken.netPence)}${keptBack}: ` +
      `${paid.payments} paid (${pounds(paid.netPence)}), ${failed.payments} failed ` +
      `(${pounds(failed.netPence)}), ${openPayments(run)} open.`,
    `Prepared by ${somebody(run.preparedBy)}` +
      `${run.authorisedBy === null ? "" : `, authorised by ${somebody(run.authorisedBy)}`}.`,
  ];
  const stalled = run.effects.filter((one) => one.stalled);
  if (stalled.length > 0)
    lines.push(
      `**Not getting through:** ${stalled.map(({ kind }) => DOING[kind]).join(", ")}; it is being tried again.`,
    );
  lines.push(NEXT[run.status]);
  return lines.join("\n\n");
}

/** Who it was stands in the log of commands; here, in which role. */
const somebody = ({ role }: Person): string => `${/^[aeiou]/u.test(role) ? "an" : "a"} ${low(role)}`;
