// A hub's turn as the API answers it.

import type { TurnAsItStands } from "../../../libs/service/turn/read-turn-progress.ts";
import type { TurnPreview } from "../../../libs/service/turn/read-turn.ts";
import { inAddress } from "./turn-year.ts";

/** The plan, with what it comes to in numbers. */
export function presentPreview({ plan, digest }: TurnPreview): object {
  const { hub, into, schools, groups } = plan;
  const count = (test: (one: (typeof schools)[number]) => boolean): number => schools.filter(test).length;
  return {
    hub,
    into: inAddress(into),
    plan: digest,
    totals: {
      schools: schools.length,
      completing: count((one) => one.now?.completes === true),
      invited: count((one) => one.does === "invite"),
      placed: count((one) => one.does === "place" && one.workGroup !== null),
      notInvited: count((one) => one.does === "nothing"),
      withoutPlace: count((one) => one.withoutPlace !== null),
      undecided: count((one) => one.why === "readiness-undecided"),
      groups: groups.filter((one) => !one.formed).length,
      groupsWithoutLead: groups.filter((one) => one.why !== null).length,
    },
    schools,
    groups,
  };
}

/** A turn that has begun: progress first, then each group and school. */
export function presentTurn({
  hub,
  into,
  status,
  done,
  turnedDown,
  of,
  startedBy,
  startedAt,
  endedAt,
  schools,
  groups,
}: TurnAsItStands): object {
  return { hub, into: inAddress(into), status, done, turnedDown, of, startedBy, startedAt, endedAt, groups, schools };
}
