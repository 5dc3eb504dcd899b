// When and where a session is held, as letters say it.

import { dateWithWeekday, timesOfDay } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import { type Block, paragraph } from "./letter.ts";

/** So much of it as is known. `startsAt`, `endsAt`: `HH:MM` in London; `place`, `link`: as people wrote them. */
export interface Held {
  on: LocalDate;
  startsAt?: string;
  endsAt?: string;
  place: string | null;
  link: string | null;
  online: boolean;
}

/** The same as it is kept: `placeId`, `linkId` are ids of texts. */
export interface KeptHeld {
  on: LocalDate;
  startsAt?: string;
  endsAt?: string;
  placeId?: string;
  linkId?: string;
  where?: string;
}

/** With the words of its place and its link. */
export function heldOf(
  { on, startsAt, endsAt, placeId, linkId, where }: KeptHeld,
  text: (id: string) => string | null,
): Held {
  return {
    on,
    ...(startsAt !== undefined && { startsAt }),
    ...(endsAt !== undefined && { endsAt }),
    place: placeId === undefined ? null : text(placeId),
    link: linkId === undefined ? null : text(linkId),
    online: where === "online",
  };
}

/** `Wednesday 14 October 2020, 9:30am to midday`, or the day alone. */
export function whenHeld({ on, startsAt, endsAt }: Omit<Held, "place" | "link" | "online">): string {
  return [dateWithWeekday(on), timesOfDay({ startsAt: startsAt ?? null, endsAt: endsAt ?? null })]
    .filter((one) => one !== "")
    .join(", ");
}

/** `at Example School, Hall Road`, `online`; nothing where nobody has said it. */
export function whereHeld({ place, online }: Pick<Held, "place" | "online">): string | null {
  if (online) return "online";
  return place === null ? null : `at ${place}`;
}

/** Where to come, or to click, as part of a letter; where nobody has said it yet, who will. */
export function whereBlocks(held: Held): Block[] {
  const { place, link, online } = held;
  if (online && link !== null && isWebAddress(link)) return [{ kind: "link", text: "Join it online", href: link }];
  if (online) return [paragraph("It is held online. Your Work Group lead sends you the link.")];
  if (place !== null) return [paragraph(`Where: ${place}`)];
  return held.startsAt === undefined
    ? [paragraph("Your Work Group lead tells you the time and the place.")]
    : [paragraph("Your Work Group lead tells you the place.")];
}

/** What people wrote as a link is one, and leads to a page. */
export function isWebAddress(link: string): boolean {
  return /^https:\/\/\S+$/iu.test(link) && URL.canParse(link);
}
