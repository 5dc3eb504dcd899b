// Did the schools of a Work Group complete their year? Proposed by the evidence, decided for all of them in one step.

import { academicYearOf, proposedFrom } from "../../calendar/academic-years.ts";
import { instantFromMs, localDate, type LocalDate } from "../../calendar/instants.ts";
import { fold } from "../../journey/evolve.ts";
import { evidentOutcome, type Evident } from "../../journey/outcome.ts";
import { stagesOf, type StageOutcome, type StageYear } from "../../journey/state.ts";
import { yearOfProspectus } from "../../journey/waiting.ts";
import { load } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { streamOf } from "../../store/events/streams.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS, type Roles } from "../access/roles.ts";
import type { Asked } from "../commands/asked.ts";
import type { JourneyCommands } from "../commands/perform-on-journey.ts";
import { toEach, type CameOf } from "../commands/to-each.ts";
import type { Database } from "../database.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import type { WorkGroups } from "./work-groups.ts";

export const OUTCOME_ROLES = { read: READERS, confirm: ["hub-lead"] } as const satisfies Record<string, Roles>;

/**
 * A school of the group. `places`, `before`, `filled`, `letGo`: at its year’s meetings; `proposed`: what that comes to,
 * null while the year has too much before it to say.
 */
export interface SchoolOutcome extends Pick<Evident, "places" | "before" | "filled" | "letGo"> {
  journey: string;
  urn: string;
  school: string | null;
  proposed: Evident["outcome"] | null;
  /** As the hub lead decided; null where nobody has yet, or where it is Readiness that is to be confirmed. */
  decided: boolean | null;
  outcome: StageOutcome;
  readiness: boolean;
}

/** The list for a group. `from`: the day on which outcomes begin to be proposed. */
export interface GroupOutcomesList {
  from: LocalDate;
  schools: SchoolOutcome[];
}

/** What is decided of a group; null is unsaid. `reason`: asked for where it is not what the evidence says. */
export interface OutcomesSaid {
  completed?: readonly string[] | null;
  notCompleted?: readonly string[] | null;
  reason?: string | null;
}

export class GroupOutcomes {
  constructor(
    private readonly groups: WorkGroups,
    private readonly commands: JourneyCommands,
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "clock">,
  ) {}

  /** The schools of a group, with what is proposed for each from 1 July. @throws Refusal `forbidden`, `not-found` */
  async list(caller: Principal, workGroup: string): Promise<GroupOutcomesList> {
    const { group, schools } = await this.groups.facts(caller, workGroup);
    const today = localDate(instantFromMs(this.settings.clock()));
    const from = proposedFrom(yearOfProspectus(group.prospectus) ?? academicYearOf(today));
    const source = await this.database.open();
    const found = await Promise.all(
      group.schools.map(async ({ journey }) => {
        const state = fold(recorded(await load(source, streamOf(journey))));
        const year = stagesOf(state).findLast((one) => one.workGroup === workGroup);
        if (state.status === "none" || !year) return [];
        const { outcome, ...evident } = evidentOutcome(year, state.participants);
        const proposed = today >= from ? outcome : null;
        const school = schools.get(journey) ?? null;
        return [{ journey, urn: state.school.urn, school, ...evident, proposed, ...decidedOn(year) }];
      }),
    );
    return { from, schools: found.flat() };
  }

  /**
   * Confirms the outcome of several schools of the group, each once; looked at first where a preview is asked for.
   * @throws Refusal `forbidden`, `not-found`; `invalid` for a journey that is not of this group
   */
  async confirm(asked: Asked, workGroup: string, said: OutcomesSaid): Promise<CameOf[]> {
    mustHold(asked.caller, OUTCOME_ROLES.confirm);
    const known = new Set((await this.list(asked.caller, workGroup)).schools.map(({ journey }) => journey));
    const [completed, notCompleted] = [said.completed ?? [], said.notCompleted ?? []];
    const all = [...completed, ...notCompleted];
    if (all.some((journey) => !known.has(journey)) || new Set(all).size < all.length)
      throw new Refusal("invalid", "Name schools of this Work Group, each once.");
    const why = (said.reason ?? null) === null ? {} : { reason: said.reason };
    return toEach(this.commands, "ConfirmCompletion", asked, [
      ...completed.map((journey) => ({ journey, body: { completed: true, ...why } })),
      ...notCompleted.map((journey) => ({ journey, body: { completed: false, ...why } })),
    ]);
  }
}

function decidedOn({
  readinessAsked,
  ready,
  completed,
  outcome,
}: StageYear): Pick<SchoolOutcome, "decided" | "outcome" | "readiness"> {
  return { decided: readinessAsked ? ready : completed, outcome, readiness: readinessAsked };
}
