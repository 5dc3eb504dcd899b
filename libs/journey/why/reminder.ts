// Why a termly reminder went out, to whom, and why it said what it said; or why it was held back.

import { longDate } from "../../calendar/long-dates.ts";
import type { Instant } from "../../calendar/instants.ts";
import type { EventOf, EventType, Recorded } from "../events.ts";
import { ALL_BY_CODE, listed, type Naming, type NamingOf } from "../sentences.ts";
import { localDate, localTime } from "../../calendar/instants.ts";
import { explained, link, ofService, type Explanation, type Fact, type Link } from "./explanation.ts";
import { partOf, performed, uptoThen, yearAt } from "./stage-year.ts";

type Told = EventOf<"ReminderDue"> | EventOf<"ReminderHeldBack">;

const DUE = ofService(
  "A termly reminder is due at 09:00 on the second Monday of term, or the next school day, in every " +
    "stage-year under way.",
);
const SAYS = ofService(
  "It lists what is missed on its day, and what falls due until the end of term; to a school that owes " +
    "nothing it says what comes next.",
);
const HELD: Record<EventOf<"ReminderHeldBack">["why"], string> = {
  "opted-out": "A school that opted out gets no termly reminder until the opt-out ends.",
  superseded:
    "A reminder that came due while the service was away is sent once if its term goes on; else it is " +
    "superseded, and said so.",
  paused: "A reminder is not sent while the school is paused, and not made up.",
};
const BEHIND: readonly EventType[] = ["RemindersOptedOut", "JourneyPaused", "SchoolReturned"];

/**
 * Explains the reminder that is the event `seq` (sent, or held back), as of an instant; null where that event is none,
 * or came later. `namingOf`: how whoever reads it calls what it names by code.
 */
export function whyReminder(
  facts: readonly Fact[],
  seq: number,
  asOf: Instant,
  namingOf: NamingOf = ALL_BY_CODE,
): Explanation | null {
  const known = uptoThen(facts, asOf);
  const fact = known.find(({ event }) => event.seq === seq);
  // One that was sent once more: why it was due, with the word by which it went again.
  if (fact?.event.type === "ReminderResent") return whyReminder(facts, fact.event.reminder, asOf, namingOf);
  const year = yearAt(known, seq);
  const told = fact?.event;
  if (!fact || !year || (told?.type !== "ReminderDue" && told?.type !== "ReminderHeldBack")) return null;
  const name = namingOf(year.started.commitments);
  const within = partOf(known, year);
  const before = within.filter(({ event }) => event.seq < seq && BEHIND.includes(event.type));
  const missed =
    told.type === "ReminderDue" ? told.outstanding.flatMap((code) => lastMissed(within, code, seq, name)) : [];
  const rule = told.type === "ReminderDue" ? SAYS : ofService(HELD[told.why]);
  const day = `${longDate(localDate(told.dueAt))}, ${localTime(told.dueAt)}`;
  const chain = [
    link(name, year.fact, DUE, `${name.stageYear(year.started)} begins: its ${told.term} reminder is due on ${day}.`),
    ...before.map((one) => link(name, one)),
    ...missed,
    link(name, fact, rule),
    ...afterwards(within, told, name),
  ];
  return explained(`The ${told.term} reminder of ${told.academicYear}`, asOf, stands(told, within, name), chain);
}

/** The event by which something that a reminder lists was missed. */
function lastMissed(within: readonly Fact[], code: string, before: number, name: Naming): Link[] {
  const fact = within.findLast(
    ({ event }) => event.type === "CommitmentMissed" && event.commitment === code && event.seq < before,
  );
  return fact ? [link(name, fact)] : [];
}

function afterwards(within: readonly Fact[], told: Recorded<Told>, name: Naming): Link[] {
  return within.flatMap((fact) => {
    const { event } = fact;
    if (event.type === "EffectPerformed" && event.effect === told.seq)
      return [link(name, fact, null, "The letter has gone.")];
    if (event.type === "EffectStalled" && event.effect === told.seq)
      return [link(name, fact, null, "The letter does not get through; it is being tried again.")];
    return event.type === "ReminderResent" && event.reminder === told.seq ? [link(name, fact)] : [];
  });
}

function stands(told: Recorded<Told>, within: readonly Fact[], name: Naming): string {
  if (told.type === "ReminderHeldBack") return `It was not sent: ${name.word(told.why)}.`;
  const sent = performed(within, told.seq);
  const to = listed(told.to.map((role) => `the ${role.replaceAll("-", " ")}`));
  return sent
    ? `It was sent to ${to} on ${longDate(localDate(sent.event.at))}, ${localTime(sent.event.at)}.`
    : `It is on its way to ${to}.`;
}
