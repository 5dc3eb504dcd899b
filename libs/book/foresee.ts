// What a command would come to, decided by the very round that will decide it, and kept by nobody.

import type { Rejection } from "../journey/rejection.ts";
import type { Rules } from "../journey/rules.ts";
import { loadMany } from "../store/events/event-store.ts";
import { streamOf, type Queryable } from "../store/events/streams.ts";
import { booksOf } from "./books.ts";
import type { CommandOf, Kind, KindName } from "./kind.ts";
import { PURE_KINDS } from "./kinds.ts";
import { foreseeRound, type Foreseen } from "./round.ts";
import { begin, versionOf, withStanding } from "./standing.ts";

/**
 * What a command would bring to a subject of `kind` as it is stored, and where it would stand then; or why it would be
 * turned down. `version`: of the subject as it stands now. Nothing is locked. Rejects with StoreError.
 */
export async function foresee<K extends KindName>(
  db: Queryable,
  rules: Rules,
  kind: Kind<K>,
  asked: { subject: string; command: CommandOf<K> },
): Promise<(Foreseen<K> & { version: number }) | { rejection: Rejection }> {
  const { subject, command } = asked;
  const stream = streamOf(subject);
  const own = begin(kind.pure, subject, kind.recorded((await loadMany(db, [stream])).get(stream) ?? []));
  const { subjects, hand } = await kind.needs(db, subject, own.state, [command]);
  const books = withStanding(booksOf(subjects, await loadMany(db, subjects.map(streamOf))), kind.name, own);
  const foreseen = foreseeRound(kind, PURE_KINDS, rules, asked, { books, hand });
  return "rejection" in foreseen ? foreseen : { ...foreseen, version: versionOf(own.state) };
}
