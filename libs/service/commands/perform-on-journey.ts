// A command of one journey: who may, whose journey, carried out once, or only looked at.

import type { DataSource } from "typeorm";
import { settlePerson } from "../../people/belonging.ts";
import { mustBeRecent } from "../access/recent.ts";
import { mustHold } from "../access/roles.ts";
import { grantMeant, mayNameGroup } from "../access/scope.ts";
import type { Database } from "../database.ts";
import type { ServiceSettings } from "../settings.ts";
import type { Asked } from "./asked.ts";
import type { Answer, CommandSender } from "./command-sender.ts";
import { putHeadteacher } from "./headteacher.ts";
import { journeyBehind, journeyPart } from "./journey-behind.ts";
import { JOURNEY_COMMANDS, slugOf, type RoutedCommand } from "./journey-commands.ts";
import { correctionOf, mustBelong, withContactSettled } from "./people-named.ts";
import { preview, type Foreseen } from "./preview.ts";
import { mayBeSucceeded } from "../register/successor.ts";
import { sealOrRefuse } from "./seal-or-refuse.ts";

export class JourneyCommands {
  constructor(
    private readonly sender: CommandSender,
    private readonly database: Database,
    private readonly settings: ServiceSettings,
  ) {}

  /**
   * Sends one command to the journey that goes by `id`.
   * @throws Refusal `forbidden`, `not-found` for a journey that the caller does not see, what the rules say
   */
  async perform(name: RoutedCommand, id: string, asked: Asked): Promise<Answer> {
    const { journey, meant } = await this.allowed(name, id, asked, true);
    if (JOURNEY_COMMANDS[name].group === "Money") mustBeRecent(asked.caller);
    const { version, status } = await this.sender.send(asked, {
      name,
      route: `journeys/${journey}/${slugOf(name)}`,
      prepare: async (source, newId, at) => {
        const read = sealOrRefuse(name, withMeant(asked.body, meant), newId);
        await mustBelong(source, { name, journey, hub: asked.caller.hub }, read.data, at);
        const sealed = await withContactSettled(read, (contact) => settlePerson(source, contact, journey));
        const head = name === "NameHeadteacher" ? sealed.contact : null;
        return {
          subject: journey,
          sealed,
          ...(head && { after: (_, again) => putHeadteacher(source, { journey, person: head.id, again }) }),
          ...correctionOf(journey, sealed),
        };
      },
    });
    return { journey, version, status };
  }

  /** What would come of it, in words: nothing is kept. @throws Refusal as `perform` */
  async preview(name: RoutedCommand, id: string, asked: Asked): Promise<Foreseen> {
    const { source, journey, meant } = await this.allowed(name, id, asked, false);
    return preview(source, this.settings, asked, name, journey, withMeant(asked.body, meant));
  }

  private async allowed(
    name: RoutedCommand,
    id: string,
    { caller, body }: Asked,
    keeps: boolean,
  ): Promise<{ source: DataSource; journey: string; meant: object }> {
    const { roles, group } = JOURNEY_COMMANDS[name];
    mustHold(caller, roles);
    const source = await this.database.open();
    const money = group === "Money";
    const journey = money ? (await journeyPart(source, id, caller)).journey : await journeyBehind(source, id, caller);
    await mayNameGroup(source, caller, body);
    // Said out, for the latest grant of the journey may be another hub's.
    const meant = (money ? await grantMeant(source, caller, journey, body) : null) ?? {};
    if (name === "SucceedSchool") await mayBeSucceeded(source, caller, journey, body, keeps);
    return { source, journey, meant };
  }
}

/** The body with what it leaves unsaid; one that is no object is turned away as it came. */
function withMeant(body: unknown, meant: object): unknown {
  if (Object.keys(meant).length === 0 || Array.isArray(body)) return body;
  return body === undefined || body === null || typeof body === "object" ? { ...meant, ...body } : body;
}
