// What happens to single schools beside the ordinary: somebody leaves, a head changes, a school pauses, money is held
// back. Each has its day, and is asked for by who would ask.

import { addDays } from "../../libs/calendar/dates.ts";
import type { LocalDate } from "../../libs/calendar/instants.ts";
import { nextSchoolDay } from "../../libs/calendar/terms.ts";
import { teachersNow } from "../../libs/journey/teachers.ts";
import type { RoutedCommand } from "../../libs/service/commands/journey-commands.ts";
import type { Fate } from "./cohorts.ts";
import type { HubAtWork } from "./hub.ts";
import type { School } from "./school.ts";

type Told = (hub: HubAtWork, school: School) => Promise<unknown>;
/** A day of the school's first stage-year (`+1-02-03`: in its second calendar year), or a date. */
type Step = readonly [day: string, told: Told];

const says =
  (command: RoutedCommand, body: object): Told =>
  (hub, school) =>
    hub.command(school, command, body);

const pays =
  (command: RoutedCommand, body: object): Told =>
  (hub, school) =>
    hub.command(school, command, body, hub.by("finance-officer"));

const STORIES: Readonly<Partial<Record<Fate, readonly Step[]>>> = {
  withdraws: [
    [
      "+1-02-03",
      says("WithdrawSchool", { reason: "The school joins another trust, which has a programme of its own." }),
    ],
  ],
  ineligible: [
    [
      "2025-01-27",
      says("WithdrawSchool", {
        reason: "It has become an independent school, for which there is no place.",
        reasonCode: "ineligible",
      }),
    ],
  ],
  moves: [["2025-03-06", movesOn]],
  pauses: [["2025-01-20", says("PauseJourney", { reason: "The mathematics lead is away until the summer." })]],
  returns: [
    ["+0-11-20", says("PauseJourney", { reason: "The roof is being mended, and classes are taught elsewhere." })],
    ["+1-02-25", says("ReturnToProgramme", {})],
  ],
  "replaces-teacher": [["+0-11-25", replaces]],
  "teacher-leaves": [["2025-02-24", leaves]],
  "new-head": [["+0-11-05", newHead]],
  "opts-out": [["+1-01-30", says("OptOutOfReminders", { reason: "The office reads too many of them." })]],
  concern: [
    ["2025-01-29", says("RaiseConcern", { reason: "Nobody has been released for visits since October." })],
    [
      "2025-02-05",
      says("AgreeConcernSteps", { steps: "The head frees both teachers on Wednesdays.", reviewOn: "2025-03-19" }),
    ],
  ],
  withheld: [["2024-12-04", pays("WithholdGrant", { reason: "The school has said that it will leave at Easter." })]],
  "claws-back": [["2025-02-12", pays("RequestClawback", { reason: "One of the two teachers was never released." })]],
  recovers: [
    ["2025-01-14", pays("RequestClawback", { amount: 50_000, reason: "Half of the release was not taken." })],
    ["2025-02-20", pays("RecordRecovery", { amount: 50_000 })],
  ],
  unpaid: [["2025-03-03", pays("ApproveGrant", {})]],
  "paid-late": [
    ["2025-03-03", pays("ApproveGrant", {})],
    ["2025-03-05", (hub, school) => hub.command(school, "ApproveGrant", {}, hub.by("hub-lead"))],
  ],
};

/** Puts what happens to a school on the agenda of its hub, as far as it comes before a day. */
export function happens(hub: HubAtWork, school: School, until: LocalDate): void {
  const { fate, year, urn } = school.cast;
  const { calendar } = hub.desk.shared.rules;
  for (const [day, told] of STORIES[fate] ?? []) {
    const on = nextSchoolDay(calendar, addDays(dateIn(day, year), Number(urn) % 3));
    if (on < until) hub.on(on, `10:${10 + (Number(urn) % 50)}`, async () => void (await told(hub, school)));
  }
}

function dateIn(day: string, year: string): LocalDate {
  const [, after] = /^\+(\d)-/u.exec(day) ?? [];
  return after === undefined ? day : `${Number(year.slice(0, 4)) + Number(after)}${day.slice(2)}`;
}

/** To the other hub, as when a school has moved to a trust of its. */
async function movesOn(hub: HubAtWork, school: School): Promise<void> {
  const to = hub.hub.code === "great-north" ? "east-midlands-south" : "great-north";
  const reason = "The school has joined a trust whose other schools are with that hub.";
  await hub.command(school, "MoveToHub", { hub: to, reason }, hub.by("hub-lead"));
}

async function replaces(hub: HubAtWork, school: School): Promise<void> {
  const [, second] = school.state.status === "none" ? [] : teachersNow(school.state);
  if (second === undefined) return;
  const by = await hub.personFor(school, "teacher-3");
  const reason = "The teacher has left for another school.";
  const body = { participant: second.id, by, role: second.role, experienced: true, authority: true, reason };
  await hub.command(school, "ReplaceParticipant", body);
}

async function leaves(hub: HubAtWork, school: School): Promise<void> {
  const [, second] = school.state.status === "none" ? [] : teachersNow(school.state);
  if (second === undefined) return;
  await hub.command(school, "ReleaseParticipant", { participant: second.id, reason: "On leave from next week." });
}

async function newHead(hub: HubAtWork, school: School): Promise<void> {
  await hub.command(school, "NameHeadteacher", { contact: { ...school.cast.head, firstName: "Morgan" } });
}
