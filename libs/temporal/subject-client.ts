// How the rest of the service brings a command to a subject (a journey, a Work Group, a payment run, a hub's turn): an
// Update with the command's id and no more, for what is asked stands in its row; started if it is not running.
// Everything Temporal may fail with becomes one error, because the caller can do one thing only: send the same command
// again.

import { randomUUID } from "node:crypto";
import {
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowUpdateFailedError,
  type Client,
} from "@temporalio/client";
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy, WorkflowNotFoundError } from "@temporalio/common";
import { JOURNEY_TASK_QUEUE, workflowIdOf, PERFORM, WAKE, type ById, type Outcome } from "../contract/journey.ts";
import { runOfName } from "../contract/payment-run.ts";
import { kindOf, WORKFLOW_TYPES } from "../contract/subjects.ts";
import { turnOfName } from "../contract/turn.ts";
import { groupOfName } from "../contract/work-group.ts";
import type { Command } from "../journey/commands.ts";
import type { Command as RunCommand } from "../payments/commands.ts";
import type { Command as TurnCommand } from "../turn/commands.ts";
import type { Command as GroupCommand } from "../work-group/commands.ts";

/** A command to a subject of any kind. */
export type AnyCommand = Command | GroupCommand | RunCommand | TurnCommand;

/** Below Temporal's own limit of 10 Updates in flight for a workflow, so that a second API process finds room. */
export const IN_FLIGHT_LIMIT = 8;
/** How long a command waits for a place among those in flight. */
const QUEUE_MS = 3_000;
/** Waiting commands beyond this are turned away at once: they would not be served in time. */
const QUEUE_LIMIT = 64;
const RETRY_MS = [50, 100, 200, 400, 800, 1_000];

/**
 * Temporal did not answer in time or at all: what became of the command is unknown; the same command id resolves it.
 */
export class ServiceUnavailable extends Error {
  override readonly name = "ServiceUnavailable";
  readonly code = "unavailable";
}

interface Line {
  inFlight: number;
  waiting: ((admitted: boolean) => void)[];
}
const lines = new Map<string, Line>();

/**
 * Brings a command that was claimed to the workflow of its subject (starting it where none runs) and waits for what
 * became of it.
 * @param subject a journey's id, `{urn}-{phase}`, or the name of any other (`work-group/{id}`); the id within its kind
 * is the workflow's only argument
 * @param options.timeoutMs milliseconds for everything: queue, start, retries, the answer
 * @param options.epoch of the claim's row: after a restore Temporal knows ids of which PostgreSQL knows nothing
 * @returns the outcome; a rejection by the rules is a value
 * @throws ServiceUnavailable, and nothing else
 */
export async function performCommand(
  client: Client,
  subject: string,
  command: AnyCommand,
  options: { timeoutMs: number; epoch?: string | null },
): Promise<Outcome> {
  const deadline = Date.now() + options.timeoutMs;
  await takePlace(subject, Math.min(QUEUE_MS, options.timeoutMs));
  const firstId = options.epoch ? `${command.id}@${options.epoch}` : command.id;
  const call = underWay(sendUntil(client, subject, { command, firstId }, deadline).finally(() => leavePlace(subject)));
  return await before(deadline, call);
}

/**
 * Has a subject look at the clock and its open effects again (started where none runs). Asks for nothing, so it may be
 * sent freely.
 * @throws ServiceUnavailable
 */
export async function wakeSubject(client: Client, subject: string, options: { timeoutMs: number }): Promise<void> {
  const deadline = Date.now() + options.timeoutMs;
  await underWay(
    tried(client, deadline, () =>
      client.workflow.signalWithStart(workflowTypeOf(subject), {
        ...startOptions(subject),
        signal: WAKE,
        signalArgs: [],
      }),
    ),
  );
}

const calls = new Set<Promise<unknown>>();

/** Counts a call to Temporal as under way until it ends; the call itself comes back. */
export function underWay<T>(call: Promise<T>): Promise<T> {
  calls.add(call);
  const over = (): void => {
    calls.delete(call);
  };
  call.then(over, over);
  return call;
}

/**
 * Resolves when no call is under way any more: each ends at its own deadline. A connection closed before breaks in the
 * SDK's own retry.
 */
export async function callsAreOver(): Promise<void> {
  while (calls.size > 0) await Promise.allSettled(calls);
}

const workflowTypeOf = (subject: string): string => WORKFLOW_TYPES[kindOf(subject)];

function startOptions(name: string) {
  const [group, run] = [groupOfName(name), runOfName(name)];
  return {
    workflowId: workflowIdOf(name),
    taskQueue: JOURNEY_TASK_QUEUE,
    args: [run ?? group ?? name] as [string],
    // A school that comes back goes on with its journey, however the last run ended.
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    // A worker that dies holds its journeys up for so long, well within the patience of who sent the command.
    workflowTaskTimeout: "5 seconds",
    ...staticWords(name, group, run),
  };
}

function staticWords(
  name: string,
  group: string | null,
  run: string | null,
): { staticSummary: string; staticDetails: string } {
  const turn = turnOfName(name);
  const [staticSummary, about] =
    turn !== null
      ? [
          `The turn of ${turn.hub} into ${turn.into}`,
          "Forms next year’s Work Groups and invites the schools, step by step.",
        ]
      : run !== null
        ? [`Payment run ${run}`, "One payment run, from its preparation to its last payment."]
        : group !== null
          ? [`Work Group ${group}`, "The schools that go through a stage-year together."]
          : [`School journey ${name}`, "One school and phase, for life."];
  const where = "Where it stands now is in the current details; what happened is in the events of PostgreSQL.";
  return { staticSummary, staticDetails: `${about} ${where}` };
}

async function sendUntil(
  client: Client,
  subject: string,
  { command, firstId }: { command: AnyCommand; firstId: string },
  deadline: number,
): Promise<Outcome> {
  const send = (updateId: string, sent: ById): Promise<Outcome> =>
    tried(client, deadline, () =>
      client.workflow.executeUpdateWithStart<() => Promise<void>, Outcome, [ById]>(PERFORM, {
        args: [sent],
        updateId,
        startWorkflowOperation: new WithStartWorkflowOperation(workflowTypeOf(subject), startOptions(subject)),
      }),
    );
  const outcome = await send(firstId, { id: command.id });
  // Temporal answers an Update id it knows from memory: a fault that was mended since would stay for the whole run.
  // A fault left no trace, and `advance` knows the command by its own id, so it is asked once more under another;
  // and whole, for a worker of the release before, which does not read rows. It goes when none is left.
  return "fault" in outcome ? await send(`${firstId}/${randomUUID()}`, command) : outcome;
}

/** Calls until it is answered, again where that may help, until `deadline`. Rejects as ServiceUnavailable. */
async function tried<T>(client: Client, deadline: number, call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await client.withDeadline(deadline, call);
    } catch (error) {
      const pause = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 0;
      if (!mayPass(error) || Date.now() + pause >= deadline) throw unavailable(error);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

// gRPC status codes; @grpc/grpc-js is no dependency of ours.
const NOT_FOUND = 5,
  RESOURCE_EXHAUSTED = 8,
  FAILED_PRECONDITION = 9,
  ABORTED = 10,
  UNAVAILABLE = 14;
const PASSING: readonly number[] = [NOT_FOUND, RESOURCE_EXHAUSTED, FAILED_PRECONDITION, ABORTED, UNAVAILABLE];

/** A run that closed under the message, too many in flight, a server restarting: the same may be sent again. */
function mayPass(error: unknown): boolean {
  if (error instanceof WorkflowUpdateFailedError || error instanceof WorkflowNotFoundError) return true;
  const cause = grpcCause(error);
  return cause !== null && PASSING.includes(cause.code);
}

function grpcCause(error: unknown): { code: number } | null {
  for (let at = error; at instanceof Error; at = at.cause) if (isGrpcServiceError(at)) return at;
  return null;
}

/** Keeps the kind of failure, not its text: messages of servers may quote what was sent. */
function unavailable(error: unknown): ServiceUnavailable {
  if (error instanceof ServiceUnavailable) return error;
  const status = grpcCause(error);
  const kind = error instanceof Error ? error.name : typeof error;
  return new ServiceUnavailable(
    `The journey service did not answer (${kind}${status ? `, gRPC ${status.code}` : ""}); send the same ` +
      `request again.`,
  );
}

/** The call goes on to its own deadline; who waits is told in time whatever it does. */
async function before<T>(deadline: number, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(unavailable(new Error("time-out"))), Math.max(0, deadline - Date.now()) + 250);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function takePlace(subject: string, waitMs: number): Promise<void> {
  const line = lines.get(subject) ?? { inFlight: 0, waiting: [] };
  lines.set(subject, line);
  if (line.inFlight < IN_FLIGHT_LIMIT) {
    line.inFlight++;
    return;
  }
  const admitted =
    line.waiting.length < QUEUE_LIMIT &&
    (await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => {
        line.waiting.splice(line.waiting.indexOf(tell), 1);
        resolve(false);
      }, waitMs);
      const tell = (yes: boolean) => {
        clearTimeout(timer);
        resolve(yes);
      };
      line.waiting.push(tell);
    }));
  if (!admitted)
    throw new ServiceUnavailable("Too many requests for this journey are under way; send the same request again.");
}

function leavePlace(subject: string): void {
  const line = lines.get(subject);
  if (!line) return;
  const next = line.waiting.shift();
  if (next) next(true);
  else if (--line.inFlight === 0) lines.delete(subject);
}
