// A demonstration has a clock of its own, so nothing that counts may ever have it: all that must hold before that clock
// is believed.

import type { Danger } from "./beyond.ts";
import { isBeyondThisMachine, type Whereabouts } from "./beyond.ts";
import type { Shape } from "./shapes.ts";

/** The one database that may live by a clock of a demonstration, and by no other: `npm run demo` makes it. */
export const DEMO_DATABASE = "school_journeys_demo";

/** `aheadMs`: how far its clock is before this machine's; behind it, where that is less than nothing. */
export interface Demonstration {
  aheadMs: number;
}

const INSTANT = String.raw`(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)`;

/** As DEMO_CLOCK has it: what the clock of a demonstration shows, and when by this machine's. */
export const demoClock: Shape<Demonstration> = {
  mustBe: "what the clock of a demonstration shows and when, such as 2025-03-11T10:00:00Z/2026-11-29T09:00:00Z",
  read(text) {
    const [, shows, when] = new RegExp(`^${INSTANT}/${INSTANT}$`, "u").exec(text) ?? [];
    const aheadMs = Date.parse(shows ?? "") - Date.parse(when ?? "");
    return Number.isNaN(aheadMs) ? undefined : { aheadMs };
  },
};

/** DEMO_CLOCK for a clock that shows an instant (UTC) when this machine's shows another. */
export function demoClockOf(shows: string, when: string): string {
  return `${shows}/${when}`;
}

/** What a process was given, as far as a demonstration is concerned. `mail`: which setting would have letters leave. */
export interface Staged extends Whereabouts {
  demo: Demonstration | undefined;
  databaseUrls: readonly string[];
  mail: "SMTP_URL" | "NOTIFY_API_KEY" | null;
}

/** All that must not be so in a demonstration, or outside of one. */
export function dangersOfDemo({ demo, databaseUrls, mail, ...where }: Staged): Danger[] {
  const isDemos = (url: string): boolean => URL.parse(url)?.pathname === `/${DEMO_DATABASE}`;
  const dangers: [boolean, Danger["variable"], string][] = demo
    ? [
        [!databaseUrls.every(isDemos), "DEMO_CLOCK", `is for the database ${DEMO_DATABASE} alone: unset it.`],
        [isBeyondThisMachine(where), "DEMO_CLOCK", "must not be set beyond this machine: a demonstration stays on it."],
        [mail !== null, mail ?? "SMTP_URL", "must not be set in a demonstration: no mail leaves it."],
      ]
    : [
        [
          databaseUrls.some(isDemos),
          "DATABASE_URL",
          "names the database of a demonstration: it lives by a clock of its own, so `npm run demo` alone runs it.",
        ],
      ];
  return dangers.flatMap(([is, variable, says]) => (is ? [{ variable, detail: `${variable} ${says}` }] : []));
}
