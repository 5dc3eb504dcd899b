import type { Instant } from "../../calendar/instants.ts";
import type { Sealed } from "../../journey/wire.ts";
import type { AnyCommand } from "../../temporal/subject-client.ts";
import type { Asked } from "./asked.ts";

/** A command that was noted, and is to be carried out. `epoch`: of the feed then. */
export interface Claimed {
  subject: string;
  command: AnyCommand;
  epoch: string | null;
}

/** The command as it is kept and carried out. */
export function commandOf(
  { caller, request, via }: Pick<Asked, "caller" | "request" | "via">,
  { name }: { name: string },
  { sealed }: { sealed: Pick<Sealed, "data"> },
  { id, at, expected }: { id: string; at: Instant; expected: number | undefined },
): AnyCommand {
  return {
    id,
    type: name,
    at,
    by: { who: caller.who, role: caller.role, request, ...(via && { via }) },
    data: sealed.data,
    ...(expected === undefined ? {} : { expected }),
  } as AnyCommand; // `seal` has checked the data's shape by the command's own fields
}
