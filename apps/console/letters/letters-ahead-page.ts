// The letters that will go out if nothing comes in, day by day, each to be opened in full.

import { localDate, localTime } from "../../../libs/calendar/instants.ts";
import { dateWithWeekday } from "../../../libs/calendar/long-dates.ts";
import type { Block, Letter } from "../../../libs/letters/letter.ts";
import { unlessInWords } from "../../../libs/rehearsal/forward/letter-reasons.ts";
import type { LettersPage } from "../../../libs/service/ahead/letters-ahead.ts";
import type { HeldBecause, LetterToCome } from "../../../libs/service/ahead/moments.ts";
import { dayFilter } from "../form-controls.ts";
import { html, type Html } from "../html.ts";
import { letterShown } from "../letter-shown.ts";
import { doneBanner, filterForm } from "../look/parts.ts";
import { day, low } from "../words.ts";

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

/** The page below its title. */
export function lettersAheadPage({ items, next, until }: LettersPage, look: AheadLook): Html {
  const { address, back, done } = look;
  const days = [...new Set(items.map(({ at }) => localDate(at)))];
  const of = (date: string): Html =>
    html`<section aria-label="${dateWithWeekday(date)}"><h2>${dateWithWeekday(date)}</h2>${items
      .filter(({ at }) => localDate(at) === date)
      .map((one) => letterLine(one, look))}</section>`;
  return html`${doneBanner(done)}
<p>${look.whose}: the letters that go out until ${day(until)} if nothing comes in, each as it will be sent. They are
  worked out anew each time, and kept nowhere; what comes in changes them.</p>
<p class="hint">Not among them: what is on its way already, what another school’s answer brings, and the hub’s own
  morning letter.</p>
${filterForm(address, [dayFilter("until", "To which day", until)])}
${items.length === 0 ? html`<p class="note">None goes out until then.</p>` : days.map(of)}
${
  next === null
    ? null
    : html`<p><a class="button"
  href="${address}?until=${until}&amp;after=${encodeURIComponent(next)}">Later letters</a></p>`
}
${back === null ? null : html`<p><a href="${back.href}">${back.words}</a></p>`}`;
}

function letterLine(one: LetterToCome, look: AheadLook): Html {
  const { at, to, letter, held, tells, journey, urn, school } = one;
  const who = html`${to.reader.name ?? "no name known"}, ${low(to.reader.role)}`;
  const called = school ?? `School ${urn}`;
  const tag = held.length === 0 ? null : html` <span class="tag late">Held back</span>`;
  const of = look.several ? html`<p>About <a href="/journeys/${journey}">${called}</a></p>` : null;
  const small = html`<small>To ${who}${look.several ? html` – ${called}` : null}</small>`;
  return html`<details><summary>${localTime(at)} <strong>${letter.subject}</strong>${tag}<br>${small}</summary>
${of}<dl>${tells.map(
    (reason) => html`<dt>Why it goes</dt><dd>${reason.why}</dd>
<dt>What would cancel it</dt><dd>${unlessInWords(reason)}</dd>`,
  )}</dl>
${held.map((hold) => heldNote(hold, one, look))}${holdLink(one, look)}${letterShown(unlinked(letter))}</details>`;
}

function heldNote({ hold, by, at, until, reason }: HeldBecause, { journey }: LetterToCome, { holds }: AheadLook): Html {
  const to = until === null ? "until the hold is lifted" : `to ${day(until)}`;
  const way = `/journeys/${journey}/lift-hold?hold=${hold}&then=letters-ahead`;
  return html`<p class="note late-note">Held back by the ${low(by)} on ${day(at)}, ${to}. ${
    reason === null ? "Why can be read no more." : html`“${reason}”`
  }${holds ? html` <a href="${way}">Let it go</a>` : null}</p>`;
}

function holdLink({ journey, holds: codes, letter }: LetterToCome, { holds }: AheadLook): Html | null {
  if (!holds || codes.length === 0) return null;
  const which = codes.map((code) => `tells=${encodeURIComponent(code)}`).join("&");
  return html`<p><a class="button" href="/journeys/${journey}/hold-letter?${which}&amp;then=letters-ahead">Hold it
  back<span class="only-read">: ${letter.subject}</span></a></p>`;
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
