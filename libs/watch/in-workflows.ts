// Bundled with the workflows where traces are kept, and only then: the interceptors of Temporal's own package, and what
// they cannot know of ours. The loop takes commands out of its inbox long after the Updates that brought them, so what
// it asks for would hang on whatever began the run, months ago. Here it belongs to the command that it is asked about,
// and what follows from the answer (letters, payments) too; what time brings begins a trace of its own.
//
// Nothing here may wait or reorder: a run must replay with it and without it (test/replay).

import { context, ROOT_CONTEXT, type Context } from "@opentelemetry/api";
import {
  OpenTelemetryInboundInterceptor,
  OpenTelemetryInternalsInterceptor,
  OpenTelemetryOutboundInterceptor,
} from "@temporalio/interceptors-opentelemetry/lib/workflow/index.js";
import type {
  WorkflowInboundCallsInterceptor,
  WorkflowInterceptors,
  WorkflowOutboundCallsInterceptor,
} from "@temporalio/workflow";

/** What the SDK has each workflow begin with. */
export const interceptors = (): WorkflowInterceptors => {
  const [updates, asked] = ofCommands();
  return {
    inbound: [new OpenTelemetryInboundInterceptor(), updates],
    outbound: [asked, new OpenTelemetryOutboundInterceptor()],
    internals: [new OpenTelemetryInternalsInterceptor()],
  };
};

function ofCommands(): [WorkflowInboundCallsInterceptor, WorkflowOutboundCallsInterceptor] {
  const brought = new Map<string, Context>();
  let current: Context = ROOT_CONTEXT;
  const within = <T>(args: unknown[], next: () => T): T => {
    const commands = commandsIn(args[0]);
    // What brings no commands follows from what was asked last.
    if (commands !== null) current = commands.map((id) => brought.get(id)).find((one) => one) ?? ROOT_CONTEXT;
    return context.with(current, next);
  };
  return [
    {
      handleUpdate(input, next) {
        const answer = next(input);
        const [id] = commandsIn({ commands: input.args }) ?? [];
        if (id === undefined) return answer;
        brought.set(id, context.active());
        const over = (): void => void brought.delete(id);
        answer.then(over, over);
        return answer;
      },
    },
    {
      scheduleLocalActivity: (input, next) => within(input.args, () => next(input)),
      scheduleActivity: (input, next) => within(input.args, () => next(input)),
    },
  ];
}

/** The ids of the commands that a round is asked to carry out; null for what is no round. */
function commandsIn(asked: unknown): string[] | null {
  if (typeof asked !== "object" || asked === null || !("commands" in asked)) return null;
  const { commands } = asked;
  if (!Array.isArray(commands)) return null;
  return (commands as unknown[]).flatMap((one) =>
    typeof one === "object" && one !== null && "id" in one && typeof one.id === "string" ? [one.id] : [],
  );
}
