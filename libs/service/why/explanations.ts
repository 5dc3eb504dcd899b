// Why a grant, a reminder or an escalation is as it is: the chain of facts, the rule, its page, who decided; as of any
// date.

import { isHeardBy, staysOf } from "../../journey/stays.ts";
import { endOfDay, instantFromMs, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { Recorded } from "../../journey/events.ts";
import { SERVICE } from "../../journey/commands.ts";
import { whyEscalation } from "../../journey/why/escalation.ts";
import type { Explanation, Fact } from "../../journey/why/explanation.ts";
import { whyGrant } from "../../journey/why/grant.ts";
import { whyReminder } from "../../journey/why/reminder.ts";
import { ALL_BY_CODE, type NamingOf } from "../../journey/sentences.ts";
import { load } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { streamOf } from "../../store/events/streams.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS, type Roles } from "../access/roles.ts";
import { journeyPart } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import { Day } from "../shape/field.ts";

export const WHY_ROLES = { read: [...READERS, "school-contact"] } as const satisfies Record<string, Roles>;

export class AsOfQuery {
  @Day({ optional: true, says: "As it was at the end of that day in London; else now", example: "2020-12-31" })
  asOf?: LocalDate;
}

export class Explanations {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "clock">,
  ) {}

  /**
   * Why the grant of an academic year (`2020-21`) is where it is; or why there is none. `namingOf`: how whoever reads
   * it calls what it names by code.
   * @throws Refusal `forbidden`, `not-found`
   */
  async grant(
    caller: Principal,
    id: string,
    year: string,
    { asOf }: AsOfQuery,
    namingOf: NamingOf = ALL_BY_CODE,
  ): Promise<Explanation> {
    const facts = await this.facts(caller, id);
    const at = this.moment(asOf, facts);
    const found = whyGrant(facts, year.replace("-", "/"), this.settings.catalogue, at, namingOf);
    if (found) return found;
    throw new Refusal("not-found", `No stage-year of ${year} had begun by then: there is no grant to explain.`);
  }

  /** Why a reminder or an escalation went out, or was held back. @throws Refusal `forbidden`, `not-found` */
  async event(
    caller: Principal,
    id: string,
    seq: string,
    { asOf }: AsOfQuery,
    namingOf: NamingOf = ALL_BY_CODE,
  ): Promise<Explanation> {
    const facts = await this.facts(caller, id);
    const at = this.moment(asOf, facts);
    const number = /^[1-9]\d{0,8}$/u.test(seq) ? Number(seq) : 0;
    const found =
      whyReminder(facts, number, at, namingOf) ?? whyEscalation(facts, number, this.settings.catalogue, at, namingOf);
    if (found) return found;
    throw new Refusal(
      "not-found",
      "No reminder or escalation of this journey had that seq by then: `reminders` and `escalations` of the journey " +
        "list them.",
    );
  }

  /** What happened in a journey, as far as the caller hears of it. @throws Refusal `forbidden`, `not-found` */
  async eventsOf(caller: Principal, id: string): Promise<Recorded[]> {
    return (await this.facts(caller, id)).map(({ event }) => event);
  }

  private async facts(caller: Principal, id: string): Promise<Fact[]> {
    mustHold(caller, WHY_ROLES.read);
    const source = await this.database.open();
    const { journey, hub } = await journeyPart(source, id, caller);
    const stored = await load(source, streamOf(journey));
    const events = recorded(stored);
    const stays = staysOf(events);
    // A hub is told why of what is its own.
    return events.flatMap((event, index) => {
      const { actor = SERVICE, hub: its = null } = stored[index] ?? {};
      return hub === null || isHeardBy(hub, { seq: event.seq, hub: its }, stays) ? [{ event, by: actor }] : [];
    });
  }

  /** The end of the day asked for; else now, with all that is recorded: a worker's clock may be ahead of this one. */
  private moment(asked: LocalDate | undefined, facts: readonly Fact[]): Instant {
    if (asked !== undefined) return endOfDay(asked);
    const [now, last] = [instantFromMs(this.settings.clock()), facts.at(-1)?.event.at];
    return last !== undefined && last > now ? last : now;
  }
}
