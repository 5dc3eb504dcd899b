// The books of the Work Groups in which rehearsed schools stand. A rehearsal has no groups: what each of its journeys
// came to is recorded in them as the service records it.

import { addSeconds, notBefore } from "../../../libs/calendar/instants.ts";
import type { Recorded } from "../../../libs/journey/events.ts";
import type { Rules } from "../../../libs/journey/rules.ts";
import { decide } from "../../../libs/work-group/decide.ts";
import { leadRoleOf } from "../../../libs/work-group/decide/form.ts";
import type { Command } from "../../../libs/work-group/commands.ts";
import { due } from "../../../libs/work-group/due.ts";
import type { GroupEvent, Recorded as GroupRecorded } from "../../../libs/work-group/events.ts";
import { NO_GROUP, step } from "../../../libs/work-group/evolve.ts";
import { follow } from "../../../libs/work-group/follow.ts";
import { thenTime } from "../../../libs/work-group/together.ts";
import type { WorkGroup } from "../../../libs/work-group/state.ts";
import type { Member } from "./member.ts";

interface Book {
  state: WorkGroup;
  events: GroupRecorded[];
}
interface Happened {
  journey: string;
  event: Recorded;
}

/** The books of all groups that these schools' journeys name. Throws where one cannot be formed. */
export function groupBooks(members: readonly Member[], rules: Rules): Record<string, GroupRecorded[]> {
  const all = members
    .flatMap(({ urn, phase, events }) => events.map((event): Happened => ({ journey: `${urn}-${phase}`, event })))
    .sort((one, other) => (one.event.at < other.event.at ? -1 : one.event.at > other.event.at ? 1 : 0));
  const last = all.at(-1)?.event.at ?? "";
  return Object.fromEntries(
    [...namedIn(all)].map(([group, prospectus]) => [group, bookOf(group, prospectus, all, last, rules)]),
  );
}

/** The groups that are named, and the programme of each. */
function namedIn(all: readonly Happened[]): Map<string, string> {
  const named = new Map<string, string>();
  for (const { event } of all)
    if (event.type === "StageStarted" && event.workGroup !== null) named.set(event.workGroup, event.prospectus);
  return named;
}

function bookOf(
  group: string,
  prospectusId: string,
  all: readonly Happened[],
  last: string,
  rules: Rules,
): GroupRecorded[] {
  const prospectus = rules.catalogue.get(prospectusId);
  const first = all.find(({ event }) => "workGroup" in event && event.workGroup === group);
  if (!prospectus || !first) throw new Error(`nobody is in ${group}`);
  const book: Book = { state: NO_GROUP, events: [] };
  const formed: Command = {
    id: "form",
    type: "FormWorkGroup",
    at: addSeconds(first.event.at, -60),
    by: { who: "hub-lead", role: "hub-lead" },
    data: {
      hub: "rehearsal",
      prospectus: prospectusId,
      lead: "group-lead",
      leadRole: leadRoleOf(prospectus) ?? "mastery-specialist",
      secondYearDone: true,
    },
  };
  const decision = decide(book.state, formed, rules);
  if ("rejection" in decision) throw new Error(`${group}: ${JSON.stringify(decision.rejection)}`);
  keep(book, decision.events);
  for (const { journey, event } of all) {
    timeUntil(book, event.at);
    keep(book, follow(group, book.state, journey, [event]));
    keep(book, registersUpTo(book, all, event));
  }
  timeUntil(book, last);
  return book.events;
}

/** The register of a session, once the last of its schools has been recorded for it. */
function registersUpTo({ state }: Book, all: readonly Happened[], event: Recorded): GroupEvent[] {
  if (event.type !== "AttendanceRecorded" || state.status !== "formed") return [];
  const { session, on, at } = event;
  const held = state.sessions.find(({ code }) => code === session);
  if (held?.on !== on || held.status === "held") return [];
  const there = state.taken.flatMap(({ journey }) =>
    all.flatMap((one) =>
      one.journey === journey && one.event.type === "AttendanceRecorded" && one.event.on === on
        ? [{ journey, present: one.event.present, absent: one.event.absent ?? [], headteacher: one.event.headteacher }]
        : [],
    ),
  );
  return there.length === 0 ? [] : [{ type: "RegisterTaken", at, session, on, schools: there }];
}

function timeUntil(book: Book, at: string): void {
  for (let next = due(book.state); next !== null && next <= at; next = due(book.state))
    keep(book, thenTime(book.state, [], next));
}

function keep(book: Book, events: readonly GroupEvent[]): void {
  for (const event of events) {
    const dated = { ...event, at: notBefore(book.state, event.at), seq: book.events.length + 1 };
    book.state = step(book.state, dated);
    book.events.push(dated);
  }
}
