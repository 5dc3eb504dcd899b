// A Work Group in words, for the operator in the Temporal Web UI and the one line of a list: without code, free of
// personal data.

import { localDate, localTime, type Instant } from "../calendar/instants.ts";
import { nextUp } from "./due.ts";
import type { Formed, WorkGroup } from "./state.ts";

export interface GroupDescription {
  /** One line: programme, places, waitlist. */
  summary: string;
  /** Markdown: places, who waits, the next session, what is not right. */
  details: string;
  chapter: string;
  attributes: { MathsHub: string; AcademicYear: string; JourneyStatus: string };
}

/** Describes a Work Group as it stands. */
export function describe(id: string, group: WorkGroup): GroupDescription {
  if (group.status === "none") {
    const attributes = { MathsHub: "none", AcademicYear: "none", JourneyStatus: "none" };
    return {
      summary: `${id}: not formed`,
      details: "Nobody has formed a Work Group of this name.",
      chapter: "not formed",
      attributes,
    };
  }
  return {
    summary: `${group.prospectus}: ${placesInWords(group)}`,
    details: detailsOf(group),
    chapter: group.academicYear,
    attributes: { MathsHub: group.hub, AcademicYear: group.academicYear, JourneyStatus: group.status },
  };
}

/** `5 of 7 places (3 taken, 2 offered), 4 waiting` */
export function placesInWords(group: Formed): string {
  const taken = group.taken.filter((one) => one.status === "taken").length;
  const most =
    group.places === null ? `${group.taken.length} places` : `${group.taken.length} of ${group.places.most} places`;
  return `${most} (${taken} taken, ${group.taken.length - taken} offered), ${group.waitlist.length} waiting`;
}

/**
 * What is not as the page has it, in words; null where nothing is. `holding`: how many schools hold a place; `least`:
 * how many there are to be.
 */
export function warningOf(status: string, holding: number, least: number | null): string | null {
  if (status !== "formed" || least === null || holding >= least) return null;
  return (
    `Below its number: the programme asks for at least ${least} schools, and ${holding} ` +
    `${holding === 1 ? "holds" : "hold"} a place.`
  );
}

/** Where a school waits. `position`: from 1; null on no Work Group's waitlist. `workGroup`: which it waits for. */
export interface Waiting {
  workGroup?: string | null;
  position: number | null;
  since: Instant;
  held: boolean;
  together?: number | null;
}

/** Why a school waits where it waits, in words. `when`, `called`: how their reader sees an instant, a Work Group. */
export function turnInWords(
  { workGroup = null, position, since, held, together = null }: Waiting,
  when: (at: Instant) => string = (at) => `${localDate(at)} ${localTime(at)}`,
  called: (workGroup: string) => string = (id) => id,
): string {
  if (position === null)
    return workGroup === null
      ? "Kept waiting by the hub, on no Work Group’s waitlist: no place is offered to it by itself."
      : `Waits for ${called(workGroup)}, which is not formed yet, or holds a place for it already.`;
  const before = position === 1 ? "nobody before it" : `${position - 1} before it`;
  const asOne = together !== null && together > 1;
  const turn = held
    ? "it is passed over until it has answered what the hub asked"
    : asOne
      ? `it waits together with ${together - 1} more, for ${together} places at once`
      : position === 1
        ? "the next place that falls free is offered to it"
        : "first come, first served";
  return `On the waitlist since ${when(since)}, as number ${position}, with ${before}: ${turn}.`;
}

function detailsOf(group: Formed): string {
  const lines = [
    `**${group.prospectus}** · hub ${group.hub} · ${group.status}, ${group.delivery}`,
    `${placesInWords(group)}.`,
  ];
  const warning = warningOf(group.status, group.taken.length, group.places?.least ?? null);
  if (warning !== null) lines.push(`**${warning}**`);
  if (group.taken.length > 0)
    lines.push(`In it: ${group.taken.map((one) => `${one.journey} (${one.status})`).join(", ")}`);
  if (group.waitlist.length > 0)
    lines.push(
      `Waiting, in order: ${group.waitlist
        .slice(0, 10)
        .map((one) => one.journey)
        .join(", ")}${group.waitlist.length > 10 ? ", …" : ""}`,
    );
  const coming = group.sessions.filter((one) => one.status === "scheduled").map((one) => `${one.code} (${one.on})`);
  if (coming.length > 0) lines.push(`Sessions to come: ${coming.join(", ")}`);
  const stalled = group.effects.filter((one) => one.stalled);
  if (stalled.length > 0)
    lines.push(
      `**Not getting through:** the offer to ${stalled.map((one) => one.journey).join(", ")}; it is being ` +
        `tried again.`,
    );
  const next = nextUp(group);
  if (next?.what === "year-ends") lines.push(`Next, by itself: its year ends, ${localDate(next.at)}.`);
  if (next?.what === "next-offer") lines.push(`Next, by itself: ${next.first.journey} is offered a place.`);
  return lines.join("\n\n");
}
