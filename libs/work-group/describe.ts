// A Work Group in words, for the operator in the Temporal Web UI and the one line of a list: without code, free of
// personal data.

import { localDate, localTime, type Instant } from "../calendar/instants.ts";
import { longDate } from "../calendar/long-dates.ts";
import { groupNameOf, type GroupNaming } from "../words/group-name.ts";
import { needsIf, type Need } from "../words/needs.ts";
import { hubNameOf } from "../words/hub-name.ts";
import { low, moment, programmeOfId } from "../words/in-words.ts";
import { nextUp } from "./due.ts";
import { schoolOf } from "./happened.ts";
import type { Formed, WorkGroup } from "./state.ts";

export interface GroupDescription {
  /** One line: programme, places, waitlist. */
  summary: string;
  /** Markdown: places, who waits, the next session, what is not right. */
  details: string;
  chapter: string;
  attributes: { MathsHub: string; AcademicYear: string; JourneyStatus: string; Needs: Need[] };
}

/** Describes a Work Group as it stands. `called`: what Work Groups are called. */
export function describe(id: string, group: WorkGroup, called: GroupNaming = groupNameOf): GroupDescription {
  if (group.status === "none") {
    const attributes = { MathsHub: "none", AcademicYear: "none", JourneyStatus: "none", Needs: needsIf([]) };
    return {
      summary: `${id}: not formed`,
      details: "Nobody has formed a Work Group of this name.",
      chapter: "not formed",
      attributes,
    };
  }
  return {
    summary: `${group.prospectus}: ${placesInWords(group)}`,
    details: detailsOf(called(id), group),
    chapter: group.academicYear,
    attributes: {
      MathsHub: group.hub,
      AcademicYear: group.academicYear,
      JourneyStatus: group.status,
      Needs: needsIf([
        ["stuck", group.effects.some(({ stalled }) => stalled)],
        ["decision", group.task !== null],
      ]),
    },
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

/** The most that are named of those who wait. */
const MOST_NAMED = 10;
const PLACE = { reserved: "offered", taken: "takes part" } as const;

function detailsOf(name: string, group: Formed): string {
  const { status, delivery, hub, academicYear } = group;
  const programme = programmeOfId(group.prospectus);
  const lines = [
    `**${name}** · ${programme} · ${hubNameOf(hub)} hub · ${status}, ${low(delivery)}`,
    `${placesInWords(group)}.`,
  ];
  const warning = warningOf(status, group.taken.length, group.places?.least ?? null);
  if (warning !== null) lines.push(`**${warning}**`);
  const stalled = group.effects.filter((one) => one.stalled);
  if (stalled.length > 0)
    lines.push(
      `**Not getting through:** the offer to ${stalled.map((one) => schoolOf(one.journey)).join(", ")}; tried again ` +
        `and again.`,
    );
  const next = nextUp(group);
  if (next?.what === "year-ends") lines.push(`Next, by itself: its year ${academicYear} ends, ${moment(next.at)}.`);
  if (next?.what === "next-offer") lines.push(`Next, by itself: ${schoolOf(next.first.journey)} is offered a place.`);
  const coming = group.sessions.filter((one) => one.status === "scheduled");
  if (coming.length > 0)
    lines.push(`Sessions to come: ${coming.map(({ code, on }) => `${low(code)} (${longDate(on)})`).join(", ")}`);
  if (group.taken.length > 0)
    lines.push(`In it: ${group.taken.map((one) => `${schoolOf(one.journey)} (${PLACE[one.status]})`).join(", ")}`);
  if (group.waitlist.length > 0)
    lines.push(
      `Waiting, in order: ${group.waitlist
        .slice(0, MOST_NAMED)
        .map((one) => schoolOf(one.journey))
        .join(", ")}${group.waitlist.length > MOST_NAMED ? ", …" : ""}`,
    );
  return lines.join("\n\n");
}

/**
 * What must be right in the details though nothing comes sooner for it: schools take and leave places by what happens
 * in their own journeys.
 */
export function standsAs(group: WorkGroup): string {
  if (group.status === "none") return "";
  const { status, taken, waitlist } = group;
  const held = waitlist.map(({ journey, held: isHeld }) => `${journey} ${isHeld}`);
  return [status, group.task === null, ...taken.map((one) => `${one.journey} ${one.status}`), "", ...held].join("\n");
}
