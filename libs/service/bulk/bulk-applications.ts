// What would come of each row of a file, and what came of it: every row is an application by itself, under an id made
// of the file and its line.

import { createHash } from "node:crypto";
import type { DataSource } from "typeorm";
import { type Instant, notBefore } from "../../calendar/instants.ts";
import { ServiceUnavailable } from "../../temporal/subject-client.ts";
import type { Principal } from "../access/principal.ts";
import type { CommandOf } from "../../journey/commands.ts";
import { decide } from "../../journey/decide.ts";
import type { Rules } from "../../journey/rules.ts";
import { fold } from "../../journey/evolve.ts";
import { reject } from "../../journey/rejection.ts";
import { step } from "../../journey/settle.ts";
import type { Journey } from "../../journey/state.ts";
import { findCommands } from "../../store/command-log.ts";
import { load } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { streamOf } from "../../store/events/streams.ts";
import { fewAtOnce } from "../../store/few-at-once.ts";
import { kept, lookedAt, prepareIntake } from "../intake/prepare-intake.ts";
import type { NewId } from "../commands/claim.ts";
import { sealOrRefuse } from "../commands/seal-or-refuse.ts";
import { ApplicationBody } from "../intake/application-body.ts";
import { validated } from "../shape/checked.ts";
import type { CommandSender } from "../commands/command-sender.ts";
import { Refusal, refusalOf } from "../refusal.ts";
import { soundRow, type BulkFile, type BulkRow } from "./bulk-file.ts";
import { MOST_LINES } from "./csv-rows.ts";
import type { InWords } from "../../words/rejection.ts";

/**
 * `accepted`, `rejected`: what would come of the row, or what came of it. `waiting`: it was not tried yet, or its
 * outcome is not known. `because`: why it is not accepted, as far as that is known.
 */
export interface LineOutcome {
  line: number;
  urn: string | null;
  journey: string | null;
  outcome: "accepted" | "rejected" | "waiting";
  because: InWords | null;
}

/** Under which id a row of a file is sent: the same file again finds what became of it, whoever sends it. */
export function commandOf(hub: string, file: string, line: number): string {
  return createHash("sha256")
    .update(JSON.stringify(["bulk", hub, file, line]))
    .digest("hex");
}

/** What would come of every row, were they all sent now, one after the other. Writes nothing. */
export async function preview(
  source: DataSource,
  caller: Principal,
  { rows }: BulkFile,
  at: Instant,
  rules: Rules,
): Promise<LineOutcome[]> {
  // A school that is in the file twice has applied when its second row comes.
  const states = new Map<string, Journey>();
  const outcomes: LineOutcome[] = [];
  for (const row of rows) {
    outcomes.push(
      await orRejected(row, async () => {
        const body = soundRow(row);
        mustFit(body);
        const prepared = await prepareIntake("SubmitApplication", { body, caller, keep: lookedAt }, source, unkept, at);
        const { subject: journey, sealed } = prepared;
        await prepared.check?.(source);
        const state = states.get(journey) ?? fold(recorded(await load(source, streamOf(journey))));
        // `seal` has checked the data's shape by the command's own fields.
        const data = sealed.data as unknown as CommandOf<"SubmitApplication">["data"];
        const decision = decide(
          state,
          {
            id: "preview",
            type: "SubmitApplication",
            at: notBefore(state, at),
            by: { who: caller.who, role: caller.role },
            data,
          },
          rules,
        );
        if ("rejection" in decision) throw refusalOf(decision.rejection);
        states.set(journey, decision.events.reduce(step, state));
        return journey;
      }),
    );
  }
  return outcomes;
}

/** The ids of a look: nothing is kept under them. */
const unkept: NewId = (kind, field) => `${kind}/${field}`;

/**
 * All that is wrong with the fields of a row, at once: an application by itself is checked in two steps, and says what
 * the first finds. @throws Refusal `invalid`
 */
function mustFit(body: Record<string, unknown>): void {
  const found = [
    refusalIn(() => validated(ApplicationBody, body)),
    refusalIn(() => sealOrRefuse("SubmitApplication", body, unkept)),
  ].flatMap((refusal) => refusal ?? []);
  const [first] = found;
  if (first === undefined) return;
  const errors = found.flatMap((one) => one.errors ?? []);
  throw new Refusal(first.code, first.detail, { errors });
}

function refusalIn(check: () => unknown): Refusal | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.code === "invalid") return error;
    throw error;
  }
}

/** How long a confirmation goes on before it answers how far it came, in milliseconds. */
const PATIENCE_MS = 20_000;
const AT_ONCE = 4;

/**
 * Sends every row, each once, however often the file is confirmed. Rows of one school go in their order. Comes back
 * after 20 seconds, or where something is away, with the rest `waiting`: confirmed again, it goes on there.
 */
export async function confirm(
  sender: CommandSender,
  caller: Principal,
  request: string,
  hub: string,
  { id, rows }: BulkFile,
): Promise<LineOutcome[]> {
  const outcomes = new Map<number, LineOutcome>();
  const ends = performance.now() + PATIENCE_MS;
  let away = false;
  const chains = [
    ...rows
      .reduce(
        (bySchool, row) => bySchool.set(row.urn, [...(bySchool.get(row.urn) ?? []), row]),
        new Map<string, BulkRow[]>(),
      )
      .values(),
  ];
  await fewAtOnce(chains, AT_ONCE, async (chain) => {
    for (const row of chain) {
      if (away || performance.now() > ends) return false;
      const outcome = await orRejected(row, async () => {
        const { subject } = await sender.sendOne(
          commandOf(hub, id, row.line),
          { caller, body: soundRow(row), request },
          {
            name: "SubmitApplication",
            route: `hubs/${hub}/bulk-applications`,
            prepare: (source, newId, at) =>
              prepareIntake("SubmitApplication", { body: row.body, caller, keep: kept(source) }, source, newId, at),
          },
        );
        return subject;
      });
      outcomes.set(row.line, outcome);
      away ||= outcome.outcome === "waiting";
    }
    return true;
  });
  return rows.map((row) => outcomes.get(row.line) ?? { ...lineOf(row), outcome: "waiting", because: null });
}

/**
 * What became of the rows of a file that were sent, by line; none for a file that was never confirmed. Rejects with
 * StoreError.
 */
export async function outcomesOf(source: DataSource, hub: string, file: string): Promise<LineOutcome[]> {
  // A row of many lines may begin far down.
  const lines = Array.from({ length: 40 * MOST_LINES }, (_, index) => index + 2);
  const ids = new Map(lines.map((line) => [commandOf(hub, file, line), line]));
  const found = await findCommands(source, [...ids.keys()]);
  return [...found]
    .map(([id, { subject: journey, outcome }]): LineOutcome => {
      const line = { line: ids.get(id) ?? 0, urn: null, journey };
      if (!outcome || "fault" in outcome) return { ...line, outcome: "waiting", because: null };
      if (outcome.accepted) return { ...line, outcome: "accepted", because: null };
      return { ...line, outcome: "rejected", because: outcome.rejection };
    })
    .sort((a, b) => a.line - b.line);
}

const lineOf = ({ line, urn }: BulkRow) => ({ line, urn: /^\d{6}$/u.test(urn) ? urn : null, journey: null });

/** The journey that the work answers, or why it did not come to one. */
async function orRejected(row: BulkRow, work: () => Promise<string>): Promise<LineOutcome> {
  try {
    return { ...lineOf(row), journey: await work(), outcome: "accepted", because: null };
  } catch (error) {
    // What became of it is not known: the same file, confirmed again, finds out.
    if (error instanceof ServiceUnavailable)
      return {
        ...lineOf(row),
        outcome: "waiting",
        because: reject("unavailable", "not-known-yet").rejection,
      };
    if (!(error instanceof Refusal)) throw error;
    return {
      ...lineOf(row),
      outcome: error.code === "unavailable" ? "waiting" : "rejected",
      because: error.rejection ?? {
        code: error.code,
        detail: error.message,
        ...(error.errors !== undefined && { errors: error.errors }),
      },
    };
  }
}
