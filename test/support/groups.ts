// Work Groups of made-up schools, at the level of activities: real PostgreSQL, no Temporal.

import type { Outcome } from "../../libs/contract/journey.ts";
import type {
  Actor,
  CommandData as JourneyData,
  CommandName as JourneyCommandName,
} from "../../libs/journey/commands.ts";
import type { Command, CommandData, CommandName } from "../../libs/work-group/commands.ts";
import { DEVELOPMENT } from "./placed-group.ts";
import { HUB_LEAD, rules } from "./store.ts";

export const MAY = "2024-05-07T09:00:00Z";

let made = 0;

/** A command of a Work Group, of the hub lead, under an id of its own. */
export function groupCommand<N extends CommandName>(
  type: N,
  at: string,
  data: CommandData[N],
  more: Partial<Command> = {},
): Command {
  made += 1;
  return { id: `group-command-${made}`, type, at, by: HUB_LEAD, data, ...more } as Command;
}

/** An application that fits Development 2024/25. */
export function developing(urn: string, prospectus = DEVELOPMENT): JourneyData["SubmitApplication"] {
  const criteria = rules.catalogue
    .get(prospectus)
    ?.application.criteria?.value.slice(0, 1)
    .map(({ code }) => code);
  return {
    school: { urn, phase: "primary", funding: "state", open: true, headteacher: true, history: [] },
    hub: "great-north",
    prospectus,
    ...(criteria && { criteria }),
    reasons: { id: `text-${urn}`, words: 40 },
    understandsExpectations: true,
    seniorLeaderSupports: true,
    contact: `person-${urn}`,
  };
}

export type JourneyStep = {
  [N in JourneyCommandName]: { type: N; data: JourneyData[N]; by?: Actor };
}[JourneyCommandName];

/** From an offer to the place, with two teachers `{urn}-1` and `{urn}-2`. */
export function stepsToPlace(urn: string, workGroup: string): JourneyStep[] {
  const fit = { experienced: true, authority: true, releasedForAllSessions: true };
  return [
    { type: "OfferPlace", data: { workGroup } },
    { type: "AcceptOffer", data: {} },
    { type: "NominateParticipant", data: { participant: `${urn}-1`, role: "lead-teacher", ...fit } },
    { type: "NominateParticipant", data: { participant: `${urn}-2`, role: "lead-teacher", ...fit } },
    { type: "PlaceInWorkGroup", data: {} },
  ];
}

/** `ok`, or the code with which it was turned down, or `fault`. */
export function told(outcome: Outcome | undefined): string {
  if (outcome === undefined) return "nothing";
  if ("fault" in outcome) return `fault: ${outcome.fault}`;
  return outcome.accepted ? "ok" : outcome.rejection.code;
}
