// When in the day and where a session is held: local times, and where to come or to click, whose words are people's and
// stand in the text store.

import type { LocalTime } from "../calendar/instants.ts";

export const WHERES = ["online", "in-person"] as const;
export type Where = (typeof WHERES)[number];

/** From when till when: on its day, in London. */
export interface Times {
  startsAt?: LocalTime;
  endsAt?: LocalTime;
}

/**
 * What is known of how a session is held; nothing that is not. `placeId`, `linkId`: ids of texts. Where it is
 * online the link counts, else the place: the other is kept for when it changes back.
 */
export interface Arranged extends Times {
  placeId?: string;
  linkId?: string;
  where?: Where;
}

/** The same as a command says it, so far as it says it. */
export interface Arranging extends Times {
  place?: { id: string };
  link?: { id: string };
  where?: Where;
}

/** What is known of something that may be arranged: of a session, or an event about one. */
export function arrangedOf({ startsAt, endsAt, placeId, linkId, where }: Arranged): Arranged {
  return {
    ...(startsAt !== undefined && { startsAt }),
    ...(endsAt !== undefined && { endsAt }),
    ...(placeId !== undefined && { placeId }),
    ...(linkId !== undefined && { linkId }),
    ...(where !== undefined && { where }),
  };
}

/** From when till when, of whatever says so. */
export function timesOf({ startsAt, endsAt }: Times): Times {
  return arrangedOf({ startsAt, endsAt });
}

/** As a command that passes it on says it: what is not said to be online is not. */
export function arrangingOf({ placeId, linkId, where = "in-person", ...times }: Arranged): Arranging {
  return {
    ...timesOf(times),
    where,
    ...(placeId !== undefined && { place: { id: placeId } }),
    ...(linkId !== undefined && { link: { id: linkId } }),
  };
}

/**
 * What is known after a command, as its event carries it: whole, so that who reads the event needs no other. What
 * the command does not say stays; who gives a link alone means online, who gives a place alone means there. In
 * person is what it is where nobody says, and is said only of what was online.
 */
export function arrange(data: Arranging, had: Arranged): Arranged {
  const { place, link, startsAt = had.startsAt, endsAt = had.endsAt } = data;
  const meant = link && !place ? "online" : place && !link ? "in-person" : had.where;
  const where = data.where ?? meant;
  const said = where === "online" || had.where === "online" ? where : undefined;
  return arrangedOf({
    startsAt,
    endsAt,
    placeId: place?.id ?? had.placeId,
    linkId: link?.id ?? had.linkId,
    where: said,
  });
}

/** Does a command say anything that is otherwise than it was? */
export function arrangesAnew(data: Arranging, had: Arranged): boolean {
  const now = arrange(data, had);
  const same = (key: keyof Arranged): boolean => now[key] === had[key];
  const inPerson = (one: Arranged): boolean => one.where !== "online";
  return !(["startsAt", "endsAt", "placeId", "linkId"] as const).every(same) || inPerson(now) !== inPerson(had);
}

/** Other times, not only another place: who moves it by that says why. */
export function retimes(data: Arranging, { startsAt, endsAt }: Arranged): boolean {
  const { startsAt: from = startsAt, endsAt: to = endsAt } = data;
  return from !== startsAt || to !== endsAt;
}
