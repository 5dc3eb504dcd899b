// The account of a hub's reminders: how many were due, and each that was not sent, with why.

import type { ReminderReport, ReportedReminder } from "../../../libs/service/hubs/reminder-report.ts";
import { listed } from "../../../libs/journey/sentences.ts";
import { html, type Html } from "../html.ts";
import { addressOf, type ListAsked, type ListFilter } from "../lists/list-asked.ts";
import type { Column, ListSpec } from "../lists/list-view.ts";
import { aloud, subNavigation, tag } from "../look/parts.ts";
import { day, inWords, low } from "../words.ts";

/** `names`: of schools by journey. `years`: those that can be asked for. `totals`: null before they are counted. */
export interface RemindersKnown {
  names: ReadonlyMap<string, string>;
  years: readonly string[];
  totals: ReminderReport["totals"] | null;
}

const OUTCOMES: Readonly<Record<string, string>> = {
  sent: "Sent",
  merged: "Told in another letter",
  "held-back": "Held back",
  superseded: "Superseded",
  pending: "On the way",
  stalled: "Does not get through",
};
const TERMS = ["autumn", "spring", "summer"] as const;
const WHY: Readonly<Record<string, string>> = {
  "opted-out": "The school asked for no more until the term’s end",
  paused: "The school is paused",
  withdrawn: "The school has left",
  "no-letter": "Told with the next letter that goes anyway",
  "one-a-day": "Whom it is for had their letter of that day",
  "twelve-a-year": "Whom it is for had twelve that year",
  "held-by-hub": "The hub holds it back",
  "too-late": "Its term was over before it could go",
  "no-longer-so": "What it would have said was no longer so",
};

/** What the list is. It stands school by school. */
export function remindersList(known: RemindersKnown): ListSpec<ReportedReminder> {
  return {
    base: "/reminders",
    filters: filters(known.years),
    sorts: ["school"],
    noun: ["reminder", "reminders"],
    caption: "Reminders that were due, with what became of each",
    empty: "There is none here.",
    ...(known.totals !== null && { intro: introOf(known.totals) }),
    columns: columns(known),
    file: "/reminders/reminders.csv",
  };
}

function filters(years: readonly string[]): ListFilter[] {
  const choice = (
    name: string,
    label: string,
    any: string,
    all: readonly (readonly [string, string])[],
  ): ListFilter => ({
    ...{ kind: "choice", name, label, any },
    choices: all.map(([value, words]) => ({ value, words })),
  });
  return [
    choice("outcome", "What became of it", "Anything", Object.entries(OUTCOMES)),
    choice(
      "term",
      "Term",
      "All terms",
      TERMS.map((one) => [one, inWords(one)]),
    ),
    choice(
      "academicYear",
      "Year",
      "All years",
      years.map((one) => [one, one]),
    ),
  ];
}

/** How many there are of each outcome, each the way to those alone. */
export function remindersTotals(
  totals: ReminderReport["totals"],
  asked: ListAsked,
  spec: Pick<ListSpec<ReportedReminder>, "base" | "sorts">,
): Html {
  const { outcome: shown, ...others } = asked.filters;
  const total = (outcome: string | null, number: number, words: string) => ({
    href: addressOf(spec, asked, { filters: { ...others, ...(outcome !== null && { outcome }) } }),
    words: `${number} ${words}`,
    here: (shown ?? null) === outcome,
  });
  const views = [
    total(null, totals.due, "were due"),
    total("sent", totals.sent, "sent"),
    total("merged", totals.merged, "told in another letter"),
    total("held-back", totals.heldBack, "held back"),
    total("superseded", totals.superseded, "superseded"),
    total("pending", totals.pending, "on the way"),
    total("stalled", totals.stalled, "do not get through"),
  ];
  return subNavigation("Reminders", views);
}

const introOf = ({ letters, bounced }: ReminderReport["totals"]): string =>
  `Every reminder that was due is in one of these. ${letters} ${letters === 1 ? "letter" : "letters"} went out for ` +
  `those sent, each to one reader; ${bounced} came back.`;

/** How many the list has in all that is asked for. */
export function totalOf(totals: ReminderReport["totals"], { filters: { outcome } }: ListAsked): number {
  const { due, sent, merged, heldBack, superseded, pending, stalled } = totals;
  return { sent, merged, "held-back": heldBack, superseded, pending, stalled }[outcome ?? ""] ?? due;
}

function sent({ sentAt, letters, bounced }: ReportedReminder): string | null {
  if (sentAt === null) return null;
  const back = bounced === 0 ? "" : `, ${bounced} came back`;
  return `${day(sentAt)}, ${letters} ${letters === 1 ? "letter" : "letters"}${back}`;
}

/** For what it was sent, where that is not the term. */
function causeOf(event: ReportedReminder["event"]): string | null {
  if (event?.type === "ChaserDue" || event?.type === "ChaserHeldBack")
    return `Due soon: ${listed(event.commitments.map(low))}`;
  if (event?.type === "CommitmentEscalated") return `Missed: ${low(event.commitment)}`;
  if (event?.type === "MeetingAnnounced") return `Announced: ${low(event.meeting)}`;
  return event?.type === "ReminderResent" ? "Sent again" : null;
}

const secondLine = (words: string | null): Html | null =>
  words === null ? null : html`<span class="second-line">${words}</span>`;
const whatOf = ({ kind, term, academicYear }: ReportedReminder): string =>
  kind === "termly" ? `${inWords(term)} ${academicYear}` : inWords(kind);
const outcomeOf = ({ outcome }: ReportedReminder): string => OUTCOMES[outcome] ?? inWords(outcome);
const whyOf = ({ why }: ReportedReminder): string | null => (why === null ? null : (WHY[why] ?? inWords(why)));

function columns({ names }: RemindersKnown): Column<ReportedReminder>[] {
  const school = ({ journey, urn }: ReportedReminder): string => names.get(journey) ?? `School ${urn}`;
  return [
    {
      head: "School",
      cell: (one) =>
        html`<a class="govuk-link" href="/journeys/${one.journey}">${school(one)}</a>${secondLine(one.urn)}`,
      file: school,
    },
    { head: "URN", file: ({ urn }) => urn },
    { head: "Reminder", cell: (one) => html`${whatOf(one)}${secondLine(causeOf(one.event))}`, file: whatOf },
    { head: "For what", file: ({ event }) => causeOf(event) ?? "" },
    { head: "Was due", cell: ({ dueAt }) => day(dueAt), file: ({ dueAt }) => day(dueAt) },
    { head: "What became of it", cell: outcomeCell, file: outcomeOf },
    { head: "Why", file: (one) => whyOf(one) ?? "" },
    { head: "Sent", file: (one) => sent(one) ?? "" },
    { head: "More", cell: (one) => whyCell(one, school(one)) },
  ];
}

function outcomeCell(one: ReportedReminder): Html {
  const look = one.outcome === "sent" ? "done" : one.outcome === "stalled" ? "late" : "plain";
  const instead = one.fellBack ? "To somebody who stands in" : null;
  return html`${tag(outcomeOf(one), look)}${secondLine(whyOf(one))}${secondLine(sent(one))}${secondLine(instead)}`;
}

function whyCell({ journey, seq, kind, dueAt }: ReportedReminder, school: string): Html | string {
  if (seq === null || kind !== "termly") return "";
  const which = ` the reminder that was due ${day(dueAt)}: ${school}`;
  return html`<a class="govuk-link" href="/journeys/${journey}/why/${seq}">${aloud("Why?", which)}</a>`;
}
