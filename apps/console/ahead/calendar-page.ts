// The days ahead of a hub or a Work Group: what falls due and what this service does by itself, day by day, the same
// thing of several schools said once.

import { dateWithWeekday, timesOfDay } from "../../../libs/calendar/long-dates.ts";
import { localTime } from "../../../libs/calendar/instants.ts";
import { capital } from "../../../libs/journey/sentences.ts";
import type { Ahead } from "../../../libs/service/ahead/ahead.ts";
import type { Calendar } from "../../../libs/service/ahead/calendars.ts";
import { dayFilter } from "../form-controls.ts";
import type { Html } from "../html.ts";
import { choose, filterForm } from "../look/parts.ts";
import { day } from "../words.ts";

/** What is shown of them: all, what falls due, or what this service does by itself. */
export const SHOWS = ["all", "due", "by-itself"] as const;
export type Shows = (typeof SHOWS)[number];
const WORDS: Readonly<Record<Shows, string>> = {
  all: "Everything",
  due: "What falls due: sessions, visits, tasks of schools",
  "by-itself": "What this service does by itself",
};

/** One thing of a day. `schools`: those it is of; none where it is the Work Group's own. */
interface Thing {
  at: string | null;
  says: string;
  unless: string;
  place: string | null;
  link: string | null;
  schools: readonly { name: string; href: string }[];
}
/** What template calendar.njk is filled with. */
export interface CalendarView {
  whose: string;
  until: string;
  filter: Html;
  days: readonly { name: string; id: string; things: readonly Thing[] }[];
  links: { href: string; words: string } | null;
}

/**
 * The view model. `whose`: the schools it is of; `address`: of this page; `links`: where a link for a calendar program
 * is made, null where they may not.
 */
export function calendarView(
  { items, until }: Calendar,
  look: { whose: string; address: string; shows: Shows; links: string | null },
): CalendarView {
  const fits = ({ kind, cancelled }: Ahead): boolean =>
    cancelled !== true && (look.shows === "all" || (kind === "owed") === (look.shows === "due"));
  const shown = items.filter(fits);
  const choices = SHOWS.map((value) => [value, WORDS[value]] as const);
  return {
    whose: look.whose,
    until: day(until),
    filter: filterForm(look.address, [
      choose({ id: "show", name: "show", label: "What" }, choices, look.shows),
      dayFilter("until", "To which day", until),
    ]),
    days: [...new Set(shown.map(({ on }) => on))].sort().map((on) => ({
      name: dateWithWeekday(on),
      id: `day-${on}`,
      things: thingsOf(shown.filter((one) => one.on === on)),
    })),
    links: look.links === null ? null : { href: look.links, words: "Have these days in your own calendar" },
  };
}

/** The same of several schools is one thing; what has a time comes in its order, after what has the whole day. */
function thingsOf(entries: readonly Ahead[]): Thing[] {
  const found = new Map<string, Thing>();
  for (const one of entries) {
    const at = timeOf(one);
    const key = [at, one.says, one.place, one.link].join("\n");
    const before = found.get(key) ?? {
      ...{ at, says: one.says, unless: `Unless ${one.unless}.`, place: one.place, link: one.link, schools: [] },
    };
    const school = one.journey === null ? [] : [{ name: nameOf(one), href: `/journeys/${one.journey}` }];
    found.set(key, { ...before, schools: [...before.schools, ...school] });
  }
  return [...found.values()].sort((a, b) => ((a.at ?? "") < (b.at ?? "") ? -1 : (a.at ?? "") > (b.at ?? "") ? 1 : 0));
}

/** When in the day: of a meeting from when till when; of what the service does, its hour; else nothing. */
function timeOf({ kind, at, startsAt, endsAt }: Ahead): string | null {
  // What begins a day has no hour that anybody would wait for.
  if (kind === "by-itself") return localTime(at) === "00:00" ? null : localTime(at);
  const times = timesOfDay({ startsAt, endsAt });
  return times === "" ? null : capital(times);
}

const nameOf = ({ school, urn }: Ahead): string => school ?? `School ${urn ?? ""}`;
