// One of the applications that wait for the hub, with all that is weighed and what can be done.

import type { Triaged } from "../../../libs/service/intake/triage.ts";
import { ROUTED_COMMANDS, slugOf, type RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import { turnInWords } from "../../../libs/work-group/describe.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import type { Html } from "../html.ts";
import { ACTION_WORDS } from "../journeys/action-words.ts";
import { filledIn } from "../look/templates.ts";
import { day, inWords, moment, programmeOfId, toPerson } from "../words.ts";

type Partner = Triaged["partners"][number];

/**
 * `texts`: the schools' reasons and the hub's questions, by id. `criterion`: one of a programme's in its words.
 * `groups`: what Work Groups are called, by their ids.
 */
export interface TriageWords {
  texts: ReadonlyMap<string, string>;
  criterion(prospectus: string, code: string): string;
  /** What Work Groups are called. */
  called: GroupNaming;
}

/** A line of text, begun by a link where there is one. */
interface Says {
  words: string;
  href: string | null;
  more: string;
}

/** What template application.njk is filled with. `against`: why the rules would turn it down now. */
export interface ApplicationView {
  at: string;
  school: string;
  href: string;
  status: string;
  programme: string;
  urn: string;
  received: string;
  ago: string;
  against: string | null;
  lines: readonly { term: string; says: readonly Says[] }[];
  ways: readonly { words: string; href: string }[];
  /** What is read aloud after each way. */
  whose: string;
}

/** One application as it stands on the page. */
export const application = (one: Triaged, words: TriageWords): Html =>
  filledIn("hub/application.njk", applicationView(one, words));

/** The view model. */
export function applicationView(one: Triaged, words: TriageWords): ApplicationView {
  const { journey, urn, school, prospectus, status, receivedAt, daysWaiting, eligibility } = one;
  const say = toPerson(words.called);
  return {
    at: `t-${journey}`,
    school: school ?? `School ${urn}`,
    href: `/journeys/${journey}`,
    status: inWords(status),
    programme: programmeOfId(prospectus),
    urn,
    received: day(receivedAt),
    ago: daysWaiting === 0 ? "today" : daysWaiting === 1 ? "1 day ago" : `${daysWaiting} days ago`,
    against: eligibility.since.map((since) => sentenceOfRejection(since, say)).join(" ") || null,
    lines: linesOf(one, words),
    ways: actionsOf(one).map((name) => ({
      words: ACTION_WORDS[name].title,
      href: `/journeys/${journey}/${slugOf(name)}`,
    })),
    whose: school ?? urn,
  };
}

const says = (words: string): Says => ({ words, href: null, more: "" });

/** What is weighed, as far as there is any. */
function linesOf(one: Triaged, { texts, criterion, called }: TriageWords): ApplicationView["lines"] {
  const { prospectus, reasonsId, eligibility, asked, turn, offer } = one;
  const reasons = reasonsId === null ? undefined : texts.get(reasonsId);
  const question = asked?.reasonId ? texts.get(asked.reasonId) : undefined;
  const line = (term: string, ...lines: readonly Says[]) => (lines.length === 0 ? [] : [{ term, says: lines }]);
  return [
    ...(reasons === undefined ? [] : line("Why the school applies", says(reasons))),
    ...line("Criteria", ...eligibility.criteria.map((code) => says(criterion(prospectus, code)))),
    ...(asked === null
      ? []
      : line("Asked", says(`${day(asked.at)}${question === undefined ? "" : `: “${question}”`}`))),
    ...(turn === null ? [] : line("Its turn", says(turnInWords(turn, moment, called)))),
    ...(offer === null ? [] : line("Offered", says(offeredIn(offer, called)))),
    ...line("Wishes to be with", ...one.partners.map((partner) => says(partnerIn(partner, texts)))),
    ...line("Room", ...roomIn(one, called)),
  ];
}

function partnerIn({ school, urn, status, relationshipId }: Partner, texts: ReadonlyMap<string, string>): string {
  const stands = status === null ? "no application here" : inWords(status).toLowerCase();
  return `${school ?? `School ${urn}`} (${stands}${told(relationshipId, texts)})`;
}

function offeredIn({ workGroup, respondBy }: NonNullable<Triaged["offer"]>, called: GroupNaming): string {
  return `${workGroup === null ? "A place" : called(workGroup)}, to be answered by ${day(respondBy)}`;
}

function roomIn({ room }: Triaged, called: GroupNaming): Says[] {
  if (room.length === 0) return [says("No Work Group of this programme has a free place")];
  return room.map(({ workGroup, free }) => ({
    words: called(workGroup),
    href: `/groups/${workGroup}`,
    more: free === null ? "" : ` (${free} free)`,
  }));
}

/** What a school wrote of another. */
function told(id: string | null, texts: ReadonlyMap<string, string>): string {
  const text = id === null ? undefined : texts.get(id);
  return text === undefined ? "" : `; “${text}”`;
}

/** The commands that the queue names as routes do. */
function actionsOf({ actions }: Triaged): RoutedCommand[] {
  return ROUTED_COMMANDS.filter((name) => actions.includes(slugOf(name)));
}
