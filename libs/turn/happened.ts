// What happened to a hub's turn, as a line of the history that an operator reads in the Temporal Web UI.

import { groupNameOf, type GroupNaming } from "../words/group-name.ts";
import type { TurnEvent } from "./events.ts";
import type { Step } from "./commands.ts";
import type { Turn } from "./state.ts";

/** A sentence without ids and codes; null for what is nobody's news. `called`: what Work Groups are called. */
export function happened(event: TurnEvent, turn: Turn, called: GroupNaming = groupNameOf): string | null {
  switch (event.type) {
    case "TurnBegun":
      return `The turn into ${event.into} begins, with ${event.steps.length} steps.`;
    case "StepTaken": {
      const step = turn.status === "none" ? undefined : turn.steps.find(({ no }) => no === event.no);
      const which = `Step ${event.no}${step === undefined ? "" : `, ${stepOf(step, called)},`}`;
      return `${which} is ${event.rejection === null ? "done" : "turned down by the rules"}.`;
    }
    case "TurnInterrupted":
      return "The hub interrupts it.";
    case "TurnResumed":
      return "The hub resumes it.";
    case "TurnDone":
      return "All is done.";
    case "EffectPerformed":
      return null;
    case "EffectStalled":
      return "The next steps do not get through; they are tried again.";
    default:
      return event satisfies never;
  }
}

function stepOf({ kind, subject }: Step, called: GroupNaming): string {
  return kind === "group" ? called(subject) : `URN ${subject.split("-")[0] ?? subject}`;
}
