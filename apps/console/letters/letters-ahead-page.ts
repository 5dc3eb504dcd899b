// The letters that will go out if nothing comes in, day by day, each to be opened in full.

import { localDate, localTime } from "../../../libs/calendar/instants.ts";
import { dateWithWeekday } from "../../../libs/calendar/long-dates.ts";
import type { Block, Letter } from "../../../libs/letters/letter.ts";
import { unlessInWords } from "../../../libs/rehearsal/forward/letter-reasons.ts";
import type { LettersPage } from "../../../libs/service/ahead/letters-ahead.ts";
import type { HeldBecause, LetterToCome } from "../../../libs/service/ahead/moments.ts";
import { dayFilter } from "../form-controls.ts";
import type { Html } from "../html.ts";
import { fileWay, type AroundView, type Column } from "../lists/list-view.ts";
import { letterShown } from "../letter-shown.ts";
import type { SummaryListOptions } from "../look/options.ts";
import { doneBanner, filterForm } from "../look/parts.ts";
import { day, inWords, low } from "../words.ts";

/**
 * Whose letters they are. `address`: of this page; `back`: where it came from; `several`: of several schools; `holds`:
 * whether this person may hold them; `done`: what has just been done.
 */
export interface AheadLook {
  whose: string;
  address: string;
  back: { href: string; words: string } | null;
  several: boolean;
  holds: boolean;
  done: string | null;
}

/** A letter to come. `about`: the school, where the page has several; `hold`: the way to hold it back. */
interface Line {
  time: string;
  subject: string;
  to: string;
  about: { href: string; name: string } | null;
  reasons: SummaryListOptions["rows"];
  held: readonly { says: string; letGo: string | null }[];
  hold: string | null;
  letter: Html;
}
/** What template letters-ahead.njk is filled with. */
export interface LettersAheadView {
  done: Html | null;
  whose: string;
  until: string;
  filter: Html;
  days: readonly { on: string; letters: readonly Line[] }[];
  later: string | null;
  ways: AroundView["ways"];
  back: AheadLook["back"];
}

/** The view model. */
export function lettersAheadView({ items, next, until }: LettersPage, look: AheadLook): LettersAheadView {
  const { whose, address, back, done } = look;
  const days = [...new Set(items.map(({ at }) => localDate(at)))];
  return {
    done: doneBanner(done),
    whose,
    until: day(until),
    filter: filterForm(address, [dayFilter("until", "To which day", until)]),
    days: days.map((date) => ({
      on: dateWithWeekday(date),
      letters: items.filter(({ at }) => localDate(at) === date).map((one) => lineOf(one, look)),
    })),
    later: next === null ? null : `${address}?until=${until}&after=${encodeURIComponent(next)}`,
    ways: items.length === 0 ? [] : [fileWay(`${address}/letters-to-come.csv`, `until=${until}`)],
    back,
  };
}

/** What a file has of each: all but the letter itself. */
export const LETTERS_AHEAD_COLUMNS: readonly Column<LetterToCome>[] = [
  { head: "Day", file: ({ at }) => localDate(at) },
  { head: "Time", file: ({ at }) => localTime(at) },
  { head: "School", file: schoolOf },
  { head: "URN", file: ({ urn }) => urn },
  { head: "To", file: ({ to }) => to.reader.name ?? "" },
  { head: "Role", file: ({ to }) => inWords(to.reader.role) },
  { head: "Letter", file: ({ letter }) => letter.subject },
  { head: "Why it goes", file: ({ tells }) => tells.map(({ why }) => why).join(" ") },
  { head: "What would cancel it", file: ({ tells }) => tells.map(unlessInWords).join(" ") },
  { head: "Held back", file: ({ held }) => held.map(heldSays).join(" ") },
];

function schoolOf({ school, urn }: LetterToCome): string {
  return school ?? `School ${urn}`;
}

function lineOf(one: LetterToCome, { several, holds }: AheadLook): Line {
  const { at, to, letter, held, tells, journey } = one;
  const name = schoolOf(one);
  const who = `${to.reader.name ?? "no name known"}, ${low(to.reader.role)}`;
  const fact = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  return {
    time: localTime(at),
    subject: letter.subject,
    to: several ? `${who} – ${name}` : who,
    about: several ? { href: `/journeys/${journey}`, name } : null,
    reasons: tells.flatMap((reason) => [
      fact("Why it goes", reason.why),
      fact("What would cancel it", unlessInWords(reason)),
    ]),
    held: held.map((hold) => ({
      says: heldSays(hold),
      letGo: holds ? `/journeys/${journey}/lift-hold?hold=${hold.hold}&then=letters-ahead` : null,
    })),
    hold: holds ? holdWay(one) : null,
    letter: letterShown(unlinked(letter)),
  };
}

function heldSays({ by, at, until, reason }: HeldBecause): string {
  const to = until === null ? "until the hold is lifted" : `to ${day(until)}`;
  const why = reason === null ? "Why can be read no more." : `“${reason}”`;
  return `Held back by the ${low(by)} on ${day(at)}, ${to}. ${why}`;
}

function holdWay({ journey, holds: codes }: LetterToCome): string | null {
  if (codes.length === 0) return null;
  const which = codes.map((code) => `tells=${encodeURIComponent(code)}`).join("&");
  return `/journeys/${journey}/hold-letter?${which}&then=letters-ahead`;
}

/** What only its reader can follow is words here. */
function unlinked(letter: Letter): Letter {
  const blocks = letter.blocks.map((block): Block =>
    block.kind === "link" && block.href.endsWith("/answer/…")
      ? { kind: "paragraph", text: `${block.text} (a link of the reader’s own)` }
      : block,
  );
  return { ...letter, blocks };
}
