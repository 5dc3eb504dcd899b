// What the read tables hold, as the API answers it: without the tables' own keys, money with its currency.

import type { StageYear } from "../../../libs/journey/state.ts";
import { present } from "../../../libs/service/shape/present.ts";
import type { JourneyRow, JourneyWhole } from "../../../libs/service/journeys/journeys.ts";
import { JourneyAnswer, JourneyRowAnswer } from "./journey.dto.ts";

/** One line of a list of journeys. */
export function presentRow(row: JourneyRow): JourneyRowAnswer {
  return present(JourneyRowAnswer, rowOf(row));
}

/** A journey with all that belongs to it; `stages` are those begun, oldest first. */
export function presentWhole(whole: JourneyWhole, stages: readonly StageYear[]): JourneyAnswer {
  const grants = whole.grants.map((grant) => ({
    ...grant,
    amount: grant.amountPence,
    currency: "GBP" as const,
    waitsFor: grant.asks?.cause ?? null,
    clawback: { status: grant.clawback, amount: grant.clawbackPence, invoiced: grant.invoiced },
  }));
  return present(JourneyAnswer, { ...whole, ...rowOf(whole), stages: [...stages], grants });
}

function rowOf(row: JourneyRow): JourneyRowAnswer {
  const { nextAt, nextWhat, stage, academicYear } = row;
  return {
    ...row,
    stage: known(stage),
    academicYear: known(academicYear),
    next: nextAt === null ? null : { at: nextAt, what: nextWhat },
  };
}

/** Search attributes say `none` where there is nothing; an answer says null. */
function known(word: string | null): string | null {
  return word === "none" ? null : word;
}
