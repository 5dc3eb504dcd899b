// The letters of a journey, and one of them as it went out.

import type { LetterInFull, LetterOutcome, LetterSeen } from "../../../libs/service/journeys/letters.ts";
import { localTime } from "../../../libs/calendar/instants.ts";
import { html, type Html } from "../html.ts";
import type { Choice } from "../form-fields.ts";
import { ALPHABET, choiceOf } from "../lists/choices.ts";
import type { ListAsked, ListFilter } from "../lists/list-asked.ts";
import type { ListSpec } from "../lists/list-view.ts";
import type { SummaryListOptions } from "../look/options.ts";
import { tag } from "../look/parts.ts";
import { day, inWords } from "../words.ts";

const OUTCOMES: Readonly<Record<LetterOutcome, string>> = {
  sent: "Sent",
  bounced: "Came back",
  unconfirmed: "Not known to have left",
};
const GONE = "It can be read no more: whom it was for was erased, or it is kept no longer.";

const outcome = ({ outcome: what }: LetterSeen): Html => tag(OUTCOMES[what], what === "sent" ? "done" : "late");

/**
 * What the list of a school's letters is. `school`: what it is called; `opens`: whether this person reads them; else
 * they see that they went.
 */
export function lettersList(
  letters: readonly LetterSeen[],
  look: { journey: string; school: string; opens: boolean },
): ListSpec<LetterSeen> {
  const { journey, school, opens } = look;
  const subject = ({ subject: words }: LetterSeen): string => (opens ? (words ?? "Can be read no more") : "–");
  const choice = (name: string, label: string, any: string, choices: readonly Choice[]): ListFilter => ({
    ...{ kind: "choice", name, label, any, choices },
  });
  const outcomes = Object.entries(OUTCOMES).map(([value, words]) => ({ value, words }));
  return {
    base: `/journeys/${journey}/letters`,
    intro: `${school}. Each letter that went out; each can be read as it was sent.`,
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
        cell: ({ at }) => html`${day(at)}<span class="second-line">${localTime(at)}</span>`,
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

/** What template letter.njk is filled with. `asSent`: where its HTML is, apart from this page; the same as text. */
export interface LetterView {
  facts: SummaryListOptions["rows"];
  gone: string | null;
  asSent: string;
  text: string;
  calendars: readonly string[];
  all: { href: string; words: string };
}

/** One letter. */
export function letterView(seen: LetterInFull, { journey, school }: { journey: string; school: string }): LetterView {
  const { id, at, role, letter } = seen;
  const fact = (key: string, value: string | Html): SummaryListOptions["rows"][number] => ({
    key: { text: key },
    value: typeof value === "string" ? { text: value } : { html: value.text },
  });
  return {
    facts: [
      fact("About", school),
      fact("Went out", `${day(at)}, ${localTime(at)}`),
      fact("To", letter === null ? inWords(role) : `${inWords(role)}, ${letter.to}`),
      fact("What became of it", outcome(seen)),
    ],
    gone: letter === null ? GONE : null,
    asSent: `/journeys/${journey}/letters/${id}/as-sent`,
    text: letter?.text ?? "",
    calendars: letter?.calendars ?? [],
    all: { href: `/journeys/${journey}/letters`, words: `All letters of ${school}` },
  };
}
