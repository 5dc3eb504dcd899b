// Some steps of a hub's turn: each is a command of its own, through the Update of its journey or Work Group, under an
// id made of the turn's. Done twice it changes nothing; what the rules turn down is noted with its code, and the rest
// goes on.

import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import type { Instant } from "../libs/calendar/instants.ts";
import { performCommand } from "../libs/temporal/journey-client.ts";
import type { Outcome } from "../libs/contract/journey.ts";
import { turnName, turnOfName, type TurnAnswer, type TurnRequest } from "../libs/contract/turn.ts";
import { groupName } from "../libs/contract/work-group.ts";
import type { Command as JourneyCommand } from "../libs/journey/commands.ts";
import {
  findTurn,
  pace,
  settleStep,
  turnStatus,
  turnSteps,
  type StepRow,
  type TurnProgress,
  type TurnRow,
} from "../libs/store/turns.ts";
import type { Command as GroupCommand } from "../libs/work-group/commands.ts";
import { failure } from "./effects.ts";
import { failingByCode } from "./failures.ts";
import { fewAtOnce } from "./few-at-once.ts";
import { sentenceOfRejection } from "../libs/words/rejection.ts";

export interface TurnDeps {
  dataSource: DataSource;
  client: Client;
}

/** Steps in one activity: how far it is shows after each. */
const STEPS = 12;
const AT_ONCE = 4;
/** Less than the activity has: what was answered by then is noted, and the next try goes on after it. */
const STEP_MS = 10_000;

/** The activity `turn-hub`. Looks before each step whether it has been interrupted. Rejects with a failure by code. */
export function makeTurnHub({ dataSource, client }: TurnDeps): (request: TurnRequest) => Promise<TurnAnswer> {
  return ({ turn: name, now }) =>
    failingByCode(async () => {
      const which = turnOfName(name);
      const turn = which && (await findTurn(dataSource.manager, which));
      if (!turn) throw failure("unknown-turn");
      const waiting = await turnSteps(dataSource.manager, turn, STEPS);
      const take = async (step: StepRow): Promise<boolean> => {
        if ((await turnStatus(dataSource.manager, turn)) !== "running") return false;
        const outcome = await performCommand(client, nameOf(step), commandOf(turn, step, now), { timeoutMs: STEP_MS });
        await settleStep(dataSource.manager, turn, { no: step.no, ...becameOf(outcome) }, now);
        return true;
      };
      // A place can be kept in a group once it is formed.
      for (const step of waiting) if (step.kind === "group" && !(await take(step))) break;
      await fewAtOnce(
        waiting.filter(({ kind }) => kind === "school"),
        AT_ONCE,
        take,
      );
      return answerOf(turn, await pace(dataSource, turn, now));
    });
}

const nameOf = ({ kind, subject }: StepRow): string => (kind === "group" ? groupName(subject) : subject);

/** By the person who began the turn, as one request of theirs. */
function commandOf(turn: TurnRow, { subject, type, data }: StepRow, at: Instant): JourneyCommand | GroupCommand {
  return { id: `${turnName(turn)}/${subject}`, type, at, by: turn.actor, data } as JourneyCommand | GroupCommand;
}

function becameOf(outcome: Outcome): Pick<StepRow, "status" | "code" | "detail"> {
  if ("fault" in outcome)
    return {
      status: "turned-down",
      code: "unavailable",
      detail: "The service could not decide this; the operators can see it. Do it by hand.",
    };
  if (outcome.accepted) return { status: "done", code: null, detail: null };
  return { status: "turned-down", code: outcome.rejection.code, detail: sentenceOfRejection(outcome.rejection) };
}

function answerOf({ hub, into }: TurnRow, { status, done, turnedDown, of }: TurnProgress): TurnAnswer {
  const down = turnedDown === 0 ? "" : `, ${turnedDown} of them turned down by the rules`;
  const next = {
    running: "",
    interrupted: "Interrupted by the hub: it goes on when the hub resumes it.",
    done: "Done.",
  }[status];
  const details = `**${done} of ${of} done**${down} · hub ${hub} · into ${into}\n\n${next}`.trim();
  return { status, done, of, details, hub, academicYear: into };
}
