// Schools that one hub asks of another: what is asked of this hub, to be decided, and what it asks itself.

import type { Principal } from "../../../libs/service/access/principal.ts";
import type { MoveAsked } from "../../../libs/service/journeys/moves.ts";
import { html, type Html } from "../html.ts";
import { ALPHABET } from "../lists/choices.ts";
import type { ListAsked } from "../lists/list-asked.ts";
import type { Column, ListSpec } from "../lists/list-view.ts";
import { day, hubInWords, programmeOfId } from "../words.ts";
import { aloud, tag } from "../look/parts.ts";

/** Who looks, and when. */
export interface MovesKnown {
  principal: Principal;
  today: string;
}

export const MOVE_SORTS = ["school", "asked", "until"] as const;

/** What the list is, for somebody. */
export function movesList(known: MovesKnown): ListSpec<MoveAsked> {
  const waits = [
    { value: "hub", words: "The hub that has the school" },
    { value: "operator", words: "An operator" },
  ];
  return {
    base: "/moves",
    filters: [{ kind: "choice", name: "waits", label: "Waits for", any: "Anybody", choices: waits }],
    intro:
      "A school goes to another hub by its own word, by its hub’s, or by an operator’s; never by the new hub’s alone.",
    sorts: MOVE_SORTS,
    noun: ["school", "schools"],
    caption: "Schools that one hub asks of another",
    empty: "No school is asked for.",
    columns: columns(known),
    file: "/moves/moves.csv",
  };
}

/** Those that fit, in the order that is asked for. */
export function movesInOrder(all: readonly MoveAsked[], { filters, sort, descending }: ListAsked): MoveAsked[] {
  const { waits } = filters;
  const of = (one: MoveAsked): string => (sort === "asked" ? one.askedAt : sort === "until" ? one.until : called(one));
  const fit = all.filter(({ waitsFor }) => waits === undefined || (waitsFor === "operator") === (waits === "operator"));
  const sorted = fit.sort((one, other) => ALPHABET.compare(of(one), of(other)));
  return descending ? sorted.reverse() : sorted;
}

const called = ({ school, urn }: MoveAsked): string => school ?? `School ${urn}`;

function columns({ principal, today }: MovesKnown): Column<MoveAsked>[] {
  return [
    {
      head: "School",
      sort: "school",
      cell: (one) => html`${called(one)}<span class="second-line">URN ${one.urn}</span>`,
      file: called,
    },
    { head: "URN", file: ({ urn }) => urn },
    { head: "From", file: ({ from }) => hubInWords(from) },
    {
      head: "Asked for",
      sort: "asked",
      cell: ({ to, prospectus, askedAt }) =>
        html`${hubInWords(to)}<span class="second-line">${programmeOfId(prospectus)}, asked on ${day(askedAt)}</span>`,
      file: ({ to }) => hubInWords(to),
    },
    { head: "Asked on", file: ({ askedAt }) => day(askedAt) },
    {
      head: "Waits for",
      sort: "until",
      cell: (one) => waitsCell(one, today),
      file: ({ waitsFor, from }) => (waitsFor === "operator" ? "An operator" : hubInWords(from)),
    },
    { head: "Until", file: ({ until }) => day(until) },
    { head: "What can be done", cell: (one) => waysCell(one, principal) },
  ];
}

function waitsCell({ waitsFor, from, until }: MoveAsked, today: string): Html {
  return waitsFor === "operator"
    ? html`${tag("An operator", "late")}<span class="second-line">${hubInWords(from)} had until ${day(until)}</span>`
    : html`${hubInWords(from)}<span class="second-line">until ${day(until)}${
        until < today ? ", then an operator" : ""
      }</span>`;
}

function waysCell(one: MoveAsked, principal: Principal): Html | string {
  const { journey, from, to } = one;
  const way = `/journeys/${journey}/move-to-hub?then=moves`;
  const decides = principal.role === "operator" || (principal.hub === from && principal.role !== "auditor");
  if (!decides) return "Its hub decides";
  const whose = `: ${called(one)}`;
  return html`<a class="govuk-link" href="${way}&hub=${to}">${aloud("Let it go", whose)}</a><br><a class="govuk-link"
  href="${way}&hub=${from}">${aloud("Keep it", whose)}</a>`;
}
