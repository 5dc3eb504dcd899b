// The termly reminder, one that is sent again, and a chaser: written from the journey as it stands when it goes out.

import { localDate } from "../calendar/instants.ts";
import type { EventOf, Recorded } from "../journey/events.ts";
import { yearUnderWay, type StageYear } from "../journey/state.ts";
import { dueSoon } from "./due-soon.ts";
import { termlyReminder, type ReminderFacts } from "./termly-reminder.ts";
import type { Beside, Notice, Told } from "./told.ts";
import { themesToChoose } from "./year-dates.ts";

type Reminder = Recorded<EventOf<"ReminderDue"> | EventOf<"ReminderResent">>;
type Chaser = Recorded<EventOf<"ChaserDue">>;
type TermTold = Told & { event: Reminder | Chaser };

/** A reminder or a chaser as things stand now; null where nothing of it is left to say. */
export function termNotice(asked: TermTold, beside: Beside): Notice | null {
  const { event } = asked;
  const year = yearUnderWay(asked.state);
  if (year === null) return null;
  if (event.type === "ChaserDue") return chase(asked, event, year);
  if (isSuperseded(asked, event, year)) return null;
  const outcomes = beside.rules.catalogue.get(year.prospectus)?.texts.outcomes ?? [];
  const themes = themesToChoose(asked.state, year, localDate(event.at), beside);
  const facts = { ...factsOf(asked, event, year), outcomes, themes };
  return {
    kind: "termly-reminder",
    to: event.to,
    copies: facts.copies,
    reminds: true,
    about: facts.outstanding.map(({ code }) => code),
    prospectus: year.prospectus,
    write: (envelope) =>
      termlyReminder(event.type === "ReminderResent" ? { again: "asked-for", ...envelope } : envelope, facts),
  };
}

/**
 * Of what was due soon, all that is still missing and still due that day or later; nothing, where that is nothing or
 * nobody wants it.
 */
function chase(asked: Told, event: Chaser, year: StageYear): Notice | null {
  const wanted = year.commitments.filter((one) => one.status === "open" && event.commitments.includes(one.code));
  const off = asked.events.some((later) => later.seq > event.seq && (isOptOut(later) || later.type === "ReminderDue"));
  const movedSince = new Set(
    asked.events.flatMap((one) =>
      one.seq > event.seq && one.type === "CommitmentRescheduled" ? [one.commitment] : [],
    ),
  );
  const commitments = wanted.filter(({ code }) => !movedSince.has(code));
  if (off || year.academicYear !== event.academicYear || commitments.length === 0) return null;
  return {
    kind: "due-soon",
    to: event.to,
    reminds: true,
    about: commitments.map(({ code }) => code),
    prospectus: year.prospectus,
    write: (envelope) => dueSoon(envelope, { commitments }),
  };
}

/** Another year, a later reminder, or the school has opted out since (an operator who sends one again means it). */
function isSuperseded({ events }: Told, event: Reminder, year: StageYear): boolean {
  if (year.academicYear !== event.academicYear) return true;
  return events.some(
    (later) =>
      later.seq > event.seq &&
      (later.type === "ReminderDue" ||
        later.type === "ReminderResent" ||
        (isOptOut(later) && event.type === "ReminderDue")),
  );
}

/** The school as a whole wants none; one person who wants none is passed over when it is delivered. */
const isOptOut = (event: Recorded): boolean => event.type === "RemindersOptedOut" && event.person === undefined;

/**
 * As things stand now: nobody is asked for what has come in meanwhile (it moves to the thanks), and what was missed
 * since is named.
 */
function factsOf({ events }: Told, event: Reminder, year: StageYear): Omit<ReminderFacts, "outcomes"> {
  const on = localDate(event.at);
  const termEndsOn = year.reminders.find(({ term }) => term === event.term)?.termEndsOn ?? on;
  const nextEndsOn =
    year.reminders
      .map((one) => one.termEndsOn)
      .sort()
      .find((day) => day > termEndsOn) ?? termEndsOn;
  const outstanding = year.commitments.filter(
    (one) =>
      one.by === "school" &&
      (one.status === "missed" || (one.status === "open" && event.outstanding.includes(one.code))),
  );
  const ahead = year.commitments.filter(
    (one) => one.status === "open" && one.dueOn >= on && !outstanding.includes(one),
  );
  const metSince = new Set(
    events.flatMap((one) =>
      one.type === "CommitmentMet" && one.seq > lastReminder(events, event, year) ? [one.commitment] : [],
    ),
  );
  return {
    term: event.term,
    academicYear: event.academicYear,
    on,
    outstanding,
    received: year.commitments.filter((one) => one.by === "school" && one.status === "met" && metSince.has(one.code)),
    comingUp: ahead.filter(({ dueOn }) => dueOn <= termEndsOn),
    nextTerm: ahead.filter(({ dueOn }) => dueOn > termEndsOn && dueOn <= nextEndsOn),
    later: ahead.filter(({ dueOn }) => dueOn > termEndsOn && dueOn > nextEndsOn),
    adapted: adaptedIn(events, year),
    copies: event.type === "ReminderDue" ? (event.copies ?? []) : [],
  };
}

/** How the group meets for now, where that was changed since the year began. */
function adaptedIn(events: readonly Recorded[], { academicYear, restsUntil }: StageYear): ReminderFacts["adapted"] {
  const began = events.findLast((one) => one.type === "StageStarted" && one.academicYear === academicYear)?.seq ?? 0;
  const last = events.findLast((one) => one.seq > began && one.type === "DeliveryAdapted");
  return last?.type === "DeliveryAdapted" && last.delivery !== null ? { delivery: last.delivery, restsUntil } : null;
}

/** The `seq` after which thanks are due: the reminder before this one, or the start of the year. */
function lastReminder(events: readonly Recorded[], event: Reminder, year: StageYear): number {
  const before = events.filter(
    (one) =>
      one.seq < event.seq &&
      ((one.type === "ReminderDue" && one.term !== event.term) ||
        (one.type === "StageStarted" && one.academicYear === year.academicYear)),
  );
  return before.at(-1)?.seq ?? 0;
}
