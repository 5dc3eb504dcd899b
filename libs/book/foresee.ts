// What a command would come to, decided by the very round that will decide it, and kept by nobody.

import type { DataSource, EntityManager } from "typeorm";
import type { Outcome } from "../contract/journey.ts";
import type { Rules } from "../journey/rules.ts";
import { coded } from "../store/errors.ts";
import { loadMany } from "../store/events/event-store.ts";
import { streamOf } from "../store/events/streams.ts";
import { booksOf, type AnyAsked } from "./advance.ts";
import type { Books, EventOf, Kind, KindName } from "./kind.ts";
import { KINDS, KIND_NAMES, kindOf, PURE_KINDS } from "./kinds.ts";
import { decideRound, type Asked } from "./round.ts";
import { begin, versionOf, withStanding } from "./standing.ts";

/** An event that the command would bring, and whose it would be: a journey's id, or the name of any other subject. */
export type ForeseenEvent = { [K in KindName]: { kind: K; subject: string; event: EventOf<K> } }[KindName];

/** `version`: of the subject as it stands. `events`: what the command itself brings, not what time brings beside it. */
export interface ForeseenRound {
  version: number;
  outcome: Outcome;
  events: ForeseenEvent[];
}

/**
 * What one command would come to for its subject and all that it concerns, as they stand now. Nothing is locked and
 * nothing is written. Rejects with StoreError.
 */
export function foreseeRound(
  { dataSource, rules }: { dataSource: DataSource; rules: Rules },
  asked: AnyAsked,
): Promise<ForeseenRound> {
  return foreseeOfKind(dataSource, rules, kindOf(asked.subject), asked);
}

// `asked` holds a command of the kind that its subject's name says, as in advance.ts.
function foreseeOfKind<K extends KindName>(
  dataSource: DataSource,
  rules: Rules,
  name: K,
  asked: AnyAsked,
): Promise<ForeseenRound> {
  return coded(() =>
    dataSource.transaction("REPEATABLE READ", (manager) => inMemory(manager, rules, KINDS[name], asked as Asked<K>)),
  );
}

async function inMemory<K extends KindName>(
  manager: EntityManager,
  rules: Rules,
  kind: Kind<K>,
  asked: Asked<K>,
): Promise<ForeseenRound> {
  const { subject, commands } = asked;
  const stream = streamOf(subject);
  const own = begin(kind.pure, subject, kind.recorded((await loadMany(manager, [stream])).get(stream) ?? []));
  const { hand, subjects } = await kind.needs(manager, subject, own.state, commands);
  const books = booksOf(subjects, await loadMany(manager, subjects.map(streamOf)));
  const begun = { books: withStanding(books, kind.name, own), hand };
  const round = decideRound(kind, PURE_KINDS, rules, asked, begun, new Map());
  const [outcome] = round.outcomes;
  const [command] = commands;
  if (outcome === undefined || command === undefined) throw new Error("There is no command to foresee");
  return {
    version: versionOf(own.state),
    outcome,
    events: KIND_NAMES.flatMap((one) => broughtBy(round.books, one, command.id)),
  };
}

/** A payment run's command stands in each journey under its own id and the journey's. */
function broughtBy<K extends KindName>(books: Books, kind: K, command: string): ForeseenEvent[] {
  return [...books[kind].values()].flatMap(({ subject, news }) =>
    news
      .filter(({ commandId }) => commandId === command || commandId?.startsWith(`${command}/`))
      .map(({ event }) => ({ kind, subject, event }) as ForeseenEvent),
  );
}
