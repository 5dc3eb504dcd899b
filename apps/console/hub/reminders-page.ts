// The account of a hub's reminders: how many were due, and each that was not sent, with why.

import type { ReminderReport, ReportedReminder } from "../../../libs/service/hubs/reminder-report.ts";
import { listed } from "../../../libs/journey/sentences.ts";
import { html, type Html } from "../html.ts";
import { day, inWords, low } from "../words.ts";
import { choose, filterForm, subNavigation } from "../look/parts.ts";

/** What is listed: those in one outcome; of which term. Empty: all. */
export interface RemindersShow {
  outcome: string;
  term: string;
  academicYear: string;
}
/** `names`: of schools by journey. `years`: those that can be asked for. */
export interface RemindersLook {
  show: RemindersShow;
  next: string | null;
  names: ReadonlyMap<string, string>;
  years: readonly string[];
}

const OUTCOMES: Readonly<Record<string, string>> = {
  sent: "Sent",
  "held-back": "Held back",
  superseded: "Superseded",
  pending: "On the way",
  stalled: "Does not get through",
};
export const OUTCOME_CODES = Object.keys(OUTCOMES);
export const TERM_CODES = ["autumn", "spring", "summer"] as const;
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

/** The report. */
export function remindersPage(
  totals: ReminderReport["totals"],
  items: readonly ReportedReminder[],
  look: RemindersLook,
): Html {
  const { show, next } = look;
  const total = (outcome: string, number: number, words: string) => ({
    href: address({ ...show, outcome }),
    words: `${number} ${words}`,
    here: show.outcome === outcome,
  });
  const views = [
    total("", totals.due, "were due"),
    total("sent", totals.sent, "sent"),
    total("merged", totals.merged, "told in another letter"),
    total("held-back", totals.heldBack, "held back"),
    total("superseded", totals.superseded, "superseded"),
    total("pending", totals.pending, "on the way"),
    total("stalled", totals.stalled, "do not get through"),
  ];
  return html`${filter(look)}${subNavigation("Reminders", views)}
<p>Every reminder that was due is in one of these. ${totals.letters} ${totals.letters === 1 ? "letter" : "letters"}
  went out for those sent, each to one reader; ${totals.bounced} came back.</p>
${items.length === 0 ? html`<p class="note">There is none here.</p>` : table(items, look)}
${
  next === null
    ? null
    : html`<p><a class="button" href="${address(show)}&amp;after=${encodeURIComponent(next)}">More
  reminders</a></p>`
}`;
}

function address({ outcome, term, academicYear }: RemindersShow): string {
  return `/reminders?${new URLSearchParams({ outcome, term, academicYear }).toString()}`;
}

function filter({ show, years }: RemindersLook): Html {
  const terms = TERM_CODES.map((one) => [one, inWords(one)] as const);
  const ofYears = years.map((one) => [one, one] as const);
  return filterForm("/reminders", [
    html`<input type="hidden" name="outcome" value="${show.outcome}">`,
    choose({ id: "f-term", name: "term", label: "Term" }, [["", "All terms"], ...terms], show.term),
    choose({ id: "f-year", name: "academicYear", label: "Year" }, [["", "All years"], ...ofYears], show.academicYear),
  ]);
}

function sent({ sentAt, letters, bounced }: ReportedReminder): Html | null {
  if (sentAt === null) return null;
  const back = bounced === 0 ? "" : `, ${bounced} came back`;
  return html`<small>${day(sentAt)}, ${letters} ${letters === 1 ? "letter" : "letters"}${back}</small>`;
}

/** For what it was sent, where that is not the term. */
function causeOf(event: ReportedReminder["event"]): string | null {
  if (event?.type === "ChaserDue" || event?.type === "ChaserHeldBack")
    return `Due soon: ${listed(event.commitments.map(low))}`;
  if (event?.type === "CommitmentEscalated") return `Missed: ${low(event.commitment)}`;
  if (event?.type === "MeetingAnnounced") return `Announced: ${low(event.meeting)}`;
  return event?.type === "ReminderResent" ? "Sent again" : null;
}

function table(items: readonly ReportedReminder[], { names }: RemindersLook): Html {
  const line = (one: ReportedReminder): Html => {
    const termly = one.kind === "termly";
    const why = one.why === null ? null : html`<small>${WHY[one.why] ?? inWords(one.why)}</small>`;
    const look = one.outcome === "sent" ? "done" : one.outcome === "stalled" ? "late" : "";
    return html`<tr><th scope="row"><a
      href="/journeys/${one.journey}">${names.get(one.journey) ?? `School ${one.urn}`}</a><small>${one.urn}</small></th>
<td>${termly ? `${inWords(one.term)} ${one.academicYear}` : inWords(one.kind)}<small>${causeOf(one.event)}</small></td>
<td>${day(one.dueAt)}</td><td><span
  class="tag ${look}">${OUTCOMES[one.outcome] ?? inWords(one.outcome)}</span>${why}${sent(one)}${
    one.fellBack ? html`<small>To somebody who stands in</small>` : null
  }</td>
<td>${
      one.seq === null || one.kind !== "termly"
        ? ""
        : html`<a href="/journeys/${one.journey}/why/${one.seq}">Why?<span
  class="only-read"> the reminder that was due ${day(one.dueAt)}:
  ${names.get(one.journey) ?? `School ${one.urn}`}</span></a>`
    }</td></tr>`;
  };
  return html`<div class="wide"><table><thead><tr><th scope="col">School</th><th scope="col">Reminder</th><th
    scope="col">Was due</th><th scope="col">What became of it</th><th
      scope="col">More</th></tr></thead><tbody>${items.map(line)}</tbody></table></div>`;
}
