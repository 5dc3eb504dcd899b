// One thing done for many schools: looked at for each, then sent to each as a command of its own, once however often it
// is asked for. Whether it may be done at a school, and what comes of it, is as if it had been sent there alone.

import type { JourneyEvent } from "../../journey/events.ts";
import type { InWords } from "../../words/rejection.ts";
import { fewAtOnce } from "../../store/few-at-once.ts";
import type { Principal, Role } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import type { Asked } from "../commands/asked.ts";
import { JOURNEY_COMMANDS, type RoutedCommand } from "../commands/journey-commands.ts";
import type { JourneyCommands } from "../commands/perform-on-journey.ts";
import { becauseOf } from "../commands/to-each.ts";
import { Refusal } from "../refusal.ts";
import type { GlanceFilter, JourneysAtAGlance } from "./at-a-glance.ts";

/** What makes sense alike for several schools: it names nobody of a school, and quotes nothing of it. */
export const MANY_COMMANDS = [
  "OfferPlace",
  "PlaceInWorkGroup",
  "CompleteGapTask",
  "AgreeActionPlan",
  "SubmitReport",
  "CompleteEvaluation",
  "RescheduleCommitment",
  "WaiveCommitment",
  "ConfirmReadiness",
  "ConfirmCompletion",
  "InviteToNextStage",
  "ApproveGrant",
] as const satisfies readonly RoutedCommand[];
export type ManyCommand = (typeof MANY_COMMANDS)[number];

/** Those of a role. */
export const manyCommandsOf = (role: Role): ManyCommand[] =>
  MANY_COMMANDS.filter((name) => (JOURNEY_COMMANDS[name].roles as readonly string[]).includes(role));

/** Everybody who may do anything of it. */
export const MANY_ROLES = [...new Set(MANY_COMMANDS.flatMap((name) => JOURNEY_COMMANDS[name].roles))] as [
  Role,
  ...Role[],
];

/** So many schools at once: a whole hub, and no longer than a page waits. */
export const MOST_AT_ONCE = 300;
/** A caller who sees more schools than that is of no hub. */
const MOST_SEEN = 5_000;
/** So many are on their way together: each is another workflow, and others want the database too. */
const TOGETHER = 4;

export interface SchoolChosen {
  journey: string;
  name: string;
}

/**
 * What would come, or came, of it for one school. `version`: of its journey as it was looked at, or as it is then;
 * `events`: what would be recorded, where it was only looked at; `because`: why nothing would be, or was.
 */
export interface CameOfSchool extends SchoolChosen {
  version: number | null;
  events: readonly JourneyEvent[];
  because: InWords | null;
}

export class ManySchools {
  constructor(
    private readonly journeys: JourneysAtAGlance,
    private readonly commands: JourneyCommands,
  ) {}

  /**
   * The schools that were chosen, by name: those of these ids that the caller sees, or all that fit a list.
   * @throws Refusal `forbidden`; `invalid` where there is none, or there are too many
   */
  async chosen(
    caller: Principal,
    which: { journeys: readonly string[] } | { filter: GlanceFilter },
  ): Promise<SchoolChosen[]> {
    mustHold(caller, MANY_ROLES);
    const asked = { sort: "school", descending: false, page: 1, size: MOST_SEEN } as const;
    const { items } = await this.journeys.rows(caller, "filter" in which ? which.filter : {}, asked);
    const named = "filter" in which ? null : new Set(which.journeys);
    const found = items
      .filter(({ row }) => named === null || named.has(row.id))
      .map(({ row, school }) => ({ journey: row.id, name: school ?? `School ${row.urn}` }));
    if (found.length === 0) throw new Refusal("invalid", "None of these schools is in your list.");
    if (found.length > MOST_AT_ONCE)
      throw new Refusal(
        "invalid",
        `Choose ${MOST_AT_ONCE} schools at most: these are ${found.length}. Narrow the list.`,
      );
    return found;
  }

  /** What would come of it for each: nothing is kept. @throws Refusal `forbidden`, or what is wrong for all alike */
  async look(asked: Asked, name: ManyCommand, schools: readonly SchoolChosen[]): Promise<CameOfSchool[]> {
    return forEach(schools, async (school) => {
      const { version, events } = await this.commands.look(name, school.journey, asked);
      return { ...school, version, events, because: null };
    });
  }

  /**
   * Sends it to each at the version that was looked at: what has moved on since is not changed unseen. Each has a key
   * of its own under that of the form, so that the same form sent again does nothing twice and answers the same.
   * @throws Refusal as `look`; `unavailable` where an outcome is not known: the same form goes on there
   */
  async send(
    { caller, body, request, key }: Asked,
    name: ManyCommand,
    schools: readonly (SchoolChosen & { seen: number })[],
  ): Promise<CameOfSchool[]> {
    return forEach(schools, async ({ seen, ...school }) => {
      const each = { caller, body, request, key: `${key} ${school.journey}`, seen };
      const { version } = await this.commands.perform(name, school.journey, each);
      return { ...school, version, events: [], because: null };
    });
  }
}

/** What each comes to, in their order; what is wrong for all of them is thrown once those under way have ended. */
async function forEach<S extends SchoolChosen>(
  schools: readonly S[],
  work: (school: S) => Promise<CameOfSchool>,
): Promise<CameOfSchool[]> {
  const came = new Map<S, CameOfSchool>();
  await fewAtOnce(schools, TOGETHER, async (school) => {
    const turnedDown = (error: unknown): CameOfSchool => {
      const { journey, name } = school;
      return { journey, name, version: null, events: [], because: becauseOf(error) };
    };
    came.set(school, await work(school).catch(turnedDown));
  });
  return schools.flatMap((school) => came.get(school) ?? []);
}
