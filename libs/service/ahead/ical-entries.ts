// What lies ahead as entries of a calendar that people subscribe to.

import type { DataSource } from "typeorm";
import { addSeconds, localTime, type Instant } from "../../calendar/instants.ts";
import { uidOf, type IcalEntry, type When } from "../../calendar/ical.ts";
import { fold } from "../../journey/evolve.ts";
import type { Rules } from "../../journey/rules.ts";
import { schoolDates } from "../../letters/school-dates.ts";
import { eventsOf } from "../../views/events-of.ts";
import { schoolNames } from "../schools/school-names.ts";
import { heldIn, type Ahead, type Held, type Places, type Span } from "./ahead.ts";

const MINUTES = 15 * 60;

/**
 * Entries of what is owed, of a whole day or at the time of a meeting, and of what the service does by itself, at
 * its time; none makes anybody busy. `stamp`: when they were made. An entry keeps its identifier as long as it is
 * the same thing: it is moved there, by a higher sequence. A session that is called off stays, cancelled; a
 * commitment that is met or waived is left out: the calendar is published whole at each reading, so a subscriber's
 * copy loses it with that, and "cancelled" would be the wrong word for what was done. Where two are alike, the
 * second has a number of its own.
 */
export function icalEntries(ahead: readonly Ahead[], stamp: Instant): IcalEntry[] {
  const met = new Map<string, number>();
  return ahead.map((entry) => {
    const { id, version, cancelled, at, on, kind, says, unless, place, link } = entry;
    const times = (met.get(id) ?? 0) + 1;
    met.set(id, times);
    return {
      uid: uidOf(times === 1 ? id : `${id}/${times}`),
      sequence: version,
      cancelled: cancelled === true,
      stamp,
      title: `${schoolOf(entry)}${says.replace(/\.$/u, "")}`,
      says: `${says} Not if ${unless}.`,
      place,
      link,
      when: kind === "owed" ? { on, ...timesOf(entry) } : { on, ...quarterFrom(at) },
    };
  });
}

/** A calendar that people subscribe to: what their program calls it, and its entries. */
export interface Subscribed {
  name: string;
  entries: readonly IcalEntry[];
}

/** The dates of one school, in its own words. Rejects with StoreError. */
export async function schoolCalendar(
  source: DataSource,
  journey: string,
  rules: Rules,
  { from, until }: Span,
  places: Places,
): Promise<Subscribed> {
  const school = (await schoolNames(source, [journey])).get(journey) ?? "School";
  const state = fold((await eventsOf(source, [journey])).get(journey) ?? []);
  const dates = schoolDates(journey, state, rules, from, until);
  const texts = await places(dates.map(({ held }) => held));
  const sequence = state.status === "none" ? 0 : state.seq;
  const entries = dates.map(({ thing, on, title, says, held, atSchool, cancelled }) => {
    const { link, place, ...times } = heldIn(held, texts);
    return {
      uid: uidOf(thing),
      sequence,
      stamp: from,
      title,
      says: [link === null ? "" : `Join here: ${link}`, says].filter((part) => part !== "").join("\n\n"),
      when: { on, ...timesOf(times) },
      place: atSchool === true ? school : place,
      link,
      cancelled: cancelled === true,
    };
  });
  return { name: `${school}: Teaching for Mastery`, entries };
}

function timesOf({ startsAt, endsAt }: Pick<Held, "startsAt" | "endsAt">): Omit<When, "on"> {
  return { ...(startsAt !== null && { startsAt }), ...(endsAt !== null && { endsAt }) };
}

function quarterFrom(at: Instant): Omit<When, "on"> {
  const [startsAt, endsAt] = [localTime(at), localTime(addSeconds(at, MINUTES))];
  return { startsAt, ...(endsAt > startsAt && { endsAt }) };
}

function schoolOf({ school, urn }: Ahead): string {
  return urn === null ? "" : `${school ?? `School ${urn}`}: `;
}
