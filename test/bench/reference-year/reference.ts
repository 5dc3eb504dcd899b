// The reference school-year, on the real rules: Development 2021/22 of a secondary school, as the rehearsal acts it
// out. It has six dates on which something falls due and three reminders; with the grant of the year before (a what-if)
// there is one to release.

import type { Catalogue } from "../../../libs/prospectus/lookup.ts";
import type { CommandName } from "../../../libs/journey/commands.ts";
import type { EventOf, Recorded } from "../../../libs/journey/events.ts";
import { readRehearsal, type Rehearsal } from "../../../libs/rehearsal/file.ts";

export const STARTS_AT = "2021-06-01T07:00:00Z";
export const YEAR = { begins: "2021-08-31T23:00:00Z", ends: "2022-08-31T23:00:00Z" };

export interface Variant {
  name: string;
  says: string;
  leaveOut: readonly CommandName[];
  /** No letter goes out at once: the mail server has no time, on each of the year's mornings. */
  lettersWait?: boolean;
}
const REFERENCE: Variant = {
  name: "reference",
  says:
    "10 records: 3 registers, 3 visit notes, 2 approvals of the grant, its payment prepared and authorised; " +
    "the school is not carried on",
  leaveOut: ["ConfirmPayment", "InviteToNextStage", "ConfirmNextStage"],
};
export const VARIANTS: readonly Variant[] = [
  REFERENCE,
  {
    ...REFERENCE,
    name: "reference, every letter waiting in the queue",
    says: "the same, with more letters due each morning than the mail server takes at once",
    lettersWait: true,
  },
  {
    name: "exemplary",
    says:
      "the rehearsal’s whole exemplary year: these, the payment confirmed, the next stage offered (with its " +
      "letter) and accepted",
    leaveOut: [],
  },
];

/** The rehearsal of a school with this URN, and the catalogue with the what-if grant in it. */
export function referenceYear(urn: number, catalogue: Catalogue): { rehearsal: Rehearsal; catalogue: Catalogue } {
  const read = readRehearsal(
    {
      prospectus: "2021-22/secondary-development",
      start: "2021-06-01",
      until: "2022-08-31",
      behaviour: "exemplary",
      hub: "attentive",
      school: { urn, name: "Reference School", phase: "secondary", funding: "state", headteacher: true, history: [] },
      policy: { "2021-22/secondary-development": { grant: 2000 } },
    },
    catalogue,
  );
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read;
}

export interface Contents {
  records: number;
  deadlines: number;
  reminders: number;
  grants: number;
  effects: number;
}

/** What a year held, by its events: records are commands that were accepted, deadlines are dates. */
export function contentsOf(events: readonly Recorded[], records: number): Contents {
  const year = events.filter(({ at }) => at >= YEAR.begins && at < YEAR.ends);
  const count = (type: Recorded["type"]): number => year.filter((event) => event.type === type).length;
  const dates = stageStarted(events).commitments.map(({ dueOn }) => dueOn);
  return {
    records,
    deadlines: new Set(dates).size,
    reminders: count("ReminderDue"),
    grants: count("GrantReleased"),
    effects: count("EffectPerformed"),
  };
}

/** The beginning of the year. Throws where it did not begin. */
export function stageStarted(events: readonly Recorded[]): EventOf<"StageStarted"> {
  const started = events.find((event) => event.type === "StageStarted");
  if (started?.type !== "StageStarted") throw new Error("the reference year did not begin");
  return started;
}
