// The letters of a journey, and one of them as it went out.

import type { LetterInFull, LetterOutcome, LetterSeen } from "../../../libs/service/journeys/letters.ts";
import { localTime } from "../../../libs/calendar/instants.ts";
import { html, type Html } from "../html.ts";
import { day, inWords } from "../words.ts";

const OUTCOMES: Readonly<Record<LetterOutcome, string>> = {
  sent: "Sent",
  bounced: "Came back",
  unconfirmed: "Not known to have left",
};
const GONE = "It can be read no more: whom it was for was erased, or it is kept no longer.";

const outcome = ({ outcome: what }: LetterSeen): Html =>
  html`<span class="tag ${what === "sent" ? "done" : "late"}">${OUTCOMES[what]}</span>`;

/** `opens`: whether this person reads them; else they see that letters went out. */
export function lettersPage(
  letters: readonly LetterSeen[],
  { journey, school, next, opens }: { journey: string; school: string; next: string | null; opens: boolean },
): Html {
  const line = (letter: LetterSeen): Html => {
    const { id, at, role, subject } = letter;
    const what = opens
      ? html`<a href="/journeys/${journey}/letters/${id}">${subject ?? "Can be read no more"}</a>`
      : "–";
    return html`<tr><th scope="row">${day(at)}<small>${localTime(at)}</small></th><td>${what}</td>
<td>${inWords(role)}</td><td>${outcome(letter)}</td></tr>`;
  };
  const table = html`<div class="wide"><table><thead><tr><th scope="col">When</th><th scope="col">Letter</th><th
    scope="col">To</th><th scope="col">What became of it</th></tr></thead>
<tbody>${letters.map(line)}</tbody></table></div>`;
  const more = html`<p><a class="button" href="/journeys/${journey}/letters?after=${next}">Earlier letters</a></p>`;
  return html`<p>${school}. Each letter that went out, the latest first; each can be read as it was sent.</p>
${letters.length === 0 ? html`<p class="note">None has gone out yet.</p>` : table}
${next === null ? null : more}<p><a href="/journeys/${journey}">Back to ${school}</a></p>`;
}

/** One letter: its HTML apart from this page, and the same as text. */
export function letterPage(seen: LetterInFull, { journey, school }: { journey: string; school: string }): Html {
  const { id, at, role, letter } = seen;
  const shown =
    letter === null
      ? html`<p class="note">${GONE}</p>`
      : html`<p class="hint">The links in it do nothing here: they are for whom it was sent to.</p>
<iframe title="The letter, as it went out" sandbox src="/journeys/${journey}/letters/${id}/as-sent"></iframe>
<details><summary>The same letter as text</summary><pre>${letter.text}</pre></details>
${(letter.calendars ?? []).map(
  (one) => html`<details><summary>The invitation that came with it</summary><pre>${one}</pre></details>`,
)}`;
  return html`<dl><dt>About</dt><dd>${school}</dd><dt>Went out</dt><dd>${day(at)}, ${localTime(at)}</dd>
<dt>To</dt><dd>${inWords(role)}${letter === null ? null : html`, ${letter.to}`}</dd>
<dt>What became of it</dt><dd>${outcome(seen)}</dd></dl>${shown}
<p><a href="/journeys/${journey}/letters">All letters of ${school}</a></p>`;
}
