// The whole of an import: both files checked, then schools, links, and what they mean for the journeys.

import { Client } from "@temporalio/client";
import type { Instant } from "../../calendar/instants.ts";
import { checkEstablishments } from "../../register/gias/establishments.ts";
import { checkLinks } from "../../register/gias/links.ts";
import type { Move } from "../../register/moves.ts";
import { lazyConnection, type TemporalSettings } from "../../temporal/connection.ts";
import type { Database } from "../database.ts";
import type { Report } from "./report.ts";
import { carryOut, review, type Moved } from "./succeed.ts";
import { takeInEstablishments, takeInLinkFile } from "./take-in.ts";

/** The longest that the SDK pauses between two tries of one call, and a margin. */
const GIVEN_UP_MS = 10_000;
const CONNECT_MS = 3_000;

export interface ImportDeps {
  database: Pick<Database, "open">;
  /** Where Temporal is, asked only when a journey is to be moved; or, in a sentence, why that is not known. */
  temporal: () => TemporalSettings | { unknown: string };
  now: () => Instant;
}

/** Rejects with ExtractError where one of the files cannot be used at all; nothing has been taken in then. */
export async function checkFiles(file: string, linkFile: string | null): Promise<void> {
  await checkEstablishments(file);
  if (linkFile !== null) await checkLinks(linkFile);
}

/**
 * Takes in the register and moves the journeys it moves. The same files again change nothing. Rejects with ExtractError
 * or StoreError.
 */
export async function importRegister(deps: ImportDeps, file: string, linkFile: string | null): Promise<Report> {
  const startedAt = performance.now();
  const dataSource = await deps.database.open();
  await checkFiles(file, linkFile);
  const schools = await takeInEstablishments(dataSource, file);
  const links = linkFile === null ? null : await takeInLinkFile(dataSource, linkFile);
  const reviewed = await review(dataSource);
  const { unanswered, ...moved } = await moveOn(deps, reviewed.moves);
  return {
    files: { schools: file, links: linkFile },
    schools,
    links,
    review: reviewed,
    moved,
    unanswered,
    seconds: (performance.now() - startedAt) / 1_000,
  };
}

async function moveOn(
  { database, temporal, now }: ImportDeps,
  moves: readonly Move[],
): Promise<Moved & { unanswered: string | null }> {
  const none: Moved = { moved: [], waiting: [], refused: [] };
  if (moves.length === 0) return { ...none, unanswered: null };
  const unanswered = (why: string) => ({ ...none, waiting: [...moves], unanswered: why });
  const at = temporal();
  if ("unknown" in at) return unanswered(at.unknown);
  const connection = lazyConnection(at, CONNECT_MS);
  const reachable = await connection.ensureConnected().then(
    () => true,
    () => false,
  );
  if (!reachable) {
    await connection.close();
    return unanswered(`no Temporal server answers at ${at.address}.`);
  }
  const dataSource = await database.open();
  const done = await carryOut(dataSource, new Client({ connection, namespace: at.namespace }), now, moves);
  if (done.waiting.length === 0) await connection.close();
  // A call that was given up may still be trying again, and would break on a closed connection.
  else setTimeout(() => void connection.close(), GIVEN_UP_MS).unref();
  return {
    ...done,
    unanswered:
      done.waiting.length === 0
        ? null
        : "the journeys did not answer; is a worker running? They may have moved all the same.",
  };
}
