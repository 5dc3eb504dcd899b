// What a command would come to, decided by the very round that will decide it, and kept by nobody.

import type { DataSource, EntityManager } from "typeorm";
import { kindOf } from "../contract/subjects.ts";
import type { Outcome } from "../contract/journey.ts";
import type { Rules } from "../journey/rules.ts";
import { coded } from "../store/errors.ts";
import { loadTold } from "../store/events/told.ts";
import { streamOf } from "../store/events/streams.ts";
import { booksOf } from "./books.ts";
import { rulesOfHubs } from "./hub-rules.ts";
import type { CommandOf, Kind, KindName } from "./kind.ts";
import { KINDS, PURE_KINDS } from "./kinds.ts";
import { foreseeRound, type EventSomewhere } from "./round.ts";
import { begin, versionOf, withStanding } from "./standing.ts";
import { whereItBroke } from "./where-it-broke.ts";

/** `version`: of the subject as it stands. `events`: what the command brings, in every book that it concerns. */
export interface ForeseenRound {
  version: number;
  outcome: Outcome;
  events: readonly EventSomewhere[];
}

/** A command of any kind, and its subject. */
export type AnyForeseen = { [K in KindName]: { subject: string; command: CommandOf<K> } }[KindName];

/**
 * What a command would come to for its subject and all that it concerns, as they are stored. Nothing is locked and
 * nothing is written. Rejects with StoreError.
 */
export function foresee(
  { dataSource, rules }: { dataSource: DataSource; rules: Rules },
  asked: AnyForeseen,
): Promise<ForeseenRound> {
  return ofKind(dataSource, rules, kindOf(asked.subject), asked);
}

// `asked` holds a command of the kind that its subject's name says, as in advance.ts.
function ofKind<K extends KindName>(
  dataSource: DataSource,
  rules: Rules,
  name: K,
  asked: AnyForeseen,
): Promise<ForeseenRound> {
  const own = asked as { subject: string; command: CommandOf<K> };
  return coded(() =>
    dataSource.transaction("REPEATABLE READ", (manager) => inMemory(manager, rules, KINDS[name], own)),
  );
}

async function inMemory<K extends KindName>(
  manager: EntityManager,
  rules: Rules,
  kind: Kind<K>,
  asked: { subject: string; command: CommandOf<K> },
): Promise<ForeseenRound> {
  const { subject, command } = asked;
  const stream = streamOf(subject);
  const own = begin(kind.pure, subject, kind.recorded((await loadTold(manager, [stream])).get(stream) ?? []));
  const { hand, subjects } = await kind.needs(manager, subject, own.state, [command]);
  const books = withStanding(booksOf(subjects, await loadTold(manager, subjects.map(streamOf))), kind.name, own);
  const version = versionOf(own.state);
  const there = await rulesOfHubs(manager, rules);
  try {
    const foreseen = foreseeRound(kind, PURE_KINDS, there, asked, { books, hand });
    if ("rejection" in foreseen)
      return { version, events: [], outcome: { command: command.id, accepted: false, rejection: foreseen.rejection } };
    const { after, all: events, skipped } = foreseen;
    return {
      version,
      events,
      outcome: { command: command.id, accepted: true, version: versionOf(after), status: after.status, skipped },
    };
  } catch (error) {
    // As in a round that is kept: a command that breaks the rules' code is its own fault.
    return { version, events: [], outcome: { command: command.id, fault: whereItBroke(error) } };
  }
}
