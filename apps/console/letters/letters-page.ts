// The letters of a journey, and one of them as it went out.

import type { LetterInFull, LetterOutcome, LetterSeen } from "../../../libs/service/journeys/letters.ts";
import { localTime } from "../../../libs/calendar/instants.ts";
import { html, type Html } from "../html.ts";
import type { Choice } from "../form-fields.ts";
import { ALPHABET, choiceOf } from "../lists/choices.ts";
import type { ListAsked, ListFilter } from "../lists/list-asked.ts";
import type { ListSpec } from "../lists/list-view.ts";
import { day, inWords } from "../words.ts";

const OUTCOMES: Readonly<Record<LetterOutcome, string>> = {
  sent: "Sent",
  bounced: "Came back",
  unconfirmed: "Not known to have left",
};
const GONE = "It can be read no more: whom it was for was erased, or it is kept no longer.";

const outcome = ({ outcome: what }: LetterSeen): Html =>
  html`<span class="tag ${what === "sent" ? "done" : "late"}">${OUTCOMES[what]}</span>`;

/** What the list of a school's letters is. `opens`: whether this person reads them; else they see that they went. */
export function lettersList(
  letters: readonly LetterSeen[],
  look: { journey: string; opens: boolean },
): ListSpec<LetterSeen> {
  const { journey, opens } = look;
  const subject = ({ subject: words }: LetterSeen): string => (opens ? (words ?? "Can be read no more") : "–");
  const choice = (name: string, label: string, any: string, choices: readonly Choice[]): ListFilter => ({
    ...{ kind: "choice", name, label, any, choices },
  });
  const outcomes = Object.entries(OUTCOMES).map(([value, words]) => ({ value, words }));
  return {
    base: `/journeys/${journey}/letters`,
    filters: [
      choice(
        "to",
        "To",
        "Anybody",
        choiceOf(letters, ({ role }) => [role, inWords(role)]),
      ),
      choice("outcome", "What became of it", "Anything", outcomes),
    ],
    sorts: ["latest", "to"],
    noun: ["letter", "letters"],
    caption: "Letters that went out",
    empty: "None has gone out yet.",
    columns: [
      {
        head: "When",
        sort: "latest",
        cell: ({ at }) => html`${day(at)}<small>${localTime(at)}</small>`,
        file: ({ at }) => `${day(at)}, ${localTime(at)}`,
      },
      {
        head: "Letter",
        cell: (one) =>
          opens
            ? html`<a class="govuk-link" href="/journeys/${journey}/letters/${one.id}">${subject(one)}</a>`
            : subject(one),
        file: subject,
      },
      { head: "To", sort: "to", cell: ({ role }) => inWords(role), file: ({ role }) => inWords(role) },
      { head: "What became of it", cell: outcome, file: (one) => OUTCOMES[one.outcome] },
    ],
    file: `/journeys/${journey}/letters/letters.csv`,
  };
}

/** Those that fit, in the order that is asked for: the latest first, where nothing is said. */
export function lettersInOrder(all: readonly LetterSeen[], { filters, sort, descending }: ListAsked): LetterSeen[] {
  const { to, outcome: what } = filters;
  const fit = all.filter(
    (one) => (to === undefined || one.role === to) && (what === undefined || one.outcome === what),
  );
  const latest = (one: LetterSeen, other: LetterSeen): number => (one.at > other.at ? -1 : one.at < other.at ? 1 : 0);
  const sorted = fit.sort(
    (one, other) =>
      (sort === "to" ? ALPHABET.compare(inWords(one.role), inWords(other.role)) : 0) || latest(one, other),
  );
  return descending ? sorted.reverse() : sorted;
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
