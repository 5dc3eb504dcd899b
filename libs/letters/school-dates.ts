// A school's own dates, as the calendar shows them that it subscribes to: its meetings with their times and places, its
// visits, what is due, and the few days on which its way through the programme turns. In words alone: no code, no
// status, and nothing of how a hub follows up what is missed.

import { isSession } from "../journey/event-words.ts";
import { endOfDay, localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import { longDate } from "../calendar/long-dates.ts";
import { arrangedOf, type Arranged } from "../journey/arranged.ts";
import type { Rules } from "../journey/rules.ts";
import type { Promised } from "../journey/sentences.ts";
import { yearUnderWay, type Commitment, type Journey, type StageYear } from "../journey/state.ts";
import { step } from "../journey/settle.ts";
import { timeAlone } from "../rehearsal/forward/forward.ts";
import { thingOf } from "./invitation.ts";
import { commitmentName, commitmentTodo, stageName } from "./words.ts";

/** `thing`: the same wherever it is moved. `held`: its times, place and link, so far as they are known. */
export interface SchoolDate {
  thing: string;
  on: LocalDate;
  title: string;
  says: string;
  held: Arranged;
  /** Something to be done by that day, and who does it; its name alone. */
  due?: { by: "school" | "hub"; name: string };
  /** A meeting that is held: somebody has to come to it. */
  meets?: true;
  /** At the school itself. */
  atSchool?: true;
  cancelled?: true;
}

/**
 * The dates of the school `journey` from the day of `from` to that of `until`, in order. Those of a year to come are as
 * its programme has them, until it begins. What is met or let go is no date any more; a meeting that is called off
 * stays, as that.
 */
export function schoolDates(
  journey: string,
  state: Journey,
  rules: Rules,
  from: Instant,
  until: Instant,
): SchoolDate[] {
  const year = yearUnderWay(state);
  const all = [...(year === null ? [] : ofYear(journey, year)), ...ofTheWay(journey, state, rules, from, until)];
  const [first, last] = [localDate(from), localDate(until)];
  return all
    .filter(({ on }) => on >= first && on <= last)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.thing < b.thing ? -1 : 1));
}

/** What a meeting is called: as the school's part in it, where it has promised one. */
export function meetingName(
  { commitments }: { commitments: readonly (Promised & { after: string | null })[] },
  code: string,
): string {
  const own = commitments.find((one) => one.code === code);
  const attended = commitments.find((one) => one.after === code && one.kind === "meeting") ?? own;
  if (attended) return commitmentName(attended);
  return `Work Group session ${code.slice("session-".length)}`;
}

function ofYear(journey: string, year: StageYear): SchoolDate[] {
  const { academicYear, commitments, extras, booked, calledOff } = year;
  const thing = (code: string): string => thingOf({ journey, academicYear, code });
  const owed = commitments.filter(({ status }) => status === "open");
  const meetings = commitments
    .filter((one) => isSession(one) && (one.status === "open" || calledOff.includes(one.code)))
    .map((one): SchoolDate => {
      const off = calledOff.includes(one.code);
      const title = meetingName(year, one.code);
      return {
        thing: thing(one.code),
        on: one.dueOn,
        title: off ? `Called off: ${title}` : title,
        says: off ? "It is not held on this day." : partIn(year, one),
        held: one.arranged ?? {},
        ...(off ? { cancelled: true } : { meets: true }),
      };
    });
  const more = extras.map(({ code, on, ...held }): SchoolDate => {
    return {
      thing: thing(code),
      on,
      title: meetingName(year, code),
      says: "You are welcome to come.",
      held,
      meets: true,
    };
  });
  const visits = booked.map(({ commitment, on, ...times }): SchoolDate => {
    const promised = commitments.find(({ code }) => code === commitment);
    const whole = promised?.kind === "visit";
    return {
      // Of support that takes several visits each is one of its own.
      thing: thing(whole ? commitment : `${commitment}/${on}`),
      on,
      title: promised ? commitmentName(promised) : "Support visit",
      says: promised ? partIn(year, promised) : "",
      held: arrangedOf(times),
      atSchool: true,
    };
  });
  const isThere = new Set([...meetings, ...visits].map((one) => one.thing));
  const hangsOn = ({ after }: Commitment): boolean => after !== null && isThere.has(thing(after));
  const due = owed
    .filter((one) => !isSession(one) && !isThere.has(thing(one.code)) && !hangsOn(one))
    .map((one): SchoolDate => ({
      thing: thing(one.code),
      on: one.dueOn,
      title: one.by === "hub" ? `${commitmentName(one)}: by today` : `Due today: ${commitmentName(one)}`,
      says: one.by === "hub" ? "Your hub arranges this with you." : commitmentTodo(one),
      held: {},
      due: { by: one.by, name: commitmentName(one) },
    }));
  return [...meetings, ...more, ...visits, ...due];
}

/** What the school does at a meeting or a visit: its own promises that hang on it. */
function partIn({ commitments }: StageYear, { code, kind }: Commitment): string {
  const parts = commitments
    .filter((one) => one.after === code && one.status === "open")
    .map((one) => commitmentTodo(one));
  const own = kind === "visit" ? ["The Work Group lead visits your school."] : [];
  return [...own, ...parts].join("\n\n");
}

/** Till when an offer is open; when a year begins, and what it brings. */
function ofTheWay(journey: string, state: Journey, rules: Rules, from: Instant, until: Instant): SchoolDate[] {
  const found = state.status === "offered" ? [answerBy(journey, state.offer.respondBy)] : [];
  let now = state;
  for (const event of timeAlone(state, rules, { from, until: endOfDay(localDate(until)) })) {
    now = step(now, event);
    const year = yearUnderWay(now);
    if (event.type !== "StageStarted" || year === null) continue;
    const title = `${stageName(event.stage)} ${event.academicYear} begins`;
    const thing = `${journey}/StageStarted/${event.academicYear}`;
    const says = "Your school’s year in the programme begins.";
    found.push({ thing, on: localDate(event.startsAt), title, says, held: {} }, ...ofYear(journey, year));
  }
  return found;
}

function answerBy(journey: string, on: LocalDate): SchoolDate {
  return {
    thing: `${journey}/OfferAnswer/${on}`,
    on,
    title: "Last day to answer the offer of a place",
    says: `Accept or decline the place by ${longDate(on)}.`,
    held: {},
    due: { by: "school", name: "Answer to the offer of a place" },
  };
}
