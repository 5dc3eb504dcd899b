// Commands of one made-up school, for tests that need a journey that is under way.

import type { Outcome } from "../../libs/contract/journey.ts";
import type { ActorRole, Command, CommandData, CommandName, SchoolFacts } from "../../libs/journey/commands.ts";
import type { Service } from "./service.ts";

let made = 0;

/** A command without its instant; `id` is unique unless given. */
export function command<N extends CommandName>(
  type: N,
  data: CommandData[N],
  extra: { id?: string; who?: string; role?: ActorRole } = {},
): Omit<Command, "at"> {
  made += 1;
  const { id = `command-${made}`, who = "somebody", role = "hub-lead" } = extra;
  // The name decides the data; TypeScript cannot carry that through Omit.
  return { id, type, by: { who, role }, data } as Omit<Command, "at">;
}

/** A primary school's complete application for Readiness 2020/21. */
export function application(urn: string, service: Service, id?: string): Omit<Command, "at"> {
  const school: SchoolFacts = { urn, phase: "primary", funding: "state", open: true, headteacher: true, history: [] };
  const criteria =
    service.rules.catalogue
      .get("2020-21/primary-readiness")
      ?.application.criteria?.value.slice(0, 1)
      .map(({ code }) => code) ?? [];
  return command(
    "SubmitApplication",
    {
      school,
      hub: "great-north",
      prospectus: "2020-21/primary-readiness",
      criteria,
      reasons: { id: `${urn} reasons`, words: 40 },
      understandsExpectations: true,
      seniorLeaderSupports: true,
      contact: `${urn} applicant`,
    },
    id === undefined ? {} : { id },
  );
}

/** Takes a new school from its application to its place. Throws for a command that is not accepted. */
export async function place(service: Service, journey: string): Promise<void> {
  const urn = journey.split("-")[0] ?? journey;
  const fit = { experienced: true, authority: true, releasedForAllSessions: true };
  const steps = [
    application(urn, service),
    command("OfferPlace", { workGroup: "group-1" }),
    command("AcceptOffer", {}),
    command("NominateParticipant", { participant: `${urn}-1`, role: "maths-lead", ...fit }),
    command("NominateParticipant", { participant: `${urn}-2`, role: "lead-teacher", ...fit }),
    command("PlaceInWorkGroup", {}),
  ];
  for (const step of steps) accepted(await service.send(journey, step));
}

/** The version a command was accepted at. Throws for any other outcome. */
export function accepted(outcome: Outcome): number {
  if ("accepted" in outcome && outcome.accepted) return outcome.version;
  throw new Error(`not accepted: ${JSON.stringify(outcome)}`);
}
