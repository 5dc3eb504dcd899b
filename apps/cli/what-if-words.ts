// What a what-if found, for a person to read.

import { localDate, type Instant } from "../../libs/calendar/instants.ts";
import { pounds } from "../../libs/journey/sentences.ts";
import type { Count, Totals, WhatIf } from "../../libs/rehearsal/forward/what-if.ts";
import type { Policy } from "../../libs/prospectus/catalogue.ts";

const LINES: readonly [Count, string][] = [
  ["stageYears", "stage-years begin"],
  ["grants", "grants come due"],
  ["grantsPence", "of grants"],
  ["reminders", "termly reminders"],
  ["missed", "commitments missed"],
  ["escalations", "escalations"],
  ["tasks", "tasks for hub leads"],
  ["lapsed", "offers lapse"],
];
const MOST_NAMED = 20;

/** The counts side by side, and which journeys change. */
export function wordsOf(
  { now, then, changed }: WhatIf,
  policy: Policy,
  { from, until }: { from: Instant; until: Instant },
): string {
  const figures = Object.entries(policy).flatMap(([id, each]) =>
    Object.entries(each).map(([name, value]) => `  ${id}: ${name} ${value}`),
  );
  const rows = LINES.map(
    ([count, words]) => `  ${shown(count, now).padStart(12)} ${shown(count, then).padStart(12)}  ${words}`,
  );
  const named = changed.slice(0, MOST_NAMED).map(
    ({ journey, hub, by }) =>
      `  ${journey} (${hub}): ${Object.entries(by)
        .map(([count, more]) => `${count} ${more > 0 ? "+" : ""}${count === "grantsPence" ? more / 100 : more}`)
        .join(", ")}`,
  );
  return [
    `What if, from ${localDate(from)} to ${localDate(until)}, if nobody does anything; years that have ` +
      `begun keep their figures:`,
    ...figures,
    "",
    `${now.journeys} journeys`,
    `  ${"as it is".padStart(12)} ${"what if".padStart(12)}`,
    ...rows,
    "",
    `${changed.length} ` +
      `${changed.length === 1 ? "journey changes" : "journeys change"}${changed.length > 0 ? ":" : "."}`,
    ...named,
    ...(changed.length > MOST_NAMED ? [`  … and ${changed.length - MOST_NAMED} more (--json names all)`] : []),
    "",
  ].join("\n");
}

function shown(count: Count, totals: Totals): string {
  return count === "grantsPence" ? pounds(totals.grantsPence) : String(totals[count]);
}
